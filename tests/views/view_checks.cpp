// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/view_checks.h"
#include "patience.h"

#include "items/item_roles.h"
#include "shared/accessibility.h"
#include "shared/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTextEdit>

namespace tocsin::viewchecks {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTextRoles[]
    = {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, items::SecondaryTextRole, items::BadgeTextRole};

QList<QWidget *> visibleBelow(QWidget &root)
{
    QList<QWidget *> shown;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible())
            shown << widget;
    }
    return shown;
}

/// Parts of Qt's own composite controls: the whole is what has a name.
bool isPartOfControl(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QScrollBar *>(&widget) || widget.objectName().startsWith("qt_"_L1);
}

bool takesKeyboard(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && !widget.focusProxy()
        && !isPartOfControl(widget);
}

QString labelProblem(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const views::ElidedLabel *>(&label))
        return {};
    if (label.wordWrap() && label.height() < label.heightForWidth(label.width()))
        return u"lower than its lines"_s;
    if (!label.wordWrap() && label.width() < label.sizeHint().width())
        return u"narrower than its text"_s;
    return {};
}

QString buttonProblem(const QAbstractButton &button)
{
    if (button.text().isEmpty() || button.inherits("tocsin::views::RailButton"))
        return {};
    const QSize wanted = button.sizeHint();
    if (button.width() < wanted.width())
        return u"narrower than its text"_s;
    return button.height() < button.fontMetrics().height() ? u"lower than its text"_s : QString();
}

QString fieldProblem(const QLineEdit &edit)
{
    if (edit.placeholderText().isEmpty() || !edit.text().isEmpty())
        return {};
    const bool fits = edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= edit.width() - 8;
    return fits ? QString() : u"narrower than its placeholder"_s;
}

/// A label is also cut if what holds it is too small: its place in the parent lies outside.
bool liesOutside(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    const bool scrolls = parent && parent->objectName() == "qt_scrollarea_viewport"_L1;
    return parent && !scrolls && !parent->rect().contains(widget.geometry());
}

QString clipProblem(const QWidget &widget)
{
    QString problem;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        problem = labelProblem(*label);
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        problem = buttonProblem(*button);
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        problem = fieldProblem(*edit);
    else
        return {};
    return problem.isEmpty() && liesOutside(widget) ? u"outside of its parent"_s : problem;
}

void addRows(const QAbstractItemView &view, QStringList &texts)
{
    const QAbstractItemModel *model = view.model();
    if (!model)
        return;
    for (int row = 0; row < model->rowCount(view.rootIndex()); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex index = model->index(row, column, view.rootIndex());
            for (const int role : kTextRoles)
                texts << index.data(role).toString();
        }
    }
}

void addTexts(const QWidget &widget, QStringList &texts)
{
    texts << widget.accessibleName() << widget.accessibleDescription() << widget.toolTip() << widget.whatsThis();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts << label->text();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts << button->text();
    else if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts << edit->text() << edit->placeholderText();
    else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget))
        texts << plain->toPlainText();
    else if (const auto *rich = qobject_cast<const QTextEdit *>(&widget))
        texts << rich->toPlainText();
    else if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        texts << combo->currentText();
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        addRows(*view, texts);
}

/// What stands for a control among those the keyboard reaches: a group of buttons is one stop.
const QObject *stopOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && button->group() && button->group()->exclusive() ? static_cast<const QObject *>(button->group())
                                                                     : &widget;
}

constexpr int kMostStops = 500;

/// A cursor alone does not show where the keyboard is.
constexpr int kLeastRing = 60; // pixels

/// What is seen of a widget, and two pixels around it.
QImage pictureOf(QWidget &widget)
{
    QWidget *window = widget.window();
    const QRect place(widget.mapTo(window, QPoint()), widget.size());
    return window->grab(place.adjusted(-2, -2, 2, 2) & window->rect()).toImage();
}

int differingPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

} // namespace

QString describe(const QWidget &widget)
{
    QStringList texts;
    addTexts(widget, texts);
    texts.removeAll(QString());
    return QString::fromLatin1(widget.metaObject()->className()) + u" \""_s + widget.objectName() + u"\" ("_s
        + texts.value(0) + u')';
}

QStringList unnamedControls(QWidget &root)
{
    QStringList lines;
    const QList<QWidget *> shown = visibleBelow(root);
    for (QWidget *widget : shown) {
        if (takesKeyboard(*widget) && views::accessibleLabel(*widget).isEmpty())
            lines << describe(*widget);
    }
    return lines;
}

QStringList clippedTexts(QWidget &root)
{
    QStringList lines;
    const QList<QWidget *> shown = visibleBelow(root);
    for (QWidget *widget : shown) {
        const QString problem = clipProblem(*widget);
        if (!problem.isEmpty())
            lines << describe(*widget) + u": "_s + problem;
    }
    return lines;
}

QStringList visibleTexts(QWidget &root)
{
    QStringList texts{root.window()->windowTitle()};
    addTexts(root, texts);
    const QList<QWidget *> shown = visibleBelow(root);
    for (const QWidget *widget : shown)
        addTexts(*widget, texts);
    texts.removeAll(QString());
    return texts;
}

QStringList textsWith(QWidget &root, const QString &word)
{
    return visibleTexts(root).filter(word, Qt::CaseInsensitive);
}

QList<QWidget *> tabRound(QWidget &window)
{
    QList<QWidget *> stops;
    for (int i = 0; i < kMostStops; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (now && !stops.isEmpty() && now == stops.last())
            continue; // Tab goes from part to part of a date before it leaves
        if (!now || stops.contains(now))
            break;
        stops << now;
    }
    return stops;
}

QStringList unreachableControls(QWidget &window)
{
    QList<const QObject *> reached;
    const QList<QWidget *> stops = tabRound(window);
    for (const QWidget *stop : stops)
        reached << stopOf(*stop);
    QStringList lines;
    const QList<QWidget *> shown = visibleBelow(window);
    for (const QWidget *widget : shown) {
        if (takesKeyboard(*widget) && !reached.contains(stopOf(*widget)))
            lines << describe(*widget);
    }
    return lines;
}

QStringList sidewaysScrolls(QWidget &root)
{
    QStringList lines;
    const QList<QWidget *> shown = visibleBelow(root);
    for (QWidget *widget : shown) {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
        const bool holds = qobject_cast<const QTableView *>(widget) || qobject_cast<const QScrollArea *>(widget);
        if (!area || (!holds && !area->horizontalScrollBar()->isVisible()))
            continue;
        const int beyond = area->horizontalScrollBar()->maximum() - area->horizontalScrollBar()->minimum();
        if (beyond > 0)
            lines << describe(*widget) + u": %1 pixels too wide"_s.arg(beyond);
    }
    return lines;
}

QStringList invisibleFocus(QWidget &window)
{
    QStringList lines;
    QList<QWidget *> stops;
    while (stops.size() < kMostStops) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        QWidget *stop = QApplication::focusWidget();
        if (!stop || stops.contains(stop))
            break;
        stops << stop;
        const QImage with = pictureOf(*stop);
        stop->clearFocus();
        if (differingPixels(with, pictureOf(*stop)) < kLeastRing)
            lines << describe(*stop) + u": looks the same with the keyboard"_s;
        stop->setFocus(Qt::TabFocusReason);
    }
    return lines;
}

bool showAt(QWidget &window, int width, int height)
{
    window.resize(width, height);
    window.show();
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window, test::kPatience);
}

} // namespace tocsin::viewchecks
