// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/roster_survey.h"

#include "core/text.h"
#include "notices/compose.h"
#include "notices/data_elements.h"
#include "notices/pdf/letter_fonts.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qsizetype kIdsShown = 5;
constexpr qsizetype kTokenShown = 40;

/// Keeps the positions that a proof set should have, in one pass.
class ProofPicker
{
public:
    ProofPicker(int size, bool grows) : m_size(static_cast<size_t>(std::max(size, 0))), m_grows(grows) { }

    void offer(qint64 position, const LetterRecipient &recipient, const LetterText &text)
    {
        if (m_size == 0)
            return;
        m_firstOfForm.emplace(recipient.form, position);
        m_firstOfLanguage.emplace(text.language, position);
        if (!text.overlay.isEmpty())
            m_firstOfOverlay.emplace(text.overlay, position);
        const QString name = fullName(recipient);
        const QStringList lines = postalLines(recipient);
        const bool otherScript = std::any_of(name.begin(), name.end(), [](QChar c) { return c.unicode() > 0x2ff; });
        const bool markup = std::any_of(name.begin(), name.end(), [](QChar c) { return u"*_<>{}\\`[]"_s.contains(c); });
        offerHard(0, name.size(), position);
        offerHard(1, lines.join(u' ').size(), position);
        offerHard(2, lines.size(), position);
        offerHard(3, recipient.dataElements.size(), position);
        offerHard(4, otherScript ? 1 : 0, position);
        offerHard(5, markup ? 1 : 0, position);
        offerSample(sampleKey(recipient.id), position);
    }

    /// At most the wished number: the forms and languages first, then the hardest, the States, and the sample;
    /// ascending.
    [[nodiscard]] std::vector<qint64> picked() const
    {
        std::set<qint64> positions;
        const std::vector<qint64> wanted = needed();
        const size_t most = m_grows && m_size > 0 ? std::max(m_size, different(wanted)) : m_size;
        const auto take = [&](qint64 position) {
            if (positions.size() < most)
                positions.insert(position);
        };
        std::for_each(wanted.begin(), wanted.end(), take);
        for (const auto &[key, position] : m_sample)
            take(position);
        return {positions.begin(), positions.end()};
    }

    /// How many letters a set must have room for, if it is larger than the wished number; otherwise 0.
    [[nodiscard]] qint64 lacking() const
    {
        const size_t wanted = different(needed());
        return wanted > m_size && !m_grows ? static_cast<qint64>(wanted) : 0;
    }

private:
    struct Hard
    {
        qsizetype score = 0;
        qint64 position = 0;
    };

    size_t m_size;
    bool m_grows;
    std::map<LetterForm, qint64> m_firstOfForm;
    std::map<QString, qint64> m_firstOfLanguage;
    std::map<QString, qint64> m_firstOfOverlay;
    std::array<Hard, 6> m_hardest;
    std::set<std::pair<quint64, qint64>> m_sample; ///< the smallest keys so far

    static size_t different(const std::vector<qint64> &positions)
    {
        return std::set<qint64>(positions.begin(), positions.end()).size();
    }

    /// All but the sample, the most important first; some may stand twice.
    [[nodiscard]] std::vector<qint64> needed() const
    {
        std::vector<qint64> positions;
        for (const auto &[form, position] : m_firstOfForm)
            positions.push_back(position);
        for (const auto &[language, position] : m_firstOfLanguage)
            positions.push_back(position);
        for (const Hard &hard : m_hardest) {
            if (hard.score > 0)
                positions.push_back(hard.position);
        }
        for (const auto &[overlay, position] : m_firstOfOverlay)
            positions.push_back(position);
        return positions;
    }

    void offerHard(size_t kind, qsizetype score, qint64 position)
    {
        if (score > m_hardest[kind].score)
            m_hardest[kind] = {score, position};
    }

    void offerSample(quint64 key, qint64 position)
    {
        m_sample.emplace(key, position);
        if (m_sample.size() > m_size)
            m_sample.erase(std::prev(m_sample.end()));
    }

    /// A fixed seed and the id, hashed: as good as random, and the same on every machine and in every order.
    static quint64 sampleKey(const QString &id)
    {
        const QByteArray seeded = "tocsin proof set 1 " + id.toUtf8();
        const QByteArray hash = QCryptographicHash::hash(seeded, QCryptographicHash::Sha256);
        return qFromBigEndian<quint64>(hash.constData());
    }
};

/// The pass itself.
class Surveyor
{
public:
    Surveyor(const LetterComposer &composer, int proofSize, bool grows)
        : m_composer(composer), m_proof(proofSize, grows), m_hash(QCryptographicHash::Sha256)
    {
        m_hash.addData("tocsin roster 1\n");
    }

    void add(const LetterRecipient &recipient)
    {
        const qint64 position = m_survey.recipients++;
        addToHash(recipient);
        checkId(recipient.id);
        m_survey.places.push_back({LetterPlace::kNoLetter, presortKey(recipient)});
        if (!canReach(recipient, m_composer.inputs().medium)) {
            m_survey.withoutAddress.add(recipient.id);
            return;
        }
        ++m_survey.letters;
        ++m_survey.forms[toWord(recipient.form)];
        const LetterText text = textOf(recipient);
        ++m_survey.texts[text];
        m_survey.places.back().text = numberOf(text);
        ++m_survey.languages[text.language];
        m_proof.offer(position, recipient, text);
        checkPerson(recipient);
        checkElements(recipient);
        checkText(recipient);
        addToOverlay(recipient, text);
    }

    RosterSurvey finish()
    {
        m_survey.sha256 = QString::fromLatin1(m_hash.result().toHex());
        m_survey.proof = m_proof.picked();
        m_survey.proofNeeds = m_proof.lacking();
        return std::move(m_survey);
    }

private:
    const LetterComposer &m_composer;
    RosterSurvey m_survey;
    ProofPicker m_proof;
    QCryptographicHash m_hash;
    std::unordered_set<quint64> m_ids;
    std::map<LetterText, quint32> m_numbers;
    QSet<QChar> m_shown; ///< characters of the Basic Multilingual Plane known to have a font

    void addToHash(const LetterRecipient &recipient)
    {
        QStringList fields{recipient.id,       recipient.firstName,    recipient.lastName,      recipient.city,
                           recipient.state,    recipient.postalCode,   recipient.country,       recipient.email,
                           recipient.language, toWord(recipient.form), recipient.representative};
        fields << QString::number(recipient.address.size()) << recipient.address << recipient.dataElements;
        if (m_composer.inputs().medium == Medium::Email)
            fields << (recipient.emailConsent ? u"consent"_s : QString());
        if (!recipient.residence.isEmpty() && recipient.residence != recipient.state)
            fields << recipient.residence;
        if (recipient.earlier.on.isValid())
            fields << recipient.earlier.on.toString(Qt::ISODate) << QString::number(int{recipient.earlier.byEmail});
        QByteArray record;
        for (const QString &field : std::as_const(fields)) {
            const QByteArray bytes = field.toUtf8();
            record += QByteArray::number(bytes.size()) + ':' + bytes;
        }
        record += '\n';
        m_hash.addData(record);
    }

    void checkId(const QString &id)
    {
        const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
        const bool isNew = m_ids.insert(qFromBigEndian<quint64>(hash.constData())).second;
        const bool tidy = !id.isEmpty() && id.size() <= 64 && id == id.simplified() && !hasControlCharacters(id)
            && !id.startsWith(u'\'');
        if (!isNew || !tidy)
            m_survey.badIds.add(withoutControlCharacters(id).left(64));
    }

    void checkPerson(const LetterRecipient &recipient)
    {
        if (fullName(recipient).isEmpty())
            m_survey.withoutName.add(recipient.id);
        if (recipient.form == LetterForm::Minor && recipient.representative.trimmed().isEmpty())
            m_survey.minorsWithoutRepresentative.add(recipient.id);
        if (recipient.form == LetterForm::Deceased && recipient.representative.trimmed().isEmpty())
            m_survey.deceasedWithoutRepresentative.add(recipient.id);
        if (lacksResidence(recipient) && canReach(recipient, m_composer.inputs().medium))
            m_survey.withoutResidence.add(recipient.id);
        if (m_composer.inputs().isFollowUp() && !m_composer.inputs().incident.earlierLetter.isValid()
            && !recipient.earlier.on.isValid())
            m_survey.withoutEarlier.add(recipient.id);
        const Template *text = m_composer.templateFor(recipient.form, recipient.language);
        if (text && text->language != recipient.language)
            m_survey.otherLanguages[recipient.language.left(kTokenShown)].add(recipient.id);
    }

    void checkElements(const LetterRecipient &recipient)
    {
        const Template *text = m_composer.templateFor(recipient.form, recipient.language);
        const QString language = text ? text->language : u"en"_s;
        QSet<QString> known;
        for (const QString &token : recipient.dataElements) {
            const QString tidy = withoutControlCharacters(token).simplified();
            if (dataElement(token, language))
                known.insert(dataToken(token));
            else if (!tidy.isEmpty())
                m_survey.unknownElements[tidy.left(kTokenShown)].add(recipient.id);
        }
        for (const QString &token : std::as_const(known))
            ++m_survey.elements[token];
        if (known.isEmpty())
            m_survey.withoutElements.add(recipient.id);
    }

    [[nodiscard]] LetterText textOf(const LetterRecipient &recipient) const
    {
        const Overlay *overlay = m_composer.inputs().overlays.find(residence(recipient));
        const Template *text = m_composer.templateFor(recipient.form, recipient.language);
        return {overlay ? overlay->state : QString(), text ? text->language : u"en"_s, recipient.form};
    }

    quint32 numberOf(const LetterText &text)
    {
        const auto number = static_cast<quint32>(m_numbers.size());
        const auto [known, isNew] = m_numbers.try_emplace(text, number);
        if (isNew)
            m_survey.textNumbers.push_back(text);
        return known->second;
    }

    void addToOverlay(const LetterRecipient &recipient, const LetterText &text)
    {
        if (text.overlay.isEmpty())
            return;
        OverlayUse &use = m_survey.overlays[text.overlay];
        ++use.letters;
        use.texts.emplace(text.form, text.language);
        for (const QString &token : recipient.dataElements) {
            if (const auto element = dataElement(token, u"en"_s))
                use.elements.insert(QString(element->token));
        }
    }

    void checkText(const LetterRecipient &recipient)
    {
        const QString typed = recipient.firstName + recipient.lastName + recipient.representative
            + recipient.address.join(u'\n') + recipient.city + recipient.state + recipient.postalCode
            + recipient.country;
        if (hasControlCharacters(typed))
            m_survey.controlCharacters.add(recipient.id);
        const QString shown = fullName(recipient) + representativeName(recipient) + postalLines(recipient).join(u'\n');
        QString fresh;
        for (const QChar sign : shown) {
            if (sign.isSurrogate() || !m_shown.contains(sign))
                fresh += sign;
        }
        if (fresh.isEmpty())
            return;
        const QStringList missing = unshowable(fresh);
        for (const QString &character : missing)
            m_survey.unshowable[character].add(recipient.id);
        for (const QChar sign : std::as_const(fresh)) {
            if (!sign.isSurrogate() && !missing.contains(QString(sign)))
                m_shown.insert(sign);
        }
    }
};

} // namespace

void Concern::add(const QString &id)
{
    ++count;
    if (ids.size() < kIdsShown)
        ids.append(id);
}

Result<RosterSurvey> surveyRoster(const LetterComposer &composer, RecipientSource &source, int proofSize,
                                  const Progress &progress, bool proofGrows)
{
    TOCSIN_TRY(source.rewind());
    Surveyor surveyor(composer, proofSize, proofGrows);
    LetterRecipient recipient;
    while (true) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const bool more, source.next(recipient));
        if (!more)
            return surveyor.finish();
        surveyor.add(recipient);
    }
}

} // namespace tocsin::notices
