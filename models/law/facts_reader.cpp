// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"
#include "law/facts.h"
#include "law/facts_check.h"
#include "law/states.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr qint64 kMostPeople = 2'000'000'000;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr qsizetype kMostBytes = 1 << 20;

constexpr auto kDayExpected = "a date such as 2026-03-10, in the years 1900 to 2199"_L1;
constexpr auto kMomentExpected = "a date such as 2026-03-10, or an instant with its offset such as "
                                 "2026-03-10T23:30:00-05:00, in the years 1900 to 2199"_L1;

bool isInRange(QDate date)
{
    return date.isValid() && date.year() >= kFirstYear && date.year() <= kLastYear;
}

std::optional<Moment> momentFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    if (const Result<QDate> date = parseDate(text); date && isInRange(*date))
        return Moment{*date, std::nullopt};
    if (const Result<Instant> instant = Instant::parse(text); instant && isInRange(instant->localDate()))
        return Moment{{}, *instant};
    return std::nullopt;
}

std::optional<Moment> readMoment(JsonReader &reader, QLatin1StringView key, bool required = false)
{
    const QJsonValue value = reader.value(key, required);
    if (value.isUndefined())
        return std::nullopt;
    const std::optional<Moment> moment = momentFrom(value);
    if (!moment)
        reader.failAt(key, kMomentExpected);
    return moment;
}

std::optional<QDate> readDay(JsonReader &reader, QLatin1StringView key)
{
    const QJsonValue value = reader.value(key, false);
    if (value.isUndefined())
        return std::nullopt;
    const Result<QDate> date = parseDate(value.toString());
    if (date && isInRange(*date))
        return *date;
    reader.failAt(key, kDayExpected);
    return std::nullopt;
}

std::optional<int> readCount(JsonReader &reader, QLatin1StringView key, qint64 least, qint64 most)
{
    const std::optional<qint64> number = reader.integer(key, least, most, false);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

/// Words of a list, each of a given form and none twice.
QStringList readWords(JsonReader &reader, QLatin1StringView key, const QRegularExpression &form,
                      const QString &expected)
{
    QStringList words = reader.strings(key, false);
    for (qsizetype index = 0; index < words.size(); ++index) {
        const QString place = u"%1[%2]"_s.arg(key).arg(index);
        if (!form.match(words.at(index)).hasMatch())
            reader.failAt(place, expected);
        if (words.indexOf(words.at(index)) != index)
            reader.failAt(place, u"each word once; “%1” stands there twice"_s.arg(words.at(index)));
    }
    return words;
}

const QRegularExpression &dataForm()
{
    static const QRegularExpression form(u"^[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
    return form;
}

const QRegularExpression &recipientForm()
{
    static const QRegularExpression form(u"^[A-Za-z0-9]+([-:][A-Za-z0-9]+)*\\z"_s);
    return form;
}

QByteArray readZone(JsonReader &reader)
{
    const QByteArray zone = reader.string("timezone"_L1, false).toUtf8();
    if (reader.has("timezone"_L1) && (zone.isEmpty() || !isKnownZone(zone)))
        reader.failAt("timezone"_L1, u"an IANA zone name such as America/Chicago"_s);
    return zone;
}

EntityKind readEntity(JsonReader &reader)
{
    const QString word = reader.word(
        "entity"_L1, {"covered-entity"_L1, "business-associate"_L1, "phr-vendor"_L1, "business"_L1}, true);
    for (const EntityKind kind : {EntityKind::BusinessAssociate, EntityKind::PhrVendor, EntityKind::Business}) {
        if (entityWord(kind) == word)
            return kind;
    }
    return EntityKind::CoveredEntity;
}

QList<Knowledge> readKnown(JsonReader &reader)
{
    QList<Knowledge> known;
    reader.objects(
        "known"_L1,
        [&known](JsonReader &inner) {
            Knowledge each;
            each.by = inner.string("by"_L1);
            if (!dataForm().match(each.by).hasMatch())
                inner.failAt("by"_L1, u"who knew, such as workforce, privacy-officer or wrongdoer"_s);
            each.on = readMoment(inner, "on"_L1, true).value_or(Moment{});
            if (known.contains(each))
                inner.failAt("by"_L1, u"each line of facts.known once"_s);
            known << each;
        },
        false);
    return known;
}

std::optional<AssociateReport> readAssociate(JsonReader &reader)
{
    std::optional<AssociateReport> report;
    reader.object(
        "business_associate"_L1,
        [&report](JsonReader &inner) {
            report.emplace();
            report->discovered = readMoment(inner, "discovered"_L1);
            report->agent = inner.boolean("agent"_L1, false);
            report->toldCoveredEntity = readMoment(inner, "told_covered_entity"_L1);
        },
        false);
    return report;
}

std::optional<Occurrence> readOccurrence(JsonReader &reader)
{
    std::optional<Occurrence> occurrence;
    reader.object(
        "occurred"_L1,
        [&occurrence](JsonReader &inner) {
            occurrence.emplace();
            occurrence->from = readDay(inner, "from"_L1);
            occurrence->to = readDay(inner, "to"_L1);
        },
        false);
    return occurrence;
}

std::optional<QMap<QString, qint64>> readResidents(JsonReader &reader)
{
    std::optional<QMap<QString, qint64>> residents;
    reader.object(
        "residents"_L1,
        [&residents, &reader](JsonReader &inner) {
            residents.emplace();
            const QJsonObject counts = reader.value("residents"_L1).toObject();
            for (const QString &code : counts.keys()) {
                const QJsonValue value = inner.value(QLatin1StringView(code.toLatin1()), false);
                const double count = value.toDouble(-1);
                if (!isStateCode(code))
                    inner.failAt(code,
                                 u"a State's or territory's two-letter code: the 50 States, DC, AS, GU, MP, PR, VI"_s);
                else if (count < 0 || count > static_cast<double>(kMostPeople)
                         || count != static_cast<double>(qint64(count)))
                    inner.failAt(code, u"a whole number of people from 0 to %1"_s.arg(kMostPeople));
                else
                    residents->insert(code, static_cast<qint64>(count));
            }
        },
        false);
    return residents;
}

std::optional<Securing> readSecuring(JsonReader &reader)
{
    std::optional<Securing> secured;
    reader.object(
        "secured"_L1,
        [&secured](JsonReader &inner) {
            secured.emplace();
            secured->encrypted = inner.boolean("encrypted"_L1, false);
            secured->keyCompromised = inner.boolean("key_compromised"_L1, false);
        },
        false);
    return secured;
}

std::optional<Assessment> readAssessment(JsonReader &reader)
{
    std::optional<Assessment> assessment;
    reader.object(
        "assessment"_L1,
        [&assessment](JsonReader &inner) {
            assessment.emplace();
            assessment->outcome = inner.word("outcome"_L1, {"low-probability"_L1, "exception"_L1, "breach"_L1});
            assessment->citation = inner.string("citation"_L1, false);
            if (!assessment->citation.isEmpty() && assessment->outcome != "exception"_L1)
                inner.failAt("citation"_L1, u"a citation only with the outcome exception"_s);
            assessment->documented = inner.boolean("documented"_L1, false);
            assessment->factors = readCount(inner, "factors"_L1, 0, 100);
        },
        false);
    return assessment;
}

DelayStatement readStatement(JsonReader &reader)
{
    return {readDay(reader, "stated"_L1), readDay(reader, "until"_L1)};
}

std::optional<LawEnforcement> readLawEnforcement(JsonReader &reader)
{
    std::optional<LawEnforcement> law;
    reader.object(
        "law_enforcement"_L1,
        [&law](JsonReader &inner) {
            law.emplace();
            law->written = inner.word("form"_L1, {"oral"_L1, "written"_L1}) == "written"_L1;
            law->statement = readStatement(inner);
            inner.object(
                "written_followup"_L1, [&law](JsonReader &followup) { law->writtenFollowup = readStatement(followup); },
                false);
        },
        false);
    return law;
}

QList<ContractClock> readContract(JsonReader &reader)
{
    QList<ContractClock> clocks;
    reader.objects(
        "contract"_L1,
        [&clocks](JsonReader &inner) {
            ContractClock clock{inner.string("to"_L1), readCount(inner, "days"_L1, 0, 3650),
                                readCount(inner, "hours"_L1, 0, 87600)};
            if (!recipientForm().match(clock.to).hasMatch())
                inner.failAt("to"_L1, u"a recipient such as covered-entity or payer:acme"_s);
            if (clock.days.has_value() == clock.hours.has_value())
                inner.failAt(clock.days ? "hours"_L1 : "days"_L1, u"either days or hours"_s);
            if (clocks.contains(clock))
                inner.failAt("to"_L1, u"each contract clock once"_s);
            clocks << clock;
        },
        false);
    return clocks;
}

QMap<QString, Moment> readAnchors(JsonReader &reader)
{
    QMap<QString, Moment> anchors;
    reader.object(
        "anchors"_L1,
        [&anchors](JsonReader &inner) {
            for (const QString &name : anchorNames()) {
                const QByteArray key = name.toLatin1();
                if (const std::optional<Moment> moment = readMoment(inner, QLatin1StringView(key)))
                    anchors.insert(name, *moment);
            }
        },
        false);
    return anchors;
}

QMap<QString, Moment> readDone(JsonReader &reader)
{
    QMap<QString, Moment> done;
    reader.object(
        "done"_L1,
        [&done, &reader](JsonReader &inner) {
            const QJsonObject given = reader.value("done"_L1).toObject();
            for (const QString &recipient : given.keys()) {
                const std::optional<Moment> moment
                    = momentFrom(inner.value(QLatin1StringView(recipient.toLatin1()), false));
                if (!recipientForm().match(recipient).hasMatch())
                    inner.failAt(recipient, u"a recipient such as individuals, HHS or media:TX"_s);
                else if (!moment)
                    inner.failAt(recipient, kMomentExpected);
                else
                    done.insert(recipient, *moment);
            }
        },
        false);
    return done;
}

void readLists(JsonReader &reader, Facts &facts)
{
    static const QRegularExpression flagForm(u"^[a-z0-9]+(-[a-z0-9]+)*(:[A-Za-z0-9-]+)?\\z"_s);
    static const QRegularExpression abroadForm(u"^[A-Z]{2,3}(-[A-Z]{2,3})?\\z"_s);
    const bool hasData = reader.has("data"_L1);
    const QStringList data = readWords(reader, "data"_L1, dataForm(), u"a kind of data such as phi, name or ssn"_s);
    if (hasData)
        facts.data = data;
    facts.flags
        = readWords(reader, "flags"_L1, flagForm, u"a flag such as sec-registrant or licensed-facility:CA-1250"_s);
    facts.abroad = readWords(reader, "abroad"_L1, abroadForm, u"a code such as EU, IND or CAN-ON"_s);
}

} // namespace

Result<Facts> factsFromJson(const QJsonObject &object)
{
    JsonReader reader(object, u"facts"_s);
    Facts facts;
    facts.entity = readEntity(reader);
    facts.timezone = readZone(reader);
    facts.discovered = readMoment(reader, "discovered"_L1);
    facts.known = readKnown(reader);
    facts.associate = readAssociate(reader);
    facts.occurred = readOccurrence(reader);
    facts.residents = readResidents(reader);
    facts.elsewhere = reader.integer("elsewhere"_L1, 0, kMostPeople, false);
    facts.unreachable = reader.integer("unreachable"_L1, 0, kMostPeople, false);
    facts.secured = readSecuring(reader);
    facts.assessment = readAssessment(reader);
    facts.lawEnforcement = readLawEnforcement(reader);
    facts.contract = readContract(reader);
    facts.anchors = readAnchors(reader);
    facts.done = readDone(reader);
    readLists(reader, facts);
    facts.year = readCount(reader, "year"_L1, kFirstYear, kLastYear);
    TOCSIN_TRY(reader.finish());
    TOCSIN_TRY(checkFacts(facts));
    return facts;
}

Result<Facts> parseFacts(const QByteArray &bytes, const QString &source)
{
    if (bytes.size() > kMostBytes)
        return fail(ErrorCode::BadInput, u"%1 is larger than 1 MiB; a facts file is a few kilobytes."_s.arg(source));
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(bytes, source));
    Result<Facts> facts = factsFromJson(object);
    if (!facts)
        facts.error().message.prepend(source + u": "_s);
    return facts;
}

} // namespace tocsin::law
