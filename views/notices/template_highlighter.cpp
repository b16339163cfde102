// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_highlighter.h"

#include "shared/theme.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

enum State { Body = -1, Header = 1 };

QTextCharFormat inked(const QColor &color, bool bold = false)
{
    QTextCharFormat format;
    format.setForeground(color);
    if (bold)
        format.setFontWeight(QFont::Bold);
    return format;
}

} // namespace

/// The lines between the two "---".
bool TemplateHighlighter::highlightHeader(const QString &line)
{
    const bool begins = currentBlock().blockNumber() == 0 && line == "---"_L1;
    const bool inside = previousBlockState() == Header;
    if (!begins && !inside)
        return false;
    setCurrentBlockState(inside && line == "---"_L1 ? Body : Header);
    setFormat(0, static_cast<int>(line.size()), inked(activeColors().muted));
    return true;
}

void TemplateHighlighter::highlightBlock(const QString &line)
{
    static const QRegularExpression tag(u"\\{\\{([#^/!]?)[^}]*\\}\\}"_s);
    static const QRegularExpression heading(u"^#{1,3} "_s);
    setCurrentBlockState(Body);
    const bool inHeader = highlightHeader(line);
    if (!inHeader && heading.match(line).hasMatch())
        setFormat(0, static_cast<int>(line.size()), inked(activeColors().text, true));
    auto tags = tag.globalMatch(line);
    while (tags.hasNext()) {
        const QRegularExpressionMatch match = tags.next();
        const bool isField = match.capturedView(1).isEmpty();
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                  inked(isField ? activeColors().accent : activeColors().muted, isField));
    }
}

} // namespace tocsin::views
