// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/embedded_font.h"

#include "notices/pdf/object_file.h"

#include <QCryptographicHash>

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <cmath>

namespace tocsin::notices {

namespace {

QByteArray bytesOf(hb_blob_t *blob)
{
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    return QByteArray(data, static_cast<qsizetype>(length));
}

QByteArray hexCode(quint32 value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0').toUpper();
}

QByteArray hexText(const QString &text)
{
    QByteArray out;
    for (const QChar c : text)
        out += hexCode(c.unicode());
    return out;
}

} // namespace

/// A table of the font. Each blob is kept as long as the face: HarfBuzz 6 goes on reading glyphs from a table after it
/// let go of it, which files in memory forgive and tables made on demand do not.
hb_blob_t *EmbeddedFont::table(hb_face_t *, hb_tag_t tag, void *self)
{
    if (tag == HB_TAG_NONE)
        return nullptr;
    auto *font = static_cast<EmbeddedFont *>(self);
    auto known = font->m_tables.find(tag);
    if (known == font->m_tables.end()) {
        char name[5] = {};
        hb_tag_to_string(tag, name);
        known = font->m_tables.emplace(tag, font->m_font.fontTable(name)).first;
    }
    const QByteArray &bytes = known->second;
    if (bytes.isEmpty())
        return nullptr;
    return hb_blob_create(bytes.constData(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                          nullptr);
}

void EmbeddedFont::HbFace::operator()(hb_face_t *face) const
{
    hb_face_destroy(face);
}

void EmbeddedFont::HbFont::operator()(hb_font_t *font) const
{
    hb_font_destroy(font);
}

std::unique_ptr<EmbeddedFont> EmbeddedFont::open(const QRawFont &font, const QByteArray &name)
{
    const bool cff = !font.fontTable("CFF ").isEmpty();
    if (!cff && font.fontTable("glyf").isEmpty())
        return nullptr;
    std::unique_ptr<EmbeddedFont> opened(new EmbeddedFont(font, name));
    opened->m_cff = cff;
    return opened;
}

EmbeddedFont::EmbeddedFont(const QRawFont &font, QByteArray name)
    : m_font(font)
    , m_name(std::move(name))
    , m_face(hb_face_create_for_tables(&EmbeddedFont::table, this, nullptr))
    , m_hbFont(hb_font_create(m_face.get()))
{
    const unsigned unitsPerEm = hb_face_get_upem(m_face.get());
    m_unitsPerEm = unitsPerEm;
    hb_font_set_scale(m_hbFont.get(), static_cast<int>(unitsPerEm), static_cast<int>(unitsPerEm));
    const unsigned glyphs = hb_face_get_glyph_count(m_face.get());
    m_used.resize(glyphs);
    m_texts.resize(glyphs);
}

quint32 EmbeddedFont::nominalGlyph(char32_t character) const
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(m_hbFont.get(), character, &glyph);
    return glyph;
}

int EmbeddedFont::advance(quint32 glyph) const
{
    return static_cast<int>(std::lround(hb_font_get_glyph_h_advance(m_hbFont.get(), glyph) * 1000 / m_unitsPerEm));
}

void EmbeddedFont::use(quint32 glyph)
{
    if (glyph < m_used.size())
        m_used[glyph] = true;
}

QStringView EmbeddedFont::textOf(quint32 glyph) const
{
    return glyph < m_texts.size() ? QStringView(m_texts[glyph]) : QStringView();
}

bool EmbeddedFont::claim(quint32 glyph, QStringView text)
{
    if (glyph == 0 || glyph >= m_texts.size() || text.isEmpty())
        return false;
    if (m_texts[glyph].isEmpty())
        m_texts[glyph] = text.toString();
    return m_texts[glyph] == text;
}

bool EmbeddedFont::write(ObjectFile &file, int number) const
{
    const QByteArray program = subset();
    if (program.isEmpty())
        return false;
    const int fontFile = file.allocate();
    const int descriptorNumber = file.allocate();
    const int descendant = file.allocate();
    const int characterMap = file.allocate();
    const QByteArray name = postScriptName(program);

    const QByteArray kind
        = m_cff ? QByteArray("/Subtype /CIDFontType0C") : QByteArray("/Length1 " + QByteArray::number(program.size()));
    file.stream(fontFile, kind, program);
    file.object(descriptorNumber, descriptor(name, fontFile));
    file.object(descendant,
                "<</Type /Font /Subtype " + QByteArray(m_cff ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity")
                    + " /BaseFont /" + name + " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
                    + " /FontDescriptor " + reference(descriptorNumber) + " /DW 0 /W " + widths() + ">>");
    file.stream(characterMap, {}, toUnicode());
    file.object(number,
                "<</Type /Font /Subtype /Type0 /BaseFont /" + name + QByteArray(m_cff ? "-Identity-H" : "")
                    + " /Encoding /Identity-H /DescendantFonts [" + reference(descendant) + "] /ToUnicode "
                    + reference(characterMap) + ">>");
    return true;
}

QByteArray EmbeddedFont::subset() const
{
    const std::unique_ptr<hb_subset_input_t, decltype(&hb_subset_input_destroy)> input(hb_subset_input_create_or_fail(),
                                                                                       &hb_subset_input_destroy);
    if (!input)
        return {};
    hb_set_t *glyphs = hb_subset_input_glyph_set(input.get());
    hb_set_add(glyphs, 0);
    for (size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (m_used[glyph])
            hb_set_add(glyphs, static_cast<hb_codepoint_t>(glyph));
    }
    hb_subset_input_set_flags(
        input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t *dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char *tag :
         {"GSUB", "GPOS", "GDEF", "kern", "name", "cmap", "OS/2", "post", "DSIG", "VORG", "vhea", "vmtx"})
        hb_set_add(dropped, hb_tag_from_string(tag, -1)); // shaping is done; a PDF has its own place for the rest

    const std::unique_ptr<hb_face_t, HbFace> face(hb_subset_or_fail(m_face.get(), input.get()));
    if (!face)
        return {};
    hb_blob_t *blob
        = m_cff ? hb_face_reference_table(face.get(), HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(face.get());
    const QByteArray program = bytesOf(blob);
    hb_blob_destroy(blob);
    return program;
}

QByteArray EmbeddedFont::postScriptName(const QByteArray &program) const
{
    const QByteArray digest = QCryptographicHash::hash(program, QCryptographicHash::Sha256);
    QByteArray name;
    for (int i = 0; i < 6; ++i)
        name += static_cast<char>('A' + static_cast<uchar>(digest[i]) % 26);
    name += '+';

    char buffer[64] = {};
    unsigned size = sizeof buffer;
    hb_ot_name_get_utf8(m_face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer);
    QByteArray own;
    for (const char c : QByteArray(buffer)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (plain)
            own += c;
    }
    return name + (own.isEmpty() ? QByteArray("Font") : own);
}

QByteArray EmbeddedFont::descriptor(const QByteArray &fontName, int fontFile) const
{
    const auto metric = [this](hb_ot_metrics_tag_t tag, double otherwise) {
        hb_position_t value = 0;
        const bool known = hb_ot_metrics_get_position(m_hbFont.get(), tag, &value);
        return QByteArray::number(std::lround(known ? value * 1000 / m_unitsPerEm : otherwise));
    };
    const QByteArray head = m_font.fontTable("head");
    QByteArray box;
    for (int at = 36; at < 44 && head.size() >= 44; at += 2) { // xMin, yMin, xMax, yMax
        const auto value = static_cast<qint16>((static_cast<uchar>(head[at]) << 8) | static_cast<uchar>(head[at + 1]));
        box += QByteArray::number(std::lround(value * 1000 / m_unitsPerEm)) + ' ';
    }
    const bool italic = m_font.style() != QFont::StyleNormal;
    constexpr int kSymbolic = 4;
    constexpr int kItalic = 64;
    return "<</Type /FontDescriptor /FontName /" + fontName + " /Flags "
        + QByteArray::number(kSymbolic | (italic ? kItalic : 0)) + " /FontBBox [" + box.trimmed() + "] /ItalicAngle "
        + QByteArray(italic ? "-12" : "0") + " /Ascent " + metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800)
        + " /Descent " + metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200) + " /CapHeight "
        + metric(HB_OT_METRICS_TAG_CAP_HEIGHT, 700) + " /StemV "
        + QByteArray(m_font.weight() >= QFont::DemiBold ? "140" : "80") + (m_cff ? " /FontFile3 " : " /FontFile2 ")
        + reference(fontFile) + ">>";
}

QByteArray EmbeddedFont::widths() const
{
    QByteArray out("[");
    bool open = false;
    for (size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        const bool used = m_used[glyph];
        if (used && !open)
            out += QByteArray::number(glyph) + '[';
        if (used)
            out += QByteArray::number(advance(static_cast<quint32>(glyph))) + ' ';
        if (!used && open)
            out += ']';
        open = used;
    }
    return out + (open ? "]]" : "]");
}

QByteArray EmbeddedFont::toUnicode() const
{
    constexpr qsizetype kEntriesPerBlock = 100; // the most that a CMap operator may take
    QList<QByteArray> entries;
    for (size_t glyph = 0; glyph < m_used.size(); ++glyph) {
        if (m_used[glyph] && !m_texts[glyph].isEmpty())
            entries += '<' + hexCode(static_cast<quint32>(glyph)) + "> <" + hexText(m_texts[glyph]) + ">\n";
    }
    QByteArray out("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (qsizetype at = 0; at < entries.size(); at += kEntriesPerBlock) {
        const QList<QByteArray> block = entries.mid(at, kEntriesPerBlock);
        out += QByteArray::number(block.size()) + " beginbfchar\n" + block.join() + "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace tocsin::notices
