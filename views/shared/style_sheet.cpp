// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/style_sheet.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QPair>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kButtonProperty = "kind";
constexpr auto kInkProperty = "ink";

// @name stands for a colour of the scheme. Borders keep their place when the focus ring is drawn, so nothing moves.
// Fields get their text colour from the palette: a colour here would halve the contrast of their placeholders.
constexpr QLatin1StringView kSheet = R"(
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea[ring="true"] { border: 2px solid transparent; }
QAbstractScrollArea[ring="true"]:focus { border: 2px solid @focus; }
QLabel[ink="muted"] { color: @muted; }
QLabel[ink="ok"] { color: @okText; }
QLabel[ink="warning"] { color: @warningText; }
QLabel[ink="danger"] { color: @dangerText; }

QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 4px; padding: 0 13px;
  min-height: 32px; outline: none; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @selection; }
QPushButton:focus { border: 2px solid @focus; padding: 0 12px; min-height: 30px; }
QPushButton:disabled { color: @muted; background: @hover; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[kind="primary"]:hover { background: @accentHover; }
QPushButton[kind="primary"]:focus { border-color: @focusOnAccent; }
QPushButton[kind="primary"]:disabled { background: @sunken; color: @muted; border-color: @sunken; }
QPushButton[kind="danger"] { color: @dangerText; border-color: @dangerText; }
QPushButton[kind="danger"]:disabled { color: @muted; border-color: @line; }
QPushButton[kind="link"] { border: 2px solid transparent; background: transparent; color: @accent; padding: 0 4px;
  min-height: 20px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: @focus; }
QPushButton[kind="link"]:disabled { color: @muted; }
QPushButton[kind="segment"] { border-radius: 17px; }
QPushButton[kind="segment"]:checked { background: @selection; border-color: @accent; font-weight: bold; }
QPushButton[kind="segment"]:checked:focus { border-color: @focus; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 4px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:focus { border-color: @focus; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: @surface;
  border: 1px solid @field; border-radius: 4px; padding: 1px 9px; selection-background-color: @accent;
  selection-color: @onAccent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid @focus; padding: 0 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px; }
QLineEdit[invalid="true"] { border-color: @dangerText; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @muted; background: @hover; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/tocsin/icons/chevron-down-neutral.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @field;
  selection-background-color: @selection; selection-color: @text; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url(:/tocsin/icons/chevron-up-neutral.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/tocsin/icons/chevron-down-neutral.svg); width: 12px; height: 12px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 26px; background: transparent; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(:/tocsin/icons/chevron-down-neutral.svg); width: 16px;
  height: 16px; }

QCheckBox, QRadioButton { spacing: 8px; padding: 4px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border-color: @focus; }

QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @field;
  border-radius: 3px; background: @surface; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/tocsin/icons/@check.svg); }
QRadioButton::indicator:checked { border: 5px solid @accent; width: 8px; height: 8px; }

QTableView, QListView, QTreeView { background: @surface; color: @text; border: none; outline: none;
  selection-background-color: @selection; selection-color: @text; }
QListView#board { background: transparent; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @muted; border: none; border-bottom: 1px solid @line;
  padding: 6px 8px; font-size: 13px; font-weight: bold; }
QTableCornerButton::section { background: @surface; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @field; border-radius: 3px; margin: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: transparent; }
QMenu { background: @surface; color: @text; border: 1px solid @field; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QToolTip { background: @surface; color: @text; border: 1px solid @field; padding: 4px; }

QFrame#card { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame#notice { border: 1px solid transparent; border-radius: 4px; }
QFrame#notice[ink="neutral"] { background: @neutralFill; border-color: @line; }
QFrame#notice[ink="ok"] { background: @okFill; border-color: @okText; }
QFrame#notice[ink="warning"] { background: @warningFill; border-color: @warningText; }
QFrame#notice[ink="danger"] { background: @dangerFill; border-color: @dangerText; }
QFrame#notice QLabel { color: @text; }
QLabel#chip { background: @surface; color: @text; border: 1px solid @line; border-radius: 13px; padding: 4px 10px; }
QFrame#strip { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame#status { background: @surface; border: none; border-top: 1px solid @line; }
QFrame#rail { background: @rail; border: none; }
QFrame#rail QScrollArea, QFrame#rail QWidget#pages { background: @rail; }
QFrame#rail QLabel { color: @railHeading; }
QFrame#rail QLabel#name { color: @railStrong; }
QFrame#rail QScrollBar::handle { background: @railCount; }
QFrame#palette { background: @surface; border: 1px solid @field; border-radius: 8px; }
QFrame#palette QLineEdit { font-size: 17px; min-height: 40px; }
QFrame#separator { background: @hairline; border: none; max-height: 1px; min-height: 1px; }
)"_L1;

/// What a style sheet says for a colour.
QString css(const QColor &color)
{
    return color.name(QColor::HexRgb);
}

QLatin1StringView inkName(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return "ok"_L1;
    case Tone::Warning:
        return "warning"_L1;
    case Tone::Danger:
        return "danger"_L1;
    case Tone::Neutral:
        break;
    }
    return "neutral"_L1;
}

void setLookProperty(QWidget &widget, const char *name, const QVariant &value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

QString styleSheet(const Colors &c)
{
    const bool darkAccent = c.accent.lightness() < 128;
    // Longer names come before the names they begin with, or "@text" would eat the start of one.
    const QPair<QLatin1StringView, QColor> names[] = {
        {"@window"_L1, c.window},
        {"@surface"_L1, c.surface},
        {"@sunken"_L1, c.sunken},
        {"@line"_L1, c.line},
        {"@hairline"_L1, c.hairline},
        {"@field"_L1, c.field},
        {"@text"_L1, c.text},
        {"@muted"_L1, c.muted},
        {"@accentHover"_L1, c.accentHover()},
        {"@accent"_L1, c.accent},
        {"@onAccent"_L1, c.onAccent},
        {"@hover"_L1, c.hover},
        {"@selection"_L1, c.selection},
        {"@focusOnAccent"_L1, c.text},
        {"@focus"_L1, c.focus},
        {"@railHeading"_L1, c.railHeading},
        {"@railStrong"_L1, c.railStrong},
        {"@railCount"_L1, c.railCount},
        {"@rail"_L1, c.rail},
        {"@neutralFill"_L1, c.neutralFill},
        {"@neutralText"_L1, c.neutralText},
        {"@okFill"_L1, c.okFill},
        {"@okText"_L1, c.okText},
        {"@warningFill"_L1, c.warningFill},
        {"@warningText"_L1, c.warningText},
        {"@dangerFill"_L1, c.dangerFill},
        {"@dangerText"_L1, c.dangerText},
    };
    QString sheet = kSheet;
    sheet.replace("@check"_L1, darkAccent ? "check-on-dark"_L1 : "check-on-light"_L1);
    for (const auto &[name, color] : names)
        sheet.replace(name, css(color));
    return sheet;
}

void setButtonKind(QPushButton &button, ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Plain:
        return setLookProperty(button, kButtonProperty, QVariant());
    case ButtonKind::Primary:
        return setLookProperty(button, kButtonProperty, u"primary"_s);
    case ButtonKind::Link:
        button.setCursor(Qt::PointingHandCursor);
        return setLookProperty(button, kButtonProperty, u"link"_s);
    case ButtonKind::Danger:
        return setLookProperty(button, kButtonProperty, u"danger"_s);
    case ButtonKind::Segment:
        return setLookProperty(button, kButtonProperty, u"segment"_s);
    }
}

void setMuted(QLabel &label, bool muted)
{
    setLookProperty(label, kInkProperty, muted ? QVariant(u"muted"_s) : QVariant());
}

void setTone(QWidget &widget, Tone tone)
{
    setLookProperty(widget, kInkProperty, QString(inkName(tone)));
}

void setFocusRing(QAbstractScrollArea &area)
{
    area.setFrameShape(QFrame::StyledPanel);
    setLookProperty(area, "ring", true);
}

void setInvalid(QWidget &field, bool invalid)
{
    setLookProperty(field, "invalid", invalid);
}

QLabel *makeLabel(const QString &text, TypeStyle style, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setFont(typeFont(style));
    return label;
}

QLabel *makeMutedLabel(const QString &text, TypeStyle style, QWidget *parent)
{
    auto *label = makeLabel(text, style, parent);
    label->setWordWrap(true);
    setMuted(*label);
    return label;
}

} // namespace tocsin::views
