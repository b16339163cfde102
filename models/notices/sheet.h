// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"
#include "notices/sheet_kinds.h"
#include "notices/template.h"
#include "notices/values.h"

#include <QMap>

namespace tocsin::notices {

/// Whether a notice that forms ask about was given.
struct GivenNotice
{
    QStringList open = {}; ///< to whom it is owed and not recorded as given: "media in Texas"
    bool done = false; ///< it is recorded as given, somewhere

    friend bool operator==(const GivenNotice &, const GivenNotice &) = default;
};

/// What the facts say, in a form that documents print.
struct SheetFacts
{
    QString reference; ///< "2026-004"
    QString title;
    std::optional<qint64> affected = {};
    QStringList states = {}; ///< "Texas: 600", the most first
    std::optional<qint64> unreachable = {};
    QStringList data = {}; ///< kinds of information, in words
    QStringList dataWords = {}; ///< the same in the words of the facts: "ssn"
    QDate told = {}; ///< the day on which individuals were told
    QStringList mediaStates = {}; ///< where media notice is owed
    QDate postedFrom = {};
    QDate postedUntil = {};
    QMap<QString, qint64> rosterKinds = {}; ///< people by kind of information, in the words of data_elements.h
    QMap<QString, QDate> days = {}; ///< what the case knows of the days in a document's own words, by their keys
    GivenNotice media = {};
    GivenNotice substitute = {};

    friend bool operator==(const SheetFacts &, const SheetFacts &) = default;
};

/// The duty that a document meets.
struct SheetDuty
{
    QString recipient; ///< as the rule packs name it; empty for audiences of no rule
    QString state; ///< the State's name, where it is one State's
    std::optional<qint64> residents = {}; ///< people affected there
    QString due = {}; ///< in words
    QString citation = {};
    bool counselReview = false;
    bool owed = true; ///< a rule asks for it, or may: a fact is missing to say
    bool done = false; ///< it is recorded as met
    QDate dueDay = {}; ///< invalid while there is none

    friend bool operator==(const SheetDuty &, const SheetDuty &) = default;
};

/// A partner under contract, as the register has it.
struct SheetPartner
{
    QString name = {};
    QString kind = {}; ///< token: "payer"
    QString contact = {};
    QString status = {}; ///< token: "pending-verification"
    QDate since = {}; ///< of the status
    QString contract = {};

    friend bool operator==(const SheetPartner &, const SheetPartner &) = default;
};

struct SheetInputs
{
    NoticeKind kind;
    Template text;
    Organization organization;
    IncidentFields incident; ///< with the account that the letters give
    SheetFacts facts;
    SheetDuty duty;
    FilingOffice office;
    QMap<QString, QString> words; ///< by the kind's fields
    QDate date; ///< printed on it
    SheetPartner partner = {}; ///< for a kind that takes one; empty where nobody chose one
};

/// One line of a form, for whoever types it into a portal.
struct SheetRow
{
    QString heading; ///< of the part it stands in
    QString label;
    QString value;

    friend bool operator==(const SheetRow &, const SheetRow &) = default;
};

struct Sheet
{
    Document document;
    QStringList emptyFields; ///< fields it shows, and words it demands, that have no value
    QList<SheetRow> rows; ///< of a form, after those of filingRows(); none if it is no form
    QString sha256; ///< as of a letter (FORMAT.md)
};

/// The fields that the templates of a kind may use: those of every document, those of a partner where it takes one, and
/// its own as `words.KEY`, with a flag
/// `words.KEY.choice-in-small-letters` per choice.
FieldBook sheetBook(const NoticeKind &kind);

/// The text of a kind that comes with the program, read with its book.
Result<Template> sheetTemplate(const NoticeKind &kind);

/// The same document for the same inputs. List items that begin with a bold label and a colon become rows of a table.
Sheet composeSheet(const SheetInputs &inputs);

/// Every value that goes into it but its date, by field, for the hash that an approval is given to.
QMap<QString, QString> sheetValues(const SheetInputs &inputs);

} // namespace tocsin::notices
