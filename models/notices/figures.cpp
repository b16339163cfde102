// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/figures.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qsizetype kReach = 60; // between the word for finding out and its date

const QString kMonth = u"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
                       "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?"_s;
const QString kMes = u"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"_s;

/// From its first letters, in either language; 0 if it is none.
int monthOf(const QString &name)
{
    static const QStringList english{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                     u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    static const QStringList spanish{u"ene"_s, u"feb"_s, u"mar"_s, u"abr"_s, u"may"_s, u"jun"_s,
                                     u"jul"_s, u"ago"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dic"_s};
    const QString start = name.left(3).toLower();
    return static_cast<int>(std::max(english.indexOf(start), spanish.indexOf(start))) + 1;
}

QDate dayOf(const QString &year, const QString &month, const QString &day)
{
    return {year.toInt(), monthOf(month), day.toInt()};
}

/// What only looks like a date, such as a file number, is none.
std::optional<QDate> inFigures(const QString &year, const QString &month, const QString &day)
{
    const QDate date(year.toInt(), month.toInt(), day.toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDate> dayOf(const QRegularExpressionMatch &match)
{
    const auto said = [&](const char *name) { return match.captured(QLatin1StringView(name)); };
    if (match.hasCaptured(u"m1"_s))
        return dayOf(said("y1"), said("m1"), said("d1"));
    if (match.hasCaptured(u"m2"_s))
        return dayOf(said("y2"), said("m2"), said("d2"));
    if (match.hasCaptured(u"m3"_s))
        return dayOf(said("y3"), said("m3"), said("d3"));
    return match.hasCaptured(u"m4"_s) ? inFigures(said("y4"), said("m4"), said("d4"))
                                      : inFigures(said("y5"), said("m5"), said("d5"));
}

bool isOneSentence(const QString &text, qsizetype from, qsizetype to)
{
    static const QRegularExpression end(u"[.!?]\\s|\\n"_s);
    return from <= to && to - from <= kReach && !end.match(text.mid(from, to - from)).hasMatch();
}

/// Whether somebody else than the sender found out: the words before, in the same sentence.
bool isOthers(const QString &text, qsizetype at)
{
    static const QRegularExpression others(
        u"\\b(?:vendor|contractor|associate|supplier|processor|partner|firm|provider|researcher|police|agency|FBI|"
        "they|he|she|proveedora?|contratista|socio|policía|investigadora?)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression end(u"[.!?]\\s|\\n"_s);
    static const QRegularExpression ours(u"\\bwe(?: \\w+)?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString before = text.left(at);
    const QString sentence = before.mid(before.lastIndexOf(end) + 1);
    return others.match(sentence).hasMatch() && !ours.match(sentence).hasMatch();
}

/// The nearest day behind a word of finding out, or else before it.
std::optional<QDate> dayNear(const QString &text, const QList<SaidDay> &days, qsizetype from, qsizetype to)
{
    for (const SaidDay &day : days) {
        if (day.at >= to && isOneSentence(text, to, day.at))
            return day.day;
    }
    for (auto day = days.crbegin(); day != days.crend(); ++day) {
        if (isOneSentence(text, day->at + day->length, from))
            return day->day;
    }
    return std::nullopt;
}

struct Kind
{
    QLatin1StringView token;
    QStringView words;
};

constexpr std::array kKinds{
    Kind{"ssn"_L1, u"social security|SSNs?|seguro social"},
    Kind{"drivers-license"_L1, u"driver[’']?s?[’']? licen[cs]es?|licencias? de conducir"},
    Kind{"passport"_L1, u"passports?|pasaportes?"},
    Kind{"account-number"_L1, u"(?:bank|financial) account|cuentas? bancarias?"},
    Kind{"card-number"_L1, u"(?:credit|debit|payment) cards?|tarjetas? de (?:crédito|débito|pago)"},
    Kind{"dob"_L1, u"dates? of birth|birth ?dates?|fechas? de nacimiento"},
    Kind{"password"_L1, u"passwords?|contraseñas?"},
};

} // namespace

QList<SaidDay> daysIn(const QString &text)
{
    static const QRegularExpression written(
        u"\\b(?<m1>%1) (?<d1>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y1>[0-9]{4})\\b"
        "|\\b(?<d2>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)? (?<m2>%1),? (?<y2>[0-9]{4})\\b"
        "|\\b(?<d3>[0-9]{1,2})\\.?º? de (?<m3>%2),? del? (?<y3>[0-9]{4})\\b"
        "|(?<![0-9/-])(?<m4>[0-9]{1,2})/(?<d4>[0-9]{1,2})/(?<y4>[0-9]{4})(?![0-9/])"
        "|(?<![0-9/-])(?<y5>[0-9]{4})-(?<m5>[0-9]{2})-(?<d5>[0-9]{2})(?![0-9-])"_s.arg(kMonth, kMes),
        QRegularExpression::CaseInsensitiveOption);
    QList<SaidDay> days;
    auto matches = written.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (const auto day = dayOf(match))
            days.append({*day, match.capturedStart(), match.capturedLength()});
    }
    return days;
}

QList<SaidDiscovery> discoveriesIn(const QString &text)
{
    static const QRegularExpression found(
        u"\\b(?:discovered|uncovered|learned|learnt|found out|found it|found this|became aware|noticed|detected|"
        "descubrimos|descubrió|descubrieron|supimos|supo|nos enteramos|se enteró|detectamos|detectó|"
        "tuvimos conocimiento)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const QList<SaidDay> days = daysIn(text);
    QList<SaidDiscovery> said;
    auto matches = found.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto day = dayNear(text, days, match.capturedStart(), match.capturedEnd());
        if (day && day->isValid())
            said.append({*day, isOthers(text, match.capturedStart())});
    }
    return said;
}

QList<SaidSpan> spansIn(const QString &text)
{
    // The year of the first day is often said with the second alone.
    static const QRegularExpression english(
        u"\\b(?:between|from) (?<m1>%1) (?<d1>[0-9]{1,2})(?:, (?<y1>[0-9]{4}),?)? (?:and|to|through|until) "
        "(?<m2>%1) (?<d2>[0-9]{1,2}),? (?<y2>[0-9]{4})\\b"_s.arg(kMonth),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression spanish(
        u"\\b(?:entre el|desde el|del) (?<d1>[0-9]{1,2}) de (?<m1>%1)(?: del? (?<y1>[0-9]{4}))? (?:y el|al|hasta el) "
        "(?<d2>[0-9]{1,2}) de (?<m2>%1) del? (?<y2>[0-9]{4})\\b"_s.arg(kMes),
        QRegularExpression::CaseInsensitiveOption);
    QList<SaidSpan> spans;
    for (const QRegularExpression &form : {english, spanish}) {
        auto matches = form.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString last = match.captured(u"y2"_s);
            const QString first = match.captured(u"y1"_s).isEmpty() ? last : match.captured(u"y1"_s);
            SaidSpan span{dayOf(first, match.captured(u"m1"_s), match.captured(u"d1"_s)),
                          dayOf(last, match.captured(u"m2"_s), match.captured(u"d2"_s))};
            if (match.captured(u"y1"_s).isEmpty() && span.from > span.to)
                span.from = span.from.addYears(-1); // "from December 28 to January 3, 2026"
            if (span.from.isValid() && span.to.isValid())
                spans.append(span);
        }
    }
    return spans;
}

QList<SaidCount> peopleIn(const QString &text)
{
    // Between number and noun stand only words that count the same people; others count other things.
    static const QRegularExpression counted(
        u"(?<![\\w,.-])(?<n>[0-9]{1,3}(?:[,.][0-9]{3})+|[0-9]+)(?: "
        u"(?:of|de|our|the|its|los|las|nuestr[oa]s|(?i:current|former|"
        "adult|affected|impacted|different|other|additional|individual|total)|\\p{Lu}[\\p{L}’']+)){0,4} "
        "(?i:people|persons|individuals|patients|customers|members|residents|clients|consumers|subscribers|"
        "enrollees|personas|pacientes|clientes|miembros|residentes|individuos|consumidores|usuarios|afiliados)\\b"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression marks(u"[,.]"_s);
    QList<SaidCount> counts;
    auto matches = counted.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        counts.append(
            {match.captured(u"n"_s).remove(marks).toLongLong(), match.captured().simplified(), match.capturedEnd()});
    }
    return counts;
}

SaidService serviceIn(const QString &offer)
{
    static const QMap<QString, int> words{
        {u"one"_s, 1},     {u"two"_s, 2},        {u"three"_s, 3},         {u"four"_s, 4},
        {u"five"_s, 5},    {u"six"_s, 6},        {u"nine"_s, 9},          {u"ten"_s, 10},
        {u"twelve"_s, 12}, {u"eighteen"_s, 18},  {u"twenty-four"_s, 24},  {u"thirty-six"_s, 36},
        {u"un"_s, 1},      {u"dos"_s, 2},        {u"tres"_s, 3},          {u"cuatro"_s, 4},
        {u"cinco"_s, 5},   {u"seis"_s, 6},       {u"nueve"_s, 9},         {u"diez"_s, 10},
        {u"doce"_s, 12},   {u"dieciocho"_s, 18}, {u"veinticuatro"_s, 24}, {u"treinta y seis"_s, 36}};
    static const QRegularExpression time(
        u"(?<before>(?:\\b(?:within(?: the next)?|in the next|dentro de(?: los próximos)?|en los próximos"
        "|(?:enroll|sign up|register|inscr\\w+|regístr\\w+) (?:over|during|durante)(?: the next| los próximos)?)\\W+)?)"
        "\\b(?<n>[0-9]{1,3}|%1)"
        "(?:[- ]+| \\([0-9]+\\) )(?<unit>month|year|mes|año)\\w*"
        "(?<after>(?:,? (?:in which )?(?:to|para) (?:enroll|sign up|register|inscribirse|registrarse))?)"_s.arg(
            QStringList(words.keys()).join(u'|')),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    SaidService service;
    auto matches = time.globalMatch(offer);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString number = match.captured(u"n"_s).toLower();
        const bool inYears = QStringList{u"year"_s, u"año"_s}.contains(match.captured(u"unit"_s).toLower());
        const int months = words.value(number, number.toInt()) * (inYears ? 12 : 1);
        const bool toEnroll = !match.captured(u"before"_s).isEmpty() || !match.captured(u"after"_s).isEmpty();
        if (months == 0 || toEnroll)
            continue;
        service.months = service.months == 0 ? months : std::min(service.months, months);
        service.longest = std::max(service.longest, months);
    }
    return service;
}

bool saysHowToEnroll(const QString &offer)
{
    static const QRegularExpression way(
        u"[0-9]{3}[-. )]+[0-9]{4}|[\\w-]+\\.[a-z]{2,}\\b|\\S+@\\S+|\\b(?:code|código)\\b"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return way.match(offer).hasMatch();
}

QStringList kindsIn(const QString &text)
{
    static const QRegularExpression ends(u"[.;!?]\\s|\\n"_s);
    static const QRegularExpression aside(u"\\b(?:no|not|nor|never|without|none|\\w+n[’']t|sin|ni|nunca|tampoco|ningun["
                                          u"oa]|ningún|change|changed|changing|"
                                          "reset|resetting|cambi\\w+)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption
                                              | QRegularExpression::UseUnicodePropertiesOption);
    QStringList kinds;
    const QStringList sentences = text.split(ends, Qt::SkipEmptyParts);
    for (const QString &sentence : sentences) {
        if (aside.match(sentence).hasMatch())
            continue;
        for (const Kind &kind : kKinds) {
            const QRegularExpression named(u"\\b(?:%1)\\b"_s.arg(kind.words),
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::UseUnicodePropertiesOption);
            if (!kinds.contains(kind.token) && named.match(sentence).hasMatch())
                kinds << QString(kind.token);
        }
    }
    return kinds;
}

} // namespace tocsin::notices
