// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/text_versions.h"

#include "jobs/house_texts.h"
#include "law/wording.h"
#include "notices/text_model.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kInEditor = -1;
using Kind = WordDifference::Kind;

QTextCharFormat formatOf(Kind kind)
{
    QTextCharFormat format;
    format.setForeground(activeColors().text);
    if (kind == Kind::Same)
        return format;
    const Tone tone = kind == Kind::Removed ? Tone::Danger : Tone::Ok;
    format.setFontStrikeOut(kind == Kind::Removed);
    format.setFontUnderline(kind == Kind::Added);
    format.setForeground(activeColors().ink(tone));
    format.setBackground(activeColors().fill(tone));
    return format;
}

/// A line break that changed is seen as a sign, since nothing else of it can be.
QString shown(const WordDifference &difference)
{
    QString text = difference.text;
    return difference.kind == Kind::Same ? text : text.replace(u"\n"_s, u"¶\n"_s);
}

} // namespace

TextVersions::TextVersions(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_about(makeMutedLabel({}, TypeStyle::Small, this))
    , m_error(new NoticeBar(this))
    , m_view(new QTextEdit(this))
    , m_edit(new QPushButton(tr("&Edit on from this version"), this))
{
    layOut();
    connect(m_from, &QComboBox::activated, this, &TextVersions::compare);
    connect(m_to, &QComboBox::activated, this, &TextVersions::compare);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_chosen); });
}

void TextVersions::layOut()
{
    m_view->setReadOnly(true);
    m_view->setAccessibleName(tr("What differs"));
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusRing(*m_view);
    for (QComboBox *box : {m_from, m_to})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *form = new Form(1, this); // the names of versions need the width
    form->addField(tr("&From"), m_from);
    form->addField(tr("&To"), m_to);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(form);
    layout->addWidget(m_about);
    layout->addWidget(m_error);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_edit, 0, Qt::AlignLeft);
}

void TextVersions::setText(const QString &id, const QList<casework::TemplateVersion> &versions)
{
    m_id = id;
    m_versions = versions;
    fillChoices();
    const int newest = versions.isEmpty() ? 0 : versions.last().version;
    m_to->setCurrentIndex(m_to->findData(newest));
    m_from->setCurrentIndex(m_from->findData(std::max(newest - 1, 0)));
    compare();
}

void TextVersions::setDraft(const std::optional<QByteArray> &draft)
{
    const bool began = draft && !m_draft;
    const bool ended = !draft && m_draft;
    m_draft = draft;
    const int newest = m_versions.isEmpty() ? 0 : m_versions.last().version;
    if (began || ended)
        fillChoices();
    if (began) {
        m_to->setCurrentIndex(m_to->findData(kInEditor));
        m_from->setCurrentIndex(m_from->findData(newest));
    }
    if (draft || ended)
        compare();
}

void TextVersions::setMayEdit(bool may)
{
    m_edit->setVisible(may);
}

/// Keeps what is chosen, where it is still there.
void TextVersions::fillChoices()
{
    for (QComboBox *box : {m_from, m_to}) {
        const QVariant chosen = box->currentData();
        box->clear();
        for (const casework::TemplateVersion &version : std::as_const(m_versions))
            box->addItem(versionName(version.version), version.version);
        if (box == m_to && m_draft)
            box->addItem(tr("In the editor, not saved"), kInEditor);
        const int kept = box->findData(chosen);
        box->setCurrentIndex(kept >= 0 ? kept : box->count() - 1);
    }
}

void TextVersions::compare()
{
    if (m_id.isEmpty() || m_to->count() == 0)
        return;
    const auto work = [file = m_context->file(), id = m_id, from = m_from->currentData().toInt(),
                       to = m_to->currentData().toInt(), draft = m_draft](const Progress &) -> Result<Texts> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        TOCSIN_ASSIGN(const casework::TemplateVersion before, jobs::textVersion(*session, id, from));
        QByteArray after = draft.value_or(QByteArray());
        if (to != kInEditor) {
            TOCSIN_ASSIGN(const casework::TemplateVersion later, jobs::textVersion(*session, id, to));
            after = later.bytes;
        }
        return Texts{after, wordDifferences(QString::fromUtf8(before.bytes), QString::fromUtf8(after))};
    };
    m_job.run<Texts>(tr("Comparing versions"), work, [this](const Result<Texts> &texts) {
        if (texts)
            show(*texts);
        else if (texts.error().code != ErrorCode::Cancelled)
            m_error->showNotice(Tone::Danger, texts.error().message);
    });
    tellAbout();
}

void TextVersions::show(const Texts &texts)
{
    m_error->clear();
    m_chosen = texts.after;
    m_view->clear();
    QTextCursor cursor(m_view->document());
    for (const WordDifference &difference : texts.differences)
        cursor.insertText(shown(difference), formatOf(difference.kind));
    // To the first change.
    QTextCursor first = m_view->textCursor();
    first.setPosition(texts.differences.size() > 1 && texts.differences.first().kind == Kind::Same
                          ? static_cast<int>(texts.differences.first().text.size())
                          : 0);
    m_view->setTextCursor(first);
    m_view->ensureCursorVisible();
    m_edit->setEnabled(m_to->currentData().toInt() != kInEditor);
    Q_EMIT compared();
}

/// Who saved the later one, when and why.
void TextVersions::tellAbout()
{
    const int to = m_to->currentData().toInt();
    QString about = to == kInEditor ? tr("What you are writing.") : tr("As it came with the program.");
    for (const casework::TemplateVersion &version : std::as_const(m_versions)) {
        if (version.version == to && to > 0)
            about = tr("%1, %2: %3").arg(version.byName, law::shortDate(version.at.localDate()), version.reason);
    }
    m_about->setText(tr("%1 Struck through: removed. Underlined: added.").arg(about));
}

} // namespace tocsin::views
