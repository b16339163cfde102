// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/compose.h"

#include <QDate>

#include <vector>

namespace tocsin::notices::sample {

/// A made-up sender with everything a letter shows.
inline Organization organization()
{
    using namespace Qt::Literals::StringLiterals;
    Organization made;
    made.name = u"Sample Wellness Store"_s;
    made.kind = u"covered-entity"_s;
    made.timezone = "America/Chicago";
    made.address = {u"PO Box 4410"_s, u"Evanston, IL 60204"_s};
    made.tollFree = u"1-800-555-0142"_s;
    made.email = u"privacy@example.org"_s;
    made.website = u"www.example.org/notice"_s;
    made.privacyOfficer = u"Jordan Blake"_s;
    return made;
}

inline IncidentFields incident()
{
    using namespace Qt::Literals::StringLiterals;
    IncidentFields made;
    made.breachFrom = QDate(2026, 1, 11);
    made.breachTo = QDate(2026, 3, 2);
    made.discovered = QDate(2026, 3, 3);
    made.delayed = false;
    made.whatHappened
        = u"A file of past orders was left in an online folder without a lock. Anyone who had its address could "
          "read it. We found the file when an outside firm checked our systems.\n\n"
          "We do not know that anyone misused it. We are telling you so that you can be careful."_s;
    made.whatWeAreDoing
        = u"We closed the folder on the same day. We are now locking every file that holds health "
          "information, and we check each week that they stay locked. We have told the U.S. Department of "
          "Health and Human Services about the breach."_s;
    return made;
}

inline LetterInputs inputs()
{
    return {TemplateSet::bundled().value(), organization(), incident(), QDate(2026, 3, 20),
            OverlaySet::bundled().value()};
}

inline LetterRecipient recipient()
{
    using namespace Qt::Literals::StringLiterals;
    LetterRecipient made;
    made.id = u"R0000001"_s;
    made.firstName = u"Ana"_s;
    made.lastName = u"Example"_s;
    made.address = {u"1180 Calle del Arroyo Seco"_s, u"Apt 14B"_s};
    made.city = u"San Luis Obispo"_s;
    made.state = u"CA"_s;
    made.postalCode = u"93401"_s;
    made.country = u"US"_s;
    made.language = u"en"_s;
    made.dataElements = {u"name"_s, u"address"_s, u"order-history"_s};
    return made;
}

/// The same with its account in Spanish too.
inline LetterInputs bilingualInputs()
{
    using namespace Qt::Literals::StringLiterals;
    LetterInputs made = inputs();
    made.incident.translated.insert(
        u"es"_s, {u"Un archivo quedó en una carpeta sin clave."_s, u"Cerramos la carpeta ese día."_s, {}, {}});
    return made;
}

/// People of these States, of two languages and two forms, in turn: R00000, R00001, …
inline std::vector<LetterRecipient> people(int count, const QStringList &states)
{
    using namespace Qt::Literals::StringLiterals;
    std::vector<LetterRecipient> made;
    for (int at = 0; at < count; ++at) {
        made.push_back(recipient());
        LetterRecipient &person = made.back();
        person.id = u"R%1"_s.arg(at, 5, 10, QChar(u'0'));
        person.state = states[at % states.size()];
        person.language = at % 7 == 3 ? u"es"_s : u"en"_s;
        person.form = at % 11 == 5 ? LetterForm::Minor : LetterForm::Adult;
        person.representative = person.form == LetterForm::Adult ? QString() : u"Pat Example"_s;
    }
    return made;
}

} // namespace tocsin::notices::sample
