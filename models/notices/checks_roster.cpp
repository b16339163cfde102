// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/check_parts.h"
#include "notices/data_elements.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// "12 (R0000001, R0000017 and others)"
QString described(const Concern &concern)
{
    const QString more = concern.count > concern.ids.size() ? u" and others"_s : QString();
    return u"%1 (%2%3)"_s.arg(QString::number(concern.count), concern.ids.join(u", "_s), more);
}

/// Escapes a character that may not be seen, or not be told from another: U+0627.
QString codePoint(const QString &character)
{
    const char32_t code = character.isEmpty() ? U'\0' : character.toUcs4().constFirst();
    return u"U+%1"_s.arg(static_cast<uint>(code), 4, 16, QChar(u'0')).toUpper();
}

void addConcern(QList<CheckResult> &list, const CheckResult &fine, const Concern &concern, CheckLevel level,
                const QString &advice)
{
    if (concern.count == 0)
        list.append(fine);
    else
        list.append({fine.id, fine.title, fine.citation, level, u"%1. %2"_s.arg(described(concern), advice)});
}

/// One result for concerns by key; `said` makes the words of one.
template <typename Said>
void addKeyed(QList<CheckResult> &list, const CheckResult &fine, const QMap<QString, Concern> &concerns,
              CheckLevel level, const QString &advice, Said said)
{
    constexpr int kShown = 10;
    if (concerns.isEmpty()) {
        list.append(fine);
        return;
    }
    QStringList words;
    for (auto it = concerns.begin(); it != concerns.end() && words.size() < kShown; ++it)
        words.append(said(it.key()) + u": "_s + described(it.value()));
    list.append({fine.id, fine.title, fine.citation, level, words.join(u"; "_s) + u". "_s + advice});
}

/// Who gets no letter. Whoever did not agree to e-mail is told by first-class mail, so that e-mails lack nobody.
void addUnreached(QList<CheckResult> &list, const RosterSurvey &roster, Medium medium)
{
    if (medium == Medium::Email) {
        list.append(good(u"roster.addresses"_s,
                         u"The %1 others get the letter by first-class mail"_s.arg(roster.withoutAddress.count),
                         u"164.404(d)(1)(i)"_s));
        return;
    }
    if (medium == Medium::Phone) {
        list.append(good(u"roster.addresses"_s, u"Everybody can be called, also without an address"_s,
                         u"164.404(d)(3)"_s, u"The roster has no telephone numbers; whoever calls looks them up."_s));
        return;
    }
    addConcern(list, good(u"roster.addresses"_s, u"Each recipient has a deliverable address"_s, u"164.404(d)(2)"_s),
               roster.withoutAddress, CheckLevel::Warning,
               roster.withoutAddress.count >= 10
                   ? u"They get no letter; ten or more of them call for substitute notice by web site or media."_s
                   : u"They get no letter; substitute notice is due to them."_s);
}

CheckResult checkForms(const LetterComposer &composer, const RosterSurvey &roster)
{
    const CheckResult fine = good(u"roster.forms"_s, u"A template for every form of the letter"_s);
    QStringList missing;
    for (auto it = roster.forms.begin(); it != roster.forms.end(); ++it) {
        const auto form = letterForm(it.key());
        if (!form || !composer.inputs().templates.find(*form, u"en"_s))
            missing.append(u"%1 (%2 letters)"_s.arg(it.key()).arg(it.value()));
    }
    if (missing.isEmpty())
        return fine;
    return {fine.id, fine.title, {}, CheckLevel::Error, u"There is none for %1."_s.arg(missing.join(u", "_s))};
}

CheckResult checkAnyLetters(const RosterSurvey &roster, Medium medium)
{
    struct Words
    {
        QString counted;
        QString citation;
        QString none;
    };
    const Words words = medium == Medium::Email
        ? Words{u"E-mails to produce: %1"_s, u"164.404(d)(1)(i)"_s,
                u"Nobody here has agreed to be told by e-mail and has a usable address."_s}
        : medium == Medium::Phone
        ? Words{u"Scripts to produce: %1"_s, u"164.404(d)(3)"_s, u"The roster has nobody to call."_s}
        : Words{u"Letters to produce: %1"_s, {}, u"No recipient has a deliverable address."_s};
    const CheckResult fine = good(u"roster.letters"_s, words.counted.arg(roster.letters), words.citation);
    if (roster.letters > 0)
        return fine;
    return {fine.id, fine.title, fine.citation, CheckLevel::Error, words.none};
}

} // namespace

QList<CheckResult> checkRoster(const LetterComposer &composer, const RosterSurvey &roster)
{
    using enum CheckLevel;
    const auto quoted = [](const QString &text) { return QString(u'“' + text + u'”'); };
    QList<CheckResult> list{checkAnyLetters(roster, composer.inputs().medium), checkForms(composer, roster)};
    addConcern(
        list, good(u"roster.ids"_s, u"Each recipient has an id of its own"_s), roster.badIds, Error,
        u"An id is not empty, stands once, has at most 64 characters and no control characters or outer spaces."_s);
    addConcern(list, good(u"roster.names"_s, u"Each recipient has a name"_s), roster.withoutName, Error,
               u"A letter needs someone to open it."_s);
    addUnreached(list, roster, composer.inputs().medium);
    addConcern(list, good(u"roster.residence"_s, u"The State of residence of each recipient is known"_s),
               roster.withoutResidence, Error,
               u"US address without a State of residence: their letter could say what their State forbids, or lack "
               "what it asks for. Write the State as its two letters, or a ZIP code in use."_s);
    if (composer.inputs().isFollowUp()) {
        addConcern(
            list, good(u"roster.earlier"_s, u"Everybody here had an earlier letter, and its date is known"_s),
            roster.withoutEarlier, Error,
            u"No earlier letter to them is recorded. They get the first letter; or give the date for everybody as "
            "the field “earlier_letter”."_s);
    }
    addConcern(list, good(u"roster.elements"_s, u"Each recipient has kinds of information"_s, u"164.404(c)(1)(B)"_s),
               roster.withoutElements, Error, u"Their letter could not say what was involved."_s);
    addKeyed(list, good(u"roster.unknown-elements"_s, u"All kinds of information are known"_s, u"164.404(c)(1)(B)"_s),
             roster.unknownElements, Error, u"Known are: %1."_s.arg(dataElementTokens().join(u", "_s)), quoted);
    addKeyed(list, good(u"roster.characters"_s, u"Every name and address can be shown"_s), roster.unshowable, Error,
             u"No installed font has these characters."_s, codePoint);
    addConcern(list, good(u"roster.control-characters"_s, u"Names and addresses are plain text"_s),
               roster.controlCharacters, Warning, u"Control characters in them are left out of the letter."_s);
    addConcern(list, good(u"roster.minors"_s, u"Minors have a representative"_s, u"164.502(g)"_s),
               roster.minorsWithoutRepresentative, Warning,
               u"Their letters go “to the parent or guardian of” the minor."_s);
    addConcern(list, good(u"roster.deceased"_s, u"The deceased have a next of kin"_s, u"164.404(d)(1)(ii)"_s),
               roster.deceasedWithoutRepresentative, Warning,
               u"Their letters go “to the next of kin or personal representative of” the person."_s);
    addKeyed(list, good(u"roster.languages"_s, u"A template in every language asked for"_s), roster.otherLanguages,
             Warning, u"These people get the English letter."_s, quoted);
    if (roster.proofNeeds > 0) {
        list.append(
            {u"roster.proof"_s,
             u"The proof set has every kind of letter"_s,
             {},
             Warning,
             u"It is too small for one of each form, language and State, and the hardest; ask for %1 or more."_s.arg(
                 roster.proofNeeds)});
    }
    return list;
}

} // namespace tocsin::notices
