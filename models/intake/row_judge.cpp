// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/row_judge.h"

#include "core/text.h"
#include "intake/address_check.h"
#include "intake/vocabulary.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

/// Under 18 is a minor here. Alabama, Nebraska and Mississippi draw the line later; the roster's status decides, and
/// the date of birth only raises the question.
constexpr int kMajority = 18;

/// Longer than any true value of the field; what is longer has slipped in from elsewhere.
qsizetype mostCharacters(RosterField field)
{
    switch (field) {
    case RosterField::RecipientId:
        return 100;
    case RosterField::Email:
        return 254;
    case RosterField::DataElements:
        return 2000;
    default:
        return 200;
    }
}

/// Judges one row; lives only as long as that takes.
class Judgement
{
public:
    Judgement(const RosterColumns &columns, QDate today, const TableRow &source)
        : m_columns(columns), m_today(today), m_source(source)
    {
    }

    JudgedRow run()
    {
        m_judged.row.line = m_source.line;
        judgeShape();
        judgePerson();
        judgeAddress();
        judgeEmail();
        judgeStatus();
        judgeDataElements();
        return std::move(m_judged);
    }

private:
    const RosterColumns &m_columns;
    const QDate m_today;
    const TableRow &m_source;
    JudgedRow m_judged;

    void note(NoteKind kind, std::optional<RosterField> field, const QString &sentence, const QString &suggestion = {})
    {
        m_judged.notes.append({kind, field, sentence, suggestion, 0});
    }

    static QString of(RosterField field) { return fieldName(field); }

    void judgeShape()
    {
        if (m_source.guessedEncoding)
            note(NoteKind::GuessedEncoding, std::nullopt, u"The row is not UTF-8; it was read as Windows-1252."_s);
        const qsizetype width = m_columns.width;
        const QStringList &cells = m_source.cells;
        const bool more = std::any_of(cells.begin() + std::min(width, cells.size()), cells.end(),
                                      [](const QString &cell) { return !cell.trimmed().isEmpty(); });
        const bool fewer = m_source.fixedWidth && cells.size() < width;
        if (more || fewer) {
            note(NoteKind::WrongColumnCount, std::nullopt,
                 u"The row has %1 cells and the header %2; they may stand in the wrong columns."_s.arg(cells.size())
                     .arg(width));
        }
    }

    /// The field's cell as typed, without what no field may hold. Line breaks stay.
    QString typed(RosterField field)
    {
        const int column = m_columns.column(field);
        if (column < 0 || column >= m_source.cells.size())
            return {};
        QString text = m_source.cells.at(column);
        if (hasControlCharacters(text)) {
            text = withoutControlCharacters(text);
            note(NoteKind::ControlCharacters, field,
                 u"Invisible control characters were removed from %1."_s.arg(of(field)));
        }
        const QString trimmed = text.trimmed();
        if (m_source.formulas.contains(column) || (!trimmed.isEmpty() && u"=+-@"_s.contains(trimmed.front())))
            note(NoteKind::Formula, field,
                 u"%1 is or looks like a spreadsheet formula; it is kept as text and never calculated."_s.arg(
                     of(field)));
        if (trimmed.size() > mostCharacters(field)) {
            note(NoteKind::TooLong, field,
                 u"%1 has %2 characters; at most %3 can be right."_s.arg(of(field))
                     .arg(trimmed.size())
                     .arg(mostCharacters(field)));
        }
        return text;
    }

    QString cleaned(RosterField field)
    {
        const QString text = typed(field);
        if (text.contains(u'\n') || text.contains(u'\r'))
            note(NoteKind::LineBreakInCell, field, u"A line break in %1 became a blank."_s.arg(of(field)));
        return text.simplified();
    }

    void judgePerson()
    {
        RosterRow &row = m_judged.row;
        row.recipientId = cleaned(RosterField::RecipientId);
        if (row.recipientId.isEmpty() && m_columns.has(RosterField::RecipientId))
            note(NoteKind::MissingId, RosterField::RecipientId,
                 u"recipient_id is empty; name, birth and address stand for it."_s);
        row.firstName = cleaned(RosterField::FirstName);
        row.lastName = cleaned(RosterField::LastName);
        if (row.firstName.isEmpty() && row.lastName.isEmpty())
            note(NoteKind::MissingName, RosterField::LastName, u"first_name and last_name are empty."_s);

        const QString language = cleaned(RosterField::Language);
        const QString code = language.isEmpty() ? u"en"_s : languageCode(language);
        if (code.isEmpty())
            note(NoteKind::UnknownLanguage, RosterField::Language, u"language is not known; English is used."_s);
        row.language = code.isEmpty() ? u"en"_s : code;
    }

    void judgeAddress()
    {
        RosterRow &row = m_judged.row;
        const QStringList first = lines(RosterField::Address1);
        const QStringList second = lines(RosterField::Address2);
        row.addressLines = first + second;
        row.city = cleaned(RosterField::City);
        row.state = cleaned(RosterField::State);
        row.postalCode = cleaned(RosterField::PostalCode);
        row.country = cleaned(RosterField::Country);
        const bool hasStreet = !first.isEmpty() || std::any_of(second.begin(), second.end(), canBeStreet);
        m_judged.notes += checkAddress(row, hasStreet);
    }

    QStringList lines(RosterField field)
    {
        const QString text = typed(field);
        QStringList kept;
        for (const QString &line : QString(text).replace(u'\r', u'\n').split(u'\n')) {
            if (const QString tidy = line.simplified(); !tidy.isEmpty())
                kept.append(tidy);
        }
        if (text.contains(u'\n') || text.contains(u'\r'))
            note(NoteKind::LineBreakInCell, field,
                 u"A line break in %1 became a line of the address."_s.arg(of(field)));
        return kept;
    }

    void judgeEmail()
    {
        RosterRow &row = m_judged.row;
        row.email = cleaned(RosterField::Email);
        const bool usable = canBeEmail(row.email);
        if (!row.email.isEmpty() && !usable)
            note(NoteKind::BadEmail, RosterField::Email, u"email cannot be an address; nothing is sent there."_s);
        const auto consent = yesOrNo(cleaned(RosterField::EmailConsent));
        if (!consent)
            note(NoteKind::BadConsent, RosterField::EmailConsent,
                 u"email_consent is neither yes nor no; it counts as no."_s);
        row.emailConsent = usable && consent.value_or(false);
    }

    void judgeStatus()
    {
        RosterRow &row = m_judged.row;
        const QString born = cleaned(RosterField::DateOfBirth);
        row.dateOfBirth = birthDate(born, m_today);
        if (!born.isEmpty() && !row.dateOfBirth) {
            note(NoteKind::BadDate, RosterField::DateOfBirth,
                 u"date_of_birth is no date that can be right; write it as 1965-05-19."_s);
        }
        const bool young = row.dateOfBirth && row.dateOfBirth->addYears(kMajority) > m_today;
        row.status = readStatus(young);
        row.representative = cleaned(RosterField::Representative);

        if (row.status == PersonStatus::Adult && young)
            note(NoteKind::StatusContradictsBirth, RosterField::Status,
                 u"status is adult, and date_of_birth says under 18."_s);
        if (row.status == PersonStatus::Minor && row.dateOfBirth && !young)
            note(NoteKind::StatusContradictsBirth, RosterField::Status,
                 u"status is minor, and date_of_birth says 18 or older."_s);
        if (row.status == PersonStatus::Minor && row.representative.isEmpty()) {
            note(NoteKind::MinorWithoutRepresentative, RosterField::Representative,
                 u"representative of a minor is empty; the letter goes to “the parent or guardian of”."_s);
        }
        if (row.status == PersonStatus::Deceased && row.representative.isEmpty()) {
            note(NoteKind::DeceasedWithoutNextOfKin, RosterField::Representative,
                 u"representative of a deceased person is empty; a letter is owed only if this is the address of next "
                 u"of "
                 u"kin or a personal representative."_s);
        }
    }

    PersonStatus readStatus(bool young)
    {
        const QString status = cleaned(RosterField::Status).toLower();
        if (status == u"adult"_s)
            return PersonStatus::Adult;
        if (status == u"minor"_s || status == u"child"_s)
            return PersonStatus::Minor;
        if (status == u"deceased"_s || status == u"dead"_s || status == u"decedent"_s)
            return PersonStatus::Deceased;
        if (!status.isEmpty())
            note(NoteKind::UnknownStatus, RosterField::Status, u"status is none of adult, minor, deceased."_s);
        else if (m_columns.has(RosterField::Status))
            note(NoteKind::MissingStatus, RosterField::Status,
                 u"status is empty; date_of_birth decides, else adult."_s);
        return young ? PersonStatus::Minor : PersonStatus::Adult;
    }

    void judgeDataElements()
    {
        QStringList &elements = m_judged.row.dataElements;
        QString text = cleaned(RosterField::DataElements);
        bool unknown = false;
        for (const QString &part : text.replace(u',', u';').replace(u'|', u';').split(u';')) {
            const QString element = dataElement(part);
            if (element.isEmpty() || elements.contains(element))
                continue;
            elements.append(element);
            unknown = unknown || !knownDataElements().contains(element);
        }
        if (unknown) {
            note(NoteKind::UnknownDataElement, RosterField::DataElements,
                 u"data_elements holds one that no letter can name; known are %1."_s.arg(
                     knownDataElements().join(u", "_s)));
        }
        if (elements.isEmpty() && m_columns.has(RosterField::DataElements))
            note(NoteKind::MissingDataElements, RosterField::DataElements, u"data_elements is empty."_s);
    }
};

} // namespace

RowVerdict verdictOf(const QList<RowNote> &notes)
{
    if (notes.isEmpty())
        return RowVerdict::Accepted;
    const bool problem
        = std::any_of(notes.begin(), notes.end(), [](const RowNote &note) { return isProblem(note.kind); });
    return problem ? RowVerdict::Problem : RowVerdict::AcceptedWithNote;
}

RowJudge::RowJudge(const RosterColumns &columns, QDate today) : m_columns(columns), m_today(today) { }

JudgedRow RowJudge::judge(const TableRow &row) const
{
    return Judgement(m_columns, m_today, row).run();
}

} // namespace tocsin::intake
