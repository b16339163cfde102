// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/workbook.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr qsizetype kMostStyles = 100'000;
constexpr qsizetype kMostSheets = 1'000;

struct Sheet
{
    QString name;
    QString relation;
};

struct Sheets
{
    QList<Sheet> sheets;
    bool from1904 = false;
};

struct Relation
{
    QString id;
    QString type; ///< the last part of its URI
    QString part;
};

class WorkbookParts
{
public:
    WorkbookParts(const ZipArchive &archive, const QString &name, const TableOptions &options)
        : m_archive(archive), m_name(name), m_options(options)
    {
    }

    Result<Workbook> read()
    {
        TOCSIN_ASSIGN(const QList<Relation> top, relations(u"_rels/.rels"_s, {}));
        const QString book = partOfType(top, "officeDocument"_L1);
        if (book.isEmpty() || !m_archive.has(book))
            return noWorkbook();
        const QString folder = book.left(book.lastIndexOf(u'/') + 1);
        TOCSIN_ASSIGN(const QList<Relation> parts,
                      relations(folder + u"_rels/"_s + book.mid(folder.size()) + u".rels"_s, folder));
        TOCSIN_ASSIGN(const Sheets sheets, readSheets(book));

        Workbook workbook;
        workbook.from1904 = sheets.from1904;
        TOCSIN_ASSIGN(workbook.sheetPart, chooseSheet(sheets.sheets, parts));
        TOCSIN_TRY(readStyles(partOfType(parts, "styles"_L1), workbook));
        TOCSIN_TRY(readStrings(partOfType(parts, "sharedStrings"_L1), workbook));
        return workbook;
    }

private:
    const ZipArchive &m_archive;
    const QString &m_name;
    const TableOptions &m_options;

    Failure refuse(const QString &sentence) const
    {
        return fail(ErrorCode::BadInput, u"“%1”: %2"_s.arg(m_name, sentence));
    }

    Failure noWorkbook() const
    {
        return refuse(
            u"this is a ZIP archive but no Excel workbook. Unpack it and choose the CSV or XLSX file inside."_s);
    }

    Failure damaged() const
    {
        return refuse(
            u"this Excel workbook is damaged and cannot be read. Open it in the spreadsheet and save it again."_s);
    }

    static QString partOfType(const QList<Relation> &relations, QLatin1StringView type)
    {
        for (const Relation &relation : relations) {
            if (relation.type == type)
                return relation.part;
        }
        return {};
    }

    Result<QList<Relation>> relations(const QString &part, const QString &folder)
    {
        if (!m_archive.has(part))
            return noWorkbook();
        TOCSIN_ASSIGN(std::unique_ptr<ZipPart> file, m_archive.open(part));
        XmlTokens xml(std::move(file));
        QList<Relation> found;
        while (xml.next() && found.size() < kMostSheets) {
            if (!xml.isStart() || xml.name() != "Relationship"_L1)
                continue;
            const QString type = xml.attribute("Type"_L1).toString();
            const QString target = xml.attribute("Target"_L1).toString();
            // A target is a name within the archive; with a slash in front it counts from the top.
            found.append({xml.attribute("Id"_L1).toString(), type.mid(type.lastIndexOf(u'/') + 1),
                          target.startsWith(u'/') ? target.mid(1) : folder + target});
        }
        if (xml.failed())
            return damaged();
        return found;
    }

    Result<Sheets> readSheets(const QString &part)
    {
        TOCSIN_ASSIGN(std::unique_ptr<ZipPart> file, m_archive.open(part));
        XmlTokens xml(std::move(file));
        Sheets found;
        while (xml.next() && found.sheets.size() < kMostSheets) {
            if (!xml.isStart())
                continue;
            if (xml.name() == "sheet"_L1)
                found.sheets.append({xml.attribute("name"_L1).toString(), xml.attribute("r:id"_L1).toString()});
            if (xml.name() == "workbookPr"_L1)
                found.from1904 = xml.attribute("date1904"_L1) == "1"_L1 || xml.attribute("date1904"_L1) == "true"_L1;
        }
        if (xml.failed())
            return damaged();
        return found;
    }

    Result<QString> chooseSheet(const QList<Sheet> &sheets, const QList<Relation> &parts)
    {
        for (const Sheet &sheet : sheets) {
            if (!m_options.sheet.isEmpty() && sheet.name != m_options.sheet)
                continue;
            for (const Relation &relation : parts) {
                if (relation.id == sheet.relation && relation.type == "worksheet"_L1 && m_archive.has(relation.part))
                    return relation.part;
            }
        }
        if (m_options.sheet.isEmpty())
            return refuse(u"this workbook has no sheet with cells."_s);
        return refuse(u"none of the workbook's %1 sheets has the name that was asked for."_s.arg(sheets.size()));
    }

    Result<> readStyles(const QString &part, Workbook &workbook)
    {
        if (part.isEmpty() || !m_archive.has(part))
            return {};
        TOCSIN_ASSIGN(std::unique_ptr<ZipPart> file, m_archive.open(part));
        XmlTokens xml(std::move(file));
        QSet<int> dateFormats;
        bool inCellFormats = false;
        while (xml.next() && workbook.dateStyles.size() < kMostStyles && dateFormats.size() < kMostStyles) {
            if (xml.name() == "cellXfs"_L1)
                inCellFormats = xml.isStart();
            if (!xml.isStart())
                continue;
            const int format = xml.attribute("numFmtId"_L1).toInt();
            if (xml.name() == "numFmt"_L1 && showsDate(xml.attribute("formatCode"_L1)))
                dateFormats.insert(format);
            if (inCellFormats && xml.name() == "xf"_L1)
                workbook.dateStyles.append(isBuiltInDate(format) || dateFormats.contains(format));
        }
        if (xml.failed())
            return damaged();
        return {};
    }

    /// ECMA-376 part 1, 18.8.30: 14 to 17 and 22 are dates; 27 to 36 and 50 to 58 are dates in East Asian locales.
    static bool isBuiltInDate(int format)
    {
        return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36)
            || (format >= 50 && format <= 58);
    }

    /// A format code with a day or a year outside of quotes, brackets and escapes.
    static bool showsDate(QStringView code)
    {
        static const QRegularExpression literal(u"\"[^\"]*\"|\\[[^\\]]*\\]|\\\\."_s);
        const QString bare = code.toString().remove(literal).toLower();
        return bare != u"general"_s && (bare.contains(u'd') || bare.contains(u'y'));
    }

    Result<> readStrings(const QString &part, Workbook &workbook)
    {
        if (part.isEmpty() || !m_archive.has(part))
            return {};
        TOCSIN_ASSIGN(std::unique_ptr<ZipPart> file, m_archive.open(part));
        XmlTokens xml(std::move(file));
        QString text;
        bool inText = false;
        bool inPhonetic = false;
        while (xml.next()) {
            if (xml.isText() && inText && !inPhonetic)
                text += xml.text();
            if (xml.isText())
                continue;
            if (xml.name() == "t"_L1)
                inText = xml.isStart();
            if (xml.name() == "rPh"_L1)
                inPhonetic = xml.isStart();
            if (xml.name() == "si"_L1 && xml.isEnd()) {
                workbook.strings.append(unescaped(text));
                text.clear();
            }
            if (workbook.strings.bytes() > m_options.limits.sharedStringBytes
                || text.size() > m_options.limits.cellCharacters) {
                return refuse(u"this workbook holds more text than a list of people has (%1 MB). Save it as CSV."_s.arg(
                    m_options.limits.sharedStringBytes >> 20));
            }
        }
        if (xml.failed())
            return damaged();
        return {};
    }
};

} // namespace

QString SharedStrings::at(qsizetype index) const
{
    const qsizetype begin = index == 0 ? 0 : m_ends.at(index - 1);
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(begin, m_ends.at(index) - begin));
}

void SharedStrings::append(QStringView text)
{
    m_bytes.append(text.toUtf8());
    m_ends.append(static_cast<quint32>(m_bytes.size()));
}

Result<Workbook> readWorkbook(const ZipArchive &archive, const QString &name, const TableOptions &options)
{
    return WorkbookParts(archive, name, options).read();
}

QString unescaped(const QString &text)
{
    if (!text.contains(u"_x"_s))
        return text;
    QString plain;
    qsizetype i = 0;
    while (i < text.size()) {
        bool hexadecimal = false;
        const QStringView rest = QStringView(text).sliced(i);
        const bool shape = rest.size() >= 7 && rest.startsWith("_x"_L1) && rest.at(6) == u'_';
        const ushort code = shape ? rest.sliced(2, 4).toUShort(&hexadecimal, 16) : ushort(0);
        plain += hexadecimal ? QChar(code) : text.at(i);
        i += hexadecimal ? 7 : 1;
    }
    return plain;
}

} // namespace tocsin::intake
