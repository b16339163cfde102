// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/states.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

const QMap<QString, QString> &names()
{
    static const QMap<QString, QString> table{
        {u"AK"_s, u"Alaska"_s},
        {u"AL"_s, u"Alabama"_s},
        {u"AR"_s, u"Arkansas"_s},
        {u"AS"_s, u"American Samoa"_s},
        {u"AZ"_s, u"Arizona"_s},
        {u"CA"_s, u"California"_s},
        {u"CO"_s, u"Colorado"_s},
        {u"CT"_s, u"Connecticut"_s},
        {u"DC"_s, u"the District of Columbia"_s},
        {u"DE"_s, u"Delaware"_s},
        {u"FL"_s, u"Florida"_s},
        {u"GA"_s, u"Georgia"_s},
        {u"GU"_s, u"Guam"_s},
        {u"HI"_s, u"Hawaii"_s},
        {u"IA"_s, u"Iowa"_s},
        {u"ID"_s, u"Idaho"_s},
        {u"IL"_s, u"Illinois"_s},
        {u"IN"_s, u"Indiana"_s},
        {u"KS"_s, u"Kansas"_s},
        {u"KY"_s, u"Kentucky"_s},
        {u"LA"_s, u"Louisiana"_s},
        {u"MA"_s, u"Massachusetts"_s},
        {u"MD"_s, u"Maryland"_s},
        {u"ME"_s, u"Maine"_s},
        {u"MI"_s, u"Michigan"_s},
        {u"MN"_s, u"Minnesota"_s},
        {u"MO"_s, u"Missouri"_s},
        {u"MP"_s, u"the Northern Mariana Islands"_s},
        {u"MS"_s, u"Mississippi"_s},
        {u"MT"_s, u"Montana"_s},
        {u"NC"_s, u"North Carolina"_s},
        {u"ND"_s, u"North Dakota"_s},
        {u"NE"_s, u"Nebraska"_s},
        {u"NH"_s, u"New Hampshire"_s},
        {u"NJ"_s, u"New Jersey"_s},
        {u"NM"_s, u"New Mexico"_s},
        {u"NV"_s, u"Nevada"_s},
        {u"NY"_s, u"New York"_s},
        {u"OH"_s, u"Ohio"_s},
        {u"OK"_s, u"Oklahoma"_s},
        {u"OR"_s, u"Oregon"_s},
        {u"PA"_s, u"Pennsylvania"_s},
        {u"PR"_s, u"Puerto Rico"_s},
        {u"RI"_s, u"Rhode Island"_s},
        {u"SC"_s, u"South Carolina"_s},
        {u"SD"_s, u"South Dakota"_s},
        {u"TN"_s, u"Tennessee"_s},
        {u"TX"_s, u"Texas"_s},
        {u"UT"_s, u"Utah"_s},
        {u"VA"_s, u"Virginia"_s},
        {u"VI"_s, u"the Virgin Islands"_s},
        {u"VT"_s, u"Vermont"_s},
        {u"WA"_s, u"Washington"_s},
        {u"WI"_s, u"Wisconsin"_s},
        {u"WV"_s, u"West Virginia"_s},
        {u"WY"_s, u"Wyoming"_s},
    };
    return table;
}

} // namespace

const QStringList &stateCodes()
{
    static const QStringList codes = names().keys();
    return codes;
}

bool isStateCode(const QString &code)
{
    return names().contains(code);
}

QString stateName(const QString &code)
{
    return names().value(code, code);
}

} // namespace tocsin::law
