// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sheet_kinds.h"

#include "core/json_reader.h"

#include <QDate>
#include <QFile>
#include <QMap>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

// Outside the namespace, as the macro asks: a static library's resources are dropped by the linker unless named.
static void initSheetResources()
{
    Q_INIT_RESOURCE(sheets);
}

namespace tocsin::notices {

namespace {

using FieldSets = QMap<QString, QList<WordField>>;

constexpr std::array kTypes{
    std::pair{"text"_L1, WordField::Type::Text}, std::pair{"paragraphs"_L1, WordField::Type::Paragraphs},
    std::pair{"choice"_L1, WordField::Type::Choice}, std::pair{"choices"_L1, WordField::Type::Choices},
    std::pair{"date"_L1, WordField::Type::Date}};

WordField readField(JsonReader &reader)
{
    WordField field;
    field.key = reader.string("key"_L1);
    field.title = reader.string("title"_L1);
    field.hint = reader.string("hint"_L1, false);
    const QString type = reader.word("type"_L1, {"text"_L1, "paragraphs"_L1, "choice"_L1, "choices"_L1, "date"_L1});
    for (const auto &[word, value] : kTypes) {
        if (type == word)
            field.type = value;
    }
    field.choices = reader.strings("choices"_L1, false);
    field.preset = reader.string("preset"_L1, false);
    field.optional = reader.boolean("optional"_L1, false).value_or(false);
    const bool chooses = field.type == WordField::Type::Choice || field.type == WordField::Type::Choices;
    if (chooses == field.choices.isEmpty())
        reader.failAt("choices"_L1, u"a list for a choice, and none for anything else"_s);
    if (const QString fault = faultOf(field, field.preset); !fault.isEmpty())
        reader.failAt("preset"_L1, fault);
    return field;
}

void readFields(JsonReader &reader, const FieldSets &sets, QList<WordField> &into)
{
    reader.objectsOrTexts(
        "fields"_L1, [&](JsonReader &each) { into << readField(each); },
        [&](const QString &name, const QString &place) {
            if (!sets.contains(name))
                reader.failAt(place, u"a field, or the name of one of the sets"_s);
            into << sets.value(name);
        });
}

void readPresets(JsonReader &reader, QList<WordField> &fields)
{
    for (WordField &field : fields) {
        const QByteArray key = field.key.toLatin1();
        const QString preset = reader.string(QLatin1StringView(key), false);
        if (!preset.isEmpty())
            field.preset = preset;
    }
}

NoticeKind readKind(JsonReader &reader, const FieldSets &sets)
{
    NoticeKind kind;
    kind.kind = reader.string("kind"_L1);
    kind.title = reader.string("title"_L1);
    kind.group = reader.word("group"_L1, {"regulators"_L1, "states"_L1, "public"_L1, "partners"_L1, "inside"_L1});
    kind.audience = reader.string("audience"_L1);
    kind.recipients = reader.strings("recipients"_L1);
    kind.about = reader.string("about"_L1, false);
    kind.registerKind = reader.word("register"_L1, {"partner"_L1}, false);
    kind.citation = reader.string("citation"_L1, false);
    kind.templateId = reader.string("template"_L1);
    kind.languages = reader.strings("languages"_L1, false);
    kind.approvers = reader.strings("approvers"_L1);
    kind.isWorksheet = reader.boolean("worksheet"_L1, false).value_or(false);
    kind.isPublic = reader.boolean("public"_L1, false).value_or(false);
    kind.withSample = reader.boolean("sample"_L1, false).value_or(false);
    kind.withElements = reader.boolean("elements"_L1, false).value_or(false);
    readFields(reader, sets, kind.fields);
    reader.object(
        "presets"_L1, [&](JsonReader &presets) { readPresets(presets, kind.fields); }, false);
    return kind;
}

FieldSets readSets(JsonReader &reader)
{
    FieldSets sets;
    reader.object(
        "sets"_L1,
        [&](JsonReader &all) {
            for (const QLatin1StringView name : {"story"_L1, "contact"_L1, "hhs"_L1, "part2"_L1})
                all.objects(name, [&](JsonReader &each) { sets[QString(name)] << readField(each); });
        },
        false);
    return sets;
}

Result<QByteArray> bundled(const QString &name)
{
    initSheetResources();
    QFile file(u":/notices/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"The file %1 of the program cannot be read."_s.arg(name));
    return file.readAll();
}

Result<QList<FilingOffice>> readOffices()
{
    TOCSIN_ASSIGN(const QByteArray json, bundled(u"offices.json"_s));
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, u"offices.json"_s));
    JsonReader reader(object, u"offices.json"_s);
    reader.integer("format"_L1, 1, 1);
    reader.date("prepared"_L1);
    QList<FilingOffice> offices;
    reader.objects("offices"_L1, [&](JsonReader &each) {
        FilingOffice made{each.string("id"_L1), each.string("name"_L1), each.string("how"_L1)};
        made.asks = each.strings("asks"_L1, false);
        made.needs = each.strings("needs"_L1, false);
        made.needsWithSsn = each.strings("needs_with_ssn"_L1, false);
        made.encloses = each.strings("encloses"_L1, false);
        made.counselReview = each.boolean("counsel"_L1, false).value_or(false);
        offices << made;
    });
    TOCSIN_TRY(reader.finish());
    return offices;
}

/// The texts of one kind are named alike but for the language at the end.
NoticeKind inLanguage(NoticeKind kind, const QString &language)
{
    kind.templateId = kind.templateId.chopped(kind.language.size()) + language;
    kind.language = language;
    return kind;
}

} // namespace

bool NoticeKind::serves(const QString &recipient) const
{
    return std::any_of(recipients.begin(), recipients.end(), [&](const QString &pattern) {
        return pattern.endsWith(u'*') ? recipient.startsWith(QStringView(pattern).chopped(1)) : recipient == pattern;
    });
}

QMap<QString, QString> NoticeKind::presets() const
{
    QMap<QString, QString> presets;
    for (const WordField &field : fields) {
        if (!field.preset.isEmpty())
            presets.insert(field.key, field.preset);
    }
    return presets;
}

const WordField *NoticeKind::field(const QString &key) const
{
    const auto found
        = std::find_if(fields.begin(), fields.end(), [&](const WordField &field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

Result<QList<NoticeKind>> parseNoticeKinds(const QByteArray &json, const QString &source)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, source));
    JsonReader reader(object, source);
    reader.integer("format"_L1, 1, 1);
    const FieldSets sets = readSets(reader);
    QList<NoticeKind> kinds;
    reader.objects("kinds"_L1, [&](JsonReader &each) { kinds << readKind(each, sets); });
    TOCSIN_TRY(reader.finish());
    return kinds;
}

Result<QList<NoticeKind>> noticeKinds()
{
    static const Result<QList<NoticeKind>> kinds = bundled(u"kinds.json"_s).and_then([](const QByteArray &json) {
        return parseNoticeKinds(json, u"kinds.json"_s);
    });
    return kinds;
}

Result<NoticeKind> noticeKind(const QString &kind, const QString &language)
{
    TOCSIN_ASSIGN(const QList<NoticeKind> kinds, noticeKinds());
    QStringList names;
    for (const NoticeKind &each : kinds) {
        names << each.kind;
        if (each.kind != kind)
            continue;
        if (language == each.language)
            return each;
        if (each.languages.contains(language))
            return inLanguage(each, language);
        return fail(ErrorCode::NotFound,
                    u"There is no text of the kind “%1” in the language “%2”; there is: %3."_s.arg(
                        kind, language, (QStringList(each.language) + each.languages).join(u", "_s)));
    }
    return fail(ErrorCode::NotFound,
                u"There is no kind of notice “%1”; there are: %2."_s.arg(kind, names.join(u", "_s)));
}

Result<QList<NoticeKind>> noticeKindsInAllLanguages()
{
    TOCSIN_ASSIGN(const QList<NoticeKind> kinds, noticeKinds());
    QList<NoticeKind> all;
    for (const NoticeKind &kind : kinds) {
        all << kind;
        for (const QString &language : kind.languages)
            all << inLanguage(kind, language);
    }
    return all;
}

std::optional<NoticeKind> kindFor(const QList<NoticeKind> &kinds, const QString &recipient)
{
    const auto found
        = std::find_if(kinds.begin(), kinds.end(), [&](const NoticeKind &kind) { return kind.serves(recipient); });
    if (found == kinds.end())
        return std::nullopt;
    return *found;
}

Result<FilingOffice> filingOffice(const QString &id)
{
    static const Result<QList<FilingOffice>> offices = readOffices();
    if (!offices)
        return forward(offices);
    const auto found
        = std::find_if(offices->begin(), offices->end(), [&](const FilingOffice &each) { return each.id == id; });
    return found == offices->end() ? FilingOffice{id, id, {}} : *found;
}

QString faultOf(const WordField &field, const QString &value)
{
    if (value.trimmed().isEmpty())
        return {};
    const bool many = field.type == WordField::Type::Choices;
    if (many || field.type == WordField::Type::Choice) {
        const QStringList chosen = many ? value.split(u'\n', Qt::SkipEmptyParts) : QStringList{value};
        for (const QString &each : chosen) {
            if (!field.choices.contains(each))
                return u"“%1” is none of: %2."_s.arg(each.left(60), field.choices.join(u"; "_s));
        }
    }
    if (field.type == WordField::Type::Date && !QDate::fromString(value, Qt::ISODate).isValid())
        return u"“%1” is no date; one looks like 2026-03-20."_s.arg(value.left(20));
    return {};
}

} // namespace tocsin::notices
