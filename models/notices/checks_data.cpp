// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/instant.h"
#include "notices/check_parts.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

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
    if (!isEmailAddress(email.trimmed()))
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

/// Every date written out in Spanish in a text, "3 de marzo de 2026".
QList<QDate> spanishDatesIn(const QString &text)
{
    static const QRegularExpression written(
        u"\\b([0-9]{1,2}) de "
        u"(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) "
        "de ([0-9]{4})\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList months{u"enero"_s,      u"febrero"_s, u"marzo"_s,     u"abril"_s,
                                    u"mayo"_s,       u"junio"_s,   u"julio"_s,     u"agosto"_s,
                                    u"septiembre"_s, u"octubre"_s, u"noviembre"_s, u"diciembre"_s};
    QList<QDate> dates;
    auto matches = written.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto month = static_cast<int>(months.indexOf(match.captured(2).toLower())) + 1;
        dates.append(QDate(match.captured(3).toInt(), month, match.captured(1).toInt()));
    }
    return dates;
}

/// What was written about the incident, in all languages.
QString accountOf(const IncidentFields &incident)
{
    QString account = incident.whatHappened + u'\n' + incident.whatWeAreDoing;
    for (const Narratives &told : incident.translated)
        account += u'\n' + told.whatHappened + u'\n' + told.whatWeAreDoing;
    return account;
}

/// Every date written out in English or Spanish in a text, "March 3, 2026" or "3 March 2026".
QList<QDate> datesIn(const QString &text)
{
    static const QRegularExpression written(
        u"\\b(January|February|March|April|May|June|July|August|September|October|November|December) ([0-9]{1,2}), "
        u"([0-9]{4})\\b"
        "|\\b([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) ([0-9]{4})\\b"_s);
    QList<QDate> dates;
    auto matches = written.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool monthFirst = match.hasCaptured(1);
        const QString month = match.captured(monthFirst ? 1 : 5);
        const QString day = match.captured(monthFirst ? 2 : 4);
        const QString year = match.captured(monthFirst ? 3 : 6);
        dates.append(QLocale::c().toDate(day + u' ' + month + u' ' + year, u"d MMMM yyyy"_s));
    }
    return dates + spanishDatesIn(text);
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
    if (days > 60)
        return warning(fine, u"The letter is dated %1 days after the discovery; the limit is 60."_s.arg(days));
    return fine;
}

CheckResult checkAgainstFacts(const IncidentFields &incident, const NoticeFacts &facts)
{
    const CheckResult fine = good(u"facts.dates"_s, u"Dates agree with the facts"_s);
    const auto differs = [](QDate letter, QDate fact) { return fact.isValid() && letter != fact; };
    const auto say = [&](const QString &what, QDate letter, QDate fact) {
        const QString given = letter.isValid() ? longDate(letter) : u"nothing"_s;
        return error(fine, u"For %1 the letter has %2, the facts %3."_s.arg(what, given, longDate(fact)));
    };
    if (differs(incident.discovered, facts.discovered))
        return say(u"the discovery"_s, incident.discovered, facts.discovered);
    if (differs(incident.breachFrom, facts.breachFrom))
        return say(u"the first day of the breach"_s, incident.breachFrom, facts.breachFrom);
    const QDate letterEnd = incident.breachTo.isValid() ? incident.breachTo : incident.breachFrom;
    if (differs(letterEnd, facts.breachTo))
        return say(u"the last day of the breach"_s, letterEnd, facts.breachTo);
    return fine;
}

CheckResult checkNarrativeDates(const LetterInputs &inputs)
{
    const IncidentFields &incident = inputs.incident;
    const CheckResult fine = good(u"narrative.dates"_s, u"Dates in the account are possible"_s);
    const QList<QDate> dates = datesIn(accountOf(incident));
    for (const QDate date : dates) {
        if (!date.isValid())
            return error(fine, u"The account names a day that does not exist."_s);
        if (incident.breachFrom.isValid() && date < incident.breachFrom)
            return warning(fine,
                           u"The account names %1, before the breach began on %2."_s.arg(
                               longDate(date), longDate(incident.breachFrom)));
        if (inputs.letterDate.isValid() && date > inputs.letterDate)
            return warning(fine, u"The account names %1, after the date of the letter."_s.arg(longDate(date)));
    }
    return fine;
}

CheckResult checkCounts(const IncidentFields &incident, qint64 affected)
{
    const CheckResult fine = good(u"facts.counts"_s, u"Number of people agrees with the facts"_s);
    static const QRegularExpression count(
        u"\\b([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+) "
        "(?:people|persons|individuals|patients|customers|members|residents|personas|pacientes|clientes|miembros)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    auto matches = count.globalMatch(accountOf(incident));
    while (matches.hasNext()) {
        const QString written = matches.next().captured(1);
        if (QString(written).remove(u',').toLongLong() != affected)
            return warning(fine,
                           u"%1 in the letter, %2 in the facts."_s.arg(
                               written, QLocale(QLocale::English, QLocale::UnitedStates).toString(affected)));
    }
    return fine;
}

} // namespace

bool isWebAddress(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : QString(u"https://"_s + text), QUrl::StrictMode);
    static const QRegularExpression host(u"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}$"_s);
    const bool web
        = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && url.userInfo().isEmpty();
    return web && !text.contains(u' ') && host.match(url.host(QUrl::FullyEncoded)).hasMatch();
}

bool isEmailAddress(const QString &text)
{
    static const QRegularExpression form(
        u"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
        "[A-Za-z]{2,63}$"_s);
    return form.match(text).hasMatch();
}

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
    list.append(organization.privacyOfficer.trimmed().isEmpty()
                    ? warning(officer, u"\"privacy_officer\" is missing in the organization's data."_s)
                    : officer);
    return list;
}

QList<CheckResult> checkFigures(const LetterInputs &inputs, const std::optional<NoticeFacts> &facts)
{
    QList<CheckResult> list{checkOrder(inputs), checkNarrativeDates(inputs)};
    if (!facts)
        return list;
    list.append(checkAgainstFacts(inputs.incident, *facts));
    if (facts->affected)
        list.append(checkCounts(inputs.incident, *facts->affected));
    return list;
}

} // namespace tocsin::notices
