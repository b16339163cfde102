// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/letter_production.h"

#include "items/wording.h"
#include "notices/production_form.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"

#include <QDir>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(items::figure(number));
}

/// What was made for the outside of the letters.
QString outsideInWords(const notices::LetterRunSummary &run)
{
    const qint64 envelopes = run.addressesOn(u"envelopes"_s).pages;
    const qint64 sheets = run.addressesOn(u"labels"_s).pages;
    QStringList words;
    if (envelopes > 0)
        words << counted(envelopes, LetterProduction::tr("1 envelope"), LetterProduction::tr("%1 envelopes"));
    if (sheets > 0)
        words << counted(sheets, LetterProduction::tr("1 sheet of labels"),
                         LetterProduction::tr("%1 sheets of labels"));
    return LetterProduction::tr("With %1, in the order of the letters.")
        .arg(words.join(LetterProduction::tr(" and ", "between two kinds of files")));
}

/// Addresses that somebody has to look after by hand.
QString shortenedInWords(const notices::LetterRunSummary &run)
{
    const bool outside = run.addressesOn(u"envelopes"_s).pages + run.addressesOn(u"labels"_s).pages > 0;
    return outside
        ? counted(
            run.addressesShortened,
            LetterProduction::tr("1 address did not fit whole on letter, envelope or label; run.csv marks it."),
            LetterProduction::tr("%1 addresses did not fit whole on letter, envelope or label; run.csv marks them."))
        : counted(run.addressesShortened, LetterProduction::tr("1 address was shortened to fit the envelope's window."),
                  LetterProduction::tr("%1 addresses were shortened to fit the envelope's window."));
}

QString emailsInWords(const jobs::LetterRunReport &report)
{
    const notices::LetterRunSummary &run = report.summary;
    QStringList sentences{
        LetterProduction::tr("%1 as files to be sent, with a list of them, in %2.")
            .arg(counted(run.letters, LetterProduction::tr("1 e-mail"), LetterProduction::tr("%1 e-mails")),
                 QDir::toNativeSeparators(report.folder))};
    if (report.toldOtherwise > 0)
        sentences << counted(report.toldOtherwise, LetterProduction::tr("1 person had the letter and was left out."),
                             LetterProduction::tr("%1 people had the letter and were left out."));
    return sentences.join(u' ');
}

QString inWords(const jobs::LetterRunReport &report, bool proofs)
{
    const notices::LetterRunSummary &run = report.summary;
    if (report.medium == notices::Medium::Email)
        return emailsInWords(report);
    const bool calls = report.medium == notices::Medium::Phone;
    const QString letters = proofs
        ? counted(run.letters, LetterProduction::tr("1 proof"), LetterProduction::tr("%1 proofs"))
        : calls ? counted(run.letters, LetterProduction::tr("1 script"), LetterProduction::tr("%1 scripts"))
                : counted(run.letters, LetterProduction::tr("1 letter"), LetterProduction::tr("%1 letters"));
    QStringList sentences{
        LetterProduction::tr("%1 on %2 in %3, with a list of them, in %4.")
            .arg(letters, counted(run.pages, LetterProduction::tr("1 page"), LetterProduction::tr("%1 pages")),
                 counted(run.parts.size(), LetterProduction::tr("1 PDF file"), LetterProduction::tr("%1 PDF files")),
                 QDir::toNativeSeparators(report.folder))};
    if (run.addressesOn(u"envelopes"_s).pages + run.addressesOn(u"labels"_s).pages > 0)
        sentences << outsideInWords(run);
    if (run.wasFinished)
        sentences << LetterProduction::tr("They had been made before and not recorded; now they are.");
    else if (run.keptParts > 0)
        sentences << counted(run.keptParts, LetterProduction::tr("1 file of the interrupted run was kept."),
                             LetterProduction::tr("%1 files of the interrupted run were kept."));
    if (!proofs && report.toldOtherwise > 0)
        sentences << counted(report.toldOtherwise, LetterProduction::tr("1 person was told by e-mail and left out."),
                             LetterProduction::tr("%1 people were told by e-mail and left out."));
    if (run.withoutAddress > 0)
        sentences << counted(run.withoutAddress,
                             LetterProduction::tr("1 person has no usable address and got no letter."),
                             LetterProduction::tr("%1 people have no usable address and got no letter."));
    if (run.addressesShortened > 0)
        sentences << shortenedInWords(run);
    return sentences.join(u' ');
}

} // namespace

LetterProduction::LetterProduction(CaseContext *context, FolderOpener opener, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_open(std::move(opener))
    , m_form(new ProductionForm(this))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
{
    m_notice->setClosable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_form);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
    m_form->hide();
    connect(m_form, &ProductionForm::accepted, this, [this] {
        m_order.options = m_form->options();
        chooseFolder();
    });
    connect(m_form, &ProductionForm::dismissed, this, &LetterProduction::putAway);
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(m_bar, &JobBar::pauseToggled, this, &LetterProduction::hold);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done, total, tr("letters")); });
    connect(m_notice, &NoticeBar::stepChosen, this, &LetterProduction::onStep);
    connect(m_notice, &NoticeBar::closed, this, &QWidget::hide);
    hide();
}

bool LetterProduction::isRunning() const
{
    return m_job.isRunning();
}

void LetterProduction::begin(const QString &noticeKey, int proof, const QString &again)
{
    if (isRunning())
        return;
    m_order = {m_context->incident(), noticeKey, false, {}, again};
    m_order.options.proof = proof;
    m_order.options.proofGrows = proof > 0;
    if (proof > 0)
        chooseFolder();
    else
        askHow();
}

void LetterProduction::beginDocument(const QString &noticeKey)
{
    if (isRunning())
        return;
    m_order = {m_context->incident(), noticeKey, true, {}};
    chooseFolder();
}

void LetterProduction::putAway()
{
    if (isRunning())
        return;
    closeForm();
    m_notice->clear();
    hide();
}

void LetterProduction::setForEmails(bool emails)
{
    m_form->setForEmails(emails);
}

void LetterProduction::askHow()
{
    m_notice->clear();
    m_form->show();
    show();
    m_form->focusFirst();
    Q_EMIT askingChanged(true);
}

void LetterProduction::closeForm()
{
    m_form->hide();
    Q_EMIT askingChanged(false);
}

void LetterProduction::hold(bool held)
{
    if (!m_pause)
        return;
    if (held)
        m_pause->hold();
    else
        m_pause->release();
}

void LetterProduction::chooseFolder()
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::Folder;
    ask.title = m_order.isDocument  ? tr("An empty folder for the notice's files")
        : m_order.options.proof > 0 ? tr("An empty folder for the proof set")
                                    : tr("An empty folder for the letters");
    m_context->pathChooser()(this, ask, [this](const QString &folder) {
        if (!folder.isEmpty() && !isRunning())
            lookInto(folder);
    });
}

void LetterProduction::lookInto(const QString &folder)
{
    m_order.options.folder = folder;
    closeForm();
    m_notice->clear();
    if (m_order.isDocument)
        return produceDocument();
    using Begun = std::optional<Instant>;
    const auto work = [folder](const Progress &) { return notices::unfinishedRun(folder); };
    m_job.run<Begun>(tr("Looking into the folder"), work, [this](const Result<Begun> &begun) {
        if (!begun)
            say(Tone::Danger, begun.error().message, false);
        else if (*begun)
            offerToGoOn(**begun);
        else
            produce();
    });
}

void LetterProduction::offerToGoOn(const Instant &begun)
{
    m_notice->showNotice(
        Tone::Warning,
        tr("This folder holds a run that was begun on %1 and not finished. Going on keeps its finished "
           "files and the date of its letters; nobody is missed or doubled.")
            .arg(items::momentText(begun.inZone(m_context->zone()))),
        {{u"go-on"_s, tr("Go on with it")}, {u"other"_s, tr("Choose another folder")}});
    show();
}

void LetterProduction::produce()
{
    m_pause = std::make_shared<Pause>();
    m_order.options.pause = m_pause;
    m_notice->clear();
    m_bar->start(m_order.options.proof > 0 ? tr("Producing the proof set") : tr("Producing letters"));
    m_bar->setPausable(true);
    show();
    const auto work = [file = m_context->file(), order = m_order](const Progress &progress) {
        return jobs::runNotice(*file, order.incident, order.notice, order.options, progress, order.again);
    };
    m_job.run<jobs::LetterRunReport>(tr("Producing letters"), work,
                                     [this](const Result<jobs::LetterRunReport> &report) { finish(report); });
    Q_EMIT runningChanged(true);
}

void LetterProduction::produceDocument()
{
    m_bar->start(tr("Producing the notice"));
    show();
    const auto work = [file = m_context->file(), order = m_order](const Progress &progress) {
        return jobs::produceDocument(*file, order.incident, order.notice, order.options.folder, progress);
    };
    m_job.run<jobs::DocumentReport>(tr("Producing the notice"), work,
                                    [this](const Result<jobs::DocumentReport> &report) { finishDocument(report); });
    Q_EMIT runningChanged(true);
}

void LetterProduction::finishDocument(const Result<jobs::DocumentReport> &report)
{
    m_bar->finish();
    Q_EMIT runningChanged(false);
    if (!report)
        return end(report.error());
    say(Tone::Ok,
        tr("%1 as PDF, HTML, text and OpenDocument text, with their hashes, in %2.")
            .arg(counted(report->pages, tr("1 page"), tr("%1 pages")), QDir::toNativeSeparators(report->folder)),
        true);
}

void LetterProduction::end(const Error &error)
{
    say(error.code == ErrorCode::Cancelled ? Tone::Neutral : Tone::Danger, error.message, false);
}

void LetterProduction::finish(const Result<jobs::LetterRunReport> &report)
{
    m_bar->finish();
    Q_EMIT runningChanged(false);
    if (!report)
        return end(report.error());
    say(Tone::Ok, inWords(*report, m_order.options.proof > 0), true);
}

void LetterProduction::say(Tone tone, const QString &sentence, bool withFolder)
{
    m_notice->showNotice(tone, sentence,
                         withFolder ? QList<NextStep>{{u"open"_s, tr("Open folder")}}
                                    : QList<NextStep>{{u"other"_s, tr("Choose a folder")}});
    show();
}

void LetterProduction::onStep(const QString &id)
{
    if (id == "open"_L1)
        m_open(m_order.options.folder);
    else if (id == "go-on"_L1)
        produce();
    else
        chooseFolder();
}

} // namespace tocsin::views
