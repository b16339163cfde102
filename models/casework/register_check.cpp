// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/register_check.h"

#include "casework/facts_record.h"
#include "casework/tokens.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

using What = RegisterIssue::What;

constexpr qint64 kMinute = 60'000;

constexpr std::array kWhats{
    Words<What>{What::Differs, "differs"_L1, "Differs"_L1}, Words<What>{What::Custody, "custody"_L1, "Custody"_L1},
    Words<What>{What::Expired, "expired"_L1, "Expired"_L1}, Words<What>{What::Missing, "missing"_L1, "Missing"_L1},
    Words<What>{What::Absent, "absent"_L1, "Absent"_L1},
};

bool lacks(const RegisterField &field, const QString &value)
{
    if (field.missing.isEmpty())
        return false;
    if (field.least > 0)
        return value.isEmpty() || value.count(u'\n') + 1 < field.least;
    return field.good.isEmpty() ? value.isEmpty() : value != field.good;
}

RegisterIssue issueOf(What what, const RegisterRecord &record, const QString &sentence)
{
    return {what, record.kind, record.id, record.reference(), sentence};
}

QStringList missingIn(const RegisterKind &kind, const RegisterRecord &record)
{
    QStringList missing;
    for (const RegisterField &field : kind.fields) {
        if (lacks(field, record.value(field.id)))
            missing << field.missing;
    }
    return missing;
}

/// Collects what is wrong with the records of an incident.
class Inspection
{
public:
    Inspection(QList<RegisterRecord> records, law::Facts facts, QDate today)
        : m_records(std::move(records)), m_facts(std::move(facts)), m_today(today)
    {
    }

    QList<RegisterIssue> issues()
    {
        for (const RegisterKind &kind : registerKinds()) {
            int count = 0;
            for (const RegisterRecord &record : std::as_const(m_records)) {
                if (record.kind != kind.id)
                    continue;
                ++count;
                if (!record.closed && !isParentClosed(record))
                    inspect(kind, record);
            }
            if (count == 0 && !kind.expected.isEmpty())
                m_issues << RegisterIssue{What::Absent, kind.id, {}, {}, kind.expected};
        }
        std::stable_sort(m_issues.begin(), m_issues.end(), [](const RegisterIssue &a, const RegisterIssue &b) {
            return placeOf(a.what) < placeOf(b.what);
        });
        return m_issues;
    }

private:
    QList<RegisterRecord> m_records;
    law::Facts m_facts;
    QDate m_today;
    QList<RegisterIssue> m_issues;

    static qsizetype placeOf(What what)
    {
        return std::find_if(kWhats.begin(), kWhats.end(), [what](const auto &each) { return each.value == what; })
            - kWhats.begin();
    }

    [[nodiscard]] bool isParentClosed(const RegisterRecord &record) const
    {
        return std::any_of(m_records.begin(), m_records.end(),
                           [&record](const RegisterRecord &each) { return each.id == record.parent && each.closed; });
    }

    void inspect(const RegisterKind &kind, const RegisterRecord &record)
    {
        const QDate due = QDate::fromString(record.value(kind.due), Qt::ISODate);
        if (due.isValid() && due < m_today) {
            m_issues << issueOf(What::Expired, record,
                                u"%1: %2 %3."_s.arg(shortName(record), due.toString(Qt::ISODate), kind.late));
        }
        const QStringList missing = missingIn(kind, record);
        if (!missing.isEmpty())
            m_issues << issueOf(What::Missing, record, u"%1 %2."_s.arg(shortName(record), missing.join(u", "_s)));
        if (kind.needsFile)
            inspectCopy(record);
        if (kind.id == registers::kInquiryRequest && due.isValid() && !isOnAClock(record, due)) {
            m_issues << issueOf(What::Missing, record,
                                u"%1 is on no clock. Enter it among the facts, as a regulator's request due %2."_s.arg(
                                    shortName(record), due.toString(Qt::ISODate)));
        }
    }

    /// Whether the facts know a request of the same office for that day: only they bring deadlines and reminders.
    [[nodiscard]] bool isOnAClock(const RegisterRecord &request, QDate due) const
    {
        const auto inquiry = std::find_if(m_records.begin(), m_records.end(),
                                          [&request](const RegisterRecord &each) { return each.id == request.parent; });
        const QString office = inquiry == m_records.end() ? QString() : inquiry->value(u"authority"_s);
        const auto isIt = [&](const law::RegulatorRequest &each) {
            const QDate counted = each.days ? each.received.addDays(*each.days) : each.due.value_or(QDate());
            return each.from == office && each.extendedTo.value_or(counted) == due;
        };
        return std::any_of(m_facts.regulatorRequests.begin(), m_facts.regulatorRequests.end(), isIt);
    }

    void inspectCopy(const RegisterRecord &copy)
    {
        QList<RegisterRecord> custody;
        const RegisterRecord *verified = nullptr;
        for (const RegisterRecord &each : std::as_const(m_records)) {
            if (each.parent != copy.id)
                continue;
            custody << each;
            if (each.file)
                verified = &each;
        }
        for (const QString &gap : custodyGaps(copy, custody))
            m_issues << issueOf(What::Custody, copy, u"%1: %2"_s.arg(shortName(copy), gap));
        if (verified && copy.file && !sameBytes(*verified->file, *copy.file)) {
            m_issues << issueOf(What::Differs, copy,
                                u"%1 differed from its digests when it was verified, %2."_s.arg(shortName(copy),
                                                                                                verified->reference()));
        }
    }
};

} // namespace

QString issueToken(What what)
{
    return tokenOf(kWhats, what);
}

QStringList custodyGaps(const RegisterRecord &copy, const QList<RegisterRecord> &custody)
{
    if (custody.isEmpty())
        return {u"Nothing says who has had it."_s};
    const auto momentOf = [](const RegisterRecord &record, const QString &field) {
        const auto at = Instant::parse(record.value(field));
        return at ? at->msecs() : 0;
    };
    QStringList gaps;
    const qint64 taken = momentOf(copy, u"taken"_s);
    if (qAbs(momentOf(custody.first(), u"at"_s) - taken) > kMinute)
        gaps << u"%1 does not begin in the minute in which the copy was taken."_s.arg(custody.first().reference());
    for (qsizetype i = 1; i < custody.size(); ++i) {
        const RegisterRecord &before = custody.at(i - 1);
        const RegisterRecord &entry = custody.at(i);
        if (momentOf(entry, u"at"_s) < momentOf(before, u"at"_s))
            gaps << u"%1 lies before %2."_s.arg(entry.reference(), before.reference());
        if (entry.value(u"from"_s) != before.value(u"holder"_s)) {
            gaps << u"%1 takes it from “%2”, but “%3” had it."_s.arg(entry.reference(), entry.value(u"from"_s),
                                                                     before.value(u"holder"_s));
        }
    }
    return gaps;
}

Result<QList<RegisterIssue>> RegisterIssues::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<RegisterRecord> records, RegisterRecords{incident}.run(reader));
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(reader));
    const QByteArray zone = facts.facts.timezone.isEmpty() ? now.zone() : facts.facts.timezone;
    return Inspection(records, facts.facts, now.inZone(zone).localDate()).issues();
}

Result<> checkRootCauses(Reader &reader, IncidentId incident)
{
    TOCSIN_ASSIGN(const RegisterKind kind, registerKind(registers::kRootCause));
    TOCSIN_ASSIGN(QList<RegisterRecord> causes, (RegisterRecords{incident, kind.id}.run(reader)));
    causes.removeIf([](const RegisterRecord &each) { return each.closed; }); // taken out with a reason
    if (causes.isEmpty())
        return fail(ErrorCode::Conflict, u"An incident closes only with its root cause; none is recorded."_s);
    QSet<QString> covered;
    for (const RegisterRecord &cause : causes) {
        const QStringList missing = missingIn(kind, cause);
        if (!missing.isEmpty())
            return fail(
                ErrorCode::Conflict,
                u"%1 %2. An incident closes only with its root causes."_s.arg(shortName(cause), missing.join(u", "_s)));
        for (const QString &finding : cause.value(u"findings"_s).split(u'\n', Qt::SkipEmptyParts))
            covered.insert(finding);
    }
    TOCSIN_ASSIGN(const FactsRevision facts, CurrentFacts{incident}.run(reader));
    QStringList uncovered;
    for (const law::FindingClock &finding : facts.facts.findings) {
        if (!covered.contains(finding.id))
            uncovered << finding.id;
    }
    if (!uncovered.isEmpty())
        return fail(ErrorCode::Conflict,
                    u"No root cause is recorded for %1; an incident closes only with all of them."_s.arg(
                        uncovered.join(u", "_s)));
    return {};
}

} // namespace tocsin::casework
