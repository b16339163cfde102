// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/register_record.h"

#include "casework/incident.h"
#include "casework/person_words.h"
#include "casework/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

const QString kSelect
    = u"SELECT r.id, r.incident, r.kind, r.number, r.parent, r.fields, r.file, r.state, r.reason, r.created_ms, "
      "r.created_zone, p.name, r.changed_ms, r.changed_zone FROM register_record r "
      "JOIN person p ON p.id = r.created_by "_s;

constexpr auto kOpen = "open"_L1;
constexpr auto kClosed = "closed"_L1;

QJsonObject valuesJson(const RegisterValues &values)
{
    QJsonObject json;
    for (auto each = values.cbegin(); each != values.cend(); ++each) {
        if (!each.value().isEmpty())
            json.insert(each.key(), each.value());
    }
    return json;
}

RegisterValues valuesOf(const QJsonObject &json)
{
    RegisterValues values;
    for (auto each = json.begin(); each != json.end(); ++each)
        values.insert(each.key(), each.value().toString());
    return values;
}

QJsonObject fileJson(const FileDigest &file)
{
    return {{u"name"_s, file.name}, {u"size"_s, file.size}, {u"sha256"_s, file.sha256}, {u"sha512"_s, file.sha512}};
}

FileDigest fileOf(const QJsonObject &json)
{
    return {json["name"_L1].toString(), json["size"_L1].toInteger(), json["sha256"_L1].toString(),
            json["sha512"_L1].toString()};
}

RegisterRecord readRow(const vault::Statement &row)
{
    RegisterRecord record;
    record.id = sql::id<RegisterRecordId>(row, 0);
    record.incident = sql::id<IncidentId>(row, 1);
    record.kind = row.text(2);
    record.number = static_cast<int>(row.integer(3));
    record.parent = sql::id<RegisterRecordId>(row, 4);
    record.values = valuesOf(sql::jsonObject(row.text(5)));
    if (!row.isNull(6))
        record.file = fileOf(sql::jsonObject(row.text(6)));
    record.closed = row.text(7) == kClosed;
    record.reason = row.text(8);
    record.created = sql::instant(row, 9);
    record.createdBy = row.text(11);
    record.changed = sql::instant(row, 12);
    return record;
}

Result<RegisterRecord> recordById(Reader &reader, RegisterRecordId id)
{
    return sql::one(reader.db(), u"There is no such record in the registers."_s, kSelect + u"WHERE r.id = ?1"_s,
                    readRow, id);
}

/// The record as it stands, with what the command needs around it.
struct Subject
{
    RegisterRecord record;
    RegisterKind kind;
    Incident incident;
};

Result<Subject> subjectOf(Reader &reader, RegisterRecordId id)
{
    Subject subject;
    TOCSIN_ASSIGN(subject.record, recordById(reader, id));
    TOCSIN_ASSIGN(subject.kind, registerKind(subject.record.kind));
    TOCSIN_ASSIGN(subject.incident, IncidentById{subject.record.incident}.run(reader));
    return subject;
}

/// All values of a record, checked against its kind.
Result<RegisterValues> checkedValues(const RegisterKind &kind, const RegisterValues &values)
{
    for (auto each = values.cbegin(); each != values.cend(); ++each) {
        if (kind.field(each.key()))
            continue;
        QStringList names;
        for (const RegisterField &field : kind.fields)
            names << field.id;
        return fail(ErrorCode::BadInput,
                    u"“%1” is no field of %2; there are %3."_s.arg(each.key(), kind.id, names.join(u", "_s)));
    }
    RegisterValues checked;
    for (const RegisterField &field : kind.fields) {
        TOCSIN_ASSIGN(const QString value, checkedValue(field, values.value(field.id)));
        if (!value.isEmpty())
            checked.insert(field.id, value);
    }
    return checked;
}

/// No open record but this one may have the same unique value.
Result<> checkUnique(Reader &reader, const RegisterKind &kind, IncidentId incident, const RegisterRecord &record)
{
    if (kind.unique.isEmpty())
        return {};
    TOCSIN_ASSIGN(const QList<RegisterRecord> all, RegisterRecords{incident, kind.id}.run(reader));
    for (const RegisterRecord &other : all) {
        const bool same
            = other.value(kind.unique).compare(record.value(kind.unique), Qt::CaseInsensitive) == 0 && !other.closed;
        if (same && other.id != record.id)
            return fail(ErrorCode::Conflict,
                        u"%1 has “%2” already; amend that."_s.arg(other.reference(), other.value(kind.unique)));
    }
    return {};
}

Result<> checkParent(Reader &reader, const RegisterKind &kind, const RegisterRecord &record)
{
    if (kind.parent.isEmpty() && record.parent.isNull())
        return {};
    TOCSIN_ASSIGN(const RegisterKind wanted, registerKind(kind.parent.isEmpty() ? kind.id : kind.parent));
    if (kind.parent.isEmpty())
        return fail(ErrorCode::BadInput, u"%1 belongs to the incident alone; leave its parent out."_s.arg(kind.title));
    const auto parent = recordById(reader, record.parent);
    if (!parent || parent->kind != kind.parent || parent->incident != record.incident) {
        return fail(ErrorCode::BadInput,
                    u"%1 belongs to one of “%2” of the same incident: name it, such as %3-1."_s.arg(
                        kind.title, wanted.plural, wanted.prefix));
    }
    if (parent->closed)
        return fail(ErrorCode::Conflict, u"%1 is closed; open it again first."_s.arg(parent->reference()));
    return {};
}

Result<> checkFile(const RegisterKind &kind, const std::optional<FileDigest> &file)
{
    if (kind.needsFile == file.has_value())
        return {};
    return fail(ErrorCode::BadInput,
                kind.needsFile
                    ? u"%1 is made from a file, of which the digests are computed: name the file."_s.arg(kind.title)
                    : u"%1 is not made from a file; leave the file out."_s.arg(kind.title));
}

/// What has been cannot lie ahead.
Result<> checkMoments(const RegisterKind &kind, const RegisterValues &values, const Instant &now)
{
    for (const RegisterField &field : kind.fields) {
        const auto at = Instant::parse(values.value(field.id));
        if (field.type == RegisterField::Type::Moment && at && now < *at)
            return fail(ErrorCode::BadInput, u"%1: expected a moment that has been."_s.arg(field.id));
    }
    return {};
}

Result<RegisterRecord> insertRecord(Writer &writer, const RegisterRecord &record)
{
    const std::optional<QString> file
        = record.file ? std::optional(sql::jsonText(fileJson(*record.file))) : std::nullopt;
    TOCSIN_ASSIGN(const qint64 id,
                  sql::insert(writer.db(),
                              u"INSERT INTO register_record (incident, kind, number, parent, fields, file, state, "
                              "created_ms, created_zone, created_by, changed_ms, changed_zone) VALUES (?1, ?2, "
                              "(SELECT coalesce(max(number), 0) + 1 FROM register_record "
                              "WHERE incident = ?1 AND kind = ?2), ?3, ?4, ?5, 'open', ?6, ?7, ?8, ?6, ?7)"_s,
                              record.incident, record.kind, record.parent, sql::jsonText(valuesJson(record.values)),
                              file, writer.now().msecs(), sql::zoneOf(writer.now()), writer.actor().id));
    writer.touch(Kind::RegisterRecord, id);
    if (!record.parent.isNull())
        writer.touch(Kind::RegisterRecord, record.parent.value);
    return recordById(writer, RegisterRecordId{id});
}

/// Custody from the first minute: whoever took the copy has it from the moment it was taken.
Result<RegisterRecord> beginCustody(Writer &writer, const RegisterRecord &copy)
{
    RegisterRecord first;
    first.incident = copy.incident;
    first.kind = registers::kCustody;
    first.parent = copy.id;
    first.values = {{u"action"_s, u"taken"_s},
                    {u"at"_s, copy.value(u"taken"_s)},
                    {u"from"_s, copy.value(u"source"_s)},
                    {u"holder"_s, copy.value(u"taken_by"_s)},
                    {u"place"_s, copy.value(u"place"_s)}};
    return insertRecord(writer, first);
}

QJsonObject recordJson(const RegisterRecord &record)
{
    QJsonObject json{{u"fields"_s, valuesJson(record.values)}, {u"state"_s, record.closed ? kClosed : kOpen}};
    if (record.file)
        json.insert(u"file"_s, fileJson(*record.file));
    if (!record.reason.isEmpty())
        json.insert(u"reason"_s, record.reason);
    return json;
}

/// An entry of the custody, in the note on the copy that it is of.
QJsonObject custodyJson(const RegisterRecord &entry)
{
    QJsonObject json = recordJson(entry);
    json.insert(u"reference"_s, entry.reference());
    return json;
}

/// Custody begins with what was entered of a copy, and stays as it is.
Result<> checkCustodyStays(const Subject &subject, const RegisterRecord &next)
{
    if (!subject.kind.needsFile)
        return {};
    for (const QString &field : {u"taken"_s, u"taken_by"_s, u"source"_s}) {
        if (next.value(field) == subject.record.value(field))
            continue;
        return fail(ErrorCode::Conflict,
                    u"The custody of %1 began with what it says of “%2”. Enter the copy anew, and close this one with "
                    "the reason."_s.arg(subject.record.reference(), subject.kind.field(field)->label));
    }
    return {};
}

/// What is still awaited from a record's own records is not hidden with it.
Result<> checkNothingOpenBelow(Reader &reader, const RegisterRecord &record)
{
    TOCSIN_ASSIGN(const QList<RegisterRecord> all, RegisterRecords{record.incident}.run(reader));
    QStringList open;
    for (const RegisterRecord &each : all) {
        TOCSIN_ASSIGN(const RegisterKind kind, registerKind(each.kind));
        if (each.parent == record.id && !each.closed && !kind.due.isEmpty())
            open << each.reference();
    }
    if (open.isEmpty())
        return {};
    return fail(ErrorCode::Conflict,
                u"%1 stays open while %2 is; close that first."_s.arg(record.reference(), open.join(u", "_s)));
}

QString subjectName(const RegisterRecord &record)
{
    return u"register/"_s + record.reference();
}

/// What is not told in a packet is no part of the regulator's chronology either.
Result<> logChange(Writer &writer, const Subject &subject, const QString &what, const QString &reason)
{
    const QString because = reason.isEmpty() ? QString() : u": "_s + reason;
    return logSystemEntry(writer, subject.record.incident, subject.kind.stream,
                          u"%1 %2: %3%4"_s.arg(subject.kind.title, shortName(subject.record), what, because),
                          subject.kind.inPacket);
}

/// Writes values, state and reason, and notes the change.
Result<Outcome> rewrite(Writer &writer, const Subject &subject, const RegisterRecord &next, const QString &what)
{
    TOCSIN_TRY(checkMoments(subject.kind, next.values, writer.now()));
    if (!next.closed)
        TOCSIN_TRY(checkUnique(writer, subject.kind, next.incident, next));
    TOCSIN_TRY(sql::run(writer.db(),
                        u"UPDATE register_record SET fields = ?2, state = ?3, reason = ?4, changed_ms = ?5, "
                        "changed_zone = ?6 WHERE id = ?1"_s,
                        next.id, sql::jsonText(valuesJson(next.values)), QString(next.closed ? kClosed : kOpen),
                        next.reason, writer.now().msecs(), sql::zoneOf(writer.now())));
    TOCSIN_TRY(logChange(writer, subject, what, next.reason));
    writer.touch(Kind::RegisterRecord, next.id.value);
    writer.note({subject.incident.reference, subjectName(next), recordJson(subject.record), recordJson(next)});
    return Outcome{next.id.value, next.reference()};
}

/// Gives a record back what it held before, if it still is what the command made of it.
Reversal backTo(const RegisterRecord &before, const RegisterRecord &left, const QString &what)
{
    return {Kind::RegisterRecord, u"%1 %2"_s.arg(before.reference(), what),
            [before, left](Writer &again) -> Result<Outcome> {
                TOCSIN_ASSIGN(const Subject now, subjectOf(again, before.id));
                if (now.record.values != left.values || now.record.closed != left.closed) {
                    return fail(ErrorCode::Conflict,
                                u"%1 has changed since; nothing was taken back."_s.arg(before.reference()));
                }
                RegisterRecord next = before;
                next.reason = u"taken back"_s;
                return rewrite(again, now, next, u"set back"_s);
            }};
}

Result<QString> requiredReason(const QString &reason)
{
    return requiredWords(reason, u"A reason is needed: say in a few words why."_s);
}

} // namespace

QString RegisterRecord::reference() const
{
    const auto found = registerKind(kind);
    return u"%1-%2"_s.arg(found ? found->prefix : QString()).arg(number);
}

QString RegisterRecord::name() const
{
    const auto found = registerKind(kind);
    return found ? value(found->fields.first().id) : QString();
}

QString shortName(const RegisterRecord &record)
{
    constexpr qsizetype kLongest = 60;
    const QString name = record.name().simplified();
    return u"%1 (%2)"_s.arg(record.reference(), name.size() <= kLongest ? name : name.left(kLongest) + u'…');
}

bool sameBytes(const FileDigest &a, const FileDigest &b)
{
    return a.size == b.size && a.sha256 == b.sha256 && a.sha512 == b.sha512;
}

Result<QList<RegisterRecord>> RegisterRecords::run(Reader &reader) const
{
    if (!kind.isEmpty())
        TOCSIN_TRY(registerKind(kind));
    TOCSIN_ASSIGN(QList<RegisterRecord> records,
                  sql::rows(reader.db(),
                            kSelect + u"WHERE r.incident = ?1 AND (?2 = '' OR r.kind = ?2) ORDER BY r.number"_s,
                            readRow, incident, kind));
    const auto place = [](const RegisterRecord &record) {
        const RegisterKinds &kinds = registerKinds();
        return std::find_if(kinds.begin(), kinds.end(),
                            [&record](const RegisterKind &each) { return each.id == record.kind; })
            - kinds.begin();
    };
    std::stable_sort(records.begin(), records.end(),
                     [&](const RegisterRecord &a, const RegisterRecord &b) { return place(a) < place(b); });
    return records;
}

Result<QList<RegisterRecord>> RegisterRecordsById::run(Reader &reader) const
{
    return sql::rows(reader.db(), kSelect + u"WHERE r.id IN (SELECT value FROM json_each(?1)) ORDER BY r.id"_s, readRow,
                     sql::idList(ids));
}

Result<Outcome> AddRegisterRecord::apply(Writer &writer) const
{
    Subject subject;
    TOCSIN_ASSIGN(subject.kind, registerKind(kind));
    TOCSIN_ASSIGN(subject.incident, IncidentById{incident}.run(writer));
    RegisterRecord record;
    record.incident = incident;
    record.kind = kind;
    record.parent = parent;
    record.file = file;
    TOCSIN_TRY(checkFile(subject.kind, file));
    TOCSIN_ASSIGN(record.values, checkedValues(subject.kind, values));
    TOCSIN_TRY(checkMoments(subject.kind, record.values, writer.now()));
    TOCSIN_TRY(checkParent(writer, subject.kind, record));
    TOCSIN_TRY(checkUnique(writer, subject.kind, incident, record));
    TOCSIN_ASSIGN(subject.record, insertRecord(writer, record));
    QJsonObject entered = recordJson(subject.record);
    if (subject.kind.needsFile) {
        TOCSIN_ASSIGN(const RegisterRecord custody, beginCustody(writer, subject.record));
        entered.insert(u"custody"_s, custodyJson(custody));
    }
    TOCSIN_TRY(logChange(writer, subject, u"entered"_s, {}));
    writer.note({subject.incident.reference, subjectName(subject.record), {}, entered});
    return Outcome{subject.record.id.value, subject.record.reference()};
}

Result<Outcome> AmendRegisterRecord::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, record));
    TOCSIN_ASSIGN(const QString why, requiredReason(reason));
    if (subject.kind.isFinal)
        return fail(ErrorCode::Conflict,
                    u"%1 stays as it is; make a further one beside it."_s.arg(subject.record.reference()));
    if (subject.record.closed)
        return fail(ErrorCode::Conflict, u"%1 is closed; open it again first."_s.arg(subject.record.reference()));
    RegisterRecord next = subject.record;
    next.reason = why;
    for (auto each = values.cbegin(); each != values.cend(); ++each)
        next.values.insert(each.key(), each.value());
    TOCSIN_ASSIGN(next.values, checkedValues(subject.kind, next.values));
    TOCSIN_TRY(checkCustodyStays(subject, next));
    if (next.values == subject.record.values)
        return fail(ErrorCode::Conflict, u"%1 says that already."_s.arg(subject.record.reference()));
    TOCSIN_ASSIGN(const Outcome outcome, rewrite(writer, subject, next, u"amended"_s));
    writer.reverseWith(backTo(subject.record, next, u"amended"_s));
    return outcome;
}

Result<Outcome> CloseRegisterRecord::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, record));
    TOCSIN_ASSIGN(const QString why, requiredReason(reason));
    const QString what = reopen ? u"opened again"_s : u"closed"_s;
    if (subject.kind.isFinal)
        return fail(ErrorCode::Conflict, u"%1 stays as it is."_s.arg(subject.record.reference()));
    if (subject.record.closed != reopen)
        return fail(ErrorCode::Conflict,
                    u"%1 is %2 already."_s.arg(subject.record.reference(), reopen ? u"open"_s : u"closed"_s));
    if (reopen)
        TOCSIN_TRY(checkParent(writer, subject.kind, subject.record));
    else
        TOCSIN_TRY(checkNothingOpenBelow(writer, subject.record));
    RegisterRecord next = subject.record;
    next.reason = why;
    next.closed = !reopen;
    TOCSIN_ASSIGN(const Outcome outcome, rewrite(writer, subject, next, what));
    writer.reverseWith(backTo(subject.record, next, what));
    return outcome;
}

Result<Outcome> VerifyRegisterRecord::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Subject subject, subjectOf(writer, record));
    if (!subject.record.file)
        return fail(ErrorCode::Conflict, u"%1 has no file to verify."_s.arg(subject.record.reference()));
    TOCSIN_ASSIGN(QList<RegisterRecord> custody,
                  RegisterRecords{subject.record.incident, registers::kCustody}.run(writer));
    custody.removeIf([this](const RegisterRecord &each) { return each.parent != record; });
    const QString holder = custody.isEmpty() ? subject.record.value(u"taken_by"_s) : custody.last().value(u"holder"_s);
    const QString kept = custody.isEmpty() ? subject.record.value(u"place"_s) : custody.last().value(u"place"_s);
    const bool same = sameBytes(*subject.record.file, found);
    RegisterRecord entry;
    entry.incident = subject.record.incident;
    entry.kind = registers::kCustody;
    entry.parent = record;
    entry.file = found;
    TOCSIN_ASSIGN(const RegisterKind kind, registerKind(entry.kind));
    TOCSIN_ASSIGN(entry.values,
                  checkedValues(kind,
                                {{u"action"_s, u"verified"_s},
                                 {u"at"_s, writer.now().toIso()},
                                 {u"from"_s, holder},
                                 {u"holder"_s, holder},
                                 {u"place"_s, place.isEmpty() ? kept : place},
                                 {u"note"_s,
                                  same ? u"Size, SHA-256 and SHA-512 agree with those kept."_s
                                       : u"The file differs from the one that was recorded."_s}}));
    TOCSIN_ASSIGN(const RegisterRecord made, insertRecord(writer, entry));
    TOCSIN_TRY(logChange(writer, subject, same ? u"verified, unchanged"_s : u"verified, and it differs"_s, {}));
    writer.note({subject.incident.reference, subjectName(subject.record), {}, {{u"custody"_s, custodyJson(made)}}});
    return Outcome{made.id.value, made.reference()};
}

} // namespace tocsin::casework
