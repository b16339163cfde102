// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/annual_log.h"
#include "shared/card.h"
#include "shared/case_context.h"

#include <optional>

class QGridLayout;
class QPushButton;

namespace tocsin::views {

class CompletionForm;
class NoticeBar;

/// What the annual submission of one breach asks, what of it is missing, and recording that it was submitted.
class AnnualEntry final : public Card
{
    Q_OBJECT

public:
    explicit AnnualEntry(CaseContext &context, QWidget *parent = nullptr);

    void show(const casework::AnnualLogEntry *entry);

Q_SIGNALS:
    /// The person wants its deadline: of this incident, this obligation.
    void deadlineWanted(const casework::AnnualLogEntry &entry);

private:
    CaseContext &m_context;
    std::optional<casework::AnnualLogEntry> m_entry;
    NoticeBar *m_missing;
    QWidget *m_content;
    QGridLayout *m_lines;
    QPushButton *m_submitted;
    QPushButton *m_open;
    CompletionForm *m_completion;

    void showLines();
    void addLine(const QString &name, const QString &value);
    void showMissing();
};

} // namespace tocsin::views
