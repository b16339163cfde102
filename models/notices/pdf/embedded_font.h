// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRawFont>
#include <QString>

#include <map>
#include <memory>
#include <vector>

struct hb_blob_t;
struct hb_face_t;
struct hb_font_t;

namespace tocsin::notices {

class ObjectFile;

/// A font as a PDF holds it: which of its glyphs are in use, what text each stands for, and at the end the subset.
/// Glyph ids stay those of the font (they are the CIDs), so pages can be written before the subset is known.
///
/// Lives on the thread that its QRawFont came from.
class EmbeddedFont
{
public:
    EmbeddedFont(const EmbeddedFont &) = delete;
    EmbeddedFont &operator=(const EmbeddedFont &) = delete;

    /// Null for a font without outlines that a PDF can hold (bitmaps, CFF2).
    static std::unique_ptr<EmbeddedFont> open(const QRawFont &font, const QByteArray &name);

    /// The name in page resources: "F1".
    [[nodiscard]] const QByteArray &name() const { return m_name; }
    /// The glyph that the font's character map gives, or 0.
    [[nodiscard]] quint32 nominalGlyph(char32_t character) const;
    /// The width as the PDF states it, in thousandths of the type size.
    [[nodiscard]] int advance(quint32 glyph) const;
    /// Marks a glyph as in use.
    void use(quint32 glyph);
    /// What a glyph stands for; empty until claimed.
    [[nodiscard]] QStringView textOf(quint32 glyph) const;
    /// Says that a glyph in use stands for a text. The first claim stays: false if the glyph stands for another.
    bool claim(quint32 glyph, QStringView text);

    /// Writes subset, widths and character map; the font dictionary gets `number`. False if the font cannot be subset.
    [[nodiscard]] bool write(ObjectFile &file, int number) const;

private:
    struct HbFace
    {
        void operator()(hb_face_t *face) const;
    };
    struct HbFont
    {
        void operator()(hb_font_t *font) const;
    };

    QRawFont m_font;
    std::map<quint32, QByteArray> m_tables; ///< by tag; before the face, which reads them
    QByteArray m_name;
    std::unique_ptr<hb_face_t, HbFace> m_face;
    std::unique_ptr<hb_font_t, HbFont> m_hbFont;
    double m_unitsPerEm = 1000;
    bool m_cff = false;
    std::vector<bool> m_used;
    std::vector<QString> m_texts;

    EmbeddedFont(const QRawFont &font, QByteArray name);
    static hb_blob_t *table(hb_face_t *face, quint32 tag, void *self);
    [[nodiscard]] QByteArray subset() const;
    [[nodiscard]] QByteArray postScriptName(const QByteArray &subset) const;
    [[nodiscard]] QByteArray descriptor(const QByteArray &fontName, int fontFile) const;
    [[nodiscard]] QByteArray widths() const;
    [[nodiscard]] QByteArray toUnicode() const;
};

} // namespace tocsin::notices
