// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/check_parts.h"
#include "notices/contact_forms.h"

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
        if (const QString fault = contactFaultIn(text); !fault.isEmpty())
            return {fine.id, fine.title, fine.citation, CheckLevel::Error, fault};
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
    const QStringList languages = incident.languages();
    return {checkAddresses(incident, languages), checkLanguages(incident, languages)};
}

} // namespace tocsin::notices
