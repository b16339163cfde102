// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/annual_log.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"
#include "shared/page.h"

class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace tocsin::items {
class AnnualLogModel;
}

namespace tocsin::views {

class AnnualEntry;
class EmptyState;
class NoticeBar;
class PageHeader;
class TableView;

/// A year's breaches under 500 people, ready for the submission to HHS after the year's end (45 CFR 164.408(c)).
class AnnualPage final : public Page
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the page.
    explicit AnnualPage(CaseContext *context, QWidget *parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;

private:
    CaseContext *m_context;
    items::AnnualLogModel *m_log;
    PageHeader *m_header;
    QSpinBox *m_year;
    QPushButton *m_export;
    NoticeBar *m_notice;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    AnnualEntry *m_entry;
    QString m_wanted; ///< an obligation to choose once it is there
    JobSlot m_job; ///< writes the CSV
    bool m_yearChosen = false; ///< by a person; else the page begins with the year that is to be submitted

    void layOut();
    void beginWithTheYearThatIsDue();
    void load();
    void take(const QList<casework::AnnualLogEntry> &log);
    void showHeader();
    void showChosen();
    void openDeadline(const casework::AnnualLogEntry &entry);
    void exportCsv();
    void write(int year, const QString &path);
};

} // namespace tocsin::views
