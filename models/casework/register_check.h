// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_record.h"

namespace tocsin::casework {

/// Something in the registers that a person should look at.
struct RegisterIssue
{
    enum class What {
        Expired, ///< an open record whose date has passed
        Missing, ///< an open record lacks something
        Absent, ///< a register that should have records has none
        Custody, ///< the custody of a copy has a gap
        Differs, ///< a copy does not agree with its digests any more
    };
    What what = What::Missing;
    QString kind = {};
    RegisterRecordId record = {}; ///< null for Absent
    QString reference = {};
    QString sentence = {}; ///< whole, for people: "AR-1 (J. Doe) ended on 2026-03-19; lift it, …"
};

QString issueToken(RegisterIssue::What what);

/// What is expired, missing or broken in an incident's registers, the most pressing first. A date has passed when its
/// day, in the zone of the facts (else of `now`), is over.
struct RegisterIssues
{
    using Answer = QList<RegisterIssue>;
    IncidentId incident;
    Instant now;
    Result<QList<RegisterIssue>> run(Reader &reader) const;
};

/// The gaps in the custody of one copy: it begins in the minute in which the copy was taken, no entry lies before the
/// one above it, and each takes it from whoever had it. Empty: complete.
QStringList custodyGaps(const RegisterRecord &copy, const QList<RegisterRecord> &custody);

/// Fails with Conflict, and says what lacks, unless every group of findings has its root cause: at least one record
/// that lacks nothing, and every finding of the facts in one. Needed before an incident is closed. For commands of this
/// room only.
Result<> checkRootCauses(Reader &reader, IncidentId incident);

} // namespace tocsin::casework
