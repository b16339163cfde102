// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_reader.h"
#include "core/text.h"
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
constexpr qsizetype kMostItems = 500; // of a list of contracts, requests, corrections or findings
constexpr qsizetype kLongestId = 40;
constexpr qsizetype kLongestName = 80;
// How long a regulator gives to correct what it found: 30 to 60 days by severity.
constexpr qint64 kLeastCorrection = 30;
constexpr qint64 kMostCorrection = 60;

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

QDate readNeededDay(JsonReader &reader, QLatin1StringView key)
{
    reader.value(key);
    return readDay(reader, key).value_or(QDate());
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

/// Calls `read` for each object of a list that may not be endless.
void readItems(JsonReader &reader, QLatin1StringView key, const std::function<void(JsonReader &)> &read)
{
    if (reader.value(key, false).toArray().size() > kMostItems)
        reader.failAt(key, u"a list of at most %1"_s.arg(kMostItems));
    else
        reader.objects(key, read, false);
}

QString readItemId(JsonReader &reader)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\\z"_s);
    const QString id = reader.string("id"_L1);
    if (id.size() > kLongestId || !form.match(id).hasMatch())
        reader.failAt("id"_L1, u"letters, digits and hyphens, such as DR-1; at most %1"_s.arg(kLongestId));
    return id;
}

QString readSender(JsonReader &reader)
{
    const QString from = reader.string("from"_L1);
    if (!isRecipient(from))
        reader.failAt("from"_L1, u"who wrote, such as OCR or AG:TX"_s);
    return from;
}

QString readContractName(JsonReader &reader)
{
    const QString name = reader.string("name"_L1, false);
    const bool isName
        = !name.isEmpty() && name == name.simplified() && name.size() <= kLongestName && !hasControlCharacters(name);
    if (reader.has("name"_L1) && !isName)
        reader.failAt("name"_L1,
                      u"which contract, such as payer agreement 2024; at most %1 characters"_s.arg(kLongestName));
    return name;
}

QList<ContractClock> readContract(JsonReader &reader)
{
    QList<ContractClock> clocks;
    readItems(reader, "contract"_L1, [&clocks](JsonReader &inner) {
        ContractClock clock{inner.string("to"_L1), readCount(inner, "days"_L1, 0, 3650),
                            readCount(inner, "hours"_L1, 0, 87600), readContractName(inner)};
        if (!isRecipient(clock.to))
            inner.failAt("to"_L1, u"a recipient such as covered-entity or payer:acme"_s);
        if (clock.days.has_value() == clock.hours.has_value())
            inner.failAt(clock.days ? "hours"_L1 : "days"_L1, u"either days or hours"_s);
        if (clocks.contains(clock))
            inner.failAt("to"_L1, u"each contract clock once"_s);
        clocks << clock;
    });
    return clocks;
}

QList<RegulatorRequest> readRequests(JsonReader &reader)
{
    QList<RegulatorRequest> requests;
    readItems(reader, "regulator_requests"_L1, [&requests](JsonReader &inner) {
        RegulatorRequest request{readItemId(inner),
                                 readSender(inner),
                                 readNeededDay(inner, "received"_L1),
                                 readDay(inner, "due"_L1),
                                 readCount(inner, "days"_L1, 0, 3650),
                                 readDay(inner, "extended_to"_L1)};
        if (request.due && request.days)
            inner.failAt("days"_L1, u"either due or days"_s);
        requests << request;
    });
    return requests;
}

QList<CorrectionPeriod> readCorrections(JsonReader &reader)
{
    QList<CorrectionPeriod> corrections;
    readItems(reader, "corrections"_L1, [&corrections](JsonReader &inner) {
        CorrectionPeriod each{readItemId(inner), readSender(inner), readNeededDay(inner, "received"_L1), 0, {}};
        const std::optional<qint64> days = inner.integer("days"_L1, kLeastCorrection, kMostCorrection);
        each.days = static_cast<int>(days.value_or(0));
        each.extendedTo = readDay(inner, "extended_to"_L1);
        corrections << each;
    });
    return corrections;
}

QList<FindingClock> readFindings(JsonReader &reader)
{
    QList<FindingClock> findings;
    readItems(reader, "findings"_L1, [&findings](JsonReader &inner) {
        findings << FindingClock{readItemId(inner), inner.word("class"_L1, {"A"_L1, "B"_L1, "C"_L1}),
                                 readDay(inner, "confirmed"_L1), readDay(inner, "cure_from"_L1)};
    });
    return findings;
}

std::optional<Posting> readPosting(JsonReader &reader)
{
    std::optional<Posting> posting;
    reader.object(
        "posting"_L1,
        [&posting](JsonReader &inner) {
            posting.emplace();
            posting->webFrom = readDay(inner, "web_from"_L1);
            posting->phoneFrom = readDay(inner, "phone_from"_L1);
        },
        false);
    return posting;
}

std::optional<Retention> readRetention(JsonReader &reader)
{
    std::optional<Retention> retention;
    reader.object(
        "retention"_L1, [&retention](JsonReader &inner) { retention = Retention{readDay(inner, "from"_L1)}; }, false);
    return retention;
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
                if (!isRecipient(recipient))
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
    facts.regulatorRequests = readRequests(reader);
    facts.corrections = readCorrections(reader);
    facts.findings = readFindings(reader);
    facts.posting = readPosting(reader);
    facts.retention = readRetention(reader);
    facts.anchors = readAnchors(reader);
    facts.done = readDone(reader);
    readLists(reader, facts);
    facts.year = readCount(reader, "year"_L1, kFirstYear, kLastYear);
    TOCSIN_TRY(reader.finish());
    return facts;
}

Result<Facts> acceptFacts(const QJsonObject &object)
{
    TOCSIN_ASSIGN(Facts facts, factsFromJson(object));
    TOCSIN_TRY(checkFacts(facts));
    return facts;
}

Result<Facts> parseFacts(const QByteArray &bytes, const QString &source)
{
    if (bytes.size() > kMostBytes)
        return fail(ErrorCode::BadInput, u"%1 is larger than 1 MiB; a facts file is a few kilobytes."_s.arg(source));
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(bytes, source));
    Result<Facts> facts = acceptFacts(object);
    if (!facts)
        facts.error().message.prepend(source + u": "_s);
    return facts;
}

} // namespace tocsin::law
