// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/text_operators.h"

#include "notices/pdf/object_file.h"

#include <cmath>

namespace tocsin::notices {

namespace {

/// Corrections below this (thousandths of the size: 0.03 pt at 11 pt) come from rounding and cannot be seen.
constexpr double kVisible = 3;
constexpr double kVisibleRise = 0.02; // points

void appendEscaped(QByteArray &to, uchar byte)
{
    switch (byte) {
    case '(':
    case ')':
    case '\\':
        to += '\\';
        to += static_cast<char>(byte);
        break;
    case '\r': // readers would take a bare carriage return for a line feed
        to += "\\r";
        break;
    default:
        to += static_cast<char>(byte);
    }
}

} // namespace

TextOperators::TextOperators(EmbeddedFont &font, double size) : m_font(font), m_size(size)
{
    m_out = '/' + font.name() + ' ';
    appendNumber(m_out, size);
    m_out += " Tf";
}

void TextOperators::show(quint32 glyph, double x, double rise)
{
    setRise(rise);
    const double wanted = x * 1000 / m_size;
    const double correction = m_pen - wanted;
    if (std::abs(correction) >= kVisible) {
        closeString();
        if (!m_inArray)
            m_out += '[';
        m_inArray = true;
        m_out += QByteArray::number(std::lround(correction));
        m_pen -= std::round(correction);
    }
    follow(glyph);
}

void TextOperators::follow(quint32 glyph)
{
    openString();
    appendEscaped(m_out, static_cast<uchar>(glyph >> 8));
    appendEscaped(m_out, static_cast<uchar>(glyph & 0xff));
    m_font.use(glyph);
    m_pen += m_font.advance(glyph);
}

void TextOperators::showUnseen(quint32 glyph, double width)
{
    closeArray();
    const int advance = m_font.advance(glyph);
    if (advance <= 0)
        return;
    const double scale = std::round(width / advance * 10000) / 100; // per cent, as precise as it is written
    m_out += " 3 Tr ";
    appendNumber(m_out, scale);
    m_out += " Tz(";
    appendEscaped(m_out, static_cast<uchar>(glyph >> 8));
    appendEscaped(m_out, static_cast<uchar>(glyph & 0xff));
    m_out += ")Tj 0 Tr 100 Tz";
    m_font.use(glyph);
    m_pen += advance * scale / 100;
}

void TextOperators::beginReplacement(QStringView text)
{
    closeArray();
    m_out += "/Span<</ActualText<FEFF";
    for (const QChar c : text)
        m_out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    m_out += ">>>BDC";
}

void TextOperators::endReplacement()
{
    closeArray();
    m_out += " EMC";
}

QByteArray TextOperators::finish()
{
    closeArray();
    setRise(0);
    return m_out + '\n';
}

double TextOperators::end() const
{
    return m_pen * m_size / 1000;
}

void TextOperators::openString()
{
    if (!m_inArray)
        m_out += '[';
    m_inArray = true;
    if (!m_inString)
        m_out += '(';
    m_inString = true;
}

void TextOperators::closeString()
{
    if (m_inString)
        m_out += ')';
    m_inString = false;
}

void TextOperators::closeArray()
{
    closeString();
    if (m_inArray)
        m_out += "]TJ";
    m_inArray = false;
}

void TextOperators::setRise(double rise)
{
    if (std::abs(rise - m_rise) < kVisibleRise)
        return;
    closeArray();
    m_rise = rise;
    m_out += ' ';
    appendNumber(m_out, rise);
    m_out += " Ts";
}

} // namespace tocsin::notices
