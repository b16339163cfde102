// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/reading_level.h"

#include <QString>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

bool isVowel(QChar letter)
{
    return u"aeiouyáéíóúäöü"_s.contains(letter);
}

/// Groups of vowels, without a silent e at the end ("made") and the silent e of "-ed" ("called").
int syllables(const QString &word)
{
    int groups = 0;
    for (qsizetype at = 0; at < word.size(); ++at) {
        if (isVowel(word[at]) && (at == 0 || !isVowel(word[at - 1])))
            ++groups;
    }
    const bool silentE = word.endsWith(u'e') && !word.endsWith("le"_L1) && !word.endsWith("ee"_L1);
    const bool silentEd
        = word.size() > 3 && word.endsWith("ed"_L1) && !word.endsWith("ted"_L1) && !word.endsWith("ded"_L1);
    if (groups > 1 && (silentE || silentEd))
        --groups;
    return std::max(groups, 1);
}

/// Each strong vowel (a, e, o, and i and u with an accent) makes a syllable, and so does a run of weak ones alone; a
/// final y counts as i.
int spanishSyllables(const QString &word)
{
    const auto isStrong = [](QChar letter) { return u"aeoáéíóú"_s.contains(letter); };
    int count = 0;
    int strong = 0;
    bool inRun = false;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        const bool finalY = at + 1 == word.size() && word[at] == u'y';
        const bool vowel = at < word.size() && (isStrong(word[at]) || u"iuü"_s.contains(word[at]) || finalY);
        if (vowel)
            strong += isStrong(word[at]) ? 1 : 0;
        else if (inRun)
            count += std::max(strong, 1);
        if (!vowel)
            strong = 0;
        inRun = vowel;
    }
    return std::max(count, 1);
}

/// The letters of a word, in lower case; empty for numbers and addresses.
QString spelling(const QString &token)
{
    QString letters;
    for (qsizetype at = 0; at < token.size(); ++at) {
        const QChar sign = token[at];
        const bool insideDot = sign == u'.' && at + 1 < token.size() && token[at + 1].isLetter() && at > 1;
        if (sign.isDigit() || sign == u'@' || sign == u'/' || insideDot)
            return {};
        if (sign.isLetter())
            letters += sign.toLower();
    }
    return letters;
}

/// "." after a single letter, as in "U.S.", does not end a sentence; a closing bracket or quote may follow the mark.
bool endsSentence(const QString &token)
{
    qsizetype last = token.size() - 1;
    while (last > 0 && u")”\"’"_s.contains(token[last]))
        --last;
    if (!u".!?:"_s.contains(token[last]))
        return false;
    const bool initial
        = token[last] == u'.' && last >= 1 && token[last - 1].isUpper() && (last == 1 || token[last - 2] == u'.');
    return !initial;
}

} // namespace

double ReadingLevel::grade() const
{
    if (sentences == 0 || words == 0)
        return 0;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
}

double ReadingLevel::perspicuity() const
{
    if (sentences == 0 || words == 0)
        return 0;
    return 206.835 - 62.3 * syllables / words - static_cast<double>(words) / sentences;
}

std::vector<Sentence> sentencesIn(QStringView text, const QString &language)
{
    const auto syllablesOf = language == "es"_L1 ? spanishSyllables : syllables;
    std::vector<Sentence> sentences;
    const QStringList lines = text.toString().split(u'\n');
    for (const QString &line : lines) {
        Sentence open;
        QStringList said;
        const QStringList tokens = line.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString &token : tokens) {
            const QString word = spelling(token);
            said << token;
            open.words += word.isEmpty() ? 0 : 1;
            open.syllables += word.isEmpty() ? 0 : syllablesOf(word);
            if (!endsSentence(token))
                continue;
            open.text = said.join(u' ');
            if (open.words > 0)
                sentences.push_back(open);
            open = {};
            said.clear();
        }
    }
    return sentences;
}

ReadingLevel readingLevel(QStringView text, const QString &language)
{
    ReadingLevel total;
    for (const Sentence &sentence : sentencesIn(text, language)) {
        ++total.sentences;
        total.words += sentence.words;
        total.syllables += sentence.syllables;
    }
    return total;
}

} // namespace tocsin::notices
