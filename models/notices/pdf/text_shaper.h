// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/pdf/font_book.h"
#include "notices/pdf/shaped_text.h"

#include <QFont>
#include <QHash>
#include <QTextLayout>

namespace tocsin::notices {

/// Breaks paragraphs into lines and turns them into operators of a content stream, with Qt's shaping: every script,
/// both directions, fallback fonts. Paragraphs that come again (all that is the same for every recipient) come from a
/// cache of bounded size.
class TextShaper
{
public:
    explicit TextShaper(FontBook &fonts) : m_fonts(fonts) { }

    Shaped shape(const TextSpec &spec);

private:
    /// A run's part of the paragraph's text.
    struct Segment
    {
        int start = 0;
        int length = 0;
        int inlineIndex = -1;
    };
    struct Styled
    {
        QString text;
        std::vector<Segment> segments;
        QList<QTextLayout::FormatRange> formats;
    };

    FontBook &m_fonts;
    QHash<QString, QFont> m_qtFonts;
    /// Two generations: what is asked for in one lives on in the next, what is not is dropped with it.
    QHash<QByteArray, Shaped> m_recent;
    QHash<QByteArray, Shaped> m_older;

    Shaped shapeAnew(const TextSpec &spec);
    Styled styled(const TextSpec &spec, ShapedText &shaped);
    void appendFormats(const TextSpec &spec, const Run &run, const QString &language, int start, Styled &out);
    const QFont &font(Face face, double size, bool bold, bool italic, const QString &language, QChar::Script script);
};

} // namespace tocsin::notices
