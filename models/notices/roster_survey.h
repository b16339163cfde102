// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress.h"
#include "notices/values.h"

#include <QMap>

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace tocsin::notices {

class LetterComposer;

/// Recipients in a fixed order, one at a time, so that a run's memory does not grow with the roster. The order is the
/// order of the letters.
class RecipientSource
{
public:
    virtual ~RecipientSource() = default;
    /// Begins again with the first.
    virtual Result<> rewind() = 0;
    /// Begins again, in another order: the positions of the first order, each once.
    virtual Result<> rewindTo(const std::vector<quint32> &order) = 0;
    /// Reads the next into `into`; false after the last.
    virtual Result<bool> next(LetterRecipient &into) = 0;
};

/// Recipients that are in memory already.
class RecipientList final : public RecipientSource
{
public:
    explicit RecipientList(std::vector<LetterRecipient> recipients) : m_recipients(std::move(recipients)) { }
    Result<> rewind() override { return rewindTo({}); }
    Result<> rewindTo(const std::vector<quint32> &order) override
    {
        m_order = order;
        m_at = 0;
        return {};
    }
    Result<bool> next(LetterRecipient &into) override
    {
        if (m_at == m_recipients.size())
            return false;
        into = m_recipients[m_order.empty() ? m_at : m_order[m_at]];
        ++m_at;
        return true;
    }

private:
    std::vector<LetterRecipient> m_recipients;
    std::vector<quint32> m_order; ///< empty for their own
    size_t m_at = 0;
};

/// How many recipients have some difficulty, and the ids of the first few.
struct Concern
{
    qint64 count = 0;
    QStringList ids;

    void add(const QString &id);
};

/// The letters of one State, by its overlay.
struct OverlayUse
{
    qint64 letters = 0;
    std::set<std::pair<LetterForm, QString>> texts; ///< the forms and languages they are in
    std::set<QString> elements; ///< kinds of information that anyone there has
};

/// The text of a letter: a State's overlay, or none, on the template of a language and form.
struct LetterText
{
    QString overlay; ///< State, or empty
    QString language;
    LetterForm form = LetterForm::Adult;

    friend bool operator==(const LetterText &, const LetterText &) = default;
    friend bool operator<(const LetterText &a, const LetterText &b)
    {
        return std::tie(a.overlay, a.language, a.form) < std::tie(b.overlay, b.language, b.form);
    }
};

/// Where one recipient's letter belongs among the others.
struct LetterPlace
{
    static constexpr quint32 kNoLetter = 0xffff'ffff;
    quint32 text = kNoLetter; ///< the letter's text, in RosterSurvey::textNumbers
    quint32 zip = 0; ///< presortKey()
};

/// What a first pass over the roster finds.
struct RosterSurvey
{
    qint64 recipients = 0;
    qint64 letters = 0; ///< recipients who can be reached: each gets one letter, or one e-mail
    QMap<QString, qint64> forms; ///< letters by "adult", "minor", "deceased"
    QMap<QString, qint64> languages; ///< letters by the language that they are in
    std::map<LetterText, qint64> texts; ///< letters by what they are made from
    std::map<QString, OverlayUse> overlays; ///< by State, for those that have an overlay
    Concern badIds; ///< empty, doubled, or with characters that do not belong in an id
    Concern withoutName;
    Concern withoutAddress; ///< who cannot be reached
    Concern withoutResidence; ///< in the United States, and nobody knows in which State
    Concern withoutEarlier; ///< for letters that follow: of whom no earlier letter is known
    Concern withoutElements; ///< no known kind of information
    Concern minorsWithoutRepresentative;
    Concern deceasedWithoutRepresentative;
    Concern controlCharacters; ///< removed from name or address
    QMap<QString, qint64> elements; ///< people by kind of information, in the words of data_elements.h
    QMap<QString, Concern> unknownElements; ///< by token, cut to 40 characters
    QMap<QString, Concern> unshowable; ///< by character
    QMap<QString, Concern> otherLanguages; ///< languages in which there is no letter; English is used
    std::vector<LetterText> textNumbers; ///< the same texts in the order of their first letter
    std::vector<LetterPlace> places; ///< one per recipient, in order
    QString sha256; ///< over every field of every recipient, in order
    std::vector<qint64> proof; ///< positions of the proof set, ascending
    qint64 proofNeeds = 0; ///< letters that a proof set has to have room for, to have one of every text; 0 if it has
};

/// Reads all recipients once. `proofSize` says how many letters the proof set should have: one of each
/// form, language and State with an overlay, the hardest (longest name, longest and tallest address, most kinds of
/// information, names in other scripts), filled up with a sample that depends on nothing but the recipients' ids. With
/// `proofGrows` it is larger where it would lack one of these. Fails with what the source fails with, or Cancelled.
Result<RosterSurvey> surveyRoster(const LetterComposer &composer, RecipientSource &source, int proofSize,
                                  const Progress &progress, bool proofGrows = false);

} // namespace tocsin::notices
