// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palette_match.h"

#include <QStringList>

namespace tocsin::views {

namespace {

constexpr int kWholeTitleBegins = 40;
constexpr int kWordBegins = 20;
constexpr int kInside = 10;
constexpr int kFurther = 6;
constexpr int kInOrder = 1;

bool lettersInOrder(const QString &letters, const QString &text)
{
    qsizetype from = 0;
    for (const QChar letter : letters) {
        from = text.indexOf(letter, from);
        if (from < 0)
            return false;
        ++from;
    }
    return true;
}

bool aWordBegins(const QString &text, const QString &with)
{
    for (qsizetype at = text.indexOf(with); at >= 0; at = text.indexOf(with, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

int wordScore(const QString &word, const QString &title, const QString &further)
{
    if (title.startsWith(word))
        return kWholeTitleBegins;
    if (aWordBegins(title, word))
        return kWordBegins;
    if (title.contains(word))
        return kInside;
    if (aWordBegins(further, word))
        return kFurther;
    return word.size() > 1 && lettersInOrder(word, title) ? kInOrder : 0;
}

} // namespace

std::optional<int> matchScore(const QString &typed, const QString &title, const QString &furtherWords)
{
    const QString lowTitle = title.toCaseFolded();
    const QString lowFurther = furtherWords.toCaseFolded();
    int total = 0;
    const QStringList words = typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const int score = wordScore(word, lowTitle, lowFurther);
        if (score == 0)
            return std::nullopt;
        total += score;
    }
    return total;
}

} // namespace tocsin::views
