// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/embedded_font.h"

#include <QHash>

namespace tocsin::notices {

/// The fonts of one PDF, in the order in which its pages came to need them.
class FontBook
{
public:
    /// The embedded font of a font that the shaper chose, at whatever size; null if it cannot be embedded.
    EmbeddedFont *fontFor(const QRawFont &font);

    /// Writes all fonts and gives the dictionary that pages name them by. Empty if a font cannot be subset.
    [[nodiscard]] QByteArray write(ObjectFile &file) const;

private:
    std::vector<std::unique_ptr<EmbeddedFont>> m_fonts;
    QHash<QRawFont, EmbeddedFont *> m_byEngine; ///< a size of a face each
    QHash<QByteArray, EmbeddedFont *> m_byFace;
};

} // namespace tocsin::notices
