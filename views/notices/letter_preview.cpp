// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/letter_preview.h"

#include "casework/letter_export.h"
#include "casework/roster.h"
#include "items/wording.h"
#include "jobs/documents.h"
#include "jobs/letter_export.h"
#include "shared/empty_state.h"
#include "shared/icons.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"

#include <QBuffer>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

using namespace std::chrono_literals;
constexpr auto kTypingPause = 350ms;
constexpr auto kViewRight = QLatin1StringView("recipient.view");

enum StackPage { LetterPage, NotAllowedPage, NobodyPage, NoMatchPage };

/// One letter, on a connection of its own.
Result<QByteArray> makeLetter(casework::CaseFile &file, IncidentId incident, const QString &key, RecipientId recipient,
                              const std::optional<LetterPreview::Words> &draft, const Progress &progress)
{
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(jobs::LetterMaterial material, jobs::letterMaterial(*session, incident, key, file.now()));
    if (draft)
        jobs::tryWords(material, *draft);
    TOCSIN_TRY(progress.check());
    return jobs::previewLetter(*session, material, recipient);
}

/// One document, which names nobody of the roster.
Result<QByteArray> makeDocument(casework::CaseFile &file, IncidentId incident, const QString &key,
                                const std::optional<LetterPreview::Words> &draft, const Progress &progress)
{
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(const auto session, file.openSession());
    TOCSIN_ASSIGN(jobs::DocumentMaterial material, jobs::documentMaterial(*session, incident, key, file.now()));
    if (draft)
        jobs::tryWords(material, *draft);
    return jobs::previewDocument(material);
}

/// A text that is being edited, for one person.
Result<QByteArray> makeText(casework::CaseFile &file, IncidentId incident, const jobs::TextDraft &text,
                            RecipientId recipient, const Progress &progress)
{
    TOCSIN_TRY(progress.check());
    TOCSIN_ASSIGN(const auto session, file.openSession());
    return jobs::previewText(*session, incident, text, recipient, file.now());
}

QPushButton *makeStep(const QString &sign, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(sign, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

QLabel *makeChip(QWidget *parent)
{
    auto *chip = makeLabel({}, TypeStyle::Small, parent);
    chip->setObjectName(u"chip"_s);
    return chip;
}

} // namespace

LetterPreview::LetterPreview(CaseContext *context, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_maySee(context->may(kViewRight))
    , m_edit(new QPushButton(tr("Edit words"), this))
    , m_previous(makeStep(u"‹"_s, tr("Previous recipient"), this))
    , m_next(makeStep(u"›"_s, tr("Next recipient"), this))
    , m_who(makeChip(this))
    , m_find(new SearchField(tr("Find by name or id"), this))
    , m_pages(makeChip(this))
    , m_fit(new QPushButton(tr("Whole page"), this))
    , m_save(new QPushButton(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QPdfView(this))
    , m_document(new QPdfDocument(this))
{
    setObjectName(u"card"_s);
    setAccessibleName(tr("Letter preview"));
    m_edit->setCheckable(true);
    setButtonKind(*m_edit, ButtonKind::Segment); // it shows that it is on
    m_edit->setMinimumWidth(metrics::space(13)); // its words are bold while it is on
    m_next->setObjectName(u"nextRecipient"_s);
    m_find->setAccessibleName(tr("Find a recipient by name or id"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    connect(&m_soon, &QTimer::timeout, this, &LetterPreview::refresh);
    connect(m_edit, &QPushButton::toggled, this, &LetterPreview::editToggled);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_fit, &QPushButton::clicked, this, &LetterPreview::toggleFit);
    fillSaveMenu();
    connect(m_find, &SearchField::searchChanged, this, [this](const QString &words) {
        m_search = words.trimmed();
        reloadRecipients();
    });
    connect(m_find, &SearchField::resultsWanted, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &LetterPreview::updatePages);
    fillStack();
    layOut();
    tint();
    updateTools();
}

LetterPreview::~LetterPreview() = default;

void LetterPreview::fillStack()
{
    m_view->setDocument(m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    setFocusRing(*m_view);
    m_view->setDocumentMargins({metrics::kGrid, metrics::kGrid, metrics::kGrid, metrics::kGrid});
    m_view->setPageSpacing(metrics::space(2));
    m_view->setAccessibleName(tr("Pages of the letter"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(new EmptyState(
        u"lock"_s, tr("Letters are not shown to your role"),
        tr("A letter holds a person's name, address and health information. Those who prepare and review letters see "
           "it; you see how far each notice is.")));
    auto *nobody = new EmptyState(u"people"_s, tr("Nobody to write to yet"),
                                  tr("Once the people affected are imported, any of their letters is shown here as it "
                                     "will be printed."),
                                  tr("Go to People affected"));
    connect(nobody, &EmptyState::actionTriggered, this, &LetterPreview::importRequested);
    m_stack->addWidget(nobody);
    m_stack->addWidget(
        new EmptyState(u"search"_s, tr("Nobody found"),
                       tr("No recipient's name, city or id holds these words. Clear the search to see all letters.")));
}

QBoxLayout *LetterPreview::makeToolBar()
{
    const auto makeRow = [] {
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::kGrid);
        return row;
    };
    QHBoxLayout *letter = makeRow();
    letter->addWidget(m_edit);
    letter->addStretch(1);
    letter->addWidget(m_save);
    letter->addWidget(m_fit);
    QHBoxLayout *people = makeRow();
    people->addWidget(m_previous);
    people->addWidget(m_who);
    people->addWidget(m_next);
    people->addStretch(1);
    QHBoxLayout *look = makeRow();
    look->addWidget(m_find, 1);
    look->addWidget(m_pages);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(metrics::kGrid);
    rows->addLayout(letter);
    rows->addLayout(people);
    rows->addLayout(look);
    const QList<QWidget *> order{m_edit, m_save, m_fit, m_previous, m_next, m_find};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    return rows;
}

void LetterPreview::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(2), metrics::space(2), metrics::space(2), metrics::space(2));
    layout->setSpacing(metrics::kGrid);
    layout->addLayout(makeToolBar());
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
}

void LetterPreview::setNotice(const QString &key, bool isDocument)
{
    m_key = key;
    m_isDocument = isDocument;
    m_draft.reset();
    m_text.reset();
    m_notice->clear();
    forgetLetter();
    reloadRecipients();
}

void LetterPreview::setDraft(const std::optional<Words> &words)
{
    m_draft = words;
    updateTools();
    m_soon.start();
}

void LetterPreview::setText(const jobs::TextDraft &draft)
{
    const bool another = !m_text || m_text->id != draft.id;
    m_text = draft;
    if (!another)
        return m_soon.start();
    m_key = draft.id;
    m_isDocument = jobs::isDocumentText(draft.id);
    forgetLetter();
    reloadRecipients();
}

void LetterPreview::setNarrow()
{
    m_narrow = true;
    setObjectName(QString());
    layout()->setContentsMargins(0, 0, 0, 0);
}

void LetterPreview::setEditing(bool allowed, bool editing)
{
    m_edit->setVisible(allowed);
    m_edit->setChecked(editing);
}

void LetterPreview::reloadRecipients()
{
    const int asked = ++m_asked; // an answer on the way is of another time
    if (!m_maySee || m_isDocument || m_key.isEmpty() || m_context->incident().isNull()) {
        takeRecipients({});
        return;
    }
    const casework::RecipientIds query{m_context->incident(), m_search, {}, casework::Standing::Included};
    whenDone(m_context->file()->ask(query), this, [this, asked](const Result<QList<RecipientId>> &answer) {
        if (asked != m_asked)
            return;
        if (answer)
            takeRecipients(*answer);
        else
            m_notice->showNotice(Tone::Danger, answer.error().message);
    });
}

void LetterPreview::takeRecipients(const QList<RecipientId> &found)
{
    const RecipientId inFront = m_recipients.value(m_index);
    const qsizetype place = inFront.isNull() ? -1 : found.indexOf(inFront);
    const qsizetype last = std::max<qsizetype>(found.size() - 1, 0);
    const qsizetype fallback = m_recipients.isEmpty() ? m_index : 0;
    m_recipients = found;
    m_index = static_cast<int>(std::min(place >= 0 ? place : fallback, last));
    refresh();
}

void LetterPreview::showRecipient(int index)
{
    m_index = std::max(index, 0);
    if (m_recipients.isEmpty())
        return;
    m_index = std::min(m_index, static_cast<int>(m_recipients.size()) - 1);
    refresh();
}

void LetterPreview::step(int by)
{
    showRecipient(m_index + by);
}

void LetterPreview::refresh()
{
    m_soon.stop();
    updateTools();
    if (m_recipients.isEmpty() && !m_isDocument) {
        m_job.drop();
        forgetLetter();
        return;
    }
    const auto work = [file = m_context->file(), incident = m_context->incident(), key = m_key,
                       recipient = m_recipients.value(m_index), draft = m_draft, text = m_text,
                       isDocument = m_isDocument](const Progress &progress) {
        if (text)
            return makeText(*file, incident, *text, recipient, progress);
        return isDocument ? makeDocument(*file, incident, key, draft, progress)
                          : makeLetter(*file, incident, key, recipient, draft, progress);
    };
    m_job.run<QByteArray>(tr("Preparing the letter"), work, [this](const Result<QByteArray> &pdf) {
        if (pdf)
            showLetter(*pdf);
        else
            m_notice->showNotice(Tone::Danger, pdf.error().message);
    });
}

void LetterPreview::showLetter(const QByteArray &pdf)
{
    const int scrolled = m_view->verticalScrollBar()->value();
    m_notice->clear();
    forgetLetter();
    m_pdf = new QBuffer(this);
    m_pdf->setData(pdf);
    m_pdf->open(QIODevice::ReadOnly);
    m_document->load(m_pdf);
    m_view->verticalScrollBar()->setValue(scrolled);
    updatePages();
    Q_EMIT shown();
}

void LetterPreview::forgetLetter()
{
    m_document->close();
    delete m_pdf;
    m_pdf = nullptr;
    updatePages();
}

int LetterPreview::pageCount() const
{
    return m_document->pageCount();
}

void LetterPreview::updateTools()
{
    const bool some = !m_recipients.isEmpty();
    const bool shows = m_maySee && !m_isDocument && (some || !m_search.isEmpty());
    m_stack->setCurrentIndex(m_isDocument             ? LetterPage
                                 : !m_maySee          ? NotAllowedPage
                                 : some               ? LetterPage
                                 : m_search.isEmpty() ? NobodyPage
                                                      : NoMatchPage);
    for (QWidget *tool : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                          static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_find)})
        tool->setVisible(shows);
    m_fit->setVisible(!m_narrow && (shows || m_isDocument));
    m_save->setVisible(!m_narrow && shows && m_context->may(casework::RecordLetterExport::kAction));
    // What is saved is what the store has, and not what is being written.
    m_save->setEnabled(some && !m_draft);
    m_previous->setEnabled(some && m_index > 0);
    m_next->setEnabled(some && m_index + 1 < m_recipients.size());
    const QString words = m_search.isEmpty() ? tr("Recipient %1 of %2") : tr("Match %1 of %2");
    m_who->setText(some ? words.arg(items::figure(m_index + 1), items::figure(m_recipients.size())) : tr("No match"));
}

/// The letter in front, or a sample without anybody, in each of the forms that leave the house.
void LetterPreview::fillSaveMenu()
{
    using Format = jobs::LetterFormat;
    auto *menu = new QMenu(m_save);
    const QList<std::pair<Format, QString>> forms{{Format::Pdf, tr("PDF")},
                                                  {Format::Html, tr("HTML")},
                                                  {Format::Odt, tr("OpenDocument text")},
                                                  {Format::Text, tr("Plain text")}};
    for (const bool sample : {false, true}) {
        menu->addSection(sample ? tr("A sample with placeholders") : tr("This letter"));
        for (const auto &[format, name] : forms)
            connect(menu->addAction(name), &QAction::triggered, this,
                    [this, format = format, sample] { save(format, sample); });
    }
    m_save->setAccessibleName(tr("Save this letter or a sample as a file"));
    m_save->setToolTip(tr("%1 (Alt+V)").arg(m_save->accessibleName()));
    m_save->setShortcut(Qt::ALT | Qt::Key_V);
    m_save->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_save->setMenu(menu);
}

void LetterPreview::save(jobs::LetterFormat format, bool sample)
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::SaveFile;
    ask.title = tr("Save the letter");
    ask.suffix = format == jobs::LetterFormat::Text ? u"txt"_s : jobs::toWord(format);
    ask.suggested = (sample ? u"sample."_s : u"letter."_s) + ask.suffix;
    jobs::LetterChoice choice;
    if (!sample)
        choice.recipient = m_recipients.value(m_index);
    m_context->pathChooser()(this, ask, [this, choice, format, key = m_key](const QString &path) {
        if (path.isEmpty())
            return;
        const auto work
            = [file = m_context->file(), incident = m_context->incident(), key, choice, format,
               path](const Progress &) { return jobs::saveLetter(*file, incident, key, choice, format, path); };
        m_saving.run<void>(tr("Saving the letter"), work, [this, path](const Result<> &saved) {
            m_notice->showNotice(saved ? Tone::Ok : Tone::Danger,
                                 saved ? tr("Saved as %1. The ledger has it.").arg(QDir::toNativeSeparators(path))
                                       : saved.error().message);
        });
    });
}

void LetterPreview::updatePages()
{
    const int pages = pageCount();
    m_pages->setVisible(pages > 0);
    m_pages->setText(tr("Page %1 of %2").arg(m_view->pageNavigator()->currentPage() + 1).arg(pages));
}

void LetterPreview::toggleFit()
{
    const bool whole = m_view->zoomMode() == QPdfView::ZoomMode::FitInView;
    m_view->setZoomMode(whole ? QPdfView::ZoomMode::FitToWidth : QPdfView::ZoomMode::FitInView);
    m_fit->setText(whole ? tr("Whole page") : tr("Full width"));
}

void LetterPreview::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tint();
}

/// The ground behind the paper, which QPdfView takes from this role of its palette.
void LetterPreview::tint()
{
    QPalette colors = m_view->palette();
    m_save->setIcon(themedIcon(u"export"_s));
    if (colors.color(QPalette::Dark) == activeColors().sunken)
        return;
    colors.setColor(QPalette::Dark, activeColors().sunken);
    m_view->setPalette(colors);
}

} // namespace tocsin::views
