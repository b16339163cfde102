// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/rule_words.h"

#include "law/states.h"
#include "law/wording.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

QString anchorsWords(const QStringList &from)
{
    QStringList names;
    for (const QString &path : from)
        names << factName(path);
    return names.size() > 1 ? u"the latest of %1"_s.arg(names.join(u" and "_s)) : names.join(QString());
}

QString daysWords(const Deadline &deadline)
{
    if (!deadline.businessDays)
        return counted(deadline.count, u"day"_s, u"days"_s);
    const QString days = counted(deadline.count, u"business day"_s, u"business days"_s);
    return deadline.weekendsOnly ? days + u" (weekends alone left out)"_s : days;
}

QString extensionWords(const Deadline &deadline)
{
    if (!deadline.extension)
        return {};
    return u", and %1 more if asked for in time"_s.arg(counted(deadline.extension->days, u"day"_s, u"days"_s));
}

QString annualWords(const Deadline &deadline)
{
    const QString anchor = anchorsWords(deadline.from);
    if (deadline.month == 0)
        return u"%1 after the end of the year of %2"_s.arg(daysWords(deadline), anchor);
    const QString day = QLocale::c().toString(QDate(2001, deadline.month, deadline.dayOfMonth), u"d MMMM"_s);
    return u"on %1 of the year after that of %2"_s.arg(day, anchor);
}

QString relativeWords(const Deadline &deadline)
{
    const QString event
        = deadline.event.isEmpty() ? u"the notice to %1"_s.arg(recipientName(deadline.to)) : deadline.event;
    QString words;
    switch (deadline.relation) {
    case Deadline::Relation::After:
        words = u"%1 after %2"_s.arg(daysWords(deadline), event);
        break;
    case Deadline::Relation::NoLaterThan:
        words = u"no later than "_s + event;
        break;
    case Deadline::Relation::With:
        words = u"with "_s + event;
        break;
    case Deadline::Relation::Before:
        words = u"before "_s + event;
        break;
    }
    return deadline.options.isEmpty() ? words
                                      : u"%1, at the latest %2"_s.arg(words, deadlineWords(deadline.options.first()));
}

QString earliestWords(const Deadline &deadline)
{
    QStringList options;
    for (const Deadline &each : deadline.options)
        options << deadlineWords(each);
    return u"the earlier of: %1"_s.arg(options.join(u"; or "_s));
}

} // namespace

QString ruleTitle(const QString &title, const QString &state)
{
    static const QRegularExpression ofTheLine(u"\\{[^}]*\\}"_s);
    QString filled = title;
    filled.replace(u"{state}"_s, state.isEmpty() ? u"each State"_s : stateName(state));
    return filled.replace(ofTheLine, u"…"_s);
}

QString ruleRecipient(const Rule &rule)
{
    QString recipient = rule.recipient;
    return rule.state.isEmpty() ? recipient.remove(u":{state}"_s) : recipient.replace(u"{state}"_s, rule.state);
}

QString deadlineWords(const Deadline &deadline)
{
    switch (deadline.kind) {
    case Deadline::Kind::Days:
        return u"%1 from %2%3"_s.arg(daysWords(deadline), anchorsWords(deadline.from), extensionWords(deadline));
    case Deadline::Kind::Hours:
        return u"%1 from %2"_s.arg(counted(deadline.count, u"hour"_s, u"hours"_s), anchorsWords(deadline.from));
    case Deadline::Kind::Years:
        return u"%1 from %2"_s.arg(counted(deadline.count, u"year"_s, u"years"_s), anchorsWords(deadline.from));
    case Deadline::Kind::Annual:
        return annualWords(deadline);
    case Deadline::Kind::UnreasonableDelay:
        return u"without unreasonable delay, no day named"_s;
    case Deadline::Kind::Relative:
        return relativeWords(deadline);
    case Deadline::Kind::EarlierOf:
        return earliestWords(deadline);
    case Deadline::Kind::Stated:
        break;
    }
    return u"as it is stated, counted from "_s + anchorsWords(deadline.from);
}

QString thresholdWords(const Threshold &threshold)
{
    const QString people = thresholdWords(threshold.op, threshold.people);
    switch (threshold.scope) {
    case Threshold::Scope::State:
        return people + u" residents of the State"_s;
    case Threshold::Scope::Told:
        return people + u" people told"_s;
    case Threshold::Scope::Breach:
        break;
    }
    return people + u" people affected in all"_s;
}

QString inForceWords(const RuleVersion &version)
{
    if (version.from.isValid() && version.to.isValid())
        return u"%1 to %2"_s.arg(shortDate(version.from), shortDate(version.to));
    if (version.from.isValid())
        return u"since "_s + shortDate(version.from);
    return version.to.isValid() ? u"until "_s + shortDate(version.to) : u"from the beginning"_s;
}

const RuleVersion &versionOn(const Rule &rule, QDate day)
{
    const auto found = std::find_if(rule.versions.cbegin(), rule.versions.cend(), [day](const RuleVersion &each) {
        return (each.from.isNull() || each.from <= day) && (each.to.isNull() || day <= each.to);
    });
    return found == rule.versions.cend() ? rule.versions.last() : *found;
}

bool isDoubtful(const Rule &rule)
{
    return std::any_of(rule.versions.cbegin(), rule.versions.cend(),
                       [](const RuleVersion &each) { return each.confidence == Confidence::Doubtful; });
}

} // namespace tocsin::law
