// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/check_parts.h"
#include "notices/figures.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

QString headingFor(const Template &text, const QString &element)
{
    const auto found = std::find_if(text.required.begin(), text.required.end(),
                                    [&](const RequiredContent &content) { return content.citation == element; });
    return found == text.required.end() ? QString() : found->heading;
}

QStringList headingsOf(const Document &document)
{
    QStringList headings;
    for (const Block &block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            headings << textOf(heading->runs);
    }
    return headings;
}

/// The sentences of a narrative that are long enough to be known again.
QStringList sentencesOf(const QString &narrative)
{
    static const QRegularExpression ends(u"[.!?\\n]+"_s);
    QStringList sentences;
    const QStringList parts = narrative.split(ends, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.simplified().count(u' ') >= 3)
            sentences << part.simplified();
    }
    return sentences;
}

/// Holds the letters of one State against its overlay.
class OverlayChecker
{
public:
    OverlayChecker(const LetterComposer &composer, const Overlay &overlay, const OverlayUse &use,
                   std::optional<qint64> residents)
        : m_composer(composer), m_overlay(overlay), m_use(use), m_elements(use.elements.begin(), use.elements.end())
    {
        m_numbers << use.letters;
        if (residents && *residents != use.letters)
            m_numbers << *residents;
    }

    QList<CheckResult> results()
    {
        for (const auto &[form, language] : m_use.texts)
            readLetter(form, language);
        QList<CheckResult> list{demandsResult()};
        if (m_overlay.withoutNature || m_overlay.withoutResidents)
            list << silenceResult();
        if (m_overlay.withoutNature)
            list << ownWordsResult();
        if (m_overlay.withoutNature && m_composer.inputs().isFollowUp())
            list << changeResult();
        if (m_overlay.monitoring && anyInvolved(m_overlay.monitoring->when, m_elements))
            list << monitoringResult();
        if (const QStringList matters = counselMatters(); !matters.isEmpty())
            list << result(u"counsel"_s, u"for counsel"_s, CheckLevel::Warning, matters.join(u' '));
        return list;
    }

private:
    const LetterComposer &m_composer;
    const Overlay &m_overlay;
    const OverlayUse &m_use;
    QStringList m_elements;
    QList<qint64> m_numbers; ///< how many of the State's people there are, by the letters and by the facts
    QStringList m_missing; ///< demands that some letter does not meet
    QStringList m_open; ///< the same, where it is for counsel whether they bind
    QStringList m_told; ///< what some letter tells against the law
    QStringList m_withoutChange; ///< texts that do not say what is new or was wrong, where not all of it may be told
    QStringList m_perhapsTold; ///< figures that may be the number of residents

    static void note(QStringList &list, const QString &text)
    {
        if (!list.contains(text))
            list.append(text);
    }

    [[nodiscard]] CheckResult result(const QString &part, const QString &title, CheckLevel level,
                                     const QString &detail = {}) const
    {
        return {u"overlay.%1.%2"_s.arg(m_overlay.state, part), u"%1: %2"_s.arg(m_overlay.name, title),
                m_overlay.citation, level, detail};
    }

    void readLetter(LetterForm form, const QString &language)
    {
        LetterRecipient person = madeUpRecipient(form, language, u"Sample Representative"_s);
        person.state = m_overlay.state;
        person.dataElements = m_elements;
        const auto letter = m_composer.compose(person);
        if (!letter)
            return; // the roster's check says which form is missing
        const LetterInputs &inputs = m_composer.inputs();
        const FieldValues values
            = FieldValues(inputs.organization, inputs.incident, inputs.letterDate, language).forRecipient(person);
        const QList<OverlayDemand> demands = m_overlay.demandsOn(m_elements);
        for (const OverlayDemand &demand : demands) {
            const bool ofOffer = demand.by == "offer"_L1 || demand.by == "enrollment"_L1;
            const bool isOpen = ofOffer && m_overlay.monitoring && !m_overlay.monitoring->settled;
            if (const QString fact = unrecordedFact(demand, inputs.incident); !fact.isEmpty())
                note(m_missing, demand.what + fact);
            else if (!isMet(demand, *letter, values))
                note(isOpen ? m_open : m_missing, demand.what);
        }
        findEmptyFields(*letter, person);
        if (inputs.isFollowUp())
            findChange(*letter, values);
        const QString text = plainText(letter->document.blocks).simplified();
        if (m_overlay.withoutNature)
            findNature(text, inputs.incident.narratives(language));
        if (m_overlay.withoutResidents)
            findResidents(text);
    }

    /// The fact without which no text can meet a demand, in parentheses: what nobody has recorded is not said.
    static QString unrecordedFact(const OverlayDemand &demand, const IncidentFields &incident)
    {
        if (demand.by != "delay"_L1 || incident.delayed)
            return {};
        return u" (record in the facts whether an official asked to wait: law_enforcement, or the flag "
               "no-law-enforcement-delay)"_s;
    }

    [[nodiscard]] bool isMet(const OverlayDemand &demand, const Letter &letter, const FieldValues &values) const
    {
        const Document &document = letter.document;
        const QStringList headings = headingsOf(document);
        const QString &language = letter.text->language;
        const auto words = [&](const QMap<QString, QString> &all) { return all.value(language, all.value(u"en"_s)); };
        if (demand.by == "counsel"_L1)
            return true; // its own line
        if (demand.by == "title"_L1)
            return headings.value(0) == words(m_overlay.title) && document.metadata.title == words(m_overlay.title);
        if (demand.by == "headings"_L1) {
            return std::all_of(m_overlay.headings.begin(), m_overlay.headings.end(),
                               [&](const auto &heading) { return headings.contains(words(heading)); });
        }
        if (demand.by == "type-size"_L1)
            return document.typography.smallest >= m_overlay.smallestType;
        if (demand.by == "offer"_L1)
            return shows(letter, values.text(Field::IncidentOffer));
        if (demand.by == "enrollment"_L1)
            return shows(letter, values.text(Field::IncidentOffer))
                && saysHowToEnroll(values.text(Field::IncidentOffer));
        if (isWordingKey(demand.by))
            return showsWording(demand.by, letter, values);
        if (const auto field = fieldByName(demand.by))
            return shows(letter, values.text(field->field));
        return !underHeading(document.blocks, headingFor(*letter.text, demand.by)).trimmed().isEmpty();
    }

    static bool shows(const Letter &letter, const QString &value)
    {
        return !value.isEmpty() && plainText(letter.document.blocks).simplified().contains(value.simplified());
    }

    [[nodiscard]] bool showsWording(const QString &key, const Letter &letter, const FieldValues &values) const
    {
        const Template alone = m_composer.inputs().overlays.wordingAlone(*letter.text, m_overlay, key);
        const QStringList lines = plainText(merge(alone, values).blocks).split(u'\n');
        return std::all_of(lines.begin(), lines.end(), [&](const QString &line) { return shows(letter, line); });
    }

    /// Fields without a value that the letters of other States do not show; those of all are the content's check.
    void findEmptyFields(const Letter &letter, LetterRecipient person)
    {
        if (letter.emptyFields.isEmpty())
            return;
        person.state.clear();
        const auto elsewhere = m_composer.compose(person);
        for (const QString &field : letter.emptyFields) {
            if (elsewhere && !elsewhere->emptyFields.contains(field))
                note(m_missing, u"a value of %1"_s.arg(field));
        }
    }

    /// Whoever had a letter has to learn from the next one what is different. Where nothing is written of it at all,
    /// the content's check says so.
    void findChange(const Letter &letter, const FieldValues &values)
    {
        const Field told = m_overlay.withoutNature ? Field::IncidentWhatChangedNeutral : Field::IncidentWhatChanged;
        if (values.text(Field::IncidentWhatChanged).isEmpty() || shows(letter, values.text(told)))
            return;
        if (m_overlay.withoutNature)
            note(m_withoutChange, letter.text->id);
        else
            note(m_missing, u"what is new or was wrong"_s);
    }

    void findNature(const QString &text, const Narratives &told)
    {
        QStringList sentences = sentencesOf(told.whatChanged);
        const QStringList allowed = sentencesOf(told.whatChangedNeutral);
        sentences.removeIf([&](const QString &sentence) { return allowed.contains(sentence); });
        sentences += sentencesOf(told.whatHappened) + sentencesOf(told.whatWeAreDoing);
        for (const QString &sentence : std::as_const(sentences)) {
            if (text.contains(sentence))
                note(m_told, u"“%1…”"_s.arg(sentence.left(40)));
        }
    }

    void findResidents(const QString &text)
    {
        static const QRegularExpression counted(u"\\b[0-9][0-9,]*(?: [^\\s.]+){0,3}? (?:residents|residentes)\\b"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        auto matches = counted.globalMatch(text);
        while (matches.hasNext())
            note(m_told, u"“%1”"_s.arg(matches.next().captured()));
        const QList<SaidCount> counts = peopleIn(text);
        for (const SaidCount &said : counts) {
            if (namesState(said, text) || m_numbers.contains(said.count))
                note(m_told, u"“%1”"_s.arg(said.written));
        }
        for (const qint64 number : std::as_const(m_numbers)) {
            const QString shown = QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
            const QRegularExpression alone(
                u"(?<![0-9,.-])(%1|%2)(?![0-9,-]*[0-9])(?! \\p{Lu}\\w+ (?:Avenue|Street|Road|Drive|Boulevard|Way|Lane)\\b)"_s
                    .arg(shown)
                    .arg(number));
            if (number >= 10 && alone.match(text).hasMatch()) // a small number may be anything
                note(m_perhapsTold, shown);
        }
    }

    /// "1,204 Illinois patients", "1,204 people in your State".
    [[nodiscard]] bool namesState(const SaidCount &said, const QString &text) const
    {
        const QRegularExpression behind(
            u"^ (?:who |que )?(?:live |viven )?(?:in|of|from|de|en) (?:the State of |el estado de )?"
            "(?:%1|%2|this State|your State|su estado)\\b"_s.arg(QRegularExpression::escape(m_overlay.name),
                                                                 m_overlay.state),
            QRegularExpression::CaseInsensitiveOption);
        return said.written.contains(m_overlay.name) || behind.match(text.mid(said.end)).hasMatch();
    }

    [[nodiscard]] CheckResult demandsResult() const
    {
        const QString title = u"what a letter there says"_s;
        if (!m_missing.isEmpty())
            return result(u"says"_s, title, CheckLevel::Error, u"The letter lacks %1."_s.arg(m_missing.join(u"; "_s)));
        if (!m_open.isEmpty()) {
            return result(u"says"_s, title, CheckLevel::Warning,
                          u"The letter lacks %1. Whether it is owed by a sender under HIPAA is for counsel."_s.arg(
                              m_open.join(u"; "_s)));
        }
        QStringList met;
        for (const OverlayDemand &demand : m_overlay.demandsOn(m_elements)) {
            if (demand.by != "counsel"_L1)
                note(met, demand.what);
        }
        return result(u"says"_s, title, CheckLevel::Ok, met.join(u"; "_s));
    }

    [[nodiscard]] CheckResult silenceResult() const
    {
        const QString title = m_overlay.withoutNature ? u"no nature of the breach, and no number of residents"_s
                                                      : u"no number of residents"_s;
        if (!m_told.isEmpty())
            return result(u"silent"_s, title, CheckLevel::Error, u"The letter tells %1."_s.arg(m_told.join(u", "_s)));
        if (!m_perhapsTold.isEmpty())
            return result(
                u"silent"_s, title, CheckLevel::Warning,
                u"The letter has the figure %1, which is the number of letters to that State, or of people there."_s
                    .arg(m_perhapsTold.join(u", "_s)));
        return result(u"silent"_s, title, CheckLevel::Ok);
    }

    [[nodiscard]] CheckResult changeResult() const
    {
        const QString title = u"what is new, or was wrong"_s;
        if (m_withoutChange.isEmpty())
            return result(u"changed"_s, title, CheckLevel::Ok);
        return result(u"changed"_s, title, CheckLevel::Warning,
                      u"%1: the letter there says only that something is new or was wrong, and does not contain the "
                      "field “what_changed”. Write what of it may be told as “what_changed_neutral”, which the text "
                      "shows as {{incident.what_changed_neutral}}."_s.arg(m_withoutChange.join(u", "_s)));
    }

    /// No program can tell whether free words hint at the nature of the breach.
    [[nodiscard]] CheckResult ownWordsResult() const
    {
        QStringList printed;
        for (const QString &language : languages()) {
            const Narratives told = m_composer.inputs().incident.narratives(language);
            for (const QString &words : {told.offer, told.callHours}) {
                if (!words.trimmed().isEmpty())
                    note(printed, u"“%1”"_s.arg(words.simplified().left(400)));
            }
        }
        const QString title = u"the offer and the hours do not tell the nature of the breach"_s;
        if (printed.isEmpty())
            return result(u"own-words"_s, title, CheckLevel::Ok, u"Neither is given."_s);
        return result(u"own-words"_s, title, CheckLevel::Warning,
                      u"The letter there prints %1. A person has to see that this does not tell what kind of breach it "
                      "was."_s.arg(printed.join(u", "_s)));
    }

    /// Of the letters there.
    [[nodiscard]] QStringList languages() const
    {
        QStringList found;
        for (const auto &text : m_use.texts)
            note(found, text.second);
        return found;
    }

    [[nodiscard]] CheckResult monitoringResult() const
    {
        CheckResult worst;
        for (const QString &language : languages()) {
            const CheckResult each = monitoringResult(m_composer.inputs().incident.narratives(language).offer);
            if (worst.id.isEmpty() || each.level > worst.level)
                worst = each;
        }
        return worst;
    }

    [[nodiscard]] CheckResult monitoringResult(const QString &offer) const
    {
        const MonitoringDuty &duty = *m_overlay.monitoring;
        const QString title = u"%1 months of monitoring at no cost"_s.arg(duty.months);
        const SaidService offered = serviceIn(offer);
        if (offered.months >= duty.months)
            return result(u"monitoring"_s, title, CheckLevel::Ok, u"The offer names %1 months."_s.arg(offered.months));
        if (offered.longest >= duty.months) {
            return result(u"monitoring"_s, title, CheckLevel::Warning,
                          u"The offer names %1 and %2 months. A person has to see for how many the monitoring is."_s
                              .arg(offered.months)
                              .arg(offered.longest));
        }
        const QString found = offer.trimmed().isEmpty() ? u"Nothing is offered."_s
            : offered.longest == 0                      ? u"The offer does not say for how many months or years."_s
                                                        : u"The offer names %1 months."_s.arg(offered.longest);
        if (duty.settled)
            return result(u"monitoring"_s, title, CheckLevel::Error, found);
        return result(u"monitoring"_s, title, CheckLevel::Warning,
                      found + u" Whether it is owed by a sender under HIPAA is for counsel."_s);
    }

    [[nodiscard]] bool isChangeWrittenNeutrally() const
    {
        const IncidentFields &incident = m_composer.inputs().incident;
        const QStringList languages = incident.languages();
        return std::any_of(languages.begin(), languages.end(), [&](const QString &language) {
            return !incident.narratives(language).whatChangedNeutral.trimmed().isEmpty();
        });
    }

    [[nodiscard]] QStringList counselMatters() const
    {
        QStringList matters = m_overlay.counsel;
        if (m_overlay.confidence == "doubtful"_L1)
            matters.prepend(u"The sources do not agree on this law."_s);
        for (const OverlayDemand &demand : m_overlay.demandsOn(m_elements)) {
            if (demand.by == "counsel"_L1)
                matters << u"A person has to see that the letter has %1."_s.arg(demand.what);
        }
        if (m_overlay.withoutNature && m_composer.inputs().isFollowUp() && isChangeWrittenNeutrally())
            matters << u"A person has to see that “what_changed_neutral” does not tell the nature of the breach."_s;
        return matters;
    }
};

std::optional<qint64> residentsOf(const std::optional<NoticeFacts> &facts, const QString &state)
{
    return facts && facts->residents.contains(state) ? std::optional(facts->residents.value(state)) : std::nullopt;
}

} // namespace

QList<CheckResult> checkOverlays(const LetterComposer &composer, const RosterSurvey &roster,
                                 const std::optional<NoticeFacts> &facts)
{
    QList<CheckResult> list;
    for (const auto &[state, use] : roster.overlays) {
        if (const Overlay *overlay = composer.inputs().overlays.find(state))
            list << OverlayChecker(composer, *overlay, use, residentsOf(facts, state)).results();
    }
    return list;
}

} // namespace tocsin::notices
