// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_palette.h"

#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shell/palette_match.h"

#include <QAccessible>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 640;
constexpr int kTop = 72;
constexpr int kRows = 7;
constexpr int kFirstSearchLetters = 2;
constexpr int kScrimAlpha = 90;

/// The items that fit, best first; among equals the order they came in.
QList<PaletteItem> ranked(const QString &typed, const QList<PaletteItem> &items)
{
    QList<std::pair<int, qsizetype>> hits;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (const auto score = matchScore(typed, items[i].title, items[i].words))
            hits.append({*score, i});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<PaletteItem> best;
    for (const auto &[score, i] : std::as_const(hits))
        best << items[i];
    return best;
}

} // namespace

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(item.kind, item.title);
    case items::SecondaryTextRole:
        return item.detail;
    case items::BadgeTextRole:
        return item.kind;
    default:
        return {};
    }
}

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
    , m_window(window)
    , m_box(new QFrame(this))
    , m_words(new QLineEdit(m_box))
    , m_list(new ListView(tr("What was found"), m_box))
    , m_nothing(makeMutedLabel(tr("Nothing is called that. Try fewer letters, or the name of a page."), TypeStyle::Body,
                               m_box))
    , m_model(new PaletteModel(this))
{
    setAccessibleName(tr("Find anything"));
    m_box->setObjectName(u"palette"_s);
    m_words->setPlaceholderText(tr("Find a page, a record or a command"));
    m_words->setAccessibleName(tr("Find a page, a record or a command"));
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setContentsMargins(8, 8, 8, 8);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
    auto *help = makeMutedLabel(tr("↑ ↓ choose · Enter opens · Esc closes"), TypeStyle::Small, m_box);
    layout->addWidget(help);
    m_words->installEventFilter(this);
    m_window->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &ListView::clicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::setItems(std::function<QList<PaletteItem>()> items)
{
    m_makeItems = std::move(items);
}

void CommandPalette::setSource(PaletteSource *source)
{
    m_source = source;
}

void CommandPalette::open()
{
    if (isOpen())
        return;
    m_focusBefore = m_window->focusWidget();
    m_items = m_makeItems ? m_makeItems() : QList<PaletteItem>();
    m_words->clear();
    place();
    search();
    QWidget::show();
    raise();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (!isOpen())
        return;
    ++m_question; // answers still on their way are not wanted
    hide();
    m_words->clear();
    m_items.clear();
    m_found.clear();
    m_model->setItems({});
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::search()
{
    const QString typed = m_words->text().trimmed();
    m_found = ranked(typed, m_items);
    show(m_found);
    const quint64 question = ++m_question;
    if (!m_source || typed.size() < kFirstSearchLetters)
        return;
    m_source->find(typed, [self = QPointer<CommandPalette>(this), question](const QList<PaletteItem> &records) {
        if (self)
            self->deliver(question, records);
    });
}

void CommandPalette::deliver(quint64 question, const QList<PaletteItem> &records)
{
    if (question != m_question || !isOpen())
        return;
    const int row = m_list->currentIndex().row();
    show(m_found + records);
    m_list->setCurrentIndex(m_model->index(std::max(row, 0)));
}

void CommandPalette::show(const QList<PaletteItem> &items)
{
    m_model->setItems(items);
    m_list->setVisible(!items.isEmpty());
    m_nothing->setVisible(items.isEmpty());
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::moveBy(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, last);
    m_list->setCurrentIndex(m_model->index(row));
    // The keyboard stays in the field, so assistive technology is told what is chosen now.
    m_words->setAccessibleDescription(m_model->index(row).data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const auto run = m_model->item(row).run;
    close();
    if (run)
        run();
}

void CommandPalette::place()
{
    setGeometry(m_window->rect());
    const int wide = std::min(kWidth, width() - 2 * metrics::space(4));
    const int tall = std::min(kRows * metrics::kRow + 120, height() - 2 * kTop);
    m_box->setGeometry((width() - wide) / 2, kTop, wide, tall);
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(kRows);
        return true;
    case Qt::Key_PageUp:
        moveBy(-kRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go while it is open
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize)
        place();
    if (watched == m_words && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->pos()))
        close();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor scrim = activeColors().rail;
    scrim.setAlpha(kScrimAlpha);
    painter.fillRect(rect(), scrim);
}

} // namespace tocsin::views
