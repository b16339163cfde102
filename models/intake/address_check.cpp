// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/address_check.h"

#include "intake/us_postal.h"
#include "intake/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

class AddressCheck
{
public:
    AddressCheck(RosterRow &row, bool hasStreet) : m_row(row), m_hasStreet(hasStreet) { }

    QList<RowNote> run()
    {
        takeCountry();
        if (m_row.country == u"US"_s)
            checkDomestic();
        else if (!m_hasStreet || m_row.city.isEmpty())
            noteUndeliverable();
        return std::move(m_notes);
    }

private:
    RosterRow &m_row;
    const bool m_hasStreet;
    QList<RowNote> m_notes;

    void note(NoteKind kind, RosterField field, const QString &sentence, const QString &suggestion = {})
    {
        m_notes.append({kind, field, sentence, suggestion, 0});
    }

    void noteUndeliverable()
    {
        note(NoteKind::NoDeliverableAddress, RosterField::Address1,
             u"No letter can be delivered: street or box, or city and postal_code, are missing."_s);
    }

    void takeCountry()
    {
        const QString code = m_row.country.isEmpty() ? u"US"_s : countryCode(m_row.country);
        if (code.isEmpty()) {
            note(NoteKind::UnknownCountry, RosterField::Country,
                 u"country is not known; write its ISO code of two letters."_s);
            return;
        }
        m_row.country = code;
        // Some exports give a territory as the country (ISO 3166-1 lists them); to the mail it is a State.
        const bool territory = isStateCode(code) && QStringView(u"AS GU MP PR VI").contains(code);
        if (territory && (m_row.state.isEmpty() || stateCode(m_row.state) == code)) {
            m_row.state = code;
            m_row.country = u"US"_s;
        } else if (code != u"US"_s) {
            note(NoteKind::ForeignAddress, RosterField::Country,
                 u"The address is abroad; State and ZIP were not checked."_s);
        }
    }

    void checkDomestic()
    {
        const ZipForm form = zipForm(m_row.postalCode);
        checkState(form.zip);
        const bool usableState = isStateCode(m_row.state) || isMilitaryState(m_row.state);
        const bool usableZip = checkZip(form, usableState);
        const bool military
            = isMilitaryState(m_row.state) || QStringList{u"APO"_s, u"FPO"_s, u"DPO"_s}.contains(m_row.city.toUpper());
        if (military)
            note(NoteKind::MilitaryAddress, RosterField::State,
                 u"The address is a military or diplomatic post office."_s);
        const bool placed = usableState || usableZip;
        if (!m_hasStreet || !placed || (m_row.city.isEmpty() && !usableZip))
            noteUndeliverable();
    }

    void checkState(const QString &zip)
    {
        const QString code = stateCode(m_row.state);
        if (m_row.state.isEmpty()) {
            note(NoteKind::MissingState, RosterField::State, u"state is empty."_s, stateOfZip(zip));
        } else if (code.isEmpty()) {
            note(NoteKind::ImpossibleState, RosterField::State, u"state is no State of the United States."_s,
                 stateOfZip(zip));
        } else if (code != m_row.state) {
            note(NoteKind::StateNormalised, RosterField::State,
                 u"state is not written as its postal code; the code is used."_s);
            m_row.state = code;
        }
    }

    /// True if the ZIP can be used for mail.
    bool checkZip(const ZipForm &form, bool usableState)
    {
        if (m_row.postalCode.isEmpty()) {
            note(NoteKind::MissingZip, RosterField::PostalCode, u"postal_code is empty."_s);
            return false;
        }
        if (form.zip.isEmpty() || stateOfZip(form.zip).isEmpty()) {
            note(NoteKind::ImpossibleZip, RosterField::PostalCode,
                 u"postal_code is no ZIP code in use; five digits, or nine, are expected."_s);
            return false;
        }
        if (usableState && !zipLiesIn(form.zip, m_row.state)) {
            note(NoteKind::ImpossibleZip, RosterField::PostalCode,
                 u"postal_code does not lie in the State of the address."_s);
            return false;
        }
        if (form.zerosRestored)
            note(NoteKind::LostLeadingZero, RosterField::PostalCode,
                 u"postal_code had lost its leading zero; it was put back."_s);
        m_row.postalCode = form.zip;
        return true;
    }
};

} // namespace

bool canBeStreet(const QString &line)
{
    static const QRegularExpression box(u"^(\\d|p\\.? ?o\\.? box\\b|rr \\d|hc \\d|general delivery)"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return box.match(line).hasMatch();
}

QList<RowNote> checkAddress(RosterRow &row, bool hasStreet)
{
    return AddressCheck(row, hasStreet).run();
}

ZipForm zipForm(QStringView typed)
{
    const qsizetype split = std::max(typed.indexOf(u'-'), typed.indexOf(u' '));
    QString five = typed.left(split < 0 ? typed.size() : split).toString();
    QString four = split < 0 ? QString() : typed.sliced(split + 1).trimmed().toString();
    if (split < 0 && five.size() > 5 && five.size() <= 9) {
        four = five.right(4);
        five.chop(4);
    }
    // ZIP codes begin with up to two zeros: 00501 is the lowest.
    const bool lost = five.size() == 3 || five.size() == 4;
    const bool good
        = (five.size() == 5 || lost) && (four.isEmpty() || four.size() == 4) && isDigits(five) && isDigits(four);
    if (!good)
        return {};
    five = five.rightJustified(5, u'0');
    return {four.isEmpty() ? five : five + u'-' + four, lost};
}

} // namespace tocsin::intake
