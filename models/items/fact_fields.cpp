// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fact_fields.h"

#include "law/delay_asked.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

using law::Facts;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

Failure refuse(const QString &sentence)
{
    return fail(ErrorCode::BadInput, sentence);
}

QString dayWords(const std::optional<QDate> &day)
{
    return day ? law::shortDate(*day) : QString();
}

QString countWords(const std::optional<qint64> &count)
{
    return count ? QString::number(*count) : QString();
}

Result<qint64> countFrom(const QString &text)
{
    static const QRegularExpression form(u"^\\d{1,3}(,\\d{3})+\\z|^\\d{1,10}\\z"_s);
    if (!form.match(text.trimmed()).hasMatch())
        return refuse(Words::tr("Expected a whole number of people, such as 612."));
    return QString(text).remove(u',').trimmed().toLongLong();
}

Result<std::optional<qint64>> optionalCount(const QString &text)
{
    if (text.trimmed().isEmpty())
        return std::optional<qint64>();
    TOCSIN_ASSIGN(const qint64 count, countFrom(text));
    return std::optional(count);
}

QString yesNoToken(const std::optional<bool> &value)
{
    return value ? (*value ? u"yes"_s : u"no"_s) : QString();
}

std::optional<bool> yesNo(const QString &token)
{
    return token.isEmpty() ? std::nullopt : std::optional(token == "yes"_L1);
}

QList<FactChoice> yesNoChoices()
{
    return {{QString(), Words::tr("Not known")}, {u"yes"_s, Words::tr("Yes")}, {u"no"_s, Words::tr("No")}};
}

QStringList filledLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.simplified();
    }
    return lines;
}

QString residentsWords(const Facts &facts)
{
    QStringList lines;
    const QMap<QString, qint64> residents = facts.residents.value_or(QMap<QString, qint64>());
    for (auto each = residents.cbegin(); each != residents.cend(); ++each)
        lines << u"%1 %2"_s.arg(law::stateName(each.key())).arg(each.value());
    return lines.join(u'\n');
}

/// "TX" for "TX", "tx" and "Texas"; empty if there is no such State.
QString stateCodeOf(const QString &name)
{
    for (const QString &code : law::stateCodes()) {
        if (code.compare(name, Qt::CaseInsensitive) == 0
            || law::stateName(code).compare(name, Qt::CaseInsensitive) == 0)
            return code;
    }
    return {};
}

Result<> writeResidents(Facts &facts, const QString &text)
{
    static const QRegularExpression form(u"^(?<state>[^\\d]+?)[\\s:=]*(?<count>[\\d,]+)\\z"_s);
    QMap<QString, qint64> residents;
    for (const QString &line : filledLines(text)) {
        const QRegularExpressionMatch match = form.match(line);
        const QString state = stateCodeOf(match.captured(u"state"_s).trimmed());
        if (state.isEmpty())
            return refuse(Words::tr("facts.residents: expected a State and a number on each line, such as Texas 612."));
        if (residents.contains(state))
            return refuse(Words::tr("facts.residents.%1: expected each State once.").arg(state));
        TOCSIN_ASSIGN(residents[state], countFrom(match.captured(u"count"_s)));
    }
    facts.residents = residents.isEmpty() ? std::nullopt : std::optional(residents);
    return {};
}

QString knownWords(const Facts &facts)
{
    QStringList lines;
    for (const law::Knowledge &each : facts.known)
        lines << u"%1: %2"_s.arg(each.by, momentWords(each.on, facts.timezone));
    return lines.join(u'\n');
}

/// Who knew stays as stored where the line says the same.
Result<> writeKnown(Facts &facts, const QString &text)
{
    static const QRegularExpression form(u"^(?<by>[A-Za-z][A-Za-z0-9 -]*?)[:,]? (?<on>\\d.*)\\z"_s);
    QList<law::Knowledge> known;
    for (const QString &line : filledLines(text)) {
        const QRegularExpressionMatch match = form.match(line);
        const Result<std::optional<law::Moment>> on = momentFromWords(match.captured(u"on"_s), facts.timezone);
        if (!match.hasMatch() || !on || !*on)
            return refuse(Words::tr("facts.known: expected who and when on each line, such as workforce: 3 Mar 2026."));
        law::Knowledge each{match.captured(u"by"_s).toLower().replace(u' ', u'-'), **on};
        for (const law::Knowledge &before : facts.known) {
            if (before.by == each.by && momentWords(before.on, facts.timezone) == momentWords(each.on, facts.timezone))
                each = before;
        }
        known << each;
    }
    facts.known = known;
    return {};
}

Result<> writeData(Facts &facts, const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u',')) {
        if (!word.trimmed().isEmpty())
            words << word.simplified().toLower().replace(u' ', u'-');
    }
    facts.data = words.isEmpty() ? std::nullopt : std::optional(words);
    return {};
}

/// Sets one member of an optional group of facts; a group in which nothing is known any more goes.
template <typename Group, typename Value>
void setMember(std::optional<Group> &group, Value Group::*member, Value value)
{
    Group edited = group.value_or(Group());
    edited.*member = std::move(value);
    group = edited == Group() ? std::nullopt : std::optional(edited);
}

template <typename Group>
FactField momentField(QString key, QString group, QString label, std::optional<Group> Facts::*part,
                      std::optional<law::Moment> Group::*member)
{
    FactField field{std::move(key), std::move(group), std::move(label), {}, false, {}, {}, {}, {}};
    field.read = [part, member](const Facts &facts) {
        return facts.*part ? momentWords((*(facts.*part)).*member, facts.timezone) : QString();
    };
    field.write = [part, member](Facts &facts, const QString &text) -> Result<> {
        TOCSIN_ASSIGN(const std::optional<law::Moment> moment, momentFromWords(text, facts.timezone));
        setMember(facts.*part, member, moment);
        return {};
    };
    return field;
}

template <typename Group>
FactField dayField(QString key, QString group, QString label, std::optional<Group> Facts::*part,
                   std::optional<QDate> Group::*member)
{
    FactField field{std::move(key), std::move(group), std::move(label), {}, false, {}, {}, {}, {}};
    field.read
        = [part, member](const Facts &facts) { return facts.*part ? dayWords((*(facts.*part)).*member) : QString(); };
    field.write = [part, member](Facts &facts, const QString &text) -> Result<> {
        TOCSIN_ASSIGN(const std::optional<QDate> day, dayFromWords(text));
        setMember(facts.*part, member, day);
        return {};
    };
    return field;
}

template <typename Group>
FactField yesNoField(QString key, QString group, QString label, std::optional<Group> Facts::*part,
                     std::optional<bool> Group::*member)
{
    FactField field{std::move(key), std::move(group), std::move(label), {}, false, yesNoChoices(), {}, {}, {}};
    field.read
        = [part, member](const Facts &facts) { return facts.*part ? yesNoToken((*(facts.*part)).*member) : QString(); };
    field.write = [part, member](Facts &facts, const QString &token) -> Result<> {
        setMember(facts.*part, member, yesNo(token));
        return {};
    };
    return field;
}

FactField countField(QString key, QString label, QString hint, std::optional<qint64> Facts::*member)
{
    FactField field{
        std::move(key), Words::tr("People affected"), std::move(label), std::move(hint), false, {}, {}, {}, {}};
    field.read = [member](const Facts &facts) { return countWords(facts.*member); };
    field.write = [member](Facts &facts, const QString &text) -> Result<> {
        TOCSIN_ASSIGN(facts.*member, optionalCount(text));
        return {};
    };
    return field;
}

QList<FactField> discoveryFields()
{
    const QString group = Words::tr("Discovery");
    FactField discovered{u"discovered"_s, group, Words::tr("Discovered on"), {}, false, {}, {}, {}, {}};
    discovered.read = [](const Facts &facts) { return momentWords(facts.discovered, facts.timezone); };
    discovered.write = [](Facts &facts, const QString &text) -> Result<> {
        TOCSIN_ASSIGN(facts.discovered, momentFromWords(text, facts.timezone));
        return {};
    };
    FactField known{u"known"_s,
                    group,
                    Words::tr("Who knew, and when"),
                    Words::tr("One a line: workforce: 3 Mar 2026"),
                    true,
                    {},
                    knownWords,
                    writeKnown,
                    {}};
    return {discovered, known,
            dayField(u"occurred.from"_s, group, Words::tr("Happened from"), &Facts::occurred, &law::Occurrence::from),
            dayField(u"occurred.to"_s, group, Words::tr("Happened until"), &Facts::occurred, &law::Occurrence::to)};
}

QList<FactField> peopleFields()
{
    FactField residents{u"residents"_s,
                        Words::tr("People affected"),
                        Words::tr("Residents by State"),
                        Words::tr("One a line: Texas 612"),
                        true,
                        {},
                        residentsWords,
                        writeResidents,
                        {}};
    return {residents,
            countField(u"elsewhere"_s, Words::tr("Living elsewhere"), Words::tr("Abroad, or nobody knows where"),
                       &Facts::elsewhere),
            countField(u"unreachable"_s, Words::tr("Without a usable address"),
                       Words::tr("Ten or more change the duty"), &Facts::unreachable)};
}

QList<FactField> dataFields()
{
    const QString group = Words::tr("Data");
    FactField data{
        u"data"_s, group, Words::tr("Kinds of data"), Words::tr("With commas: phi, name, diagnosis"), false, {}, {},
        writeData, {}};
    data.read = [](const Facts &facts) { return facts.data.value_or(QStringList()).join(u", "_s); };
    FactField key = yesNoField(u"secured.key_compromised"_s, group, Words::tr("Was the key taken too?"),
                               &Facts::secured, &law::Securing::keyCompromised);
    key.matters = [](const Facts &facts) { return facts.secured && facts.secured->encrypted.value_or(false); };
    return {data,
            yesNoField(u"secured.encrypted"_s, group, Words::tr("Was the data encrypted?"), &Facts::secured,
                       &law::Securing::encrypted),
            key};
}

const QString kNobodyAsked = u"none"_s;

QString delayForm(const Facts &facts)
{
    const std::optional<bool> asked = law::delayAsked(facts);
    if (!asked)
        return {};
    return !*asked ? kNobodyAsked : facts.lawEnforcement->written ? u"written"_s : u"oral"_s;
}

Result<> writeDelayForm(Facts &facts, const QString &token)
{
    const bool asked = !token.isEmpty() && token != kNobodyAsked;
    law::recordDelayAsked(facts, token.isEmpty() ? std::nullopt : std::optional(asked));
    if (!asked)
        return {};
    facts.lawEnforcement->written = token == "written"_L1;
    if (facts.lawEnforcement->written)
        facts.lawEnforcement->writtenFollowup.reset();
    return {};
}

/// A day of the official's statement, or of the written one that followed it.
FactField delayDay(const QString &key, const QString &label, bool followup,
                   std::optional<QDate> law::DelayStatement::*day)
{
    FactField field{key, Words::tr("Law enforcement delay"), label, {}, false, {}, {}, {}, {}};
    field.read = [followup, day](const Facts &facts) {
        if (!facts.lawEnforcement)
            return QString();
        const law::LawEnforcement &delay = *facts.lawEnforcement;
        return followup ? dayWords(delay.writtenFollowup.value_or(law::DelayStatement()).*day)
                        : dayWords(delay.statement.*day);
    };
    field.write = [followup, day](Facts &facts, const QString &text) -> Result<> {
        TOCSIN_ASSIGN(const std::optional<QDate> value, dayFromWords(text));
        if (!facts.lawEnforcement)
            return {};
        if (followup)
            setMember(facts.lawEnforcement->writtenFollowup, day, value);
        else
            facts.lawEnforcement->statement.*day = value;
        return {};
    };
    field.matters = [followup](const Facts &facts) {
        return facts.lawEnforcement && !(followup && facts.lawEnforcement->written);
    };
    return field;
}

QList<FactField> delayFields()
{
    using law::DelayStatement;
    FactField form{u"law_enforcement.form"_s,
                   Words::tr("Law enforcement delay"),
                   Words::tr("Did an official ask to wait?"),
                   {},
                   false,
                   {{QString(), Words::tr("Not known")},
                    {kNobodyAsked, Words::tr("No")},
                    {u"oral"_s, Words::tr("Yes, orally")},
                    {u"written"_s, Words::tr("Yes, in writing")}},
                   delayForm,
                   writeDelayForm,
                   {}};
    return {form, delayDay(u"law_enforcement.stated"_s, Words::tr("Stated on"), false, &DelayStatement::stated),
            delayDay(u"law_enforcement.until"_s, Words::tr("Wait until"), false, &DelayStatement::until),
            delayDay(u"law_enforcement.written_followup.stated"_s, Words::tr("Then in writing on"), true,
                     &DelayStatement::stated),
            delayDay(u"law_enforcement.written_followup.until"_s, Words::tr("Then wait until"), true,
                     &DelayStatement::until)};
}

QList<FactField> associateFields()
{
    using law::AssociateReport;
    const QString group = Words::tr("Business associate");
    return {momentField(u"business_associate.discovered"_s, group, Words::tr("Associate discovered it on"),
                        &Facts::associate, &AssociateReport::discovered),
            momentField(u"business_associate.told_covered_entity"_s, group, Words::tr("Associate told us on"),
                        &Facts::associate, &AssociateReport::toldCoveredEntity),
            yesNoField(u"business_associate.agent"_s, group, Words::tr("Is it our agent?"), &Facts::associate,
                       &AssociateReport::agent)};
}

} // namespace

QString momentWords(const std::optional<law::Moment> &moment, const QByteArray &zone)
{
    if (!moment)
        return {};
    if (!moment->instant)
        return law::shortDate(moment->date);
    const Instant at = zone.isEmpty() ? *moment->instant : moment->instant->inZone(zone);
    return u"%1 %2"_s.arg(law::shortDate(at.localDate()), at.toDateTime().time().toString(u"HH:mm"_s));
}

Result<std::optional<QDate>> dayFromWords(const QString &text)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return std::optional<QDate>();
    if (const Result<QDate> iso = parseDate(typed))
        return std::optional(*iso);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (const QString &form : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s}) {
        if (const QDate day = english.toDate(typed, form); day.isValid())
            return std::optional(day);
    }
    return refuse(Words::tr("Expected a date such as 27 Feb 2026."));
}

Result<std::optional<law::Moment>> momentFromWords(const QString &text, const QByteArray &zone)
{
    static const QRegularExpression withTime(u"^(?<day>.+?),? (?<time>\\d{1,2}:\\d{2})\\z"_s);
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return std::optional<law::Moment>();
    const QRegularExpressionMatch match = withTime.match(typed);
    if (!match.hasMatch()) {
        const Result<std::optional<QDate>> day = dayFromWords(typed);
        if (!day)
            return refuse(Words::tr("Expected a date such as 27 Feb 2026, or with a time, 27 Feb 2026 10:15."));
        return std::optional(law::Moment{**day, {}});
    }
    TOCSIN_ASSIGN(const std::optional<QDate> day, dayFromWords(match.captured(u"day"_s)));
    const QTime time = QTime::fromString(match.captured(u"time"_s), u"H:mm"_s);
    if (!time.isValid())
        return refuse(Words::tr("Expected a time between 0:00 and 23:59."));
    if (zone.isEmpty())
        return refuse(Words::tr("Expected a day alone: these facts name no time zone for a time of day."));
    return std::optional(law::Moment{{}, Instant::fromDateTime(QDateTime(*day, time, QTimeZone(zone)))});
}

const QList<FactField> &factFields()
{
    static const QList<FactField> fields
        = discoveryFields() + peopleFields() + dataFields() + delayFields() + associateFields();
    return fields;
}

} // namespace tocsin::items
