// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/us_postal.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

struct State
{
    QLatin1StringView code;
    QLatin1StringView name;
    QLatin1StringView shortName; ///< the abbreviation in use before the two-letter codes, without dots
};

/// USPS Publication 28, appendix B; the short names are the Government Publishing Office's (Style Manual, 9.47).
constexpr std::array kStates{
    State{"AL"_L1, "alabama"_L1, "ala"_L1},
    State{"AK"_L1, "alaska"_L1, {}},
    State{"AS"_L1, "american samoa"_L1, {}},
    State{"AZ"_L1, "arizona"_L1, "ariz"_L1},
    State{"AR"_L1, "arkansas"_L1, "ark"_L1},
    State{"CA"_L1, "california"_L1, "calif"_L1},
    State{"CO"_L1, "colorado"_L1, "colo"_L1},
    State{"CT"_L1, "connecticut"_L1, "conn"_L1},
    State{"DE"_L1, "delaware"_L1, "del"_L1},
    State{"DC"_L1, "district of columbia"_L1, "washington dc"_L1},
    State{"FL"_L1, "florida"_L1, "fla"_L1},
    State{"GA"_L1, "georgia"_L1, {}},
    State{"GU"_L1, "guam"_L1, {}},
    State{"HI"_L1, "hawaii"_L1, {}},
    State{"ID"_L1, "idaho"_L1, {}},
    State{"IL"_L1, "illinois"_L1, "ill"_L1},
    State{"IN"_L1, "indiana"_L1, "ind"_L1},
    State{"IA"_L1, "iowa"_L1, {}},
    State{"KS"_L1, "kansas"_L1, "kans"_L1},
    State{"KY"_L1, "kentucky"_L1, {}},
    State{"LA"_L1, "louisiana"_L1, {}},
    State{"ME"_L1, "maine"_L1, {}},
    State{"MD"_L1, "maryland"_L1, {}},
    State{"MA"_L1, "massachusetts"_L1, "mass"_L1},
    State{"MI"_L1, "michigan"_L1, "mich"_L1},
    State{"MN"_L1, "minnesota"_L1, "minn"_L1},
    State{"MS"_L1, "mississippi"_L1, "miss"_L1},
    State{"MO"_L1, "missouri"_L1, {}},
    State{"MT"_L1, "montana"_L1, "mont"_L1},
    State{"NE"_L1, "nebraska"_L1, "nebr"_L1},
    State{"NV"_L1, "nevada"_L1, "nev"_L1},
    State{"NH"_L1, "new hampshire"_L1, {}},
    State{"NJ"_L1, "new jersey"_L1, {}},
    State{"NM"_L1, "new mexico"_L1, "n mex"_L1},
    State{"NY"_L1, "new york"_L1, {}},
    State{"NC"_L1, "north carolina"_L1, {}},
    State{"ND"_L1, "north dakota"_L1, "n dak"_L1},
    State{"MP"_L1, "northern mariana islands"_L1, {}},
    State{"OH"_L1, "ohio"_L1, {}},
    State{"OK"_L1, "oklahoma"_L1, "okla"_L1},
    State{"OR"_L1, "oregon"_L1, "oreg"_L1},
    State{"PA"_L1, "pennsylvania"_L1, "penn"_L1},
    State{"PR"_L1, "puerto rico"_L1, {}},
    State{"RI"_L1, "rhode island"_L1, {}},
    State{"SC"_L1, "south carolina"_L1, {}},
    State{"SD"_L1, "south dakota"_L1, "s dak"_L1},
    State{"TN"_L1, "tennessee"_L1, "tenn"_L1},
    State{"TX"_L1, "texas"_L1, "tex"_L1},
    State{"UT"_L1, "utah"_L1, {}},
    State{"VT"_L1, "vermont"_L1, {}},
    State{"VI"_L1, "virgin islands"_L1, "us virgin islands"_L1},
    State{"VA"_L1, "virginia"_L1, {}},
    State{"WA"_L1, "washington"_L1, "wash"_L1},
    State{"WV"_L1, "west virginia"_L1, "w va"_L1},
    State{"WI"_L1, "wisconsin"_L1, "wis"_L1},
    State{"WY"_L1, "wyoming"_L1, "wyo"_L1},
};

struct PrefixRange
{
    int first;
    int last;
    QLatin1StringView state;
};

/// In rising order; prefixes between the ranges are not in use.
constexpr std::array kPrefixes{
    PrefixRange{5, 5, "NY"_L1},     PrefixRange{6, 7, "PR"_L1},     PrefixRange{8, 8, "VI"_L1},
    PrefixRange{9, 9, "PR"_L1},     PrefixRange{10, 27, "MA"_L1},   PrefixRange{28, 29, "RI"_L1},
    PrefixRange{30, 38, "NH"_L1},   PrefixRange{39, 49, "ME"_L1},   PrefixRange{50, 54, "VT"_L1},
    PrefixRange{55, 55, "MA"_L1},   PrefixRange{56, 59, "VT"_L1},   PrefixRange{60, 69, "CT"_L1},
    PrefixRange{70, 89, "NJ"_L1},   PrefixRange{90, 99, "AE"_L1},   PrefixRange{100, 149, "NY"_L1},
    PrefixRange{150, 196, "PA"_L1}, PrefixRange{197, 199, "DE"_L1}, PrefixRange{200, 200, "DC"_L1},
    PrefixRange{201, 201, "VA"_L1}, PrefixRange{202, 205, "DC"_L1}, PrefixRange{206, 212, "MD"_L1},
    PrefixRange{214, 219, "MD"_L1}, PrefixRange{220, 246, "VA"_L1}, PrefixRange{247, 268, "WV"_L1},
    PrefixRange{270, 289, "NC"_L1}, PrefixRange{290, 299, "SC"_L1}, PrefixRange{300, 319, "GA"_L1},
    PrefixRange{320, 339, "FL"_L1}, PrefixRange{340, 340, "AA"_L1}, PrefixRange{341, 342, "FL"_L1},
    PrefixRange{344, 344, "FL"_L1}, PrefixRange{346, 347, "FL"_L1}, PrefixRange{349, 349, "FL"_L1},
    PrefixRange{350, 352, "AL"_L1}, PrefixRange{354, 369, "AL"_L1}, PrefixRange{370, 385, "TN"_L1},
    PrefixRange{386, 397, "MS"_L1}, PrefixRange{398, 399, "GA"_L1}, PrefixRange{400, 418, "KY"_L1},
    PrefixRange{420, 427, "KY"_L1}, PrefixRange{430, 459, "OH"_L1}, PrefixRange{460, 479, "IN"_L1},
    PrefixRange{480, 499, "MI"_L1}, PrefixRange{500, 516, "IA"_L1}, PrefixRange{520, 528, "IA"_L1},
    PrefixRange{530, 532, "WI"_L1}, PrefixRange{534, 535, "WI"_L1}, PrefixRange{537, 549, "WI"_L1},
    PrefixRange{550, 551, "MN"_L1}, PrefixRange{553, 567, "MN"_L1}, PrefixRange{569, 569, "DC"_L1},
    PrefixRange{570, 577, "SD"_L1}, PrefixRange{580, 588, "ND"_L1}, PrefixRange{590, 599, "MT"_L1},
    PrefixRange{600, 620, "IL"_L1}, PrefixRange{622, 629, "IL"_L1}, PrefixRange{630, 631, "MO"_L1},
    PrefixRange{633, 641, "MO"_L1}, PrefixRange{644, 658, "MO"_L1}, PrefixRange{660, 662, "KS"_L1},
    PrefixRange{664, 679, "KS"_L1}, PrefixRange{680, 681, "NE"_L1}, PrefixRange{683, 693, "NE"_L1},
    PrefixRange{700, 701, "LA"_L1}, PrefixRange{703, 708, "LA"_L1}, PrefixRange{710, 714, "LA"_L1},
    PrefixRange{716, 729, "AR"_L1}, PrefixRange{730, 731, "OK"_L1}, PrefixRange{733, 733, "TX"_L1},
    PrefixRange{734, 741, "OK"_L1}, PrefixRange{743, 749, "OK"_L1}, PrefixRange{750, 770, "TX"_L1},
    PrefixRange{772, 799, "TX"_L1}, PrefixRange{800, 816, "CO"_L1}, PrefixRange{820, 831, "WY"_L1},
    PrefixRange{832, 838, "ID"_L1}, PrefixRange{840, 847, "UT"_L1}, PrefixRange{850, 853, "AZ"_L1},
    PrefixRange{855, 857, "AZ"_L1}, PrefixRange{859, 860, "AZ"_L1}, PrefixRange{863, 865, "AZ"_L1},
    PrefixRange{870, 871, "NM"_L1}, PrefixRange{873, 875, "NM"_L1}, PrefixRange{877, 884, "NM"_L1},
    PrefixRange{885, 885, "TX"_L1}, PrefixRange{889, 891, "NV"_L1}, PrefixRange{893, 895, "NV"_L1},
    PrefixRange{897, 898, "NV"_L1}, PrefixRange{900, 908, "CA"_L1}, PrefixRange{910, 928, "CA"_L1},
    PrefixRange{930, 961, "CA"_L1}, PrefixRange{962, 966, "AP"_L1}, PrefixRange{967, 968, "HI"_L1},
    PrefixRange{969, 969, "GU"_L1}, PrefixRange{970, 979, "OR"_L1}, PrefixRange{980, 986, "WA"_L1},
    PrefixRange{988, 994, "WA"_L1}, PrefixRange{995, 999, "AK"_L1},
};

struct BorderZip
{
    int first;
    int last;
    QLatin1StringView state;
};

/// ZIP codes that are served from, or also lie in, another State than their prefix says. USPS serves American Samoa
/// under 96799 and the Northern Marianas under 96950 to 96952.
constexpr std::array kBorderZips{
    BorderZip{2861, 2861, "MA"_L1},   BorderZip{6390, 6390, "NY"_L1},   BorderZip{42223, 42223, "TN"_L1},
    BorderZip{59221, 59221, "ND"_L1}, BorderZip{63673, 63673, "IL"_L1}, BorderZip{71749, 71749, "LA"_L1},
    BorderZip{73949, 73949, "TX"_L1}, BorderZip{73960, 73960, "TX"_L1}, BorderZip{81137, 81137, "NM"_L1},
    BorderZip{83414, 83414, "WY"_L1}, BorderZip{84536, 84536, "AZ"_L1}, BorderZip{86044, 86044, "UT"_L1},
    BorderZip{86515, 86515, "NM"_L1}, BorderZip{88063, 88063, "TX"_L1}, BorderZip{89439, 89439, "CA"_L1},
    BorderZip{96799, 96799, "AS"_L1}, BorderZip{96950, 96952, "MP"_L1}, BorderZip{97635, 97635, "CA"_L1},
};

/// The number that the first `digits` characters give, or -1.
int leadingNumber(QStringView text, qsizetype digits)
{
    if (text.size() < digits)
        return -1;
    int number = 0;
    for (const QChar c : text.first(digits)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

QHash<QString, QLatin1StringView> makeStateNames()
{
    QHash<QString, QLatin1StringView> names;
    for (const State &state : kStates) {
        const QString code = QString(state.code).toLower();
        names.insert(code, state.code);
        names.insert(QString(code.front()) + u' ' + code.back(), state.code); // "N.Y." with its dots as blanks
        names.insert(state.name, state.code);
        if (!state.shortName.isEmpty())
            names.insert(state.shortName, state.code);
    }
    for (const QLatin1StringView military : {"aa"_L1, "ae"_L1, "ap"_L1})
        names.insert(military, military == "aa"_L1 ? "AA"_L1 : military == "ae"_L1 ? "AE"_L1 : "AP"_L1);
    return names;
}

} // namespace

bool isStateCode(QStringView code)
{
    return std::any_of(kStates.begin(), kStates.end(), [code](const State &state) { return state.code == code; });
}

bool isMilitaryState(QStringView code)
{
    return code == "AA"_L1 || code == "AE"_L1 || code == "AP"_L1;
}

QString stateCode(QStringView text)
{
    static const QHash<QString, QLatin1StringView> names = makeStateNames();
    return names.value(text.toString().toLower().replace(u'.', u' ').simplified());
}

QString stateOfZip(QStringView zip)
{
    const int prefix = leadingNumber(zip, 3);
    const auto *const range
        = std::lower_bound(kPrefixes.begin(), kPrefixes.end(), prefix,
                           [](const PrefixRange &candidate, int wanted) { return candidate.last < wanted; });
    if (prefix < 0 || range == kPrefixes.end() || prefix < range->first)
        return {};
    // American Samoa and the Northern Marianas share a prefix with Hawaii and Guam.
    const int whole = leadingNumber(zip, 5);
    for (const BorderZip &border : kBorderZips) {
        const bool ownTerritory = border.state == "AS"_L1 || border.state == "MP"_L1;
        if (ownTerritory && whole >= border.first && whole <= border.last)
            return border.state;
    }
    return range->state;
}

QString stateOfResidence(const QString &country, const QString &state, const QString &zip)
{
    static const QStringList names{QString(), u"US"_s, u"USA"_s, u"UNITED STATES"_s, u"UNITED STATES OF AMERICA"_s};
    if (!names.contains(country.trimmed().toUpper()))
        return {};
    const QString code = stateCode(state);
    const QString found = code.isEmpty() && !isMilitaryState(state) ? stateOfZip(zip) : code;
    return isStateCode(found) ? found : QString();
}

bool zipLiesIn(QStringView zip, QStringView state)
{
    if (stateOfZip(zip) == state)
        return true;
    const int whole = leadingNumber(zip, 5);
    return std::any_of(kBorderZips.begin(), kBorderZips.end(), [whole, state](const BorderZip &border) {
        return whole >= border.first && whole <= border.last && border.state == state;
    });
}

} // namespace tocsin::intake
