// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/embedded_font.h"

namespace tocsin::notices {

/// Writes glyphs as text-showing operators of one font and size, with a correction only where a glyph stands elsewhere
/// than the widths say (kerning, marks).
class TextOperators
{
public:
    TextOperators(EmbeddedFont &font, double size);

    /// Shows a glyph at points from the beginning of the chunk; `rise` is upwards from the baseline.
    void show(quint32 glyph, double x, double rise = 0);
    /// Shows a glyph where the last one ended.
    void follow(quint32 glyph);
    /// Adds a glyph that is read but not seen, squeezed or stretched to a width in thousandths of the size.
    void showUnseen(quint32 glyph, double width);
    /// What is shown until endReplacement() reads as `text` instead of what its glyphs stand for.
    void beginReplacement(QStringView text);
    void endReplacement();

    [[nodiscard]] QByteArray finish();
    /// Where the last glyph ends, in points.
    [[nodiscard]] double end() const;

private:
    EmbeddedFont &m_font;
    double m_size;
    double m_pen = 0; ///< thousandths of the size
    double m_rise = 0;
    bool m_inArray = false;
    bool m_inString = false;
    QByteArray m_out;

    void openString();
    void closeString();
    void closeArray();
    void setRise(double rise);
};

} // namespace tocsin::notices
