// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/personal_names.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

namespace {

constexpr int kBatch = 2000;
constexpr int kShortestId = 5; ///< a shorter one could be any number
constexpr int kMostWords = 12;

struct Word
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString folded;
};

/// Letters, digits and marks; everything between them only separates. An e-mail address is several words too.
QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size()
            && (text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate() || text[i] == u'\''
                || text[i] == u'\u2019');
        if (inside && start < 0)
            start = i;
        if (inside || start < 0)
            continue;
        QString folded = text.mid(start, i - start).normalized(QString::NormalizationForm_KC).toCaseFolded();
        folded.remove(u'\'').remove(u'\u2019');
        if (!folded.isEmpty())
            words.append({start, i, folded});
        start = -1;
    }
    return words;
}

QString joined(const QList<Word> &words, qsizetype from, qsizetype count)
{
    QString phrase = words[from].folded;
    for (qsizetype i = from + 1; i < from + count; ++i)
        phrase += u' ' + words[i].folded;
    return phrase;
}

} // namespace

Result<PersonalNames> PersonalNames::ofIncident(casework::ReadSession &session, IncidentId incident,
                                                const Progress &progress)
{
    PersonalNames names;
    RecipientId last;
    while (true) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const QList<casework::Recipient> people,
                      casework::peopleToWithhold(session.reader(), incident, last, kBatch));
        if (people.isEmpty())
            return names;
        for (const casework::Recipient &person : people)
            names.add(person);
        last = people.last().id;
    }
}

void PersonalNames::add(const casework::Recipient &person)
{
    const QString given = person.firstName.section(u' ', 0, 0, QString::SectionSkipEmpty);
    for (const QString &first : {person.firstName, given}) {
        addPhrase(first + u' ' + person.lastName, 2);
        addPhrase(person.lastName + u' ' + first, 2);
    }
    addPhrase(person.representative, 2);
    for (const QString &line : person.addressLines)
        addPhrase(line, 2);
    addPhrase(person.email, 2);
    if (person.recipientId.size() >= kShortestId)
        addPhrase(person.recipientId, 1);
}

QString PersonalNames::mark()
{
    return u"[withheld]"_s;
}

QString PersonalNames::withhold(const QString &text, qint64 &count) const
{
    if (m_phrases.isEmpty())
        return text;
    const QList<Word> words = wordsOf(text);
    QString out;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < words.size();) {
        qsizetype length = std::min<qsizetype>(m_longest.value(words[i].folded), words.size() - i);
        while (length > 0 && !m_phrases.contains(joined(words, i, length)))
            --length;
        if (length == 0) {
            ++i;
            continue;
        }
        out += QStringView(text).mid(copied, words[i].start - copied) + mark();
        copied = words[i + length - 1].end;
        i += length;
        ++count;
    }
    return out + QStringView(text).mid(copied);
}

void PersonalNames::addPhrase(const QString &text, int atLeast)
{
    const QList<Word> words = wordsOf(text);
    if (words.size() < atLeast || words.size() > kMostWords)
        return;
    m_phrases.insert(joined(words, 0, words.size()));
    int &longest = m_longest[words.first().folded];
    longest = std::max(longest, static_cast<int>(words.size()));
}

} // namespace tocsin::packets
