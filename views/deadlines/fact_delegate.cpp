// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/fact_delegate.h"

#include "items/fact_outline_model.h"
#include "items/item_roles.h"
#include "shared/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using items::FactKind;
using Model = items::FactOutlineModel;

namespace {

constexpr int kPad = metrics::kGrid;
constexpr int kRow = metrics::space(5); // an editor and a little air
constexpr int kNoLimit = 10000;

QFont fontOf(const QModelIndex &index)
{
    return typeFont(index.data(items::EmphasisRole).toBool() ? TypeStyle::Strong : TypeStyle::Body);
}

/// What is wrong with a fact, for the column of values.
QString errorOf(const QModelIndex &index)
{
    const QString error = index.column() == Model::Value ? index.data(Model::ErrorRole).toString() : QString();
    return error.isEmpty() ? QString() : QString(u"! "_s + error);
}

int errorHeight(const QString &error, int width)
{
    const QFontMetrics measure(typeFont(TypeStyle::Small));
    return measure.boundingRect(QRect(0, 0, width, kNoLimit), Qt::TextWordWrap, error).height();
}

/// Absent facts say so; headings have nothing to say, and lists are empty as they are.
QString emptyText(const QModelIndex &index)
{
    const bool isValue = index.column() == Model::Value && index.flags().testFlag(Qt::ItemIsEditable);
    return isValue ? FactDelegate::tr("Not known") : QString();
}

void drawLine(QPainter &painter, const QRect &where, const QString &text)
{
    painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
}

QString tokenOf(const QComboBox &choices)
{
    const int chosen = choices.findText(choices.currentText());
    return chosen >= 0 ? choices.itemData(chosen).toString() : choices.currentText();
}

} // namespace

FactDelegate::FactDelegate(QObject *parent) : QStyledItemDelegate(parent) { }

void FactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &c = activeColors();
    const QString error = errorOf(index);
    const QString text = index.data().toString();
    const QRect inner = option.rect.adjusted(kPad, 0, -kPad, 0);
    const QRect line(inner.left(), inner.top(), inner.width(), kRow);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(fontOf(index));
    painter->setPen(text.isEmpty() ? c.muted : error.isEmpty() ? c.text : c.ink(Tone::Danger));
    const QString shown = text.isEmpty() ? emptyText(index) : text;
    drawLine(*painter, line, shown);
    const QString was = index.data(items::SecondaryTextRole).toString();
    const int used = painter->fontMetrics().horizontalAdvance(shown) + kPad;
    if (!was.isEmpty() && used < line.width()) {
        painter->setFont(typeFont(TypeStyle::Small));
        painter->setPen(c.muted);
        drawLine(*painter, line.adjusted(used, 0, 0, 0), was);
    }
    if (!error.isEmpty()) {
        painter->setFont(typeFont(TypeStyle::Small));
        painter->setPen(c.ink(Tone::Danger));
        painter->drawText(inner.adjusted(0, kRow, 0, 0), int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, error);
    }
    painter->restore();
}

QSize FactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString error = errorOf(index);
    if (error.isEmpty())
        return {metrics::space(10), kRow};
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int width = view ? view->columnWidth(index.column()) : option.rect.width();
    return {metrics::space(10), kRow + errorHeight(error, std::max(width - 2 * kPad, kPad)) + kPad};
}

QWidget *FactDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                    const QModelIndex &index) const
{
    const auto choices = index.data(Model::ChoicesRole).value<QList<items::FactChoice>>();
    QWidget *editor = nullptr;
    if (choices.isEmpty()) {
        auto *line = new QLineEdit(parent);
        const auto kind = FactKind(index.data(Model::KindRole).toInt());
        if (kind == FactKind::Day || kind == FactKind::Moment || kind == FactKind::Moments)
            line->setPlaceholderText(tr("27 Feb 2026"));
        editor = line;
    } else {
        auto *box = new QComboBox(parent);
        for (const items::FactChoice &each : choices)
            box->addItem(each.words, each.token);
        box->setEditable(index.data(Model::AnyWordRole).toBool());
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setMaxVisibleItems(12);
        connect(box, &QComboBox::activated, this, &FactDelegate::takeChoice, Qt::QueuedConnection);
        editor = box;
    }
    editor->setAccessibleName(index.siblingAtColumn(Model::Fact).data().toString());
    editor->setAccessibleDescription(index.data(Model::HintRole).toString());
    return editor;
}

void FactDelegate::takeChoice()
{
    auto *box = qobject_cast<QComboBox *>(sender());
    if (box && box->isVisible()) // else Enter was faster
        Q_EMIT commitData(box);
}

void FactDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        if (!line->isModified())
            line->setText(value);
        return;
    }
    auto *box = qobject_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(value));
    if (box->isEditable()) {
        box->setEditText(value);
        box->lineEdit()->selectAll();
    }
}

void FactDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor)) {
        model->setData(index, line->text());
        return;
    }
    const auto *box = qobject_cast<const QComboBox *>(editor);
    if (box->isEditable() || box->currentIndex() >= 0)
        model->setData(index, tokenOf(*box));
}

void FactDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex & /*index*/) const
{
    const int air = (kRow - metrics::kControl) / 2;
    editor->setGeometry(option.rect.left(), option.rect.top() + air, option.rect.width(), metrics::kControl);
}

} // namespace tocsin::views
