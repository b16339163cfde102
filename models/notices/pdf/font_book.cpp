// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/font_book.h"

#include "notices/pdf/object_file.h"

namespace tocsin::notices {

namespace {

/// Tells faces apart: the head table has a check sum of the whole font, and the members of a collection differ in the
/// rest.
QByteArray faceKey(const QRawFont &font)
{
    return font.fontTable("head") + font.fontTable("maxp") + font.fontTable("hhea") + font.familyName().toUtf8() + '\n'
        + font.styleName().toUtf8();
}

} // namespace

EmbeddedFont *FontBook::fontFor(const QRawFont &font)
{
    const auto known = m_byEngine.constFind(font);
    if (known != m_byEngine.constEnd())
        return *known;

    const QByteArray key = faceKey(font);
    if (!m_byFace.contains(key)) {
        std::unique_ptr<EmbeddedFont> opened = EmbeddedFont::open(font, 'F' + QByteArray::number(m_fonts.size() + 1));
        m_byFace.insert(key, opened.get());
        if (opened)
            m_fonts.push_back(std::move(opened));
    }
    return *m_byEngine.insert(font, m_byFace.value(key));
}

QByteArray FontBook::write(ObjectFile &file) const
{
    QByteArray dictionary("<<");
    for (const auto &font : m_fonts) {
        const int number = file.allocate();
        if (!font->write(file, number))
            return {};
        dictionary += '/' + font->name() + ' ' + reference(number) + ' ';
    }
    return dictionary + ">>";
}

} // namespace tocsin::notices
