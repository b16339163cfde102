// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_sections.h"

#include "casework/register_kind.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;
using casework::RegisterField;
using casework::RegisterKind;
using casework::RegisterRecord;

namespace {

QString valueText(const RegisterField &field, const QString &value, const QByteArray &zone)
{
    if (field.type == RegisterField::Type::Date)
        return dayText(QDate::fromString(value, Qt::ISODate));
    if (field.type != RegisterField::Type::Moment)
        return value;
    const auto at = Instant::parse(value);
    return at ? momentText(*at, zone) : value;
}

/// "handed over, 9 Mar 2026, 10:10, from Lee …": all fields of a record that belongs to another, each on a line.
QString fieldLines(const RegisterKind &kind, const RegisterRecord &record, const QByteArray &zone)
{
    QStringList lines;
    for (const RegisterField &field : kind.fields) {
        const QString value = record.value(field.id);
        if (!value.isEmpty())
            lines << u"%1: %2"_s.arg(field.label, valueText(field, value, zone));
    }
    return lines.join(u'\n');
}

Table recordTable(const RegisterKind &kind, const RegisterRecord &record, const QByteArray &zone)
{
    Table made = pairs(u"%1 %2"_s.arg(kind.title, record.reference()));
    addPair(made, record.reference(),
            u"%1, entered %2"_s.arg(record.closed ? u"closed"_s : u"open"_s, momentText(record.created, zone)));
    for (const RegisterField &field : kind.fields)
        addPair(made, field.label, valueText(field, record.value(field.id), zone));
    if (record.file) {
        addPair(made, u"File"_s, u"%1, %2 bytes"_s.arg(record.file->name, numberText(record.file->size)));
        addPair(made, u"SHA-256"_s, record.file->sha256);
        addPair(made, u"SHA-512"_s, record.file->sha512);
    }
    addPair(made, u"Last change"_s, record.reason);
    return made;
}

void addChildren(Blocks &blocks, const PacketContents &contents, const RegisterRecord &parent)
{
    const QByteArray &zone = contents.organization.timezone;
    for (const RegisterKind &kind : casework::registerKinds()) {
        Table made
            = table(u"%1 of %2"_s.arg(kind.plural, parent.reference()), {0.6, 6.4}, {kind.title, u"What it says"_s});
        for (const RegisterRecord &each : contents.registers) {
            if (each.kind == kind.id && each.parent == parent.id)
                addRow(made, {each.reference(), fieldLines(kind, each, zone)});
        }
        if (!made.rows.empty())
            blocks.push_back(std::move(made));
    }
}

} // namespace

Blocks registersSection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Root causes and evidence"_s, u"registers"_s)};
    blocks.push_back(paragraph(contents.registers.isEmpty() ? u"Nothing is recorded yet."_s : zoneSentence(contents)));
    for (const RegisterKind &kind : casework::registerKinds()) {
        bool first = true;
        for (const RegisterRecord &each : contents.registers) {
            if (each.kind != kind.id || !each.parent.isNull())
                continue;
            if (std::exchange(first, false))
                blocks.push_back(heading(2, kind.plural));
            blocks.push_back(recordTable(kind, each, contents.organization.timezone));
            addChildren(blocks, contents, each);
            blocks.push_back(Space{8});
        }
    }
    return blocks;
}

} // namespace tocsin::packets
