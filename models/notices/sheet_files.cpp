// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sheet_files.h"

#include <QBuffer>
#include <QTextDocument>
#include <QTextDocumentWriter>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

const QString kStyle = u"body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}"
                       "table{border-collapse:collapse;width:100%}"
                       "td,th{border-top:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"_s;

constexpr double kLetterheadHeight = 48; // points, as in print

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

bool mayLink(const QString &link)
{
    return link.startsWith("https:"_L1) || link.startsWith("mailto:"_L1) || link.startsWith("tel:"_L1);
}

QString html(const Runs &runs)
{
    QString out;
    for (const Run &run : runs) {
        QString piece = escaped(run.text);
        if (run.bold)
            piece = u"<strong>"_s + piece + u"</strong>"_s;
        if (run.italic)
            piece = u"<em>"_s + piece + u"</em>"_s;
        if (mayLink(run.link))
            piece = u"<a href=\""_s + run.link.toHtmlEscaped() + u"\">"_s + piece + u"</a>"_s;
        out += piece;
    }
    return out;
}

QString element(const QString &name, const QString &content)
{
    return u"<"_s + name + u'>' + content + u"</"_s + name + u">\n"_s;
}

/// The picture itself is in the page: nothing is fetched from elsewhere.
QString html(const Picture &picture, double height)
{
    return u"<img src=\"data:image/png;base64,%1\" alt=\"%2\" height=\"%3\">"_s.arg(
        QString::fromLatin1(toPng(picture).toBase64()), picture.alternate.toHtmlEscaped(),
        QString::number(qRound(height * 4 / 3)));
}

struct HtmlBlocks
{
    QString operator()(const Heading &block) const
    {
        return element(u"h%1"_s.arg(qBound(1, block.level, 3)), html(block.runs));
    }
    QString operator()(const Paragraph &block) const
    {
        return block.runs.empty() ? QString() : element(u"p"_s, html(block.runs));
    }
    QString operator()(const List &block) const
    {
        QString items;
        for (const ListItem &item : block.items)
            items += element(u"li"_s, html(item.runs));
        return element(block.numbered ? u"ol"_s : u"ul"_s, u'\n' + items);
    }
    QString operator()(const Table &block) const
    {
        QString rows;
        for (const TableRow &row : block.rows) {
            QString cells;
            for (const Runs &cell : row)
                cells += element(u"td"_s, html(cell));
            rows += element(u"tr"_s, cells);
        }
        return element(u"table"_s, u'\n' + rows);
    }
    QString operator()(const Rule &) const { return u"<hr>\n"_s; }
    QString operator()(const Letterhead &block) const
    {
        const QString name = block.picture ? html(*block.picture, kLetterheadHeight)
                                           : QString(u"<strong>"_s + escaped(block.name) + u"</strong>"_s);
        return element(u"p"_s, name + u"<br>"_s + escaped(block.lines.join(u'\n')));
    }
    QString operator()(const Figure &block) const { return element(u"p"_s, html(block.picture, block.height)); }
    QString operator()(const AddressBlock &block) const { return element(u"p"_s, escaped(block.lines.join(u'\n'))); }
    QString operator()(const TextBox &block) const { return element(u"p"_s, escaped(block.lines.join(u'\n'))); }
    QString operator()(const Space &) const { return {}; }
    QString operator()(const PageBreak &) const { return {}; }
    QString operator()(const TableOfContents &) const { return {}; }
};

struct TextBlocks
{
    QString operator()(const Heading &block) const { return u'\n' + textOf(block.runs) + u"\n\n"_s; }
    QString operator()(const Paragraph &block) const
    {
        return block.runs.empty() ? QString() : textOf(block.runs) + (block.tight ? u"\n"_s : u"\n\n"_s);
    }
    QString operator()(const List &block) const
    {
        QString out;
        for (const ListItem &item : block.items)
            out += u"- "_s + textOf(item.runs) + u'\n';
        return out + u'\n';
    }
    QString operator()(const Table &block) const
    {
        QString out;
        for (const TableRow &row : block.rows) {
            QStringList cells;
            for (const Runs &cell : row)
                cells << textOf(cell);
            out += cells.join(u' ') + u'\n';
        }
        return out + u'\n';
    }
    QString operator()(const Letterhead &block) const
    {
        return (QStringList(block.name) + block.lines).join(u'\n') + u"\n\n"_s;
    }
    QString operator()(const AddressBlock &block) const { return block.lines.join(u'\n') + u"\n\n"_s; }
    QString operator()(const TextBox &block) const { return block.lines.join(u'\n') + u"\n\n"_s; }
    QString operator()(const Figure &) const { return {}; }
    QString operator()(const Rule &) const { return {}; }
    QString operator()(const Space &) const { return {}; }
    QString operator()(const PageBreak &) const { return {}; }
    QString operator()(const TableOfContents &) const { return {}; }
};

} // namespace

QString toHtml(const Document &document)
{
    QString body;
    for (const Block &block : document.blocks)
        body += std::visit(HtmlBlocks(), block);
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"_s.arg(
               document.metadata.language.toHtmlEscaped())
        + document.metadata.title.toHtmlEscaped() + u"</title>\n<style>"_s + kStyle + u"</style>\n</head>\n<body>\n"_s
        + body + u"</body>\n</html>\n"_s;
}

QString toPlainText(const Document &document)
{
    QString text;
    for (const Block &block : document.blocks)
        text += std::visit(TextBlocks(), block);
    return text.trimmed() + u'\n';
}

Result<QByteArray> toOdt(const Document &document)
{
    QTextDocument text;
    text.setHtml(toHtml(document));
    text.setMetaInformation(QTextDocument::DocumentTitle, document.metadata.title);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QTextDocumentWriter writer(&buffer, "ODF");
    if (!buffer.open(QIODevice::WriteOnly) || !writer.write(&text))
        return fail(ErrorCode::Io, u"The OpenDocument text cannot be written."_s);
    return bytes;
}

} // namespace tocsin::notices
