// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/plain_language.h"

#include "notices/plain_words.h"
#include "notices/reading_level.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr int kLongSentence = 25;
constexpr qsizetype kShownOfSentence = 60;

/// The words as one expression with a group for each, so that a text is read once.
QRegularExpression anyOf(std::span<const PlainWord> words, QRegularExpression::PatternOptions options)
{
    QStringList groups;
    for (const PlainWord &word : words)
        groups << u'(' + word.found.toString() + u')';
    return QRegularExpression(u"(?<![\\w-])(?:%1)(?![\\w-])"_s.arg(groups.join(u'|')),
                              options | QRegularExpression::UseUnicodePropertiesOption);
}

void add(QList<PlainHint> &hints, const QString &passage, const QString &advice)
{
    const auto same = [&](const PlainHint &hint) { return hint.passage.compare(passage, Qt::CaseInsensitive) == 0; };
    if (std::none_of(hints.cbegin(), hints.cend(), same))
        hints.append({passage, advice});
}

void findWords(QList<PlainHint> &hints, const QString &text, const QString &language)
{
    static const QRegularExpression english = anyOf(plainWords(u"en"_s), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression spanish = anyOf(plainWords(u"es"_s), QRegularExpression::CaseInsensitiveOption);
    const std::span<const PlainWord> words = plainWords(language);
    if (words.empty())
        return;
    auto matches = (language == "es"_L1 ? spanish : english).globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView instead = words[static_cast<size_t>(match.lastCapturedIndex()) - 1].instead;
        add(hints, match.captured(), instead.isEmpty() ? u"leave it out"_s : u"say “%1”"_s.arg(instead));
    }
}

/// Explained is what stands in brackets behind its words, or has words in brackets behind it.
bool isExplained(const QString &text, const QString &abbreviation)
{
    return text.contains(u'(' + abbreviation + u')') || text.contains(abbreviation + u" ("_s);
}

void findAbbreviations(QList<PlainHint> &hints, const QString &text)
{
    const std::span<const PlainWord> known = tradeAbbreviations();
    static const QRegularExpression any = anyOf(known, QRegularExpression::NoPatternOption);
    auto matches = any.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView meaning = known[static_cast<size_t>(match.lastCapturedIndex()) - 1].instead;
        if (!isExplained(text, match.captured()))
            add(hints, match.captured(), u"say “%1”, or explain it once"_s.arg(meaning));
    }
}

void findLongSentences(QList<PlainHint> &hints, const QString &text, const QString &language)
{
    for (const Sentence &sentence : sentencesIn(text, language)) {
        if (sentence.words <= kLongSentence)
            continue;
        const bool cut = sentence.text.size() > kShownOfSentence;
        add(hints, cut ? sentence.text.left(kShownOfSentence).trimmed() + u'…' : sentence.text,
            u"%1 words; make two sentences of it"_s.arg(sentence.words));
    }
}

void findAll(QList<PlainHint> &hints, const QString &text, const QRegularExpression &turn, const QString &advice)
{
    auto matches = turn.globalMatch(text);
    while (matches.hasNext())
        add(hints, matches.next().captured().simplified(), advice);
}

void findDoubleNegatives(QList<PlainHint> &hints, const QString &text)
{
    static const QRegularExpression twice(
        u"\\b(?:not|never|cannot|\\w+n[’']t) (?:un(?:able|aware|common|familiar|known|likely|reasonable|usual)|without|"
        "in(?:frequent|significant)|(?:\\w+ ){0,2}(?:nobody|none|nothing|nowhere|no one))\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    findAll(hints, text, twice, u"two negatives; say it positively"_s);
}

/// Only with who did it behind: without, there may be nobody to name.
void findPassives(QList<PlainHint> &hints, const QString &text, const QString &language)
{
    static const QRegularExpression english(
        u"\\b(?:is|are|was|were|been|being) (?:\\w+ly )?(?:\\w+ed|found|held|kept|made|read|seen|sent|stolen|taken|"
        "written|done|given|known) by (?!\\d|e-?mail|fax|hand|mail|phone|post|telephone|first-class|\\w+ing\\b|"
        "(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)(?:\\w+ ?){1,3}"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression spanish(
        u"\\b(?:fue|fueron|ha sido|han sido|sido) \\w+(?:ad|id)[oa]s? por (?!correo|teléfono|error|\\d)(?:\\w+ ?){1,3}"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (language == "en"_L1)
        findAll(hints, text, english, u"say who did it first"_s);
    if (language == "es"_L1)
        findAll(hints, text, spanish, u"say who did it first"_s);
}

} // namespace

QList<PlainHint> plainHints(const QString &text, const QString &language)
{
    QList<PlainHint> hints;
    findWords(hints, text, language);
    findAbbreviations(hints, text);
    findLongSentences(hints, text, language);
    if (language == "en"_L1)
        findDoubleNegatives(hints, text);
    findPassives(hints, text, language);
    return hints;
}

} // namespace tocsin::notices
