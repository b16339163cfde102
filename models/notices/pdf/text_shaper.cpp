// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/text_shaper.h"

#include "notices/pdf/letter_font.h"
#include "notices/pdf/line_glyphs.h"

#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

namespace {

constexpr qsizetype kGeneration = 512;

/// What a page can show of a text: line feeds become line separators, other controls and soft hyphens go.
QString shownText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n')
            shown += QChar(QChar::LineSeparator);
        else if (c == u'\t')
            shown += u' ';
        else if (c.category() != QChar::Other_Control && c != QChar(QChar::SoftHyphen)
                 && c != QChar(QChar::ObjectReplacementCharacter))
            shown += c;
    }
    return shown;
}

void appendField(QByteArray &key, const QString &text)
{
    key += QByteArray::number(text.size()) + ':';
    key += QByteArrayView(reinterpret_cast<const char *>(text.constData()), text.size() * 2);
}

QByteArray keyOf(const TextSpec &spec)
{
    QByteArray key;
    for (const double value : {spec.size, spec.leading, spec.width})
        key += QByteArray::number(value, 'f', 3) + ' ';
    for (const int value : {static_cast<int>(spec.face), static_cast<int>(spec.alignment),
                            static_cast<int>(spec.direction), spec.bold ? 1 : 0, spec.onTheLeft ? 1 : 0})
        key += static_cast<char>('0' + value);
    appendField(key, spec.language);
    for (const Run &run : spec.runs) {
        key += static_cast<char>('0' + (run.bold ? 1 : 0) + (run.italic ? 2 : 0));
        appendField(key, run.text);
        appendField(key, run.language);
        appendField(key, run.link);
    }
    return key;
}

bool isRightToLeft(const TextSpec &spec, const QString &text)
{
    if (spec.direction == Direction::Auto)
        return text.isRightToLeft();
    return spec.direction == Direction::RightToLeft;
}

Qt::Alignment qtAlignment(const TextSpec &spec, bool rightToLeft)
{
    if (spec.alignment == Alignment::Center)
        return Qt::AlignHCenter;
    const bool atStart = spec.alignment == Alignment::Start;
    const bool left = spec.onTheLeft || atStart != rightToLeft;
    return Qt::AlignAbsolute | (left ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace

double ShapedText::widest() const
{
    double width = 0;
    for (const ShapedLine &line : lines)
        width = std::max(width, line.right - line.left);
    return width;
}

Shaped TextShaper::shape(const TextSpec &spec)
{
    const QByteArray key = keyOf(spec);
    if (const auto known = m_recent.constFind(key); known != m_recent.constEnd())
        return *known;
    Shaped shaped = m_older.value(key);
    if (!shaped)
        shaped = shapeAnew(spec);
    if (m_recent.size() >= kGeneration)
        m_older = std::exchange(m_recent, {});
    m_recent.insert(key, shaped);
    return shaped;
}

const QFont &TextShaper::font(Face face, double size, bool bold, bool italic, const QString &language,
                              QChar::Script script)
{
    const int pixels = static_cast<int>(std::lround(size * kLayoutScale));
    const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6")
                            .arg(static_cast<int>(face))
                            .arg(pixels)
                            .arg(bold)
                            .arg(italic)
                            .arg(static_cast<int>(script))
                            .arg(language);
    auto known = m_qtFonts.find(key);
    if (known == m_qtFonts.end()) {
        QFont font = letterFont(face, language, script);
        font.setPixelSize(pixels);
        font.setBold(bold);
        font.setItalic(italic);
        known = m_qtFonts.insert(key, font);
    }
    return *known;
}

TextShaper::Styled TextShaper::styled(const TextSpec &spec, ShapedText &shaped)
{
    Styled out;
    for (const Run &run : spec.runs) {
        const QString shown = shownText(run.text);
        if (shown.isEmpty())
            continue;
        const bool foreign = !run.language.isEmpty() && run.language != spec.language;
        int inlineIndex = -1;
        if (foreign || !run.link.isEmpty()) {
            inlineIndex = static_cast<int>(shaped.inlines.size());
            shaped.inlines.push_back({run.link, foreign ? run.language : QString(), shown});
        }
        const auto start = static_cast<int>(out.text.size());
        out.text += shown;
        out.segments.push_back({start, static_cast<int>(shown.size()), inlineIndex});
        appendFormats(spec, run, foreign ? run.language : spec.language, start, out);
    }
    return out;
}

/// A format for each stretch of a run that one font is for.
void TextShaper::appendFormats(const TextSpec &spec, const Run &run, const QString &language, int start, Styled &out)
{
    QChar::Script script = QChar::Script_Latin;
    const auto append = [&](qsizetype from, qsizetype to) {
        if (from == to)
            return;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(from);
        range.length = static_cast<int>(to - from);
        range.format.setFont(font(spec.face, spec.size, spec.bold || run.bold, run.italic, language, script));
        out.formats << range;
    };
    qsizetype from = start;
    for (qsizetype at = start; at < out.text.size();) {
        const qsizetype here = at;
        const QChar first = out.text[at++];
        char32_t point = first.unicode();
        if (first.isHighSurrogate() && at < out.text.size())
            point = QChar::surrogateToUcs4(first, out.text[at++]);
        const QChar::Script next = fontScript(point, script);
        if (next == script)
            continue;
        append(from, here);
        from = here;
        script = next;
    }
    append(from, out.text.size());
}

Shaped TextShaper::shapeAnew(const TextSpec &spec)
{
    auto shaped = std::make_shared<ShapedText>();
    shaped->leading = spec.leading;
    // The letters stand in the middle of their line: 0.82 of the size is what Liberation and Noto rise above the
    // baseline.
    shaped->ascent = (spec.leading - spec.size) / 2 + spec.size * 0.82;
    const Styled styledText = styled(spec, *shaped);
    const QString &text = styledText.text;
    shaped->rightToLeft = isRightToLeft(spec, text);

    QTextLayout layout(text, font(spec.face, spec.size, spec.bold, false, spec.language, QChar::Script_Latin));
    if (styledText.formats.size() == 1)
        layout.setFont(styledText.formats.first().format.font()); // quicker than a format for all
    else
        layout.setFormats(styledText.formats);
    QTextOption option;
    option.setUseDesignMetrics(true);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(shaped->rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(qtAlignment(spec, shaped->rightToLeft));
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(spec.width * kLayoutScale);
    layout.endLayout();

    const LineGlyphs glyphs(m_fonts, text, spec.size);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const QRectF natural = line.naturalTextRect();
        ShapedLine out;
        out.left = natural.left() / kLayoutScale;
        out.right = natural.right() / kLayoutScale;
        for (const Segment &segment : styledText.segments) {
            const int from = std::max(segment.start, line.textStart());
            const int to = std::min(segment.start + segment.length, line.textStart() + line.textLength());
            if (from < to)
                glyphs.appendChunks(line, from, to, segment.inlineIndex, out.chunks);
        }
        shaped->lines.push_back(std::move(out));
    }
    return shaped;
}

} // namespace tocsin::notices
