// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/house_style_panel.h"

#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kShownWidth = 260;
constexpr int kShownHeight = 56;

} // namespace

HouseStylePanel::HouseStylePanel(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_mayEdit(context->may(casework::SetOrganization::kAction))
    , m_notice(new NoticeBar(this))
    , m_name(new QLineEdit(this))
    , m_title(new QLineEdit(this))
    , m_save(new QPushButton(tr("Sa&ve letterhead and signature"), this))
{
    layOut();
    for (QLineEdit *field : {m_name, m_title}) {
        field->setMaxLength(100);
        field->setReadOnly(!m_mayEdit);
        connect(field, &QLineEdit::textChanged, this, &HouseStylePanel::updateButtons);
    }
    connect(m_save, &QPushButton::clicked, this, &HouseStylePanel::save);
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Organization))
            load();
    });
    load();
}

QWidget *HouseStylePanel::makeRow(PictureRow &row, const QString &choose, const QString &remove)
{
    auto *widget = new QWidget(this);
    row.shown = new QLabel(widget);
    row.shown->setFixedHeight(kShownHeight);
    row.choose = new QPushButton(choose, widget);
    row.remove = new QPushButton(remove, widget);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(row.choose);
    buttons->addWidget(row.remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(row.shown);
    layout->addLayout(buttons);
    for (QPushButton *button : {row.choose, row.remove})
        button->setVisible(m_mayEdit);
    connect(row.choose, &QPushButton::clicked, this, [this, &row] { this->choose(row); });
    connect(row.remove, &QPushButton::clicked, this, [this, &row] { put(row, {}); });
    return widget;
}

void HouseStylePanel::layOut()
{
    setButtonKind(*m_save, ButtonKind::Primary);
    m_save->setVisible(m_mayEdit);
    auto *signature = new Form(1, this);
    signature->addField(tr("Na&me of who signs"), m_name, tr("Empty: each text closes as it is written."));
    signature->addField(tr("T&itle"), m_title, tr("Such as Privacy Officer."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_notice);
    layout->addWidget(makeLabel(tr("Letterhead"), TypeStyle::Strong, this));
    layout->addWidget(
        makeMutedLabel(tr("A PNG or JPEG, printed at the top in place of the name."), TypeStyle::Small, this));
    layout->addWidget(makeRow(m_letterhead, tr("C&hoose letterhead…"), tr("No letterhead")));
    layout->addWidget(makeLabel(tr("Signature"), TypeStyle::Strong, this));
    layout->addWidget(signature);
    layout->addWidget(makeRow(m_picture, tr("Choose si&gnature…"), tr("No picture")));
    layout->addStretch(1);
    if (!m_mayEdit)
        layout->addWidget(makeMutedLabel(tr("The compliance lead changes these."), TypeStyle::Small, this));
    layout->addWidget(makeMutedLabel(tr("They are part of what an approval is given to."), TypeStyle::Small, this));
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    updateButtons();
}

void HouseStylePanel::load()
{
    const auto work = [file = m_context->file()](const Progress &) { return jobs::houseStyle(*file); };
    m_reading.run<jobs::HouseStyle>(tr("Reading letterhead and signature"), work,
                                    [this](const Result<jobs::HouseStyle> &style) {
                                        if (!style)
                                            return m_notice->showNotice(Tone::Danger, style.error().message);
                                        m_unfinished = unfinished(); // what is typed is not lost by reading
                                        m_saved = *style;
                                        m_name->setText(style->signature.name);
                                        m_title->setText(style->signature.title);
                                        put(m_letterhead, style->letterhead);
                                        put(m_picture, style->signature.picture);
                                        bringBack();
                                        Q_EMIT loaded();
                                    });
}

QVariantMap HouseStylePanel::unfinished() const
{
    if (!m_unfinished.isEmpty())
        return m_unfinished;
    QVariantMap changed;
    if (m_name->text() != m_saved.signature.name)
        changed.insert(u"name"_s, m_name->text());
    if (m_title->text() != m_saved.signature.title)
        changed.insert(u"title"_s, m_title->text());
    if (m_letterhead.png != m_saved.letterhead)
        changed.insert(u"letterhead"_s, m_letterhead.png);
    if (m_picture.png != m_saved.signature.picture)
        changed.insert(u"picture"_s, m_picture.png);
    return changed;
}

void HouseStylePanel::restore(const QVariantMap &unfinished)
{
    m_unfinished = unfinished;
    load();
}

void HouseStylePanel::bringBack()
{
    const QVariantMap was = std::exchange(m_unfinished, {});
    m_name->setText(was.value(u"name"_s, m_name->text()).toString());
    m_title->setText(was.value(u"title"_s, m_title->text()).toString());
    put(m_letterhead, was.value(u"letterhead"_s, m_letterhead.png).toByteArray());
    put(m_picture, was.value(u"picture"_s, m_picture.png).toByteArray());
}

void HouseStylePanel::put(PictureRow &row, const QByteArray &png)
{
    row.png = png;
    const QPixmap pixmap = QPixmap::fromImage(QImage::fromData(png, "PNG"));
    if (pixmap.isNull())
        row.shown->setText(tr("None"));
    else
        row.shown->setPixmap(pixmap.scaled(kShownWidth, kShownHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    const bool isLetterhead = &row == &m_letterhead;
    row.shown->setAccessibleName(pixmap.isNull()
                                     ? (isLetterhead ? tr("No letterhead") : tr("No picture of a signature"))
                                     : (isLetterhead ? tr("The letterhead") : tr("The signature")));
    updateButtons();
}

/// The file is a stranger's: it is decoded and made anew beside the window.
void HouseStylePanel::choose(PictureRow &row)
{
    PathAsk ask;
    ask.kind = PathAsk::Kind::OpenFile;
    ask.title = tr("A picture");
    ask.filter = tr("Pictures (*.png *.jpg *.jpeg)");
    m_context->pathChooser()(this, ask, [this, &row](const QString &path) {
        if (path.isEmpty())
            return;
        const auto work = [path](const Progress &) { return jobs::pictureFrom(path); };
        m_choosing.run<QByteArray>(tr("Reading the picture"), work, [this, &row](const Result<QByteArray> &png) {
            if (!png)
                return m_notice->showNotice(Tone::Danger, png.error().message);
            m_notice->clear();
            put(row, *png);
        });
    });
}

jobs::HouseStyle HouseStylePanel::entered() const
{
    const casework::Signature signature{m_name->text().trimmed(), m_title->text().trimmed(), m_picture.png};
    return {m_letterhead.png, signature.name.isEmpty() ? casework::Signature() : signature};
}

void HouseStylePanel::updateButtons()
{
    if (!m_picture.remove)
        return; // still being laid out
    m_letterhead.remove->setEnabled(!m_letterhead.png.isEmpty());
    m_picture.remove->setEnabled(!m_picture.png.isEmpty());
    m_picture.choose->setEnabled(!m_name->text().trimmed().isEmpty());
    m_save->setEnabled(m_mayEdit && !m_saving.isRunning() && entered() != m_saved);
}

void HouseStylePanel::save()
{
    const auto work
        = [file = m_context->file(), style = entered()](const Progress &) { return jobs::setHouseStyle(*file, style); };
    m_saving.run<casework::Receipt>(
        tr("Saving letterhead and signature"), work, [this](const Result<casework::Receipt> &receipt) {
            if (receipt)
                m_notice->showNotice(Tone::Ok, tr("Saved. Notices that were approved have to be approved again."));
            else
                m_notice->showNotice(Tone::Danger, receipt.error().message);
            updateButtons();
        });
    updateButtons();
}

} // namespace tocsin::views
