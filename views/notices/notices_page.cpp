// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notices_page.h"

#include "jobs/documents.h"
#include "jobs/letters.h"
#include "law/wording.h"
#include "notices/add_notice_button.h"
#include "notices/letter_preview.h"
#include "notices/letter_production.h"
#include "notices/notice_review.h"
#include "notices/notice_side.h"
#include "notices/word_variants.h"
#include "notices/words_form.h"
#include "shared/card.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/undo_offer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

using casework::Kind;

constexpr int kListWidth = 264;
constexpr int kPreviewWidth = 400;
constexpr int kSideWidth = 312;

/// In the order in which the law looks at them: people first, the house last.
items::NoticeGroup groupOf(const casework::Notice &notice)
{
    static const QStringList order{u"individuals"_s, u"regulators"_s, u"states"_s,
                                   u"public"_s,      u"partners"_s,   u"inside"_s};
    const QStringList headings{NoticesPage::tr("Individuals"),          NoticesPage::tr("HHS and other authorities"),
                               NoticesPage::tr("States' offices"),      NoticesPage::tr("Media and public"),
                               NoticesPage::tr("Bureaus and partners"), NoticesPage::tr("Inside the house")};
    const qsizetype at = std::max<qsizetype>(order.indexOf(jobs::noticeGroup(notice)), 0);
    return {static_cast<int>(at), headings.at(at)};
}

} // namespace

NoticesPage::NoticesPage(CaseContext *context, FolderOpener opener, QWidget *parent)
    : Page({u"notices"_s, tr("Notices"), tr("Breach"), u"notices"_s}, parent)
    , m_context(context)
    , m_notices(new items::NoticeModel(context->file(), this))
    , m_runs(new items::RunModel(context->file(), context->zone(), this))
    , m_error(new NoticeBar(this))
    , m_done(new NoticeBar(this))
    , m_undo(new UndoOffer(context, casework::Kind::Notice, m_done, this))
    , m_production(new LetterProduction(context, std::move(opener), this))
    , m_side(new QStackedWidget(this))
    , m_list(new ListView(tr("Notices"), this))
    , m_runList(new ListView(tr("Letter runs"), this))
    , m_add(new AddNoticeButton(context, this))
    , m_preview(new LetterPreview(context, this))
    , m_beside(new NoticeSide(context, this))
    , m_review(m_beside->review())
    , m_words(new WordsForm(this))
{
    layOut();
    connectParts();
    m_preview->setEditing(mayEdit(), false);
    onIncident();
}

NoticesPage::~NoticesPage() = default;

QWidget *NoticesPage::makeLists()
{
    m_notices->setGrouping(groupOf);
    m_list->setModel(m_notices);
    m_list->setWrapRows(true);
    m_runList->setModel(m_runs);
    m_runList->setWrapRows(true);
    auto *notices = new Card(tr("Notices"));
    notices->setAction(tr("Texts…"));
    connect(notices, &Card::actionTriggered, this, [this] { Q_EMIT navigationRequested(u"texts"_s, QString()); });
    notices->setContent(m_list);
    notices->body()->addWidget(m_add);
    auto *runs = new Card(tr("Letter runs"));
    auto *none = makeMutedLabel(tr("None yet. Each run is listed here with its counts."));
    none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    runs->body()->addWidget(none, 1);
    runs->body()->addWidget(m_runList, 1);
    const auto showRuns = [this, none, runs] {
        const bool some = m_runs->rowCount() > 0;
        none->setVisible(!some);
        m_runList->setVisible(some);
        // Until there is a run, the notices have the room.
        runs->setSizePolicy(QSizePolicy::Preferred, some ? QSizePolicy::Preferred : QSizePolicy::Maximum);
    };
    connect(m_runs, &items::RunModel::loaded, none, showRuns);
    showRuns();
    auto *column = new QWidget;
    column->setMinimumWidth(kListWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(notices, 3);
    layout->addWidget(runs, 2);
    return column;
}

void NoticesPage::produce()
{
    if (m_currentIsDocument)
        m_production->beginDocument(m_currentKey);
    else
        m_production->begin(m_currentKey, 0);
}

void NoticesPage::layOut()
{
    m_side->addWidget(m_beside);
    m_side->addWidget(m_words);
    m_side->setMinimumWidth(kSideWidth);
    m_preview->setMinimumWidth(kPreviewWidth);
    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::space(2));
    columns->addWidget(makeLists(), 2);
    columns->addWidget(m_preview, 5);
    columns->addWidget(m_side, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->setSpacing(metrics::space(2));
    m_done->setClosable(true);
    layout->addWidget(m_error);
    layout->addWidget(m_done);
    layout->addWidget(m_production);
    layout->addWidget(new IncidentGate(*m_context,
                                       tr("Every incident comes with the letter to the people affected. It is written, "
                                          "checked, approved and produced here."),
                                       content, this),
                      1);
}

void NoticesPage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &NoticesPage::onIncident);
    connect(m_context, &CaseContext::zoneChanged, this, [this] { m_runs->setZone(m_context->zone()); });
    connect(m_beside, &NoticeSide::done, m_undo, &UndoOffer::offer);
    connect(m_context->file(), &casework::CaseFile::changed, this, &NoticesPage::onChanged);
    connect(m_notices, &items::NoticeModel::loaded, this, &NoticesPage::onLoaded);
    const auto say = [this](const QString &why) { m_error->showNotice(Tone::Danger, why); };
    connect(m_notices, &items::NoticeModel::failed, this, say);
    connect(m_runs, &items::RunModel::failed, this, say);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NoticesPage::choose);
    connect(m_add, &AddNoticeButton::failed, this, say);
    connect(m_add, &AddNoticeButton::added, this, [this](NoticeId notice) {
        m_wanted = notice;
        m_wantsEditing = mayEdit();
        if (m_notices->rowOf(m_wanted) >= 0)
            onLoaded(); // else once the model has it
    });
    connect(m_preview, &LetterPreview::editToggled, this, &NoticesPage::setEditing);
    connect(m_preview, &LetterPreview::importRequested, this,
            [this] { Q_EMIT navigationRequested(u"people"_s, QString()); });
    connect(m_words, &WordsForm::wordsChanged, this, [this] {
        if (isEditing()) // beside the checks stands what they looked at
            m_preview->setDraft(m_words->words());
    });
    connect(m_words, &WordsForm::saveRequested, this, &NoticesPage::save);
    connect(m_words, &WordsForm::closeRequested, this, [this] { setEditing(false); });
    connect(m_review, &NoticeReview::proofRequested, this,
            [this](int letters) { m_production->begin(m_currentKey, letters); });
    connect(m_review, &NoticeReview::produceRequested, this, &NoticesPage::produce);
    connect(m_production, &LetterProduction::runningChanged, m_review, &NoticeReview::setBusy);
}

void NoticesPage::onIncident()
{
    keepWords();
    m_production->putAway();
    m_done->clear();
    m_current = {};
    m_currentKey.clear();
    m_wanted = {};
    m_wantsEditing = false;
    m_beside->clear();
    m_preview->setNotice({});
    m_standings.drop();
    m_notices->setIncident(m_context->incident());
}

void NoticesPage::onLoaded()
{
    m_error->clear();
    askStandings();
    const int waiting = m_notices->inReview();
    setCount(waiting, Tone::Neutral, tr("%1 in review").arg(waiting));
    const int row = m_notices->rowOf(m_wanted.isNull() ? m_current : m_wanted);
    m_wanted = {};
    const QModelIndex index = m_notices->index(std::max(row, 0), 0);
    if (!index.isValid())
        return;
    if (m_list->currentIndex() == index)
        choose(index);
    else
        m_list->setCurrentIndex(index);
    if (!m_wantedPart.isEmpty())
        m_beside->showPart(std::exchange(m_wantedPart, {}));
    if (m_wantsEditing) {
        m_wantsEditing = false;
        setEditing(true);
    }
}

/// Whether what is called approved still is: that depends on roster, facts and organization too.
void NoticesPage::askStandings()
{
    const auto work = [file = m_context->file(),
                       incident = m_context->incident()](const Progress &) -> Result<QList<jobs::NoticeStanding>> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        return jobs::noticeStandings(*session, incident, file->now());
    };
    m_standings.run<QList<jobs::NoticeStanding>>(tr("Looking at approvals"), work, [this](const auto &found) {
        if (!found) {
            if (found.error().code != ErrorCode::Cancelled)
                m_error->showNotice(Tone::Danger,
                                    tr("Whether approvals still count is not known: %1").arg(found.error().message));
            return;
        }
        QHash<qint64, QString> reasons;
        QHash<qint64, QString> dues;
        for (const jobs::NoticeStanding &each : *found) {
            if (!each.approvalVoid.isEmpty())
                reasons.insert(each.notice.id.value, each.approvalVoid);
            if (each.dueDone)
                dues.insert(each.notice.id.value, tr("duty met"));
            else if (each.due.day().isValid())
                dues.insert(each.notice.id.value, tr("due %1").arg(law::shortDate(each.due.day())));
        }
        m_notices->setVoidApprovals(reasons);
        m_notices->setDues(dues);
    });
}

void NoticesPage::choose(const QModelIndex &index)
{
    if (const casework::Notice *notice = m_notices->recordAt(index.row()))
        showNotice(*notice);
}

void NoticesPage::showNotice(const casework::Notice &notice)
{
    const bool another = notice.id != m_current;
    if (another) {
        keepWords();
        m_production->putAway();
    }
    m_current = notice.id;
    m_currentKey = notice.key;
    m_currentIsDocument = jobs::isDocument(notice);
    m_production->setForEmails(notice.kind == "email"_L1);
    m_words->setNotice(notice);
    m_beside->setNotice(notice);
    m_runs->setNotice(m_context->incident(), notice.id);
    if (another) {
        m_preview->setNotice(notice.key, m_currentIsDocument);
        setEditing(isEditing() && mayEdit());
        if (const auto typed = m_unsaved.constFind(notice.id.value); typed != m_unsaved.cend())
            m_words->setWords(*typed);
    } else if (!isEditing()) {
        m_preview->refresh();
    }
}

void NoticesPage::onChanged(const casework::ChangeSet &changes)
{
    if (m_current.isNull())
        return;
    const bool people = changes.touches(Kind::Recipient) || changes.touches(Kind::Roster);
    const bool words
        = changes.touches(Kind::Facts) || changes.touches(Kind::Incident) || changes.touches(Kind::Organization);
    if (people)
        m_preview->reloadRecipients();
    else if (words)
        m_preview->refresh();
    if (people || words) {
        m_beside->recheck();
        askStandings();
    }
}

bool NoticesPage::mayEdit() const
{
    return m_context->may(casework::EditNotice::kAction);
}

bool NoticesPage::isEditing() const
{
    return m_side->currentWidget() == m_words;
}

void NoticesPage::setEditing(bool editing)
{
    if (editing == isEditing())
        return;
    if (!editing)
        keepWords();
    m_side->setCurrentWidget(editing ? static_cast<QWidget *>(m_words) : m_beside);
    m_preview->setEditing(mayEdit(), editing);
    if (editing)
        m_words->focusFirst();
    else
        m_preview->setDraft(std::nullopt);
    if (editing && m_unsaved.contains(m_current.value))
        m_words->setWords(m_unsaved.value(m_current.value));
}

/// Words that were typed and not saved come back when the notice does.
void NoticesPage::keepWords()
{
    if (m_current.isNull())
        return;
    if (m_words->isChanged())
        m_unsaved.insert(m_current.value, m_words->words());
    else
        m_unsaved.remove(m_current.value);
}

void NoticesPage::save()
{
    m_words->clearError();
    const casework::EditNotice edit{m_current, m_words->words()};
    whenDone(m_context->file()->submit(edit), this, [this, edit](const Result<casework::Receipt> &receipt) {
        const bool inFront = m_current == edit.notice;
        if (!receipt && inFront)
            return m_words->showError(receipt.error().message);
        if (!receipt)
            return; // they are kept as unsaved, and come back with their notice
        if (m_unsaved.value(edit.notice.value) == edit.fields)
            m_unsaved.remove(edit.notice.value);
        if (!inFront)
            return;
        m_words->discard(); // they are the store's now
        setEditing(false);
        m_undo->offer(*receipt);
    });
}

void NoticesPage::focusFirst()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QList<Command> NoticesPage::commands()
{
    return {{u"notices.edit"_s,
             tr("Edit the words of the notice"),
             tr("letter template text change"),
             {},
             [this] { setEditing(true); },
             [this] { return mayEdit() && !m_current.isNull(); }},
            {u"notices.submit"_s,
             tr("Send the notice to review"),
             tr("letter counsel"),
             {},
             [this] { m_review->submit(); },
             [this] { return m_review->steps().canSubmit; }},
            {u"notices.approve"_s,
             tr("Approve the notice"),
             tr("letter sign off"),
             {},
             [this] { m_review->approve(); },
             [this] { return m_review->steps().canApprove; }},
            {u"notices.accept-proof"_s,
             tr("Accept the proof set"),
             tr("letter sample test print"),
             {},
             [this] { m_review->acceptProof(); },
             [this] { return m_review->steps().canAccept; }},
            {u"notices.produce"_s,
             tr("Produce the letters"),
             tr("print run pdf mail"),
             {},
             [this] { produce(); },
             [this] { return m_review->steps().canProduce && !m_production->isRunning(); }}};
}

QVariantMap NoticesPage::place() const
{
    QVariantMap place{{u"notice"_s, m_current.value},
                      {u"recipient"_s, m_preview->recipientIndex()},
                      {u"editing"_s, isEditing()},
                      {u"part"_s, m_beside->part()}};
    QVariantMap unsaved; // of every notice, not only of the one in front
    for (auto each = m_unsaved.cbegin(); each != m_unsaved.cend(); ++each)
        unsaved.insert(QString::number(each.key()), toVariants(each.value()));
    if (m_words->isChanged())
        unsaved.insert(QString::number(m_current.value), toVariants(m_words->words()));
    if (!unsaved.isEmpty())
        place.insert(u"unsaved"_s, unsaved);
    place.insert(u"beside"_s, m_beside->unfinished());
    return place;
}

void NoticesPage::restorePlace(const QVariantMap &place)
{
    m_wanted = {place.value(u"notice"_s).toLongLong()};
    const QVariantMap unsaved = place.value(u"unsaved"_s).toMap();
    for (auto each = unsaved.cbegin(); each != unsaved.cend(); ++each)
        m_unsaved.insert(each.key().toLongLong(), fromVariants(each.value().toMap()));
    m_preview->showRecipient(place.value(u"recipient"_s).toInt());
    m_wantedPart = place.value(u"part"_s).toString();
    m_beside->restore(place.value(u"beside"_s).toMap());
    m_wantsEditing = place.value(u"editing"_s).toBool() && mayEdit();
    if (m_notices->isReady())
        onLoaded();
}

bool NoticesPage::showRecord(const QString &recordId)
{
    m_wanted = {recordId.toLongLong()};
    if (!m_notices->isReady())
        return true;
    const bool known = m_notices->rowOf(m_wanted) >= 0;
    if (known)
        onLoaded();
    m_wanted = {};
    return known;
}

} // namespace tocsin::views
