// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fact_keys.h"

#include "law/fact_words.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

constexpr auto kContext = "tocsin::items";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

constexpr FactKey heading(const char *label)
{
    return {{}, FactKind::Heading, label};
}

/// A list beside the headings.
constexpr FactKey top(FactKey key)
{
    key.isTop = true;
    return key;
}

constexpr FactKey needed(FactKey key)
{
    key.isNeeded = true;
    return key;
}

// The one table of facts: key, kind, label, hint, words to choose from.
const FactKey kKeys[] = {
    heading(QT_TRANSLATE_NOOP("tocsin::items", "Organization")),
    needed({"entity"_L1, FactKind::Choice, QT_TRANSLATE_NOOP("tocsin::items", "Kind of organization"), nullptr,
            "covered-entity,business-associate,phr-vendor,business"_L1}),
    {"timezone"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "Time zone"),
     QT_TRANSLATE_NOOP("tocsin::items", "Where a time of day becomes a date: America/Chicago"),
     "UTC,America/New_York,America/Chicago,America/Denver,America/Phoenix,America/Los_Angeles,Pacific/Honolulu"_L1},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Discovery")),
    {"discovered"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Discovered on"),
     QT_TRANSLATE_NOOP("tocsin::items", "The first day on which anyone knew, or with reasonable diligence would have")},
    {"known"_L1, FactKind::Rows, QT_TRANSLATE_NOOP("tocsin::items", "Who knew, and when"),
     QT_TRANSLATE_NOOP("tocsin::items", "The knowledge of a wrongdoer does not count")},
    {"known[].by"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "Who knew"),
     QT_TRANSLATE_NOOP("tocsin::items", "Small letters, with hyphens: privacy-officer"),
     "workforce,privacy-officer,agent,wrongdoer"_L1},
    {"known[].on"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Since")},
    {"occurred.from"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Happened from")},
    {"occurred.to"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Happened until")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Business associate")),
    {"business_associate.discovered"_L1, FactKind::Moment,
     QT_TRANSLATE_NOOP("tocsin::items", "Associate discovered it on")},
    {"business_associate.told_covered_entity"_L1, FactKind::Moment,
     QT_TRANSLATE_NOOP("tocsin::items", "Associate told the entity on")},
    {"business_associate.agent"_L1, FactKind::YesNo, QT_TRANSLATE_NOOP("tocsin::items", "Is it the entity's agent?"),
     QT_TRANSLATE_NOOP("tocsin::items", "An agent's discovery is the entity's own")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Days that start other clocks")),
    {"anchors.determined"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "A breach was determined"),
     QT_TRANSLATE_NOOP("tocsin::items", "When it was settled that there was a breach")},
    {"anchors.confirmed"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "The breach was confirmed")},
    {"anchors.scope_identified"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "The scope was identified"),
     QT_TRANSLATE_NOOP("tocsin::items", "When it was known who is affected")},
    {"anchors.investigation_concluded"_L1, FactKind::Moment,
     QT_TRANSLATE_NOOP("tocsin::items", "The investigation was concluded")},
    {"anchors.harm_determined"_L1, FactKind::Moment,
     QT_TRANSLATE_NOOP("tocsin::items", "A likelihood of harm was determined")},
    {"anchors.material"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Found material"),
     QT_TRANSLATE_NOOP("tocsin::items", "To investors, by a registrant")},
    {"anchors.aware"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Became aware"),
     QT_TRANSLATE_NOOP("tocsin::items", "With the time, for clocks of hours abroad")},
    {"anchors.assessed_notifiable"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Assessed as notifiable")},
    {"anchors.good_cause_filed"_L1, FactKind::Moment, QT_TRANSLATE_NOOP("tocsin::items", "Good cause was filed"),
     QT_TRANSLATE_NOOP("tocsin::items", "To be given more time")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "People affected")),
    {"residents"_L1, FactKind::Counts, QT_TRANSLATE_NOOP("tocsin::items", "Residents by State"),
     QT_TRANSLATE_NOOP("tocsin::items", "One line a State or territory")},
    {"elsewhere"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Living elsewhere"),
     QT_TRANSLATE_NOOP("tocsin::items", "Abroad, or nobody knows where")},
    {"unreachable"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Without a usable address"),
     QT_TRANSLATE_NOOP("tocsin::items", "Ten or more change the duty")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Data")),
    {"data"_L1, FactKind::Words, QT_TRANSLATE_NOOP("tocsin::items", "Kinds of data"),
     QT_TRANSLATE_NOOP("tocsin::items", "phi marks protected health information")},
    {"secured.encrypted"_L1, FactKind::YesNo, QT_TRANSLATE_NOOP("tocsin::items", "Was the data encrypted?")},
    {"secured.key_compromised"_L1, FactKind::YesNo, QT_TRANSLATE_NOOP("tocsin::items", "Was the key taken too?")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Was it a breach?")),
    {"assessment.outcome"_L1, FactKind::Choice, QT_TRANSLATE_NOOP("tocsin::items", "Outcome of the assessment"),
     QT_TRANSLATE_NOOP("tocsin::items", "A low probability of compromise, an exception, or a breach"),
     "low-probability,exception,breach"_L1},
    {"assessment.citation"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "Exception claimed"),
     QT_TRANSLATE_NOOP("tocsin::items", "Only with the outcome exception")},
    {"assessment.documented"_L1, FactKind::YesNo, QT_TRANSLATE_NOOP("tocsin::items", "Is it documented?")},
    {"assessment.factors"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Factors assessed"),
     QT_TRANSLATE_NOOP("tocsin::items", "How many; the rule asks for four")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Law enforcement delay")),
    {"law_enforcement.form"_L1, FactKind::Choice, QT_TRANSLATE_NOOP("tocsin::items", "How an official asked to wait"),
     nullptr, "oral,written"_L1},
    {"law_enforcement.stated"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Stated on")},
    {"law_enforcement.until"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Wait until")},
    {"law_enforcement.written_followup.stated"_L1, FactKind::Day,
     QT_TRANSLATE_NOOP("tocsin::items", "Then in writing on"),
     QT_TRANSLATE_NOOP("tocsin::items", "Only after an oral statement")},
    {"law_enforcement.written_followup.until"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Then wait until"),
     QT_TRANSLATE_NOOP("tocsin::items", "Only after an oral statement")},

    top({"contract"_L1, FactKind::Rows, QT_TRANSLATE_NOOP("tocsin::items", "Contracts"),
         QT_TRANSLATE_NOOP("tocsin::items", "Clocks of associate agreements, payers and insurers")}),
    {"contract[].to"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "To be told"),
     QT_TRANSLATE_NOOP("tocsin::items", "covered-entity, or payer:acme"), "covered-entity,CMS"_L1},
    {"contract[].name"_L1, FactKind::Text, QT_TRANSLATE_NOOP("tocsin::items", "Which contract"),
     QT_TRANSLATE_NOOP("tocsin::items", "Tells two for one recipient apart")},
    {"contract[].days"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Days"),
     QT_TRANSLATE_NOOP("tocsin::items", "Either days or hours")},
    {"contract[].hours"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Hours"),
     QT_TRANSLATE_NOOP("tocsin::items", "Either days or hours")},

    top({"regulator_requests"_L1, FactKind::Rows, QT_TRANSLATE_NOOP("tocsin::items", "Requests of regulators"),
         QT_TRANSLATE_NOOP("tocsin::items", "One line a letter")}),
    {"regulator_requests[].id"_L1, FactKind::Text, QT_TRANSLATE_NOOP("tocsin::items", "Number"),
     QT_TRANSLATE_NOOP("tocsin::items", "Letters, digits and hyphens: DR-1")},
    {"regulator_requests[].from"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "Who wrote"),
     QT_TRANSLATE_NOOP("tocsin::items", "OCR, or AG:TX"), "OCR"_L1},
    {"regulator_requests[].received"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Received on")},
    {"regulator_requests[].due"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Date in the letter"),
     QT_TRANSLATE_NOOP("tocsin::items", "Either a date or days")},
    {"regulator_requests[].days"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Days in the letter"),
     QT_TRANSLATE_NOOP("tocsin::items", "Either a date or days")},
    {"regulator_requests[].extended_to"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Extended to")},

    top({"corrections"_L1, FactKind::Rows, QT_TRANSLATE_NOOP("tocsin::items", "Correction periods"),
         QT_TRANSLATE_NOOP("tocsin::items", "What a regulator lets the entity correct, and by when")}),
    {"corrections[].id"_L1, FactKind::Text, QT_TRANSLATE_NOOP("tocsin::items", "Number"),
     QT_TRANSLATE_NOOP("tocsin::items", "Letters, digits and hyphens: COR-1")},
    {"corrections[].from"_L1, FactKind::Word, QT_TRANSLATE_NOOP("tocsin::items", "Who wrote"),
     QT_TRANSLATE_NOOP("tocsin::items", "OCR, or AG:TX"), "OCR"_L1},
    {"corrections[].received"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Received on")},
    {"corrections[].days"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Days"),
     QT_TRANSLATE_NOOP("tocsin::items", "From 30 to 60")},
    {"corrections[].extended_to"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Extended to")},

    top({"findings"_L1, FactKind::Rows, QT_TRANSLATE_NOOP("tocsin::items", "Findings"),
         QT_TRANSLATE_NOOP("tocsin::items", "What was found wrong, each with clocks of its own")}),
    {"findings[].id"_L1, FactKind::Text, QT_TRANSLATE_NOOP("tocsin::items", "Number"),
     QT_TRANSLATE_NOOP("tocsin::items", "Letters, digits and hyphens: F-1")},
    needed({"findings[].class"_L1, FactKind::Choice, QT_TRANSLATE_NOOP("tocsin::items", "Class"),
            QT_TRANSLATE_NOOP("tocsin::items", "A: 7 days, B: 14 days, C: 30 days"), "A,B,C"_L1}),
    {"findings[].confirmed"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Confirmed on")},
    {"findings[].cure_from"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Known since"),
     QT_TRANSLATE_NOOP("tocsin::items", "The first day on which the entity knew, or should have")},

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Substitute notice")),
    {"posting.web_from"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "On the web site since")},
    {"posting.phone_from"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Toll-free line open since")},

    top({"done"_L1, FactKind::Moments, QT_TRANSLATE_NOOP("tocsin::items", "Notices already given"),
         QT_TRANSLATE_NOOP("tocsin::items", "By recipient: individuals, HHS, media:TX, AG:CA")}),
    top({"flags"_L1, FactKind::Words, QT_TRANSLATE_NOOP("tocsin::items", "What else is true"),
         QT_TRANSLATE_NOOP("tocsin::items", "Words that rules listen to")}),
    top({"abroad"_L1, FactKind::Words, QT_TRANSLATE_NOOP("tocsin::items", "Abroad"),
         QT_TRANSLATE_NOOP("tocsin::items", "Authorities outside the United States to consider")}),

    heading(QT_TRANSLATE_NOOP("tocsin::items", "Records and years")),
    {"retention.from"_L1, FactKind::Day, QT_TRANSLATE_NOOP("tocsin::items", "Last record made on"),
     QT_TRANSLATE_NOOP("tocsin::items", "Or the day on which it was last in effect")},
    {"year"_L1, FactKind::Count, QT_TRANSLATE_NOOP("tocsin::items", "Calendar year in question")},
};

QString translated(const char *source)
{
    return source ? QCoreApplication::translate(kContext, source) : QString();
}

QString iso(const law::Moment &moment)
{
    return moment.instant ? moment.instant->toIso() : moment.date.toString(Qt::ISODate);
}

std::optional<law::Moment> momentOf(const QString &text)
{
    if (const Result<QDate> day = parseDate(text))
        return law::Moment{*day, {}};
    if (const Result<Instant> instant = Instant::parse(text))
        return law::Moment{{}, *instant};
    return std::nullopt;
}

QString numberWords(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest) : value.toString();
}

QJsonValue numberOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,3}(,\\d{3})+|\\d{1,10})\\z"_s);
    if (form.match(text).hasMatch())
        return QString(text).remove(u',').toLongLong();
    return text;
}

QJsonValue momentFrom(const QString &text, const QByteArray &zone)
{
    const Result<std::optional<law::Moment>> moment = momentFromWords(text, zone);
    return moment && *moment ? iso(**moment) : text;
}

QJsonValue dayFrom(const QString &text)
{
    const Result<std::optional<QDate>> day = dayFromWords(text);
    return day && *day ? (*day)->toString(Qt::ISODate) : text;
}

QString momentText(const QString &value, const QByteArray &zone)
{
    const std::optional<law::Moment> moment = momentOf(value);
    return moment ? momentWords(moment, zone) : value;
}

QStringList tokensOf(const FactKey &key, const law::RulePacks &packs)
{
    if (!key.words.isEmpty())
        return QString(key.words).split(u',');
    if (key.kind == FactKind::Counts)
        return law::stateCodes();
    if (key.kind == FactKind::Moments)
        return law::namedRecipients(packs);
    return law::knownWords(QString(key.path), packs);
}

/// Words that are typed are shown as they are typed; of others what they mean.
QString choiceWords(const FactKey &key, const QString &token)
{
    if (key.kind == FactKind::Counts)
        return law::stateName(token);
    return key.kind == FactKind::Choice ? law::sentenceCase(law::plain(token)) : token;
}

} // namespace

QString FactKey::label() const
{
    return translated(labelSource);
}

QString FactKey::hint() const
{
    return translated(hintSource);
}

const QList<FactKey> &factKeys()
{
    static const QList<FactKey> keys(std::begin(kKeys), std::end(kKeys));
    return keys;
}

QList<FactChoice> choicesOf(const FactKey &key, const law::RulePacks &packs)
{
    const FactChoice unknown{QString(), Words::tr("Not known")};
    if (key.kind == FactKind::YesNo)
        return {unknown, {u"yes"_s, Words::tr("Yes")}, {u"no"_s, Words::tr("No")}};
    QList<FactChoice> choices;
    if (key.kind == FactKind::Choice && !key.isNeeded)
        choices << unknown;
    for (const QString &token : tokensOf(key, packs))
        choices << FactChoice{token, choiceWords(key, token)};
    return choices;
}

QString wordsOf(FactKind kind, const QJsonValue &value, const QByteArray &zone)
{
    switch (kind) {
    case FactKind::Day:
    case FactKind::Moment:
    case FactKind::Moments:
        return momentText(value.toString(), zone);
    case FactKind::Count:
    case FactKind::Counts:
        return numberWords(value);
    case FactKind::YesNo:
        return value.isBool() ? (value.toBool() ? u"yes"_s : u"no"_s) : value.toString();
    default:
        return value.toString();
    }
}

QJsonValue valueOf(FactKind kind, const QString &text, const QByteArray &zone)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QJsonValue::Undefined;
    switch (kind) {
    case FactKind::Day:
        return dayFrom(typed);
    case FactKind::Moment:
    case FactKind::Moments:
        return momentFrom(typed, zone);
    case FactKind::Count:
    case FactKind::Counts:
        return numberOf(typed);
    case FactKind::YesNo:
        return typed == "yes"_L1 || typed == "no"_L1 ? QJsonValue(typed == "yes"_L1) : QJsonValue(typed);
    default:
        return typed;
    }
}

} // namespace tocsin::items
