// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/register_kind.h"

#include "casework/tokens.h"
#include "core/instant.h"
#include "core/json_reader.h"
#include "core/text.h"

#include <QFile>
#include <QRegularExpression>

// Outside every namespace, as the macro demands: the library is static, so its resources are not registered by
// themselves.
static void registerKindsFile()
{
    Q_INIT_RESOURCE(registers);
}

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

using Type = RegisterField::Type;

constexpr int kFormat = 1;
constexpr qsizetype kMostLine = 300;
constexpr qsizetype kMostWords = 5000;

constexpr std::array kTypes{
    Words<Type>{Type::Line, "line"_L1, "one line"_L1},     Words<Type>{Type::Words, "words"_L1, "words"_L1},
    Words<Type>{Type::List, "list"_L1, "lines"_L1},        Words<Type>{Type::Date, "date"_L1, "a date"_L1},
    Words<Type>{Type::Moment, "moment"_L1, "a moment"_L1}, Words<Type>{Type::Choice, "choice"_L1, "a choice"_L1},
};

QString readMatching(JsonReader &reader, QLatin1StringView key, const QString &pattern, const QString &wanted)
{
    const QString text = reader.string(key);
    if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch())
        reader.failAt(key, wanted);
    return text;
}

QString readText(JsonReader &reader, QLatin1StringView key, bool required = true)
{
    const QString text = reader.string(key, required);
    if ((required && text.isEmpty()) || text.size() > kMostLine || hasControlCharacters(text))
        reader.failAt(key, u"a text of at most %1 characters"_s.arg(kMostLine));
    return text;
}

RegisterField readField(JsonReader &reader)
{
    RegisterField field;
    field.id = readMatching(reader, "id"_L1, u"[a-z][a-z_]*"_s, u"lower-case letters and underscores"_s);
    field.label = readText(reader, "label"_L1);
    field.hint = readText(reader, "hint"_L1, false);
    const auto type = fromToken(kTypes, reader.string("type"_L1), "a type of field"_L1);
    if (type)
        field.type = *type;
    else
        reader.failAt("type"_L1, u"line, words, list, date, moment or choice"_s);
    field.choices = reader.strings("choices"_L1, field.type == Type::Choice);
    if (field.type != Type::Choice && !field.choices.isEmpty())
        reader.failAt("choices"_L1, u"no choices but for the type choice"_s);
    field.required = reader.boolean("required"_L1, false).value_or(false);
    field.missing = readText(reader, "missing"_L1, false);
    field.good = reader.string("good"_L1, false);
    if (!field.good.isEmpty() && !field.choices.contains(field.good))
        reader.failAt("good"_L1, u"one of the choices"_s);
    field.least = static_cast<int>(reader.integer("least"_L1, 1, 20, false).value_or(0));
    if (field.least > 0 && field.type != Type::List)
        reader.failAt("least"_L1, u"no least but for the type list"_s);
    return field;
}

void checkNamesField(JsonReader &reader, QLatin1StringView key, const RegisterKind &kind, const QString &name)
{
    if (!name.isEmpty() && !kind.field(name))
        reader.failAt(key, u"the id of a field of this kind"_s);
}

RegisterKind readKind(JsonReader &reader)
{
    RegisterKind kind;
    kind.id = readMatching(reader, "id"_L1, u"[a-z]+(-[a-z]+)*"_s, u"lower-case letters and hyphens"_s);
    kind.prefix = readMatching(reader, "prefix"_L1, u"[A-Z]{2}"_s, u"two capital letters"_s);
    kind.title = readText(reader, "title"_L1);
    kind.plural = readText(reader, "plural"_L1);
    kind.summary = readText(reader, "summary"_L1);
    const auto stream = streamFromToken(reader.string("stream"_L1));
    if (stream)
        kind.stream = *stream;
    else
        reader.failAt("stream"_L1, u"technical, regulatory, communications or command"_s);
    kind.parent = reader.string("parent"_L1, false);
    kind.isFinal = reader.boolean("final"_L1, false).value_or(false);
    kind.needsFile = reader.boolean("file"_L1, false).value_or(false);
    kind.inPacket = reader.boolean("packet"_L1, false).value_or(false);
    kind.expected = readText(reader, "expected"_L1, false);
    reader.objects("fields"_L1, [&kind](JsonReader &inner) {
        const RegisterField field = readField(inner);
        if (kind.field(field.id))
            inner.failAt("id"_L1, u"an id that no other field has"_s);
        kind.fields << field;
    });
    if (kind.fields.isEmpty() || !kind.fields.first().required)
        reader.failAt("fields"_L1, u"at least one field, and the first required: it names the record"_s);
    kind.unique = reader.string("unique"_L1, false);
    checkNamesField(reader, "unique"_L1, kind, kind.unique);
    kind.due = reader.string("due"_L1, false);
    checkNamesField(reader, "due"_L1, kind, kind.due);
    kind.late = readText(reader, "late"_L1, !kind.due.isEmpty());
    return kind;
}

Failure wrong(const RegisterField &field, const QString &wanted)
{
    return fail(ErrorCode::BadInput, u"%1: expected %2."_s.arg(field.id, wanted));
}

Result<QString> checkedText(const RegisterField &field, const QString &value, qsizetype most)
{
    if (value.size() > most || hasControlCharacters(value))
        return wrong(field, u"at most %1 characters without control characters"_s.arg(most));
    if (field.type == Type::Line && value.contains(u'\n'))
        return wrong(field, u"one line"_s);
    return value;
}

QString linesOf(const QString &value)
{
    QStringList lines;
    for (const QString &line : value.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines.join(u'\n');
}

} // namespace

const RegisterField *RegisterKind::field(const QString &name) const
{
    const auto found
        = std::find_if(fields.begin(), fields.end(), [&name](const RegisterField &each) { return each.id == name; });
    return found == fields.end() ? nullptr : &*found;
}

Result<RegisterKinds> parseRegisterKinds(const QByteArray &bytes, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject document, parseJsonObject(bytes, source));
    JsonReader reader(document, source);
    reader.integer("format"_L1, kFormat, kFormat);
    RegisterKinds kinds;
    reader.objects("kinds"_L1, [&kinds](JsonReader &inner) {
        const RegisterKind kind = readKind(inner);
        bool parent = kind.parent.isEmpty();
        for (const RegisterKind &other : std::as_const(kinds)) {
            if (other.id == kind.id || other.prefix == kind.prefix)
                inner.failAt("id"_L1, u"an id and a prefix that no other kind has"_s);
            parent = parent || (other.id == kind.parent && other.parent.isEmpty());
        }
        if (!parent)
            inner.failAt("parent"_L1, u"the id of a kind above, which has no parent itself"_s);
        kinds << kind;
    });
    TOCSIN_TRY(reader.finish());
    return kinds;
}

const RegisterKinds &registerKinds()
{
    static const RegisterKinds kinds = [] {
        registerKindsFile();
        QFile file(u":/registers/kinds.json"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        const auto read = parseRegisterKinds(opened ? file.readAll() : QByteArray(), u"kinds.json"_s);
        Q_ASSERT_X(read, "registerKinds", "a test reads the same file");
        return read.value_or(RegisterKinds());
    }();
    return kinds;
}

Result<RegisterKind> registerKind(const QString &id)
{
    QStringList ids;
    for (const RegisterKind &kind : registerKinds()) {
        if (kind.id == id)
            return kind;
        ids << kind.id;
    }
    return fail(ErrorCode::BadInput, u"“%1” is no register; there are %2."_s.arg(id, ids.join(u", "_s)));
}

Result<QString> checkedValue(const RegisterField &field, const QString &value)
{
    const QString text = value.trimmed();
    if (text.isEmpty() && field.required)
        return wrong(field, u"a value; a record is not kept without “%1”"_s.arg(field.label));
    if (text.isEmpty())
        return QString();
    switch (field.type) {
    case Type::Line:
        return checkedText(field, text, kMostLine);
    case Type::Words:
        return checkedText(field, text, kMostWords);
    case Type::List:
        return checkedText(field, linesOf(text), kMostWords);
    case Type::Date: {
        const auto date = parseDate(text);
        return date ? Result<QString>(text) : wrong(field, u"a date such as 2026-04-20"_s);
    }
    case Type::Moment: {
        const auto at = Instant::parse(text);
        return at ? Result<QString>(at->toIso()) : wrong(field, u"a moment such as 2026-04-20T09:30:00-05:00"_s);
    }
    case Type::Choice:
        return field.choices.contains(text) ? Result<QString>(text)
                                            : wrong(field, u"one of %1"_s.arg(field.choices.join(u", "_s)));
    }
    return text;
}

} // namespace tocsin::casework
