// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/deadlines_export.h"

#include "casework/incident.h"
#include "casework/timeline.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

QString overrideSentence(const law::Obligation &duty, const DueOverride &overridden, CounselsReason reason)
{
    const QString computed = duty.due.isNull() ? u"no date is computed"_s : u"%1 is computed"_s.arg(duty.due.toIso());
    const QString moved = overridden.computedMoved ? u"; what is computed has changed since"_s : QString();
    const QString set = u"Counsel (%1) set this date; %2%3."_s.arg(overridden.byName, computed, moved);
    return reason == CounselsReason::Told ? u"%1 Reason: %2"_s.arg(set, overridden.reason) : set;
}

void takeCounselsDate(law::Obligation &duty, const ObligationRecord *record, CounselsReason reason)
{
    if (record == nullptr || !record->overridden)
        return;
    duty.why << overrideSentence(duty, *record->overridden, reason);
    duty.due = record->overridden->due;
    duty.internalTarget = record->duty.internalTarget; // before the date that counts
}

} // namespace

Result<Outcome> RecordDeadlinesExport::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Incident record, IncidentById{incident}.run(writer));
    const bool pdf = form == DeadlinesForm::Pdf;
    TOCSIN_TRY(logSystemEntry(writer, incident, Stream::Regulatory,
                              pdf ? u"Deadlines exported as a PDF"_s : u"Deadlines exported as a calendar"_s));
    writer.note({record.reference, u"deadlines"_s, {}, {{u"form"_s, pdf ? u"pdf"_s : u"icalendar"_s}}});
    return Outcome{incident.value, record.reference};
}

law::Evaluation withCounselsDates(law::Evaluation evaluation, const QList<ObligationRecord> &records,
                                  CounselsReason reason)
{
    for (QList<law::Obligation> *duties : {&evaluation.owed, &evaluation.blocked}) {
        for (law::Obligation &duty : *duties)
            takeCounselsDate(duty, recordOf(records, duty.rule, duty.recipient), reason);
    }
    return evaluation;
}

const ObligationRecord *recordOf(const QList<ObligationRecord> &records, const QString &rule, const QString &recipient)
{
    const auto found = std::find_if(records.cbegin(), records.cend(), [&](const ObligationRecord &each) {
        return each.duty.rule == rule && each.duty.recipient == recipient;
    });
    return found == records.cend() ? nullptr : &*found;
}

} // namespace tocsin::casework
