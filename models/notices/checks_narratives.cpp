// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/check_parts.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

QString textOf(const Narratives &told)
{
    return QStringList{told.whatHappened, told.whatWeAreDoing, told.offer,
                       told.callHours,    told.whatChanged,    told.whatChangedNeutral}
        .join(u'\n');
}

/// The first number that looks like one to call and cannot be dialled in the United States, or nothing.
QString badPhoneIn(const QString &text)
{
    static const QRegularExpression candidate(u"(?<![0-9,.-])[(+]?[0-9]{1,3}[()][-. ]?[0-9][0-9. -]{4,}[0-9]"
                                              "|(?<![0-9,.-])\\+?[0-9]{1,4}(?:[-.][0-9]{2,4}){2,3}(?![0-9-])"_s);
    static const QRegularExpression isoDate(u"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"_s);
    static const QRegularExpression dialled(u"^1-[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}$"_s);
    auto matches = candidate.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        if (!dialled.match(printedPhone(found)).hasMatch() && !isoDate.match(found).hasMatch())
            return found;
    }
    return {};
}

/// The first text that is meant as a web address and is none, or nothing.
QString badWebAddressIn(const QString &text)
{
    static const QRegularExpression candidate(u"\\bwww[.,][^\\s]*|[a-z]+:/{1,3}[^\\s]*"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression closing(u"[.,;:!?)”’\"']+$"_s);
    auto matches = candidate.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured().remove(closing);
        const bool lacksEnd = found.startsWith("www."_L1, Qt::CaseInsensitive) && found.count(u'.') < 2;
        if (lacksEnd || !isWebAddress(found))
            return found;
    }
    return {};
}

/// Every whole number in a text, without its thousands' commas.
QStringList figuresIn(const QString &text)
{
    static const QRegularExpression number(u"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+"_s);
    QStringList figures;
    auto matches = number.globalMatch(text);
    while (matches.hasNext())
        figures.append(matches.next().captured().remove(u','));
    figures.removeDuplicates();
    figures.sort();
    return figures;
}

CheckResult checkAddresses(const IncidentFields &incident, const QStringList &languages)
{
    const CheckResult fine
        = good(u"narrative.addresses"_s, u"Telephone numbers and web addresses in the words"_s, u"164.404(c)(1)(E)"_s);
    for (const QString &language : languages) {
        const QString text = textOf(incident.narratives(language));
        if (const QString phone = badPhoneIn(text); !phone.isEmpty())
            return {fine.id, fine.title, fine.citation, CheckLevel::Error,
                    u"“%1” is no telephone number; one looks like 1-800-555-0142."_s.arg(phone)};
        if (const QString web = badWebAddressIn(text); !web.isEmpty())
            return {fine.id, fine.title, fine.citation, CheckLevel::Error,
                    u"“%1” is no web address; one looks like www.example.org/notice."_s.arg(web)};
    }
    return fine;
}

/// A figure that only one of the languages has is a slip in one of them, or a thing that some people are not told.
CheckResult checkLanguages(const IncidentFields &incident, const QStringList &languages)
{
    const CheckResult fine = good(u"narrative.languages"_s, u"The languages tell the same figures"_s);
    const QStringList english = figuresIn(textOf(incident.narratives(u"en"_s)));
    for (const QString &language : languages) {
        const QStringList other = figuresIn(textOf(incident.narratives(language)));
        QStringList differing;
        for (const QString &figure : english + other) {
            if (english.contains(figure) != other.contains(figure))
                differing.append(figure);
        }
        if (incident.isToldIn(language) && !differing.isEmpty())
            return {fine.id,
                    fine.title,
                    {},
                    CheckLevel::Warning,
                    u"English and “%1” do not both have: %2."_s.arg(language, differing.join(u", "_s))};
    }
    return fine;
}

} // namespace

QList<CheckResult> checkNarratives(const IncidentFields &incident)
{
    const QStringList languages = QStringList(u"en"_s) + incident.translated.keys();
    return {checkAddresses(incident, languages), checkLanguages(incident, languages)};
}

} // namespace tocsin::notices
