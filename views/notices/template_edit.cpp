// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_edit.h"

#include "items/wording.h"
#include "notices/template_highlighter.h"
#include "shared/style_sheet.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

/// Beside the text: numbers, and "!" where something is wrong.
class TemplateEdit::Gutter final : public QWidget
{
public:
    explicit Gutter(TemplateEdit *edit) : QWidget(edit), m_edit(*edit) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit.paintGutter(event); }
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip)
            return QWidget::event(event);
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), items::plainToolTip(m_edit.m_problems.value(m_edit.lineAt(help->y()))),
                           this);
        return true;
    }

private:
    TemplateEdit &m_edit;
};

TemplateEdit::TemplateEdit(QWidget *parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_highlighter(new TemplateHighlighter(document()))
{
    setTabChangesFocus(true); // a template has no tabs
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFocusRing(*this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TemplateEdit::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    layOutGutter();
}

int TemplateEdit::gutterWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(blockCount(), 100)).size());
    return metrics::kGrid * 2 + fontMetrics().horizontalAdvance(u"! "_s + QString(digits, u'9'));
}

void TemplateEdit::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

void TemplateEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void TemplateEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_highlighter->rehighlight();
    markLines();
}

void TemplateEdit::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    const Colors &colors = activeColors();
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const bool wrong = m_problems.contains(line);
        const QRectF row(0, area.top(), m_gutter->width() - metrics::kGrid, fontMetrics().height());
        painter.setPen(wrong ? colors.ink(Tone::Danger) : colors.muted);
        painter.drawText(row, Qt::AlignRight, (wrong ? u"! "_s : QString()) + QString::number(line));
    }
}

int TemplateEdit::lineAt(int y) const
{
    return cursorForPosition(QPoint(0, y)).blockNumber() + 1;
}

void TemplateEdit::setProblems(const QList<notices::TemplateProblem> &problems)
{
    m_problems.clear();
    for (const notices::TemplateProblem &problem : problems) {
        QString &said = m_problems[std::clamp(problem.line, 1, blockCount())];
        said += (said.isEmpty() ? QString() : u"\n"_s) + problem.sentence;
    }
    markLines();
}

void TemplateEdit::markLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QList<int> lines = m_problems.keys();
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
        mark.format.setBackground(activeColors().fill(Tone::Danger));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
    m_gutter->update();
}

void TemplateEdit::goToLine(int line)
{
    setTextCursor(QTextCursor(document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1)));
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void TemplateEdit::insertField(const notices::FieldInfo &field)
{
    if (isReadOnly())
        return;
    QString text = u"{{%1}}"_s.arg(field.name);
    if (field.type == notices::FieldType::List)
        text = u"{{#%1}}\n- {{.}}\n{{/%1}}"_s.arg(field.name);
    else if (field.type == notices::FieldType::Flag)
        text = u"{{#%1}}\n\n{{/%1}}"_s.arg(field.name);
    textCursor().insertText(text);
    if (field.type == notices::FieldType::Flag)
        moveCursor(QTextCursor::Up);
    setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
