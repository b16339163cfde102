// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/template_version.h"

#include "casework/sql.h"
#include "core/text.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMaxBytes = qsizetype{256} * 1024;
constexpr qsizetype kMaxId = 64;
constexpr qsizetype kMaxReason = 500;

const QString kColumns = u"t.template, t.version, t.sha256, t.reason, t.saved_by, p.name, t.saved_ms, t.saved_zone"_s;
const QString kFrom = u" FROM template_version t JOIN person p ON p.id = t.saved_by "_s;

TemplateVersion readHead(const vault::Statement &row)
{
    TemplateVersion version;
    version.id = row.text(0);
    version.version = static_cast<int>(row.integer(1));
    version.sha256 = row.text(2);
    version.reason = row.text(3);
    version.by = sql::id<PersonId>(row, 4);
    version.byName = row.text(5);
    version.at = sql::instant(row, 6);
    return version;
}

TemplateVersion readWhole(const vault::Statement &row)
{
    TemplateVersion version = readHead(row);
    version.bytes = row.text(8).toUtf8();
    return version;
}

Result<> checkInput(const SaveTemplate &save)
{
    static const QRegularExpression token(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    if (!token.match(save.id).hasMatch() || save.id.size() > kMaxId)
        return fail(ErrorCode::BadInput, u"A text's id is small letters, digits and hyphens."_s);
    if (save.bytes.isEmpty() || save.bytes.size() > kMaxBytes || QString::fromUtf8(save.bytes).toUtf8() != save.bytes
        || hasControlCharacters(QString::fromUtf8(save.bytes)))
        return fail(ErrorCode::BadInput,
                    u"A text is UTF-8, has at most %1 bytes, and no control characters."_s.arg(kMaxBytes));
    const bool isReason = !save.reason.trimmed().isEmpty() && save.reason.size() <= kMaxReason
        && !save.reason.contains(u'\n') && !hasControlCharacters(save.reason);
    if (!isReason)
        return fail(ErrorCode::BadInput,
                    u"Saving a text wants a reason: one line of 1 to %1 characters."_s.arg(kMaxReason));
    return {};
}

/// The newest version; number 0 if there is none.
Result<TemplateVersion> newestOf(Reader &reader, const QString &id)
{
    TOCSIN_ASSIGN(const QList<TemplateVersion> all, TemplateVersions{id}.run(reader));
    return all.isEmpty() ? TemplateVersion{id} : all.last();
}

} // namespace

Result<QList<TemplateVersion>> NewestTemplates::run(Reader &reader) const
{
    return sql::rows(reader.db(),
                     u"SELECT "_s + kColumns + u", t.text"_s + kFrom
                         + u"WHERE t.version = (SELECT max(version) FROM template_version n "
                           "WHERE n.template = t.template) ORDER BY t.template"_s,
                     readWhole);
}

Result<QList<TemplateVersion>> TemplateVersions::run(Reader &reader) const
{
    return sql::rows(reader.db(), u"SELECT "_s + kColumns + kFrom + u"WHERE t.template = ?1 ORDER BY t.version"_s,
                     readHead, id);
}

Result<TemplateVersion> TemplateVersionByNumber::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const TemplateVersion newest, newestOf(reader, id));
    return sql::one(
        reader.db(),
        u"There is no version %1 of the text “%2”; the newest is %3."_s.arg(version).arg(id).arg(newest.version),
        u"SELECT "_s + kColumns + u", t.text"_s + kFrom + u"WHERE t.template = ?1 AND t.version = ?2"_s, readWhole, id,
        version);
}

Result<Outcome> SaveTemplate::apply(Writer &writer) const
{
    TOCSIN_TRY(checkInput(*this));
    TOCSIN_ASSIGN(const TemplateVersion newest, newestOf(writer, id));
    if (base > newest.version) {
        return fail(
            ErrorCode::Conflict,
            newest.version == 0
                ? u"The house has no text “%1” of its own yet; a first one is saved on version 0, the program's."_s.arg(
                    id)
                : u"There is no version %1 of “%2” to save on; the newest is %3."_s.arg(
                    QString::number(base), id, QString::number(newest.version)));
    }
    if (newest.version != base) {
        return fail(
            ErrorCode::Conflict,
            u"%1 saved version %2 of “%3” meanwhile; what was edited is version %4. Look at what changed, and save "
            "on top of version %2."_s.arg(newest.byName, QString::number(newest.version), id, QString::number(base)));
    }
    const QString sha256 = sha256Hex(bytes);
    if (newest.sha256 == sha256)
        return fail(ErrorCode::Conflict, u"This is what version %1 says already; nothing was saved."_s.arg(base));
    const int version = base + 1;
    TOCSIN_ASSIGN(const qint64 row,
                  sql::insert(writer.db(),
                              u"INSERT INTO template_version (template, version, text, sha256, reason, saved_ms, "
                              "saved_zone, saved_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"_s,
                              id, version, QString::fromUtf8(bytes), sha256, reason.trimmed(), writer.now().msecs(),
                              sql::zoneOf(writer.now()), writer.actor().id));
    writer.touch(Kind::Template, row);
    writer.note({{},
                 u"template/"_s + id,
                 {{u"version"_s, base}, {u"sha256"_s, base > 0 ? newest.sha256 : baseSha256}},
                 {{u"version"_s, version}, {u"sha256"_s, sha256}, {u"reason"_s, reason.trimmed()}}});
    return Outcome{row, id};
}

} // namespace tocsin::casework
