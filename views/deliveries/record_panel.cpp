// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/record_panel.h"

#include "casework/delivery_record.h"
#include "deliveries/recording_form.h"
#include "deliveries/returned_form.h"
#include "items/roster_wording.h"
#include "items/wording.h"
#include "jobs/delivery_proof.h"
#include "notices/letter_production.h"
#include "shared/form.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/undo_offer.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

using casework::DeliveryState;
using casework::Receipt;

RecordPanel::RecordPanel(CaseContext &context, FolderOpener opener, QWidget *parent)
    : Card(tr("Record what happened"), parent)
    , m_context(context)
    , m_buttons(new QWidget(this))
    , m_mailed(new QPushButton(tr("&Mailed…"), m_buttons))
    , m_returned(new QPushButton(tr("&Returned mail…"), m_buttons))
    , m_substitute(new QPushButton(tr("S&ubstitute notice…"), m_buttons))
    , m_rest(new QPushButton(m_buttons))
    , m_again(new QPushButton(tr("E&verybody again…"), m_buttons))
    , m_hint(makeMutedLabel({}, TypeStyle::Small, this))
    , m_recording(new RecordingForm(context.pathChooser(), this))
    , m_returns(new ReturnedForm(context.pathChooser(), this))
    , m_reasonPart(new QWidget(this))
    , m_reasonForm(new Form(1, m_reasonPart))
    , m_reason(new QLineEdit(m_reasonForm))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
    , m_undo(new UndoOffer(&context, casework::Kind::Delivery, m_notice, this))
    , m_production(new LetterProduction(&context, std::move(opener), this))
{
    m_notice->setClosable(true);
    makeButtons();
    makeReason();
    for (QWidget *each : {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_recording),
                          static_cast<QWidget *>(m_returns), m_reasonPart, static_cast<QWidget *>(m_bar),
                          static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_production)})
        body()->addWidget(each);
    connect(m_recording, &RecordingForm::accepted, this, &RecordPanel::record);
    connect(m_recording, &RecordingForm::dismissed, this, &RecordPanel::leave);
    connect(m_returns, &ReturnedForm::wanted, this, &RecordPanel::readReturns);
    connect(m_returns, &ReturnedForm::dismissed, this, &RecordPanel::leave);
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done, total); });
    connect(m_production, &LetterProduction::runningChanged, this, &RecordPanel::updateButtons);
    // One thing at a time; and its keys would be theirs too.
    connect(m_production, &LetterProduction::askingChanged, this,
            [this](bool asking) { m_buttons->setVisible(m_task == Task::None && !asking); });
    begin(Task::None);
}

void RecordPanel::makeButtons()
{
    auto *grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metrics::kGrid);
    const QList<QPushButton *> all{m_mailed, m_returned, m_substitute, m_rest, m_again};
    for (int i = 0; i < all.size(); ++i)
        grid->addWidget(all.at(i), i / 2, i % 2);
    body()->addWidget(m_buttons);
    m_mailed->setVisible(m_context.may(casework::RecordMailed::kAction));
    m_returned->setVisible(m_context.may(casework::RecordReturned::kAction));
    m_substitute->setVisible(m_context.may(casework::RecordSubstitute::kAction));
    for (QPushButton *each : {m_rest, m_again})
        each->setVisible(m_context.may(casework::RecordRun::kAction) && m_context.may("recipient.view"_L1));
    connect(m_mailed, &QPushButton::clicked, this, [this] { begin(Task::Mailing); });
    connect(m_returned, &QPushButton::clicked, this, [this] { begin(Task::Returns); });
    connect(m_substitute, &QPushButton::clicked, this, [this] { begin(Task::Substitute); });
    connect(m_again, &QPushButton::clicked, this, [this] { begin(Task::Again); });
    connect(m_rest, &QPushButton::clicked, this, [this] {
        begin(Task::None);
        m_production->begin(m_view.notice.key, 0);
    });
}

void RecordPanel::makeReason()
{
    m_reasonForm->addField(tr("&Why everybody gets this notice again"), m_reason,
                           tr("It goes into the record. A correction that only some need is a notice of its own."));
    auto *go = new QPushButton(tr("Choose ho&w and where"), m_reasonPart);
    setButtonKind(*go, ButtonKind::Primary);
    auto *later = new QPushButton(tr("&Not now"), m_reasonPart);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(go);
    buttons->addWidget(later);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_reasonPart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_reasonForm);
    layout->addLayout(buttons);
    connect(go, &QPushButton::clicked, this, &RecordPanel::writeAgain);
    connect(later, &QPushButton::clicked, this, &RecordPanel::leave);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_reasonForm->setError(m_reason, {}); });
    connect(m_reason, &QLineEdit::returnPressed, this, &RecordPanel::writeAgain);
}

void RecordPanel::show(const DeliveryView &view)
{
    m_view = view;
    m_production->setForEmails(view.notice.kind == "email"_L1);
    updateButtons();
}

void RecordPanel::putAway()
{
    m_job.drop();
    m_bar->finish();
    m_notice->clear();
    if (!m_production->isRunning()) // what it says is about the last one
        m_production->hide();
    m_view = {};
    begin(Task::None);
}

QList<casework::Run> RecordPanel::toMail() const
{
    QHash<RunId, qint64> mailed;
    for (const casework::DeliveryAct &act : m_view.acts) {
        if (act.kind == "mailed"_L1 && !act.withdrawn)
            mailed[act.run] += act.people;
    }
    QList<casework::Run> left;
    for (const casework::Run &run : m_view.runs) {
        if (mailed.value(run.id) < run.letters)
            left << run;
    }
    return left;
}

qint64 RecordPanel::inStates(std::initializer_list<DeliveryState> states) const
{
    qint64 people = 0;
    for (const DeliveryState state : states) {
        const auto found = m_view.funnel.states.find(state);
        people += found == m_view.funnel.states.end() ? 0 : found->second;
    }
    return people;
}

bool RecordPanel::canRecordMailing() const
{
    return m_context.may(casework::RecordMailed::kAction) && !m_job.isRunning() && !toMail().isEmpty();
}

bool RecordPanel::canRecordReturns() const
{
    return m_context.may(casework::RecordReturned::kAction) && !m_job.isRunning() && m_view.funnel.mailed > 0;
}

void RecordPanel::updateButtons()
{
    const bool busy = m_job.isRunning() || m_production->isRunning();
    const qint64 left = inStates({DeliveryState::Queued, DeliveryState::Corrected});
    const bool any = m_view.funnel.produced > 0;
    m_mailed->setEnabled(!busy && canRecordMailing());
    m_returned->setEnabled(!busy && canRecordReturns());
    m_substitute->setEnabled(!busy && m_view.substituteOwed > 0);
    m_rest->setText(left == 0 ? tr("&Write to the rest") : tr("&Write to the rest (%1)").arg(items::figure(left)));
    m_rest->setEnabled(!busy && any && left > 0);
    m_again->setEnabled(!busy && any);
    const bool asksSubstitute = m_task == Task::Substitute; // of which form it has to be
    m_hint->setText(asksSubstitute
                        ? items::addressSentence(m_view.withoutAddress)
                        : tr("No letter of this notice has been produced yet; that is done on the page of notices."));
    m_hint->setVisible(asksSubstitute || (!m_view.notice.id.isNull() && !any));
}

QString RecordPanel::titleOf(Task task)
{
    switch (task) {
    case Task::Mailing:
        return tr("Letters that were mailed");
    case Task::Returns:
        return tr("Returned mail");
    case Task::Substitute:
        return tr("Substitute notice to whom no letter reaches");
    case Task::Again:
        return tr("Write to everybody again");
    case Task::None:
        break;
    }
    return tr("Record what happened");
}

void RecordPanel::begin(Task task)
{
    m_task = task;
    m_production->putAway();
    if (task != Task::None)
        m_notice->clear();
    setTitle(titleOf(task));
    m_buttons->setVisible(task == Task::None);
    m_recording->setVisible(task == Task::Mailing || task == Task::Substitute);
    m_returns->setVisible(task == Task::Returns);
    m_reasonPart->setVisible(task == Task::Again);
    switch (task) {
    case Task::Mailing:
        m_recording->askMailing(toMail(), m_context.today(), m_context.zone());
        break;
    case Task::Substitute:
        m_recording->askSubstitute(m_context.today());
        break;
    case Task::Returns:
        m_returns->ask();
        break;
    case Task::Again:
        m_reason->clear();
        m_reason->setFocus(Qt::OtherFocusReason);
        break;
    case Task::None:
        break;
    }
    updateButtons();
}

void RecordPanel::leave()
{
    const QHash<Task, QPushButton *> begun{{Task::Mailing, m_mailed},
                                           {Task::Returns, m_returned},
                                           {Task::Substitute, m_substitute},
                                           {Task::Again, m_again}};
    QPushButton *button = begun.value(m_task);
    begin(Task::None);
    if (button && button->isEnabled())
        button->setFocus(Qt::OtherFocusReason);
    else
        m_returned->setFocus(Qt::OtherFocusReason);
}

void RecordPanel::recordMailing()
{
    begin(Task::Mailing);
}

void RecordPanel::recordReturns()
{
    begin(Task::Returns);
}

void RecordPanel::record(const Recording &recording)
{
    m_notice->clear();
    m_recording->setBusy(true);
    m_bar->start(tr("Recording"));
    // The notice that is in front now, whatever is in front when the work gets there.
    const auto work = [file = m_context.file(), recording, notice = m_view.notice.id,
                       mailing = m_task == Task::Mailing](const Progress &progress) -> Result<Receipt> {
        TOCSIN_ASSIGN(const casework::DeliveryProof proof,
                      jobs::deliveryProof(recording.carrier, recording.reference, recording.path, progress));
        TOCSIN_TRY(progress.check());
        if (mailing)
            return file->submit(casework::RecordMailed{recording.run, recording.on, proof}).result();
        return file->submit(casework::RecordSubstitute{notice, recording.on, recording.how, proof}).result();
    };
    m_job.run<Receipt>(tr("Recording deliveries"), work,
                       [this](const Result<Receipt> &receipt) { finishRecording(receipt); });
    updateButtons();
}

void RecordPanel::finishRecording(const Result<Receipt> &receipt)
{
    m_bar->finish();
    if (!receipt) {
        m_recording->comeBack();
        updateButtons();
        return say(receipt.error());
    }
    leave();
    m_undo->offer(*receipt);
}

void RecordPanel::readReturns(const QString &path, QDate on, const QString &sha256)
{
    m_notice->clear();
    m_returns->setBusy(true);
    m_bar->start(tr("Reading %1").arg(QFileInfo(path).fileName()));
    const jobs::ReturnedMail request{m_view.notice.incident, path, on, sha256.isEmpty(), sha256};
    const auto work = [file = m_context.file(), request](const Progress &progress) {
        return jobs::importReturnedMail(*file, request, progress);
    };
    m_job.run<jobs::ReturnedMailReport>(
        tr("Reading returned mail"), work,
        [this](const Result<jobs::ReturnedMailReport> &report) { finishReturns(report); });
    updateButtons();
}

void RecordPanel::finishReturns(const Result<jobs::ReturnedMailReport> &report)
{
    m_bar->finish();
    m_returns->setBusy(false);
    updateButtons();
    if (!report) {
        m_returns->forget();
        return say(report.error());
    }
    m_returns->show(*report);
    if (!report->dryRun)
        m_undo->offer(report->receipt);
}

void RecordPanel::writeAgain()
{
    if (m_reason->text().trimmed().isEmpty()) {
        m_reasonForm->setError(m_reason, tr("Say why, for the record."));
        return m_reason->setFocus(Qt::OtherFocusReason);
    }
    const QString reason = m_reason->text();
    begin(Task::None);
    m_production->begin(m_view.notice.key, 0, reason);
}

void RecordPanel::say(const Error &error)
{
    m_notice->showNotice(error.code == ErrorCode::Cancelled ? Tone::Neutral : Tone::Danger, error.message);
}

} // namespace tocsin::views
