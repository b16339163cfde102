// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/timeline_model.h"
#include "shared/case_context.h"
#include "shared/page.h"

class QCheckBox;
class QStackedWidget;

namespace tocsin::views {

class EmptyState;
class EntryDetails;
class NoticeBar;
class QuickEntry;
class SearchField;
class SegmentedFilter;
class StreamNotice;
class TimelineList;
class UndoOffer;

/// What happened, newest first: a line to log with on top, search and filters, and all of one entry beside the list.
class TimelinePage final : public Page
{
    Q_OBJECT

public:
    explicit TimelinePage(CaseContext *context, QWidget *parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// An entry's number; "new" puts the keyboard into the line to log with.
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    items::TimelineModel *m_model;
    QuickEntry *m_entry;
    SearchField *m_search;
    SegmentedFilter *m_streams;
    QCheckBox *m_chronology;
    StreamNotice *m_disagree;
    NoticeBar *m_notice;
    UndoOffer *m_undo;
    QStackedWidget *m_stack;
    TimelineList *m_list;
    EmptyState *m_noEntries;
    EmptyState *m_noMatch;
    EntryDetails *m_details;
    qint64 m_wanted = 0; ///< the entry to choose once the list is there
    qint64 m_chosen = 0; ///< the entry that was chosen when the filter changed

    [[nodiscard]] QWidget *makeEntryCard();
    [[nodiscard]] QWidget *makeListCard();
    [[nodiscard]] QWidget *makeDetailsCard();
    void makeEmptyStates();
    void connectParts();
    void applyFilter();
    void clearFilter();
    void showIncident();
    void showState();
    void choose(qint64 entry);
    void chooseAgain();
    void showDetails();
};

} // namespace tocsin::views
