// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/duplicate_finder.h"

#include "core/text.h"

#include <QHashFunctions>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

/// Letters and digits alone, without case: "O'BRIEN" and "O’Brien" are one, and so are "Đức" and "ĐỨC" in either form
/// of Unicode.
QString folded(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            kept += c;
    }
    return kept;
}

/// Stands for a text in the finder's tables, so that these do not hold the whole roster. The seed is of this process
/// alone: nobody can write a roster whose people collide.
quint64 shortHash(const QString &text)
{
    return qHash(text, QHashSeed::globalSeed());
}

} // namespace

DuplicateFinder::Finding DuplicateFinder::add(const RosterRow &row)
{
    constexpr QChar kBetween(0x1f);
    const QString first = folded(row.firstName);
    const QString last = folded(row.lastName);
    const bool named = !first.isEmpty() || !last.isEmpty();
    const QString born = row.dateOfBirth ? row.dateOfBirth->toString(Qt::ISODate) : QString();
    const QString nameAndBirth = first + kBetween + last + kBetween + born;
    const QString person
        = nameAndBirth + kBetween + folded(row.addressLines.join(u' ')) + kBetween + row.postalCode.left(5);
    const QString identity
        = row.recipientId.isEmpty() ? u"person"_s + kBetween + person : u"id"_s + kBetween + row.recipientId;

    const quint64 personHash = shortHash(nameAndBirth);
    Seen &seen = m_identities[shortHash(identity)];
    Finding finding;
    finding.rowKey = sha256Hex(QString(identity + kBetween + QString::number(++seen.times)).toUtf8());
    if (seen.times == 1) {
        seen.person = personHash;
        seen.line = row.line;
    } else if (named && seen.person == personHash) {
        finding.kind = NoteKind::Duplicate;
        finding.otherLine = seen.line;
    } else if (!row.recipientId.isEmpty()) {
        finding.kind = NoteKind::DuplicateId;
        finding.otherLine = seen.line;
    }

    if (!named || born.isEmpty())
        return finding;
    qint64 &line = m_people[shortHash(person)];
    if (line != 0 && finding.kind != NoteKind::Duplicate) {
        finding.kind = NoteKind::Duplicate;
        finding.otherLine = line;
    }
    line = line == 0 ? row.line : line;
    return finding;
}

QString sourceHash(const RosterRow &row)
{
    static constexpr std::array kStatuses{'a', 'm', 'd'};
    QByteArray bytes("roster-row-1");
    const auto add = [&bytes](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        bytes += ':' + QByteArray::number(utf8.size()) + '=' + utf8;
    };
    for (const QString &field :
         {row.recipientId, row.firstName, row.lastName, row.addressLines.join(u'\n'), row.city, row.state,
          row.postalCode, row.country, row.email, row.language, row.representative, row.dataElements.join(u';')})
        add(field);
    bytes += row.emailConsent ? 'y' : 'n';
    bytes += kStatuses[static_cast<size_t>(row.status)];
    add(row.dateOfBirth ? row.dateOfBirth->toString(Qt::ISODate) : QString());
    return sha256Hex(bytes);
}

} // namespace tocsin::intake
