// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"
#include "shared/case_context.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class Badge;
class NoticeBar;
class WhenField;

/// All of one entry, and what can be done with it: correct it, put it into the regulator's chronology or take it out,
/// claim privilege. While a correction is being written the pane stays with its entry.
class EntryDetails : public QWidget
{
    Q_OBJECT

public:
    explicit EntryDetails(CaseContext *context, QWidget *parent = nullptr);

    void setEntry(const std::optional<casework::TimelineEntry> &entry);
    void beginCorrection();
    [[nodiscard]] bool isCorrecting() const;

Q_SIGNALS:
    /// Another entry, which this one corrects or which corrects this one.
    void entryWanted(qint64 id);
    /// Something was done with the entry.
    void done(const tocsin::casework::Receipt &receipt);

private:
    CaseContext *m_context;
    std::optional<casework::TimelineEntry> m_entry;
    std::optional<casework::TimelineEntry> m_next; ///< chosen while a correction was being written
    QStackedWidget *m_stack;
    QLabel *m_nothing;
    QWidget *m_reading;
    QWidget *m_writing;
    QPlainTextEdit *m_text;
    QGridLayout *m_facts;
    Badge *m_privileged;
    NoticeBar *m_notice;
    QPushButton *m_related;
    QPushButton *m_correct;
    QPushButton *m_chronology;
    QPushButton *m_privilege;
    QPlainTextEdit *m_newText;
    WhenField *m_newWhen;
    NoticeBar *m_newNotice;

    void makeReading();
    void makeWriting();
    void refresh();
    void refreshActions();
    void showFacts();
    void addFact(const QString &name, const QString &value);
    void showRelated();
    void flag(bool inChronology, bool privileged);
    void saveCorrection();
    void endCorrection();
};

} // namespace tocsin::views
