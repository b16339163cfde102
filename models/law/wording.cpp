// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/wording.h"

#include "law/states.h"

#include <QJsonArray>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

QString shortDate(QDate date)
{
    return QLocale::c().toString(date, u"d MMM yyyy"_s);
}

QString shortInstant(const Instant &instant)
{
    const QDateTime there = instant.toDateTime();
    const int minutes = there.offsetFromUtc() / 60;
    const QString offset = u"UTC%1%2:%3"_s.arg(minutes < 0 ? u"-"_s : u"+"_s)
                               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return u"%1 %2 (%3)"_s.arg(shortDate(there.date()), there.time().toString(u"HH:mm"_s), offset);
}

QString plain(const QString &word)
{
    return QString(word).replace(u'-', u' ').replace(u'_', u' ');
}

QString sentenceCase(const QString &text)
{
    return text.left(1).toUpper() + text.sliced(qMin<qsizetype>(1, text.size()));
}

QString factName(const QString &path)
{
    static const QMap<QString, QString> names{
        {u"discovered"_s, u"the day of discovery"_s},
        {u"business_associate.discovered"_s, u"the day the business associate discovered the breach"_s},
        {u"business_associate.agent"_s, u"whether the business associate is the entity's agent"_s},
        {u"business_associate.told_covered_entity"_s, u"the day the business associate told the entity"_s},
        {u"residents"_s, u"how many people are affected in each State"_s},
        {u"unreachable"_s, u"how many people have no usable address"_s},
        {u"data"_s, u"what kinds of data were involved"_s},
        {u"secured.encrypted"_s, u"whether the data was encrypted"_s},
        {u"secured.key_compromised"_s, u"whether the encryption key was compromised"_s},
        {u"anchors.determined"_s, u"the day a breach was determined"_s},
        {u"anchors.confirmed"_s, u"the day the breach was confirmed"_s},
        {u"anchors.scope_identified"_s, u"the day the scope was identified"_s},
        {u"anchors.investigation_concluded"_s, u"the day the investigation was concluded"_s},
        {u"anchors.harm_determined"_s, u"the day a likelihood of harm was determined"_s},
        {u"anchors.material"_s, u"the day the incident was found material"_s},
        {u"anchors.aware"_s, u"the moment of awareness"_s},
        {u"anchors.assessed_notifiable"_s, u"the moment the incident was assessed as notifiable"_s},
        {u"anchors.good_cause_filed"_s, u"the day good cause was filed"_s},
        {u"item.received"_s, u"the day the letter was received"_s},
        {u"item.confirmed"_s, u"the day the finding was confirmed"_s},
        {u"item.cure_from"_s, u"the first day on which the entity knew of the finding, or should have"_s},
        {u"regulator_requests.due"_s, u"the date the letter names"_s},
        {u"findings.confirmed"_s, u"the day the finding was confirmed"_s},
        {u"posting.web_from"_s, u"the first day of the posting on the web site"_s},
        {u"posting.phone_from"_s, u"the first day of the toll-free line"_s},
        {u"retention.from"_s, u"the day the last record was made or was last in effect"_s},
        {u"year"_s, u"the calendar year in question"_s},
        {u"done.individuals"_s, u"the day individuals were told"_s},
    };
    return names.value(path, path);
}

QStringList missingNames(const Obligation &duty)
{
    QStringList texts;
    for (const QString &path : duty.missing) {
        if (!duty.needTime.contains(path))
            texts << factName(path);
        else if (path == "discovered"_L1)
            texts << u"the hour of discovery"_s;
        else
            texts << u"%1, with its hour"_s.arg(factName(path));
    }
    return texts;
}

QString factText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &each : value.toArray())
            texts << factText(each);
        return texts.join(u", "_s);
    }
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    return plain(value.toString());
}

QString counted(qint64 count, const QString &singular, const QString &plural)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(count) + u' ' + (count == 1 ? singular : plural);
}

QString offsetWords(const Obligation &duty)
{
    const int days = duty.offsetDays.value_or(0);
    return duty.offsetInBusinessDays ? counted(days, u"business day"_s, u"business days"_s)
                                     : counted(days, u"day"_s, u"days"_s);
}

QString thresholdWords(Condition::Op op, qint64 people)
{
    const QString number = QLocale(QLocale::English, QLocale::UnitedStates).toString(people);
    switch (op) {
    case Condition::Op::MoreThan:
        return u"more than "_s + number;
    case Condition::Op::Fewer:
        return u"fewer than "_s + number;
    case Condition::Op::AtMost:
        return number + u" or fewer"_s;
    default:
        return number + u" or more"_s;
    }
}

namespace {

/// What stands in the recipient's place where nobody is told, by the recipient's first part.
const QMap<QString, QString> &subjects()
{
    static const QMap<QString, QString> names{{u"containment"_s, u"containment, %1"_s},
                                              {u"finding"_s, u"finding %1"_s},
                                              {u"cure"_s, u"cure of finding %1"_s},
                                              {u"posting"_s, u"posting, %1"_s},
                                              {u"records"_s, u"records, %1"_s}};
    return names;
}

QString subjectName(const QString &subject, const QString &detail)
{
    if (detail.isEmpty())
        return subject;
    static const QMap<QString, QString> details{
        {u"24h"_s, u"24 hours"_s}, {u"48h"_s, u"48 hours"_s},         {u"72h"_s, u"72 hours"_s},
        {u"web"_s, u"web site"_s}, {u"phone"_s, u"toll-free line"_s}, {u"individuals"_s, u"notices to individuals"_s}};
    return subjects().value(subject).arg(details.value(detail, detail));
}

} // namespace

bool isNotice(const QString &recipient)
{
    return !subjects().contains(recipient.section(u':', 0, 0)) && !recipient.endsWith(":assessment"_L1);
}

QString recipientName(const QString &recipient)
{
    static const QMap<QString, QString> offices{{u"media"_s, u"media in %1"_s},
                                                {u"AG"_s, u"the Attorney General of %1"_s},
                                                {u"CRA"_s, u"consumer reporting agencies for %1"_s},
                                                {u"individuals"_s, u"individuals in %1"_s},
                                                {u"owner"_s, u"the owner of data about people in %1"_s}};
    if (recipient == "covered-entity"_L1)
        return u"the covered entity"_s;
    const QString office = recipient.section(u':', 0, 0);
    const QString place = recipient.section(u':', 1);
    if (subjects().contains(office))
        return subjectName(office, place);
    const QString state = place.section(u':', 0, 0);
    const QString rest = place.section(u':', 1);
    if (isStateCode(state) && offices.contains(office)) {
        const QString name = offices.value(office).arg(stateName(state));
        return rest.isEmpty() ? name : u"%1, %2"_s.arg(name, rest);
    }
    if (isStateCode(office) && !place.isEmpty())
        return u"%1 of %2"_s.arg(plain(place), stateName(office));
    if (office == "individuals"_L1 && !place.isEmpty())
        return u"individuals (%1)"_s.arg(place);
    return recipient;
}

} // namespace tocsin::law
