// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/bag.h"

#include "core/instant.h"
#include "core/text.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

constexpr qsizetype kHashDigits = 64;
constexpr qsizetype kMaxPath = 200;
constexpr QLatin1StringView kIdentifier("tocsin-packet/");

bool isPathCharacter(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '-'
        || code == '_' || code == '.';
}

bool isHashDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

Failure badLine(const QString &file, qsizetype line, const QString &reason)
{
    return fail(ErrorCode::BadInput, u"“%1”, line %2: %3."_s.arg(file).arg(line).arg(reason));
}

/// The lines without their line feeds, if the text is UTF-8 and each line ends with one.
Result<QStringList> linesOf(const QByteArray &text, const QString &file)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decode(text);
    if (decode.hasError() || decoded.toUtf8() != text)
        return badLine(file, 1, u"the file is not UTF-8"_s);
    if (!decoded.endsWith(u'\n'))
        return badLine(file, decoded.count(u'\n') + 1, u"the line does not end with a line feed"_s);
    return decoded.chopped(1).split(u'\n');
}

Result<ManifestLine> parseManifestLine(const QString &line, const QString &file, qsizetype number)
{
    const QString hash = line.left(kHashDigits);
    if (hash.size() < kHashDigits || !std::all_of(hash.begin(), hash.end(), isHashDigit))
        return badLine(file, number, u"it should begin with 64 lower-case hexadecimal digits"_s);
    if (line.mid(kHashDigits, 2) != u"  "_s)
        return badLine(file, number, u"two spaces should stand between hash and path"_s);
    const QString path = line.mid(kHashDigits + 2);
    if (!isBagPath(path))
        return badLine(file, number, u"this is not a path that a packet can have"_s);
    return ManifestLine{path, hash};
}

/// The value of the next label; the order of the labels is fixed.
class InfoLines
{
public:
    explicit InfoLines(QStringList lines) : m_lines(std::move(lines)) { }

    QString value(QLatin1StringView label)
    {
        const QString line = m_lines.value(m_next++);
        const QString start = label + u": "_s;
        if (line.startsWith(start) && line.size() > start.size())
            return line.mid(start.size());
        if (m_wrong == 0)
            m_wrong = m_next;
        m_expected = m_expected.isEmpty() ? QString(label) : m_expected;
        return {};
    }

    [[nodiscard]] Result<> finish() const
    {
        if (m_wrong > 0)
            return badLine(kInfoFile, m_wrong, u"it should say “%1: …”"_s.arg(m_expected));
        if (m_next != m_lines.size())
            return badLine(kInfoFile, m_next + 1, u"there should be no such line"_s);
        return {};
    }

private:
    QStringList m_lines;
    qsizetype m_next = 0;
    qsizetype m_wrong = 0;
    QString m_expected;
};

} // namespace

QByteArray bagDeclaration()
{
    return QByteArrayLiteral("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
}

bool isBagPath(QStringView path)
{
    if (path.isEmpty() || path.size() > kMaxPath)
        return false;
    const QList<QStringView> parts = path.split(u'/');
    return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        return !part.isEmpty() && part.front() != u'.' && std::all_of(part.begin(), part.end(), isPathCharacter);
    });
}

QByteArray manifestText(Manifest lines)
{
    std::sort(lines.begin(), lines.end(), [](const ManifestLine &a, const ManifestLine &b) { return a.path < b.path; });
    QByteArray text;
    for (const ManifestLine &line : std::as_const(lines))
        text += line.sha256.toLatin1() + "  " + line.path.toLatin1() + '\n';
    return text;
}

Result<Manifest> parseManifest(const QByteArray &text, const QString &file)
{
    if (text.size() > kMaxManifestSize)
        return fail(ErrorCode::BadInput, u"“%1” is larger than any packet's manifest."_s.arg(file));
    TOCSIN_ASSIGN(const QStringList lines, linesOf(text, file));
    Manifest manifest;
    manifest.reserve(lines.size());
    QSet<QString> seen;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        TOCSIN_ASSIGN(const ManifestLine line, parseManifestLine(lines[i], file, i + 1));
        if (!manifest.isEmpty() && !(manifest.last().path < line.path))
            return badLine(file, i + 1, u"the paths should be in ascending order, each once"_s);
        const QString folded = line.path.toLower();
        if (seen.contains(folded))
            return badLine(file, i + 1, u"another path differs only in capitals"_s);
        seen.insert(folded);
        manifest.append(line);
    }
    return manifest;
}

QString bagInfoValue(const QString &text)
{
    const QString value = withoutControlCharacters(text).simplified();
    return value.isEmpty() ? u"unknown"_s : value;
}

QByteArray BagInfo::toText() const
{
    const QString text = u"Bag-Software-Agent: %1\nBagging-Date: %2\nExternal-Description: Evidence packet\n"
                         "External-Identifier: %3%4\nPayload-Oxum: %5.%6\nSource-Organization: %7\n"_s.arg(
                             bagInfoValue(software), bagged.toString(Qt::ISODate), kIdentifier, bagInfoValue(incident),
                             QString::number(payloadBytes), QString::number(payloadFiles), bagInfoValue(organization));
    return text.toUtf8();
}

Result<BagInfo> BagInfo::parse(const QByteArray &text)
{
    if (text.size() > kMaxInfoSize)
        return fail(ErrorCode::BadInput, u"“%1” is larger than any packet's."_s.arg(kInfoFile));
    TOCSIN_ASSIGN(QStringList split, linesOf(text, kInfoFile));
    InfoLines lines(std::move(split));
    BagInfo info;
    info.software = lines.value("Bag-Software-Agent"_L1);
    const Result<QDate> bagged = parseDate(lines.value("Bagging-Date"_L1));
    lines.value("External-Description"_L1);
    info.incident = lines.value("External-Identifier"_L1).mid(kIdentifier.size());
    const QString oxum = lines.value("Payload-Oxum"_L1);
    info.organization = lines.value("Source-Organization"_L1);
    TOCSIN_TRY(lines.finish());
    if (!bagged)
        return badLine(kInfoFile, 2, u"the date should be written like 2026-03-20"_s);
    info.bagged = *bagged;
    info.payloadBytes = oxum.section(u'.', 0, 0).toLongLong();
    info.payloadFiles = oxum.section(u'.', 1).toLongLong();
    // One spelling only: whatever was read loosely above shows here.
    if (info.payloadBytes < 0 || info.payloadFiles < 0 || info.toText() != text)
        return badLine(kInfoFile, 1, u"the file is not in the one form that packets use"_s);
    return info;
}

Result<QString> fileSha256(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::Io, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace tocsin::packets
