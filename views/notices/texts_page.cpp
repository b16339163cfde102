// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/texts_page.h"

#include "items/item_roles.h"
#include "notices/field_list.h"
#include "notices/house_style_panel.h"
#include "notices/letter_preview.h"
#include "notices/template_edit.h"
#include "notices/text_model.h"
#include "notices/text_problems.h"
#include "notices/text_versions.h"
#include "shared/card.h"
#include "shared/notice_bar.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

using namespace std::chrono_literals;
constexpr auto kTypingPause = 350ms;
constexpr int kListWidth = 216;
constexpr int kEditWidth = 360;
constexpr int kSideWidth = 366;

const QString kLetter = u"letter"_s;
const QString kFields = u"fields"_s;
const QString kVersions = u"versions"_s;
const QString kStyle = u"style"_s;
const QString kOnTop = u"on-top"_s;

/// Where a side stands in the stack.
int placeOf(const QString &side)
{
    return static_cast<int>(std::max<qsizetype>(QStringList({kLetter, kFields, kVersions, kStyle}).indexOf(side), 0));
}

} // namespace

TextsPage::TextsPage(CaseContext *context, QWidget *parent)
    : Page({u"texts"_s, tr("Texts"), tr("Breach"), u"findings"_s}, parent)
    , m_context(context)
    , m_model(new TextModel(this))
    , m_mayEdit(context->may(casework::SaveTemplate::kAction))
    , m_notice(new NoticeBar(this))
    , m_search(new SearchField(tr("Find a text"), this))
    , m_list(new ListView(tr("Texts of notices"), this))
    , m_card(new Card(tr("Text"), this))
    , m_restore(new QPushButton(tr("&Program's text"), this))
    , m_edit(new TemplateEdit(this))
    , m_problems(new TextProblems(this))
    , m_reason(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Save version"), this))
    , m_discard(new QPushButton(tr("&Discard"), this))
    , m_sides(new SegmentedFilter(tr("Beside the text"), this))
    , m_side(new QStackedWidget(this))
    , m_preview(new LetterPreview(context, this))
    , m_fields(new FieldList(this))
    , m_versions(new TextVersions(context, this))
    , m_house(new HouseStylePanel(context, this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTypingPause);
    m_notice->setClosable(true);
    layOut();
    connectParts();
    load();
}

TextsPage::~TextsPage() = default;

QWidget *TextsPage::makeList()
{
    m_search->setAccessibleName(tr("Find a text"));
    m_list->setModel(m_model);
    m_list->setWrapRows(true);
    auto *card = new Card(tr("Texts of notices"));
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_list, 1);
    card->setMinimumWidth(kListWidth);
    return card;
}

Card *TextsPage::makeEditor()
{
    m_edit->setAccessibleName(tr("The text"));
    m_edit->setReadOnly(true);
    m_restore->setToolTip(tr("Puts the text that came with the program in the editor; saving makes it a version."));
    m_card->addToHeader(m_restore);
    m_reason->setPlaceholderText(tr("Why it changes"));
    m_reason->setAccessibleName(tr("Why it changes"));
    m_reason->setMaxLength(500);
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_reason, 1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    m_card->body()->addWidget(m_edit, 1);
    m_card->body()->addWidget(m_problems);
    if (m_mayEdit)
        m_card->body()->addLayout(buttons);
    else
        m_card->body()->addWidget(
            makeMutedLabel(tr("The compliance lead, legal counsel and the communications lead change texts.")));
    for (QWidget *each : {static_cast<QWidget *>(m_restore), static_cast<QWidget *>(m_reason),
                          static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_discard)})
        each->setVisible(m_mayEdit);
    m_card->setMinimumWidth(kEditWidth);
    return m_card;
}

Card *TextsPage::makeSide()
{
    m_sides->setSegments(
        {{kLetter, tr("Letter")}, {kFields, tr("Fields")}, {kVersions, tr("Versions")}, {kStyle, tr("House")}});
    m_preview->setEditing(false, false);
    m_preview->setNarrow();
    m_versions->setMayEdit(m_mayEdit);
    m_side->addWidget(m_preview);
    m_side->addWidget(m_fields);
    m_side->addWidget(m_versions);
    m_side->addWidget(m_house);
    auto *card = new Card(tr("Beside the text"));
    card->body()->addWidget(m_sides);
    card->body()->addWidget(m_side, 1);
    card->setMinimumWidth(kSideWidth);
    return card;
}

void TextsPage::layOut()
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::space(2));
    columns->addWidget(makeList(), 2);
    columns->addWidget(makeEditor(), 5);
    columns->addWidget(makeSide(), 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    updateButtons();
}

void TextsPage::connectParts()
{
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Template))
            load();
        else if (changes.touches(casework::Kind::Facts) || changes.touches(casework::Kind::Notice)
                 || changes.touches(casework::Kind::Organization))
            m_preview->refresh();
    });
    connect(m_context, &CaseContext::incidentChanged, m_preview, &LetterPreview::reloadRecipients);
    connect(m_preview, &LetterPreview::importRequested, this,
            [this] { Q_EMIT navigationRequested(u"people"_s, QString()); });
    connect(m_search, &SearchField::searchChanged, this, &TextsPage::filter);
    connect(m_search, &SearchField::resultsWanted, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_isFiltering)
            choose(index.data(items::RecordIdRole).toString());
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TextsPage::onTyped);
    connect(&m_soon, &QTimer::timeout, this, &TextsPage::check);
    connect(m_problems, &TextProblems::lineChosen, m_edit, &TemplateEdit::goToLine);
    connect(m_reason, &QLineEdit::textChanged, this, &TextsPage::updateButtons);
    connect(m_reason, &QLineEdit::returnPressed, this, &TextsPage::save);
    connect(m_save, &QPushButton::clicked, this, &TextsPage::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_drafts.remove(m_id);
        m_notice->clear();
        m_base = m_newest;
        put(m_saved);
    });
    connect(m_restore, &QPushButton::clicked, this, &TextsPage::restore);
    connect(m_sides, &SegmentedFilter::currentChanged, this,
            [this](const QString &side) { m_side->setCurrentIndex(placeOf(side)); });
    connect(m_fields, &FieldList::chosen, m_edit, &TemplateEdit::insertField);
    connect(m_versions, &TextVersions::editRequested, this, &TextsPage::type);
    connect(m_notice, &NoticeBar::stepChosen, this, [this](const QString &step) {
        if (step != kOnTop)
            return;
        m_base = m_newest;
        m_notice->clear();
        updateButtons();
    });
}

void TextsPage::load()
{
    const auto work = [file = m_context->file()](const Progress &) -> Result<QList<jobs::HouseText>> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        return jobs::houseTexts(*session);
    };
    m_listing.run<QList<jobs::HouseText>>(tr("Reading the texts"), work, [this](const auto &texts) {
        if (!texts)
            return m_notice->showNotice(Tone::Danger, texts.error().message);
        m_model->setTexts(*texts);
        const QString wanted = std::exchange(m_wanted, {});
        if (!m_asked.isEmpty() && (wanted.isEmpty() || wanted == m_asked))
            open(m_asked);
        else
            m_list->setCurrentIndex(m_model->index(std::max(m_model->rowOf(wanted), 0), 0));
    });
}

/// What is in front stays there, whatever the list shows.
void TextsPage::filter(const QString &words)
{
    const QScopedValueRollback filtering(m_isFiltering, true);
    m_model->setWords(words);
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_asked), 0));
}

void TextsPage::choose(const QString &id)
{
    if (id == m_asked)
        return;
    keepDraft();
    m_notice->clear();
    open(id);
}

void TextsPage::open(const QString &id)
{
    m_asked = id;
    const auto work = [file = m_context->file(), id](const Progress &) -> Result<Opened> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        Opened text;
        TOCSIN_ASSIGN(text.newest, jobs::textVersion(*session, id));
        TOCSIN_ASSIGN(text.versions, jobs::textVersions(*session, id));
        TOCSIN_ASSIGN(text.fields, notices::fieldsOf(id));
        return text;
    };
    m_opening.run<Opened>(tr("Opening the text"), work, [this](const Result<Opened> &text) {
        if (text)
            show(*text);
        else
            m_notice->showNotice(Tone::Danger, text.error().message);
    });
}

/// The same text again, because somebody saved it or another was left before it opened: what is typed here stays.
void TextsPage::show(const Opened &text)
{
    const bool again = m_id == text.newest.id;
    const bool isNewer = text.newest.version != m_newest;
    const bool keep = again && isChanged() && typed() != text.newest.bytes;
    m_id = text.newest.id;
    m_saved = text.newest.bytes;
    m_newest = text.newest.version;
    m_edit->setReadOnly(!m_mayEdit);
    const jobs::HouseText *listed = m_model->find(m_id);
    m_card->setTitle(listed ? textName(*listed) : m_id);
    m_fields->setFields(text.fields);
    m_versions->setDraft({});
    m_versions->setText(m_id, text.versions);
    if (keep) {
        m_drafts.remove(m_id);
        if (isNewer)
            sayWhoSaved(text.newest);
        onTyped();
    } else {
        const TextDraft draft = m_drafts.take(m_id);
        m_reason->setText(draft.reason);
        m_base = draft.bytes.isEmpty() ? m_newest : draft.base;
        put(draft.bytes.isEmpty() ? m_saved : draft.bytes);
        if (m_base != m_newest)
            sayWhoSaved(text.newest);
    }
    Q_EMIT opened();
}

void TextsPage::sayWhoSaved(const casework::TemplateVersion &newest)
{
    m_notice->showNotice(Tone::Warning,
                         tr("%1 saved version %2 while you were writing: %3. “Versions” shows what it changed.")
                             .arg(newest.byName, QString::number(newest.version), newest.reason),
                         {{kOnTop, tr("Save mine on top of it")}});
}

void TextsPage::put(const QByteArray &bytes)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_edit->setPlainText(QString::fromUtf8(bytes));
    }
    onTyped();
    m_soon.stop();
    check();
}

/// As one step of typing, so that Ctrl+Z brings back what stood there.
void TextsPage::type(const QByteArray &bytes)
{
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(QString::fromUtf8(bytes));
    m_soon.stop();
    check();
}

/// Not toPlainText(), which makes plain spaces of those that do not break.
QByteArray TextsPage::typed() const
{
    QString text = m_edit->document()->toRawText();
    return text.replace(QChar::ParagraphSeparator, u'\n').toUtf8();
}

void TextsPage::keepDraft()
{
    if (m_id.isEmpty())
        return;
    if (isChanged())
        m_drafts.insert(m_id, {typed(), m_base, m_reason->text()});
    else
        m_drafts.remove(m_id);
}

void TextsPage::onTyped()
{
    if (m_filling || m_id.isEmpty())
        return;
    updateButtons();
    m_soon.start();
}

void TextsPage::check()
{
    const QByteArray bytes = typed();
    m_preview->setText({m_id, bytes});
    m_versions->setDraft(isChanged() ? std::optional(bytes) : std::nullopt);
    const auto work = [id = m_id, bytes](const Progress &) { return notices::templateProblems(id, bytes); };
    m_checking.run<QList<notices::TemplateProblem>>(tr("Checking the text"), work, [this](const auto &problems) {
        if (problems)
            showProblems(*problems);
        Q_EMIT checked();
    });
}

void TextsPage::showProblems(const QList<notices::TemplateProblem> &problems)
{
    m_edit->setProblems(problems);
    m_problems->setProblems(problems);
    updateButtons();
}

void TextsPage::updateButtons()
{
    const bool changed = !m_id.isEmpty() && isChanged();
    const jobs::HouseText *listed = m_model->find(m_id);
    m_reason->setEnabled(changed);
    m_discard->setEnabled(changed);
    m_save->setEnabled(changed && m_problems->isEmpty() && !m_saving.isRunning()
                       && !m_reason->text().trimmed().isEmpty());
    m_restore->setEnabled(listed && !listed->isShipped);
}

void TextsPage::save()
{
    if (!m_save->isEnabled())
        return;
    const auto work = [file = m_context->file(), id = m_id, base = m_base, bytes = typed(), reason = m_reason->text()](
                          const Progress &) { return jobs::saveText(*file, id, base, bytes, reason); };
    m_saving.run<casework::Receipt>(tr("Saving the text"), work,
                                    [this, id = m_id, base = m_base](const Result<casework::Receipt> &receipt) {
                                        finishSaving(id, base, receipt);
                                    });
    updateButtons();
}

/// What was saved comes back with CaseFile::changed(). By now another text may be in front, with words of its own.
void TextsPage::finishSaving(const QString &id, int base, const Result<casework::Receipt> &receipt)
{
    const bool inFront = id == m_id;
    if (receipt) {
        m_drafts.remove(id);
        if (inFront)
            m_reason->clear();
    }
    const QString said = receipt
        ? tr("Saved as version %1. Notices made of this text have to be approved again.").arg(base + 1)
        : receipt.error().message;
    const jobs::HouseText *saved = m_model->find(id);
    m_notice->showNotice(receipt ? Tone::Ok : Tone::Danger,
                         inFront || !saved ? said : tr("%1: %2").arg(textName(*saved), said));
    updateButtons();
}

/// The program's text comes into the editor; saved, it is the next version.
void TextsPage::restore()
{
    const auto shipped = notices::bundledTemplate(m_id);
    if (!shipped)
        return m_notice->showNotice(Tone::Danger, shipped.error().message);
    type(*shipped);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void TextsPage::focusFirst()
{
    m_list->setFocus(Qt::TabFocusReason);
}

QList<Command> TextsPage::commands()
{
    const auto side = [this](const QString &id) {
        m_sides->setCurrent(id);
        m_side->setCurrentIndex(placeOf(id));
    };
    return {
        {u"texts.find"_s,
         tr("Find a text"),
         tr("template letter words wording"),
         {},
         [this] { m_search->setFocus(Qt::ShortcutFocusReason); }},
        {u"texts.field"_s,
         tr("Put a field into the text"),
         tr("template insert value"),
         {},
         [this, side] {
             side(kFields);
             m_fields->focusSearch();
         },
         [this] { return m_mayEdit && !m_id.isEmpty(); }},
        {u"texts.versions"_s,
         tr("Compare versions of the text"),
         tr("template differences history"),
         {},
         [side] { side(kVersions); }},
        {u"texts.house"_s, tr("Change letterhead or signature"), tr("logo house sign"), {}, [side] { side(kStyle); }},
        {u"texts.restore"_s,
         tr("Bring the program's text back"),
         tr("template restore shipped"),
         {},
         [this] { restore(); },
         [this] { return m_restore->isEnabled() && m_mayEdit; }}};
}

QVariantMap TextsPage::place() const
{
    TextDrafts all = m_drafts;
    if (!m_id.isEmpty() && isChanged())
        all.insert(m_id, {typed(), m_base, m_reason->text()});
    QVariantMap place = toVariants(all);
    place.insert(u"text"_s, m_id);
    place.insert(u"side"_s, m_sides->current());
    place.insert(u"recipient"_s, m_preview->recipientIndex());
    place.insert(u"house"_s, m_house->unfinished());
    return place;
}

void TextsPage::restorePlace(const QVariantMap &place)
{
    m_wanted = place.value(u"text"_s).toString();
    m_drafts.insert(textDrafts(place));
    m_sides->setCurrent(place.value(u"side"_s).toString());
    m_house->restore(place.value(u"house"_s).toMap());
    m_preview->showRecipient(place.value(u"recipient"_s).toInt());
    if (m_model->rowCount() > 0)
        load();
}

bool TextsPage::showRecord(const QString &recordId)
{
    const int row = m_model->rowOf(recordId);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    else
        m_wanted = recordId;
    return row >= 0 || m_model->rowCount() == 0;
}

} // namespace tocsin::views
