// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_kind.h"
#include "casework/store_access.h"

#include <QMap>

#include <optional>

namespace tocsin::casework {

/// A file as it was when the program read it. The digests are lower-case hexadecimal.
struct FileDigest
{
    QString name = {}; ///< without its folder
    qint64 size = 0; ///< bytes
    QString sha256 = {};
    QString sha512 = {};
    friend bool operator==(const FileDigest &, const FileDigest &) = default;
};

using RegisterValues = QMap<QString, QString>; ///< by field id; absent and empty are the same

/// A small record of an incident: what its kind says that it holds.
struct RegisterRecord
{
    RegisterRecordId id;
    IncidentId incident;
    QString kind = {};
    int number = 0; ///< within the incident and kind
    RegisterRecordId parent = {};
    RegisterValues values = {};
    std::optional<FileDigest> file = {};
    bool closed = false;
    QString reason = {}; ///< why it was last amended, closed or reopened
    Instant created = {};
    QString createdBy = {};
    Instant changed = {};

    /// Such as AR-1.
    [[nodiscard]] QString reference() const;
    /// What the first field says.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString value(const QString &field) const { return values.value(field); }
};

/// An incident's records in the order of kinds.json, then by number: of all kinds, or of one.
struct RegisterRecords
{
    using Answer = QList<RegisterRecord>;
    IncidentId incident;
    QString kind = {}; ///< empty: all
    Result<QList<RegisterRecord>> run(Reader &reader) const;
};

struct RegisterRecordsById
{
    using Answer = QList<RegisterRecord>;
    QList<RegisterRecordId> ids = {};
    Result<QList<RegisterRecord>> run(Reader &reader) const;
};

/// A new record. A kind that needs a file gets its digests with it, and the first entry of its custody is made in the
/// same step: from the moment the copy was taken, who took it has it. Fails with BadInput for a field the kind does not
/// have or a value it cannot be, and with Conflict where an open record has the same unique value or the parent is
/// closed.
struct AddRegisterRecord
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("register.add");
    IncidentId incident;
    QString kind = {};
    RegisterValues values = {};
    RegisterRecordId parent = {}; ///< for a kind that has one
    std::optional<FileDigest> file = {}; ///< for a kind that needs one
    Result<Outcome> apply(Writer &writer) const;
};

/// Changes the fields that are named; an empty value takes one away. A reason is required; what it said before stays in
/// the ledger. Conflict for a closed record and for a kind that is final.
struct AmendRegisterRecord
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("register.amend");
    RegisterRecordId record;
    RegisterValues values = {};
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Closes an open record, or opens a closed one again. A reason is required.
struct CloseRegisterRecord
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("register.close");
    RegisterRecordId record;
    QString reason = {};
    bool reopen = false;
    Result<Outcome> apply(Writer &writer) const;
};

/// Compares a file's digests with those kept, and enters the outcome in the custody: who looked, when, and whether they
/// agree. The receipt's reference is that of the custody entry.
struct VerifyRegisterRecord
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("register.verify");
    RegisterRecordId record;
    FileDigest found = {};
    QString place = {}; ///< where it was read; empty: where it was kept last
    Result<Outcome> apply(Writer &writer) const;
};

/// "FC-1 (Access logs)", on one line, for sentences about it.
QString shortName(const RegisterRecord &record);

/// Whether two digests are of the same bytes; names do not matter.
bool sameBytes(const FileDigest &a, const FileDigest &b);

// Names in kinds.json that this room knows by heart.
namespace registers {
constexpr QLatin1StringView kForensicCopy("forensic-copy");
constexpr QLatin1StringView kCustody("custody");
constexpr QLatin1StringView kRootCause("root-cause");
constexpr QLatin1StringView kInquiry("inquiry");
constexpr QLatin1StringView kInquiryRequest("inquiry-request");
constexpr QLatin1StringView kPartner("partner");
} // namespace registers

} // namespace tocsin::casework
