// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/sheet.h"

#include <QtGlobal>

namespace tocsin::test {

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::notices;

inline QString wordFor(const WordField &field)
{
    if (!field.preset.isEmpty())
        return field.preset;
    if (field.key == u"contact_phone"_s)
        return u"1-312-555-0142"_s;
    if (field.key == u"contact_email"_s)
        return u"privacy@example.org"_s;
    switch (field.type) {
    case WordField::Type::Choice:
    case WordField::Type::Choices:
        return field.choices.constFirst();
    case WordField::Type::Date:
        return u"2026-03-30"_s;
    case WordField::Type::Text:
    case WordField::Type::Paragraphs:
        break;
    }
    return u"Words of "_s + field.key;
}

/// A document of a kind whose demanded words are all there.
inline SheetInputs inputsOf(const NoticeKind &kind)
{
    SheetInputs inputs;
    inputs.kind = kind;
    auto text = sheetTemplate(kind);
    if (!text)
        qFatal("%s", qPrintable(text.error().message));
    inputs.text = *std::move(text);
    inputs.organization = {u"Sample Wellness Store"_s,
                           u"covered-entity"_s,
                           "America/Chicago",
                           {u"PO Box 4410"_s, u"Evanston, IL 60204"_s},
                           u"1-800-555-0100"_s,
                           u"privacy@example.org"_s,
                           u"https://example.org/notice"_s,
                           u"Pat Sample"_s};
    inputs.incident.breachFrom = QDate(2026, 1, 11);
    inputs.incident.breachTo = QDate(2026, 3, 2);
    inputs.incident.discovered = QDate(2026, 3, 3);
    inputs.incident.whatHappened = u"A file of orders could be read by people outside our company."_s;
    inputs.incident.whatWeAreDoing = u"We closed the file. We check what was read."_s;
    inputs.incident.translated.insert(
        u"es"_s,
        {u"Personas de fuera podían leer un archivo."_s, u"Cerramos el archivo. Vemos qué se leyó."_s, {}, {}, {}});
    if (!kind.registerKind.isEmpty())
        inputs.partner = {u"Blue Plan"_s, u"payer"_s,         u"Vendor assurance"_s,
                          u"suspended"_s, QDate(2026, 3, 12), u"Agreement of 2024"_s};
    inputs.facts.reference = u"2026-004"_s;
    inputs.facts.title = u"Order export left readable"_s;
    inputs.facts.affected = 620;
    inputs.facts.states = {u"Texas: 600"_s, u"California: 20"_s};
    inputs.facts.data = {u"Name"_s, u"Diagnosis or health condition"_s};
    inputs.facts.mediaStates = {u"Texas"_s};
    inputs.facts.postedFrom = QDate(2026, 4, 1);
    inputs.duty = {u"AG:TX"_s, u"Texas"_s, 600, u"April 30, 2026"_s, u"Tex. Bus. & Com. Code 521.053(i)"_s, false};
    inputs.office = *filingOffice(u"AG:TX"_s);
    inputs.date = QDate(2026, 3, 20);
    for (const WordField &field : kind.fields) {
        if (!field.optional)
            inputs.words.insert(field.key, wordFor(field));
    }
    return inputs;
}

inline SheetInputs inputsOf(const QString &kind)
{
    return inputsOf(*noticeKind(kind));
}

} // namespace tocsin::test
