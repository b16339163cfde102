// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/facts_check.h"

#include "law/delay_asked.h"
#include "law/wording.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

Failure refuse(const QString &key, const QString &expected)
{
    return fail(ErrorCode::BadInput, u"facts.%1: expected %2."_s.arg(key, expected));
}

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

/// Every day on which someone came to know, with the key that says so. The wrongdoer always knew.
QMap<QString, QDate> knowledgeDays(const Facts &facts)
{
    QMap<QString, QDate> days;
    if (facts.discovered)
        days.insert(u"discovered"_s, facts.discovered->dateIn(facts.timezone));
    for (qsizetype index = 0; index < facts.known.size(); ++index) {
        const Knowledge &each = facts.known.at(index);
        if (each.by != "wrongdoer"_L1)
            days.insert(u"known[%1].on"_s.arg(index), each.on.dateIn(facts.timezone));
    }
    if (facts.associate && facts.associate->discovered)
        days.insert(u"business_associate.discovered"_s, facts.associate->discovered->dateIn(facts.timezone));
    return days;
}

QDate earliest(const QMap<QString, QDate> &days)
{
    QDate first;
    for (const QDate day : days) {
        if (!first.isValid() || day < first)
            first = day;
    }
    return first;
}

Result<> checkNotBefore(const QMap<QString, QDate> &days, QDate bound, const QString &what)
{
    for (auto each = days.cbegin(); each != days.cend(); ++each) {
        if (bound.isValid() && each.value() < bound)
            return refuse(each.key(), u"%1 or later, %2; it is %3"_s.arg(iso(bound), what, iso(each.value())));
    }
    return {};
}

Result<> checkOccurrence(const Facts &facts)
{
    if (!facts.occurred || !facts.occurred->from)
        return {};
    const QDate from = *facts.occurred->from;
    if (facts.occurred->to && *facts.occurred->to < from)
        return refuse(u"occurred.to"_s, u"%1 or later, the day in occurred.from"_s.arg(iso(from)));
    QMap<QString, QDate> anchors;
    for (auto each = facts.anchors.cbegin(); each != facts.anchors.cend(); ++each)
        anchors.insert(u"anchors."_s + each.key(), each.value().dateIn(facts.timezone));
    const QString what = u"the day in occurred.from"_s;
    TOCSIN_TRY(checkNotBefore(knowledgeDays(facts), from, what));
    return checkNotBefore(anchors, from, what);
}

/// "discovered" may be earlier than what anybody knew (reasonable diligence), never later.
Result<> checkDiscovery(const Facts &facts)
{
    QMap<QString, QDate> days = knowledgeDays(facts);
    days.remove(u"business_associate.discovered"_s);
    const QDate first = earliest(days);
    if (facts.discovered && facts.discovered->dateIn(facts.timezone) > first) {
        return refuse(
            u"discovered"_s,
            u"%1 or earlier, the first day on which anyone in facts.known knew; or leave it out"_s.arg(iso(first)));
    }
    return {};
}

Result<> checkAssociate(const Facts &facts)
{
    if (!facts.associate || !facts.associate->discovered || !facts.associate->toldCoveredEntity)
        return {};
    const QDate found = facts.associate->discovered->dateIn(facts.timezone);
    if (facts.associate->toldCoveredEntity->dateIn(facts.timezone) < found) {
        return refuse(u"business_associate.told_covered_entity"_s,
                      u"%1 or later, the day in business_associate.discovered"_s.arg(iso(found)));
    }
    return {};
}

Result<> checkStatement(const DelayStatement &statement, const QString &path)
{
    if (statement.stated && statement.until && *statement.until < *statement.stated)
        return refuse(path + u".until"_s, u"%1 or later, the day in %2.stated"_s.arg(iso(*statement.stated), path));
    return {};
}

Result<> checkLawEnforcement(const Facts &facts)
{
    if (!facts.lawEnforcement)
        return {};
    if (facts.flags.contains(noDelayAskedFlag()))
        return refuse(
            u"flags"_s,
            u"no “%1” beside law_enforcement, which says that an official asked to wait"_s.arg(noDelayAskedFlag()));
    const LawEnforcement &law = *facts.lawEnforcement;
    TOCSIN_TRY(checkStatement(law.statement, u"law_enforcement"_s));
    if (!law.writtenFollowup)
        return {};
    const QString path = u"law_enforcement.written_followup"_s;
    if (law.written) {
        return refuse(path,
                      u"no follow-up to a statement whose form is written already; put the later statement in "
                      "law_enforcement itself"_s);
    }
    TOCSIN_TRY(checkStatement(*law.writtenFollowup, path));
    const std::optional<QDate> oral = law.statement.stated;
    const std::optional<QDate> followed = law.writtenFollowup->stated;
    if (oral && followed && *followed < *oral)
        return refuse(path + u".stated"_s, u"%1 or later, the day of the oral statement"_s.arg(iso(*oral)));
    return {};
}

/// An extension that does not extend is a slip of the pen.
Result<> checkExtension(const std::optional<QDate> &extendedTo, QDate before, const QString &path)
{
    if (extendedTo && *extendedTo <= before)
        return refuse(path + u".extended_to"_s, u"a day after %1, which it extends"_s.arg(iso(before)));
    return {};
}

Result<> checkRequest(const RegulatorRequest &request, const QString &path)
{
    if (request.due && *request.due < request.received)
        return refuse(path + u".due"_s, u"%1 or later, the day in received"_s.arg(iso(request.received)));
    return checkExtension(request.extendedTo, request.due.value_or(request.received.addDays(request.days.value_or(0))),
                          path);
}

/// Whether an id is new; notes it.
Result<> checkId(QStringList &ids, const QString &id, const QString &path)
{
    if (ids.contains(id))
        return refuse(path + u".id"_s, u"an id that no line before it has; “%1” stands there twice"_s.arg(id));
    ids << id;
    return {};
}

/// Answers to a regulator are told apart by id, whether they are requests or corrections.
Result<> checkRegulator(const Facts &facts)
{
    QStringList ids;
    for (qsizetype index = 0; index < facts.regulatorRequests.size(); ++index) {
        const QString path = u"regulator_requests[%1]"_s.arg(index);
        TOCSIN_TRY(checkId(ids, facts.regulatorRequests.at(index).id, path));
        TOCSIN_TRY(checkRequest(facts.regulatorRequests.at(index), path));
    }
    for (qsizetype index = 0; index < facts.corrections.size(); ++index) {
        const CorrectionPeriod &each = facts.corrections.at(index);
        const QString path = u"corrections[%1]"_s.arg(index);
        TOCSIN_TRY(checkId(ids, each.id, path));
        TOCSIN_TRY(checkExtension(each.extendedTo, each.received.addDays(each.days), path));
    }
    return {};
}

Result<> checkFindings(const Facts &facts)
{
    QStringList ids;
    for (qsizetype index = 0; index < facts.findings.size(); ++index)
        TOCSIN_TRY(checkId(ids, facts.findings.at(index).id, u"findings[%1]"_s.arg(index)));
    return {};
}

/// Two contracts with one recipient are told apart by name: the work on each stays with it, whatever becomes of the
/// other.
Result<> checkContract(const Facts &facts)
{
    QSet<std::pair<QString, QString>> known;
    for (qsizetype index = 0; index < facts.contract.size(); ++index) {
        const ContractClock &clock = facts.contract.at(index);
        const std::pair<QString, QString> key{clock.to, clock.name};
        if (known.contains(key))
            return refuse(u"contract[%1].name"_s.arg(index),
                          u"a name that no other contract with %1 has"_s.arg(clock.to));
        known.insert(key);
    }
    return {};
}

Result<> checkPosting(const Facts &facts)
{
    QMap<QString, QDate> days;
    if (facts.posting && facts.posting->webFrom)
        days.insert(u"posting.web_from"_s, *facts.posting->webFrom);
    if (facts.posting && facts.posting->phoneFrom)
        days.insert(u"posting.phone_from"_s, *facts.posting->phoneFrom);
    return checkNotBefore(days, earliest(knowledgeDays(facts)), u"the first day on which anyone knew of the breach"_s);
}

/// What a regulator asked for may have nothing to do with the breach, and be answered before anyone knew of it.
bool answersARequest(const Facts &facts, const QString &recipient)
{
    const auto asks = [&recipient](const auto &each) { return recipient == each.from + u':' + each.id; };
    return std::any_of(facts.regulatorRequests.cbegin(), facts.regulatorRequests.cend(), asks)
        || std::any_of(facts.corrections.cbegin(), facts.corrections.cend(), asks);
}

} // namespace

Result<> checkDone(const Facts &facts)
{
    QMap<QString, QDate> done;
    for (auto each = facts.done.cbegin(); each != facts.done.cend(); ++each) {
        if (isNotice(each.key()) && !answersARequest(facts, each.key()))
            done.insert(u"done."_s + each.key(), each.value().dateIn(facts.timezone));
    }
    return checkNotBefore(done, earliest(knowledgeDays(facts)), u"the first day on which anyone knew of the breach"_s);
}

Result<> checkFacts(const Facts &facts)
{
    TOCSIN_TRY(checkOccurrence(facts));
    TOCSIN_TRY(checkDiscovery(facts));
    TOCSIN_TRY(checkAssociate(facts));
    TOCSIN_TRY(checkLawEnforcement(facts));
    TOCSIN_TRY(checkDone(facts));
    TOCSIN_TRY(checkContract(facts));
    TOCSIN_TRY(checkRegulator(facts));
    TOCSIN_TRY(checkFindings(facts));
    TOCSIN_TRY(checkPosting(facts));
    const std::optional<qint64> people = facts.peopleAffected();
    if (people && facts.unreachable && *facts.unreachable > *people)
        return refuse(u"unreachable"_s, u"at most %1, the number of people affected"_s.arg(*people));
    return {};
}

} // namespace tocsin::law
