// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"
#include "notices/agreement.h"
#include "notices/check_parts.h"
#include "notices/contact_forms.h"
#include "notices/email_message.h"
#include "notices/figures.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

const QString kContactCitation = u"164.404(c)(1)(E)"_s;

CheckResult error(const CheckResult &fine, const QString &detail)
{
    return {fine.id, fine.title, fine.citation, CheckLevel::Error, detail};
}

CheckResult warning(const CheckResult &fine, const QString &detail)
{
    return {fine.id, fine.title, fine.citation, CheckLevel::Warning, detail};
}

CheckResult checkPhone(const QString &phone)
{
    const CheckResult fine = good(u"organization.toll_free"_s, u"Toll-free number"_s, kContactCitation);
    if (phone.trimmed().isEmpty())
        return warning({fine.id, u"Toll-free number is missing"_s, fine.citation, {}, {}},
                       u"Ten or more people without a usable address make one compulsory (164.404(d)(2))."_s);
    // Toll-free codes of the North American Numbering Plan, 47 CFR 52.101.
    static const QRegularExpression tollFree(u"^1-8(00|33|44|55|66|77|88)-[2-9][0-9]{2}-[0-9]{4}$"_s);
    if (!tollFree.match(printedPhone(phone)).hasMatch())
        return error(fine, u"“%1” is no toll-free number; one looks like 1-800-555-0142."_s.arg(phone));
    return fine;
}

CheckResult checkEmail(const QString &email)
{
    const CheckResult fine = good(u"organization.email"_s, u"E-mail address"_s, kContactCitation);
    if (email.trimmed().isEmpty())
        return warning({fine.id, u"E-mail address is missing"_s, fine.citation, {}, {}},
                       u"People could write at no cost."_s);
    if (!canBeMailbox(email.trimmed()))
        return error(fine, u"“%1” is no e-mail address."_s.arg(email));
    return fine;
}

CheckResult checkWebsite(const QString &website)
{
    const CheckResult fine = good(u"organization.website"_s, u"Web site"_s, kContactCitation);
    if (website.trimmed().isEmpty())
        return warning({fine.id, u"Web site is missing"_s, fine.citation, {}, {}}, u"People could not read more."_s);
    const QString typed = website.trimmed();
    if (!isWebAddress(typed))
        return error(fine, u"“%1” is no web address; one looks like www.example.org/notice."_s.arg(website));
    return fine;
}

/// What was written about the incident, in all languages.
QString accountOf(const IncidentFields &incident)
{
    QString account = incident.whatHappened + u'\n' + incident.whatWeAreDoing;
    for (const Narratives &told : incident.translated)
        account += u'\n' + told.whatHappened + u'\n' + told.whatWeAreDoing;
    return account;
}

/// What is said of an earlier notice, which may have been wrong, in all languages.
QString changeOf(const IncidentFields &incident)
{
    QString change = incident.whatChanged + u'\n' + incident.whatChangedNeutral;
    for (const Narratives &told : incident.translated)
        change += u'\n' + told.whatChanged + u'\n' + told.whatChangedNeutral;
    return change;
}

CheckResult checkOrder(const LetterInputs &inputs)
{
    const IncidentFields &incident = inputs.incident;
    const CheckResult fine = good(u"dates"_s, u"Dates follow one another"_s, u"164.404(b)"_s);
    if (!inputs.letterDate.isValid())
        return error(fine, u"The letter has no date."_s);
    if (incident.breachFrom.isValid() && incident.breachTo.isValid() && incident.breachTo < incident.breachFrom)
        return error(fine,
                     u"The breach ends on %1, before it begins on %2."_s.arg(longDate(incident.breachTo),
                                                                             longDate(incident.breachFrom)));
    if (incident.breachTo.isValid() && !incident.breachFrom.isValid())
        return error(fine, u"The last day of the breach is given without the first."_s);
    if (!incident.discovered.isValid())
        return error(fine, u"The date of discovery is missing."_s);
    if (incident.breachFrom.isValid() && incident.discovered < incident.breachFrom)
        return error(fine,
                     u"The discovery on %1 is before the breach began on %2."_s.arg(longDate(incident.discovered),
                                                                                    longDate(incident.breachFrom)));
    if (inputs.letterDate < incident.discovered)
        return error(fine,
                     u"The letter of %1 is dated before the discovery on %2."_s.arg(longDate(inputs.letterDate),
                                                                                    longDate(incident.discovered)));
    if (incident.earlierLetter.isValid()
        && (incident.earlierLetter < incident.discovered || incident.earlierLetter > inputs.letterDate))
        return error(fine,
                     u"The earlier letter is dated %1; that is not between the discovery and this letter."_s.arg(
                         longDate(incident.earlierLetter)));
    const qint64 days = incident.discovered.daysTo(inputs.letterDate);
    if (days > 60 && !inputs.isFollowUp()) // 164.404(b) is about the first notice
        return warning(fine, u"The letter is dated %1 days after the discovery; the limit is 60."_s.arg(days));
    return fine;
}

/// The days that the letter prints from its fields.
QList<Disagreement> fieldsAgainstFacts(const IncidentFields &incident, const NoticeFacts &facts)
{
    QList<Disagreement> found;
    const auto compare = [&](const QString &what, QDate letter, QDate fact) {
        if (!fact.isValid() || letter == fact)
            return;
        const QString given = letter.isValid() ? longDate(letter) : u"nothing"_s;
        found.append({Disagreement::Topic::Day, CheckLevel::Error,
                      u"For %1 the letter has %2, the facts %3."_s.arg(what, given, longDate(fact))});
    };
    compare(u"the discovery"_s, incident.discovered, facts.discovered);
    compare(u"the first day of the breach"_s, incident.breachFrom, facts.breachFrom);
    compare(u"the last day of the breach"_s, incident.breachTo.isValid() ? incident.breachTo : incident.breachFrom,
            facts.breachTo);
    return found;
}

/// Whether the sentence of a day tells of somebody who got at information.
bool isPartOfBreach(const QString &text, const SaidDay &said)
{
    static const QRegularExpression took(
        u"\\b(?:copied|downloaded|exfiltrated|stole|stolen|accessed|viewed|obtained|copió|descargó|robó|accedió|obtuvo)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression end(u"[.!?\\n](?:\\s|$)"_s);
    const qsizetype before = said.at == 0 ? -1 : text.lastIndexOf(end, said.at - 1);
    const qsizetype after = text.indexOf(end, said.at + said.length);
    return took.match(text.mid(before + 1, after < 0 ? -1 : after - before)).hasMatch();
}

CheckResult checkNarrativeDates(const LetterInputs &inputs)
{
    const IncidentFields &incident = inputs.incident;
    QList<Disagreement> found;
    const auto add = [&](CheckLevel level, const QString &sentence) {
        found.append({Disagreement::Topic::Day, level, sentence});
    };
    const QList<SaidDay> days = daysIn(accountOf(incident));
    for (const SaidDay &said : days) {
        const QDate date = said.day;
        if (!date.isValid())
            add(CheckLevel::Error, u"The account names a day that does not exist."_s);
        else if (incident.breachFrom.isValid() && date < incident.breachFrom)
            add(CheckLevel::Warning,
                u"The account names %1, before the breach began on %2."_s.arg(longDate(date),
                                                                              longDate(incident.breachFrom)));
        else if (isPartOfBreach(accountOf(incident), said) && incident.breachTo.isValid() && date > incident.breachTo)
            add(CheckLevel::Warning,
                u"The account has information taken or seen on %1, after the breach ended on %2."_s.arg(
                    longDate(date), longDate(incident.breachTo)));
        else if (inputs.letterDate.isValid() && date > inputs.letterDate)
            add(CheckLevel::Warning, u"The account names %1, after the date of the letter."_s.arg(longDate(date)));
    }
    return withDisagreements(good(u"narrative.dates"_s, u"Dates in the account are possible"_s), found);
}

/// What the words and the roster tell otherwise than the facts, by what it is about.
QList<CheckResult> checkAgainstFacts(const IncidentFields &incident, const NoticeFacts &facts,
                                     const RosterSurvey &roster)
{
    QList<Disagreement> found = fieldsAgainstFacts(incident, facts) + disagreements(facts, accountOf(incident))
        + rosterDisagreements(facts, roster.elements);
    for (Disagreement &each : disagreements(facts, changeOf(incident))) {
        each.level = CheckLevel::Warning; // it may say what was wrong before
        found.append(each);
    }
    const auto about = [&](Disagreement::Topic topic) {
        QList<Disagreement> chosen = found;
        chosen.removeIf([&](const Disagreement &each) { return each.topic != topic; });
        return chosen;
    };
    using enum Disagreement::Topic;
    QList<CheckResult> list{withDisagreements(good(u"facts.dates"_s, u"Dates agree with the facts"_s), about(Day))};
    if (facts.affected)
        list << withDisagreements(good(u"facts.counts"_s, u"Number of people agrees with the facts"_s), about(Count));
    if (!facts.data.isEmpty())
        list << withDisagreements(good(u"facts.kinds"_s, u"Kinds of information agree with the facts"_s), about(Kind));
    return list;
}

} // namespace

QString whereGiven(const QString &field)
{
    static const QStringList accounts{u"what_happened"_s, u"what_we_are_doing"_s, u"offer"_s,
                                      u"call_hours"_s,    u"what_changed"_s,      u"what_changed_neutral"_s};
    const QString room = field.section(u'.', 0, 0);
    const QString key = field.section(u'.', 1);
    if (field == "letter.earlier_date"_L1)
        return u"It comes from the letters that were produced, or is given as the field “earlier_letter”."_s;
    if (room == "words"_L1 || (room == "incident"_L1 && accounts.contains(key)))
        return u"Give it as the field “%1”."_s.arg(key);
    if (room == "partner"_L1)
        return u"It comes from the register of partners, or is given as a field of the notice."_s;
    if (room == "organization"_L1)
        return u"It is “%1” in the organization's data."_s.arg(key);
    if (room == "recipient"_L1 || room == "data"_L1)
        return u"It comes from the roster."_s;
    return u"It comes from the facts of the incident."_s;
}

QList<CheckResult> checkOrganization(const Organization &organization)
{
    QList<CheckResult> list;
    const CheckResult name = good(u"organization.name"_s, u"The sender's name"_s);
    list.append(organization.name.trimmed().isEmpty()
                    ? error(name, u"\"name\" is missing in the organization's data."_s)
                    : name);
    const CheckResult address = good(u"organization.address"_s, u"The sender's postal address"_s);
    list.append(organization.address.join(QString()).trimmed().isEmpty()
                    ? error(address, u"\"address\" is missing in the organization's data."_s)
                    : address);
    list << checkPhone(organization.tollFree) << checkEmail(organization.email) << checkWebsite(organization.website);
    const CheckResult officer = good(u"organization.privacy_officer"_s, u"The privacy officer"_s);
    if (organization.privacyOfficer.trimmed().isEmpty())
        list.append(warning(officer, u"\"privacy_officer\" is missing in the organization's data."_s));
    else if (organization.privacyOfficer.contains("officer"_L1, Qt::CaseInsensitive))
        list.append(warning(officer,
                            u"“%1” has a title. Give the name alone; letters print the title below it."_s.arg(
                                organization.privacyOfficer)));
    else
        list.append(officer);
    return list;
}

QList<CheckResult> checkFigures(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts,
                                const RosterSurvey &roster, const QList<OtherNotice> &others)
{
    QList<CheckResult> list{checkOrder(inputs), checkNarrativeDates(inputs)};
    const IncidentFields &incident = inputs.incident;
    if (facts)
        list += checkAgainstFacts(incident, *facts, roster);
    if (!others.isEmpty()) {
        const NoticeFacts own{incident.breachFrom, incident.breachTo, incident.discovered, incident.affected};
        list << checkOthers(facts.value_or(own), accountOf(incident) + u'\n' + changeOf(incident), others);
    }
    return list;
}

} // namespace tocsin::notices
