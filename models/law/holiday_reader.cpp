// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/holiday_reader.h"

#include "law/pack_words.h"
#include "law/states.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr int kMostDaysOff = 100;

int readWeekday(JsonReader &reader)
{
    static const QStringList names{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                                   u"friday"_s, u"saturday"_s, u"sunday"_s};
    const QString name = reader.word(
        "weekday"_L1,
        {"monday"_L1, "tuesday"_L1, "wednesday"_L1, "thursday"_L1, "friday"_L1, "saturday"_L1, "sunday"_L1});
    return qMax(0, static_cast<int>(names.indexOf(name))) + 1;
}

int readWhole(JsonReader &reader, QLatin1StringView key, int least, int most, bool required)
{
    return static_cast<int>(reader.integer(key, least, most, required).value_or(0));
}

/// A rule has a weekday, or a day of the month, or counts from Easter.
void readBase(JsonReader &reader, HolidayRule &rule)
{
    if (reader.boolean("easter"_L1, false).value_or(false)) {
        rule.base = HolidayRule::Base::Easter;
        return;
    }
    rule.month = readWhole(reader, "month"_L1, 1, 12, true);
    if (!reader.has("weekday"_L1)) {
        rule.day = readWhole(reader, "day"_L1, 1, 31, true);
        if (!QDate(2000, qMax(1, rule.month), qMax(1, rule.day)).isValid())
            reader.failAt("day"_L1, u"a day of that month"_s);
        return;
    }
    rule.base = HolidayRule::Base::Weekday;
    rule.weekday = readWeekday(reader);
    rule.nth = readWhole(reader, "nth"_L1, -1, 4, true);
    if (rule.nth == 0)
        reader.failAt("nth"_L1, u"1 to 4, or -1 for the last"_s);
}

HolidayRule readHoliday(JsonReader &reader)
{
    HolidayRule rule;
    rule.name = readText(reader, "name"_L1);
    readBase(reader, rule);
    rule.plusDays = readWhole(reader, "plus_days"_L1, -kMostDaysOff, kMostDaysOff, false);
    const QString observed = reader.word("observed"_L1, {"next-monday"_L1, "nearest-weekday"_L1}, false);
    if (!observed.isEmpty())
        rule.observed
            = observed == "next-monday"_L1 ? HolidayRule::Observed::NextMonday : HolidayRule::Observed::NearestWeekday;
    const QString years = reader.word("years"_L1, {"even"_L1, "odd"_L1}, false);
    if (!years.isEmpty())
        rule.years = years == "even"_L1 ? HolidayRule::Years::Even : HolidayRule::Years::Odd;
    rule.firstYear = readWhole(reader, "first_year"_L1, kFirstYear, kLastYear, false);
    rule.lastYear = readWhole(reader, "last_year"_L1, kFirstYear, kLastYear, false);
    return rule;
}

} // namespace

HolidayCalendar readHolidays(JsonReader &reader)
{
    HolidayCalendar calendar;
    calendar.state = reader.string("state"_L1);
    if (!isStateCode(calendar.state))
        reader.failAt("state"_L1, u"a State's two-letter code"_s);
    calendar.source = readText(reader, "source"_L1);
    (void)readConfidence(reader); // for people: a date that such a day moves is for counsel, however sure the day is
    reader.objects("days"_L1, [&calendar](JsonReader &inner) { calendar.days << readHoliday(inner); });
    return calendar;
}

} // namespace tocsin::law
