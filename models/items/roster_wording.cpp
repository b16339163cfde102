// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/roster_wording.h"

#include "items/wording.h"
#include "law/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Standing;

namespace {

constexpr qsizetype kMostLines = 8; // named of one kind; the count is exact all the same
constexpr qint64 kSubstituteNotice = 10; // 45 CFR 164.404(d)(2)(ii)

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QString kindLine(const QString &kind, const QJsonObject &found)
{
    const QJsonArray lines = found.value(u"lines"_s).toArray();
    QStringList numbers;
    for (qsizetype i = 0; i < std::min(lines.size(), kMostLines); ++i)
        numbers << QString::number(lines.at(i).toInteger());
    const qint64 count = found.value(u"count"_s).toInteger();
    const QString where = numbers.join(u", "_s) + (count > numbers.size() ? u" …"_s : QString());
    return u"%1: %2, %3 %4"_s.arg(noteKindName(kind), figure(count),
                                  count == 1 ? Words::tr("line") : Words::tr("lines"), where);
}

} // namespace

QString standingName(Standing standing)
{
    switch (standing) {
    case Standing::Included:
        return Words::tr("Included");
    case Standing::Undecided:
        return Words::tr("To decide");
    case Standing::Excluded:
        break;
    }
    return Words::tr("Excluded");
}

Tone standingTone(Standing standing)
{
    return standing == Standing::Included ? Tone::Ok : standing == Standing::Undecided ? Tone::Warning : Tone::Neutral;
}

QString noteKindName(const QString &kind)
{
    return law::sentenceCase(law::plain(kind)).replace(u" zip"_s, u" ZIP"_s);
}

QStringList reportLines(const QJsonObject &summary)
{
    QStringList lines;
    for (const QString &group : {u"problems_by_kind"_s, u"notes_by_kind"_s}) {
        const QJsonObject kinds = summary.value(group).toObject();
        for (auto each = kinds.begin(); each != kinds.end(); ++each)
            lines << kindLine(each.key(), each.value().toObject());
    }
    return lines;
}

QString addressSentence(qint64 withoutAddress)
{
    if (withoutAddress == 0)
        return Words::tr("Everyone has a usable address.");
    const QString people = law::counted(withoutAddress, Words::tr("person has"), Words::tr("people have"));
    if (withoutAddress < kSubstituteNotice) {
        return Words::tr(
                   "%1 no usable address. Below ten, another written notice, a telephone call or other means will do.")
            .arg(people);
    }
    return Words::tr(
               "%1 no usable address. From ten on, a notice on the website or in major media, with a toll-free number, "
               "is owed.")
        .arg(people);
}

QString personTitle(const casework::Recipient &person)
{
    const QString name = QString(person.firstName + u' ' + person.lastName).simplified();
    if (!name.isEmpty())
        return name;
    return person.recipientId.isEmpty() ? Words::tr("Line %1").arg(person.line) : person.recipientId;
}

QString placeText(const casework::Recipient &person)
{
    const QString place = QStringList{person.city, person.state, person.postalCode}.join(u' ').simplified();
    return place.isEmpty() ? Words::tr("no address") : place;
}

} // namespace tocsin::items
