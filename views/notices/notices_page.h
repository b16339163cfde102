// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/notice_model.h"
#include "items/run_model.h"
#include "shared/case_context.h"
#include "shared/folder_opener.h"
#include "shared/job_slot.h"
#include "shared/page.h"

#include <QMap>

class QStackedWidget;

namespace tocsin::views {

class AddNoticeButton;
class LetterPreview;
class LetterProduction;
class ListView;
class NoticeBar;
class NoticeReview;
class NoticeSide;
class UndoOffer;
class WordsForm;

/// The notices of an incident: anybody's letter as it will be printed, its words, the checks, the approvals, and the
/// runs that produce it.
class NoticesPage final : public Page
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the page.
    explicit NoticesPage(CaseContext *context, FolderOpener opener = systemFolderOpener(), QWidget *parent = nullptr);
    ~NoticesPage() override;

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// The id of a notice.
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    items::NoticeModel *m_notices;
    items::RunModel *m_runs;
    NoticeId m_current;
    QString m_currentKey;
    NoticeId m_wanted; // to be shown once the notices are here
    bool m_wantsEditing = false;
    QString m_wantedPart; // beside the notice, to come back with it
    QMap<qint64, QMap<QString, QString>> m_unsaved; // words typed and not saved, by notice

    NoticeBar *m_error;
    NoticeBar *m_done; ///< what was done and can be taken back; a reload leaves it
    UndoOffer *m_undo;
    LetterProduction *m_production;
    QStackedWidget *m_side;
    ListView *m_list;
    ListView *m_runList;
    AddNoticeButton *m_add;
    LetterPreview *m_preview;
    NoticeSide *m_beside;
    NoticeReview *m_review; ///< a part of it
    WordsForm *m_words;
    bool m_currentIsDocument = false;
    JobSlot m_standings; // after what its work refers to, so that it goes first

    void layOut();
    [[nodiscard]] QWidget *makeLists();
    void connectParts();
    void onIncident();
    void onLoaded();
    void askStandings();
    void onChanged(const casework::ChangeSet &changes);
    void choose(const QModelIndex &index);
    void showNotice(const casework::Notice &notice);
    void setEditing(bool editing);
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] bool mayEdit() const;
    void keepWords();
    void save();
    void produce();
};

} // namespace tocsin::views
