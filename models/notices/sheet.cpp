// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sheet.h"

#include "core/instant.h"
#include "core/text.h"
#include "notices/compose.h"
#include "notices/fields.h"
#include "notices/filing.h"
#include "notices/merge.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

struct Value
{
    QString text = {};
    QStringList items = {};
    bool flag = false;
};

QString oneLine(const QString &text)
{
    return withoutControlCharacters(text).simplified();
}

QString paragraphs(const QString &text)
{
    return withoutControlCharacters(text).trimmed();
}

QString figure(std::optional<qint64> number)
{
    return number ? QLocale(QLocale::English, QLocale::UnitedStates).toString(*number) : QString();
}

QString day(const SheetInputs &inputs, QDate date)
{
    return printedDate(date, inputs.text.language);
}

Narratives accountOf(const SheetInputs &inputs)
{
    return inputs.incident.narratives(inputs.text.language);
}

/// The lines of a postal address of this country as a form asks for them.
struct PostalParts
{
    QString street;
    QString city;
    QString state;
    QString zip;
};

PostalParts postalParts(const QStringList &address)
{
    static const QRegularExpression last(u"^(.*?),? +([A-Z]{2}),? +([0-9]{5}(?:-[0-9]{4})?)$"_s);
    if (address.isEmpty())
        return {};
    const auto match = last.match(oneLine(address.constLast()));
    const QString street = oneLine(address.mid(0, address.size() - 1).join(u", "_s));
    return match.hasMatch() ? PostalParts{street, match.captured(1), match.captured(2), match.captured(3)}
                            : PostalParts{oneLine(address.join(u", "_s)), {}, {}, {}};
}

/// The last word of a name is the last name; forms ask for both.
QString contactPart(const SheetInputs &inputs, bool last)
{
    const QString name = oneLine(inputs.words.value(u"contact_name"_s));
    const qsizetype space = name.lastIndexOf(u' ');
    return last ? name.mid(space + 1) : name.left(std::max(space, qsizetype{0}));
}

QString slug(const QString &choice)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    return QString(choice.toLower()).replace(other, u"-"_s);
}

/// Every field of every document, each with how its value is come by.
struct Common
{
    QLatin1StringView name;
    FieldType type;
    QLatin1StringView meaning;
    Value (*of)(const SheetInputs &);
};

/// The words a person gave this notice, or else those of the letters.
QString storyOf(const SheetInputs &inputs, const QString &key, const QString &ofLetters)
{
    const QString own = paragraphs(inputs.words.value(key));
    return own.isEmpty() ? paragraphs(ofLetters) : own;
}

QDate wordDate(const SheetInputs &inputs, const QString &key)
{
    return QDate::fromString(inputs.words.value(key), Qt::ISODate);
}

QDate firstDay(const SheetInputs &inputs)
{
    const QDate own = wordDate(inputs, u"first_day"_s);
    return own.isValid() ? own : inputs.facts.postedFrom;
}

/// A posting stays for at least 90 days (45 CFR 164.404(d)(2)(ii)).
QDate lastDay(const SheetInputs &inputs)
{
    const QDate first = firstDay(inputs);
    return first == inputs.facts.postedFrom && inputs.facts.postedUntil.isValid() ? inputs.facts.postedUntil
        : first.isValid()                                                         ? first.addDays(90)
                                                                                  : QDate();
}

const std::vector<Common> &commonFields()
{
    using In = const SheetInputs &;
    using enum FieldType;
    static const std::vector<Common> fields{
        {"organization.name"_L1, Text, "The sender's name"_L1,
         [](In in) { return Value{oneLine(in.organization.name)}; }},
        {"organization.kind"_L1, Text, "Covered entity or business associate"_L1,
         [](In in) { return Value{QString(in.organization.kind).replace(u'-', u' ')}; }},
        {"organization.address"_L1, Text, "The sender's postal address on one line"_L1,
         [](In in) { return Value{oneLine(in.organization.address.join(u", "_s))}; }},
        {"organization.street"_L1, Text, "The sender's street address"_L1,
         [](In in) { return Value{postalParts(in.organization.address).street}; }},
        {"organization.city"_L1, Text, "The sender's city"_L1,
         [](In in) { return Value{postalParts(in.organization.address).city}; }},
        {"organization.state"_L1, Text, "The sender's State, as its code"_L1,
         [](In in) { return Value{postalParts(in.organization.address).state}; }},
        {"organization.zip"_L1, Text, "The sender's ZIP code"_L1,
         [](In in) { return Value{postalParts(in.organization.address).zip}; }},
        {"contact.first"_L1, Text, "The contact's first name"_L1, [](In in) { return Value{contactPart(in, false)}; }},
        {"contact.last"_L1, Text, "The contact's last name"_L1, [](In in) { return Value{contactPart(in, true)}; }},
        {"organization.toll_free"_L1, Text, "The toll-free number"_L1,
         [](In in) { return Value{printedPhone(in.organization.tollFree)}; }},
        {"organization.email"_L1, Text, "The e-mail address for questions"_L1,
         [](In in) { return Value{oneLine(in.organization.email)}; }},
        {"organization.website"_L1, Text, "The web site"_L1,
         [](In in) { return Value{oneLine(in.organization.website)}; }},
        {"organization.privacy_officer"_L1, Text, "The name of the privacy officer"_L1,
         [](In in) { return Value{oneLine(in.organization.privacyOfficer)}; }},
        {"incident.reference"_L1, Text, "The incident's number here"_L1,
         [](In in) { return Value{in.facts.reference}; }},
        {"incident.title"_L1, Text, "The incident's title here"_L1,
         [](In in) { return Value{oneLine(in.facts.title)}; }},
        {"incident.breach_dates"_L1, Text, "\"on\" a day, or \"between\" two days; empty while not known"_L1,
         [](In in) { return Value{breachDates(in.incident, in.text.language)}; }},
        {"incident.breach_from"_L1, Text, "The first day of the breach"_L1,
         [](In in) { return Value{day(in, in.incident.breachFrom)}; }},
        {"incident.breach_to"_L1, Text, "The last day of the breach"_L1,
         [](In in) { return Value{day(in, in.incident.breachTo)}; }},
        {"incident.discovery_date"_L1, Text, "The day of discovery"_L1,
         [](In in) { return Value{day(in, in.incident.discovered)}; }},
        {"incident.what_happened"_L1, Paragraphs,
         "The account of what happened: this notice's, or that of the letters"_L1,
         [](In in) { return Value{storyOf(in, u"what_happened"_s, accountOf(in).whatHappened)}; }},
        {"incident.what_we_are_doing"_L1, Paragraphs, "What is done: this notice's words, or those of the letters"_L1,
         [](In in) { return Value{storyOf(in, u"what_we_are_doing"_s, accountOf(in).whatWeAreDoing)}; }},
        {"incident.offer"_L1, Paragraphs, "Services offered at no cost, as the letters say; may be empty"_L1,
         [](In in) { return Value{paragraphs(accountOf(in).offer)}; }},
        {"incident.call_hours"_L1, Text, "When calls are answered; may be empty"_L1,
         [](In in) { return Value{oneLine(accountOf(in).callHours)}; }},
        {"incident.affected"_L1, Text, "The number of people affected"_L1,
         [](In in) { return Value{figure(in.facts.affected)}; }},
        {"incident.large"_L1, Flag, "500 people or more are affected"_L1,
         [](In in) {
             return Value{{}, {}, in.facts.affected.value_or(0) >= 500};
         }},
        {"incident.states"_L1, List, "People affected by State, the most first"_L1,
         [](In in) {
             return Value{{}, in.facts.states};
         }},
        {"incident.unreachable"_L1, Text, "People without a usable address; may be empty"_L1,
         [](In in) { return Value{figure(in.facts.unreachable)}; }},
        {"incident.many_unreachable"_L1, Flag, "10 people or more have no usable address"_L1,
         [](In in) {
             return Value{{}, {}, in.facts.unreachable.value_or(0) >= 10};
         }},
        {"incident.data"_L1, List, "The kinds of information involved"_L1,
         [](In in) {
             return Value{{}, in.facts.data};
         }},
        {"incident.data_line"_L1, Text, "The same on one line"_L1,
         [](In in) { return Value{in.facts.data.join(u"; "_s)}; }},
        {"incident.media_states"_L1, Text, "The States in which media notice is owed; may be empty"_L1,
         [](In in) { return Value{in.facts.mediaStates.join(u", "_s)}; }},
        {"incident.told"_L1, Text, "The day on which individuals were told; empty before"_L1,
         [](In in) { return Value{day(in, in.facts.told)}; }},
        {"notice.date"_L1, Text, "The date of this document"_L1, [](In in) { return Value{day(in, in.date)}; }},
        {"notice.office"_L1, Text, "Who is told"_L1, [](In in) { return Value{in.office.name}; }},
        {"notice.state"_L1, Text, "The State whose duty it is; may be empty"_L1,
         [](In in) { return Value{in.duty.state}; }},
        {"notice.residents"_L1, Text, "People affected there; may be empty"_L1,
         [](In in) { return Value{figure(in.duty.residents)}; }},
        {"notice.citation"_L1, Text, "The rule that asks for it"_L1,
         [](In in) { return Value{in.duty.citation.isEmpty() ? in.kind.citation : in.duty.citation}; }},
        {"notice.posted_from"_L1, Text, "The first day of the posting"_L1,
         [](In in) { return Value{day(in, firstDay(in))}; }},
        {"notice.posted_until"_L1, Text, "Until when the posting stays at least"_L1,
         [](In in) { return Value{day(in, lastDay(in))}; }},
    };
    return fields;
}

constexpr std::array kStatuses{"active"_L1, "pending-verification"_L1, "suspended"_L1, "reinstated"_L1};

QString inWords(QString token)
{
    return token.replace(u'-', u' ');
}

/// The word a person gave this notice, or else the register's.
QString wordOr(const SheetInputs &inputs, const QString &key, const QString &ofRegister)
{
    const QString own = oneLine(inputs.words.value(key));
    return own.isEmpty() ? oneLine(ofRegister) : own;
}

/// Calls `give` with each field of a partner, in the order of the book.
template <typename Give>
void eachOfPartner(const SheetInputs &inputs, const Give &give)
{
    const SheetPartner &partner = inputs.partner;
    const auto text = [&](const QString &name, const QString &meaning, const QString &value) {
        give(FieldInfo{{}, name, FieldType::Text, meaning}, Value{value});
    };
    text(u"partner.name"_s, u"The partner's name: this notice's addressee, or that of the register"_s,
         wordOr(inputs, u"addressee"_s, partner.name));
    text(u"partner.kind"_s, u"What the partner is, such as health system; may be empty"_s, inWords(partner.kind));
    text(u"partner.contact"_s, u"Whom to ask there; may be empty"_s, oneLine(partner.contact));
    text(u"partner.contract"_s, u"The contract: this notice's words, or those of the register"_s,
         wordOr(inputs, u"contract"_s, partner.contract));
    text(u"partner.status"_s, u"Where the contract stands, such as pending verification; may be empty"_s,
         inWords(partner.status));
    text(u"partner.since"_s, u"Since when it stands so; may be empty"_s, day(inputs, partner.since));
    for (const QLatin1StringView status : kStatuses) {
        give(FieldInfo{{}, u"partner.status."_s + status, FieldType::Flag, u"The contract is "_s + inWords(status)},
             Value{{}, {}, partner.status == status});
    }
}

QString shownWord(const WordField &field, const QString &value, const QString &language)
{
    switch (field.type) {
    case WordField::Type::Paragraphs:
        return paragraphs(value);
    case WordField::Type::Choices:
        return value.split(u'\n', Qt::SkipEmptyParts).join(u"; "_s);
    case WordField::Type::Date:
        return printedDate(QDate::fromString(value, Qt::ISODate), language);
    case WordField::Type::Text:
    case WordField::Type::Choice:
        break;
    }
    return oneLine(value);
}

/// Calls `give` with each field of a kind's book, in its order.
template <typename Give>
void eachWord(const NoticeKind &kind, const QMap<QString, QString> &words, const Give &give,
              const QString &language = u"en"_s)
{
    for (const WordField &field : kind.fields) {
        const QString name = u"words."_s + field.key;
        const QString value = words.value(field.key);
        const FieldType type = field.type == WordField::Type::Paragraphs ? FieldType::Paragraphs : FieldType::Text;
        give(FieldInfo{{}, name, type, field.title}, Value{shownWord(field, value, language)});
        for (const QString &choice : field.choices) {
            const bool chosen = value.split(u'\n').contains(choice);
            give(FieldInfo{{}, name + u'.' + slug(choice), FieldType::Flag, choice}, Value{{}, {}, chosen});
        }
    }
}

class SheetValues final : public FieldSource
{
public:
    explicit SheetValues(const SheetInputs &inputs) : m_book(sheetBook(inputs.kind))
    {
        for (const Common &common : commonFields())
            m_values.push_back(common.of(inputs));
        if (!inputs.kind.registerKind.isEmpty())
            eachOfPartner(inputs, [this](const FieldInfo &, Value value) { m_values.push_back(std::move(value)); });
        eachWord(
            inputs.kind, inputs.words, [this](const FieldInfo &, Value value) { m_values.push_back(std::move(value)); },
            inputs.text.language);
    }

    [[nodiscard]] const FieldInfo &info(Field field) const override { return m_book.info(field); }
    [[nodiscard]] const QString &text(Field field) const override { return of(field).text; }
    [[nodiscard]] const QStringList &items(Field list) const override { return of(list).items; }
    [[nodiscard]] bool isSet(Field field) const override
    {
        return of(field).flag || !of(field).text.isEmpty() || !of(field).items.isEmpty();
    }

private:
    FieldBook m_book;
    std::vector<Value> m_values;

    [[nodiscard]] const Value &of(Field field) const { return m_values[static_cast<size_t>(field)]; }
};

bool isLabelled(const ListItem &item)
{
    return item.runs.size() >= 2 && item.runs.front().bold && item.runs.front().text.trimmed().endsWith(u':');
}

Runs valueOf(const ListItem &item)
{
    Runs runs(item.runs.begin() + 1, item.runs.end());
    runs.front().text = runs.front().text.trimmed();
    return runs;
}

/// A list of labels and values as a table of two columns; any other list as it is.
Block asForm(const List &list)
{
    if (!std::all_of(list.items.begin(), list.items.end(), isLabelled))
        return list;
    Table table;
    table.summary = u"Fields and their values"_s;
    table.columns = {{2, Alignment::Start}, {3, Alignment::Start}};
    for (const ListItem &item : list.items)
        table.rows.push_back({{item.runs.front()}, valueOf(item)});
    return table;
}

QList<SheetRow> rowsOf(const std::vector<Block> &blocks)
{
    QList<SheetRow> rows;
    QString heading;
    for (const Block &block : blocks) {
        if (const auto *found = std::get_if<Heading>(&block))
            heading = textOf(found->runs);
        const auto *list = std::get_if<List>(&block);
        if (!list || !std::all_of(list->items.begin(), list->items.end(), isLabelled))
            continue;
        for (const ListItem &item : list->items)
            rows.append({heading, item.runs.front().text.trimmed().chopped(1), textOf(valueOf(item))});
    }
    return rows;
}

/// The rows as a part of a worksheet.
std::vector<Block> filingPart(const QList<SheetRow> &rows)
{
    if (rows.isEmpty())
        return {};
    List list;
    for (const SheetRow &row : rows) {
        ListItem item{bold(row.label + u':')};
        item.runs.push_back(plain(u' ' + row.value).front());
        list.items.push_back(std::move(item));
    }
    return {Heading{2, plain(filingHeading()), {}}, std::move(list)};
}

Paragraph line(const QString &text, bool tight)
{
    Paragraph paragraph;
    paragraph.runs = plain(text);
    paragraph.tight = tight;
    return paragraph;
}

Document frame(const SheetInputs &inputs, const MergedLetter &merged)
{
    Document document;
    document.metadata.title = inputs.text.title;
    if (inputs.text.language != "en"_L1)
        document.metadata.language = inputs.text.language + u"-US"_s;
    document.metadata.author = inputs.organization.name;
    document.page.footer = merged.footer;
    document.page.pageNumber = inputs.text.pageNumber;
    document.blocks.emplace_back(
        Letterhead{oneLine(inputs.organization.name), inputs.organization.address, inputs.organization.letterhead});
    document.blocks.emplace_back(line(day(inputs, inputs.date), false));
    for (const QString &each : merged.addressee)
        document.blocks.emplace_back(line(each, &each != &merged.addressee.back()));
    return document;
}

QStringList missingWords(const SheetInputs &inputs)
{
    QStringList missing;
    for (const WordField &field : inputs.kind.fields) {
        if (!field.optional && inputs.words.value(field.key).trimmed().isEmpty())
            missing << u"words."_s + field.key;
    }
    return missing;
}

} // namespace

FieldBook sheetBook(const NoticeKind &kind)
{
    std::vector<FieldInfo> fields;
    for (const Common &common : commonFields())
        fields.push_back({{}, QString(common.name), common.type, QString(common.meaning)});
    if (!kind.registerKind.isEmpty())
        eachOfPartner({}, [&fields](FieldInfo info, const Value &) { fields.push_back(std::move(info)); });
    eachWord(kind, {}, [&fields](FieldInfo info, const Value &) { fields.push_back(std::move(info)); });
    return FieldBook(std::move(fields));
}

Result<Template> sheetTemplate(const NoticeKind &kind)
{
    TOCSIN_ASSIGN(const QByteArray bytes, bundledTemplate(kind.templateId));
    return Template::parse(bytes, u"templates/%1.md"_s.arg(kind.templateId), sheetBook(kind));
}

Sheet composeSheet(const SheetInputs &inputs)
{
    const SheetValues values(inputs);
    MergedLetter merged = merge(inputs.text, values);
    Sheet sheet;
    sheet.emptyFields = merged.emptyFields;
    for (const QString &word : missingWords(inputs)) {
        if (!sheet.emptyFields.contains(word))
            sheet.emptyFields << word;
    }
    sign(merged, inputs.organization.signature);
    sheet.document = frame(inputs, merged);
    const QList<SheetRow> filing = filingRows(inputs);
    sheet.rows = rowsOf(merged.blocks);
    if (!sheet.rows.isEmpty())
        sheet.rows = filing + sheet.rows;
    if (inputs.kind.isWorksheet) {
        for (Block &block : filingPart(filing))
            merged.blocks.push_back(std::move(block));
    }
    std::vector<Block> &blocks = sheet.document.blocks;
    const auto framed = static_cast<std::ptrdiff_t>(blocks.size());
    std::move(merged.blocks.begin(), merged.blocks.end(), std::back_inserter(blocks));
    sheet.sha256 = letterHash(sheet.document, inputs.text.sha256);
    std::transform(blocks.begin() + framed, blocks.end(), blocks.begin() + framed, [](const Block &block) {
        const auto *list = std::get_if<List>(&block);
        return list ? asForm(*list) : block;
    });
    return sheet;
}

QMap<QString, QString> sheetValues(const SheetInputs &inputs)
{
    QMap<QString, QString> values;
    for (const Common &common : commonFields()) {
        const Value value = common.of(inputs);
        if (common.name != "notice.date"_L1)
            values.insert(QString(common.name), value.flag ? u"yes"_s : value.text + value.items.join(u'\n'));
    }
    if (!inputs.kind.registerKind.isEmpty()) {
        eachOfPartner(inputs, [&values](const FieldInfo &info, const Value &value) {
            values.insert(info.name, value.flag ? u"yes"_s : value.text);
        });
    }
    if (inputs.kind.isWorksheet) {
        QStringList lines;
        for (const SheetRow &row : filingRows(inputs))
            lines << row.label + u": "_s + row.value;
        values.insert(u"notice.filing"_s, lines.join(u'\n'));
    }
    return values;
}

} // namespace tocsin::notices
