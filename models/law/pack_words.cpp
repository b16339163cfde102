// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/pack_words.h"

#include "core/text.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

QString readText(JsonReader &reader, QLatin1StringView key, bool required)
{
    const QString text = reader.string(key, required);
    if (const QString expected = textExpected(text); reader.has(key) && !expected.isEmpty())
        reader.failAt(key, expected);
    return text;
}

QStringList readTexts(JsonReader &reader, QLatin1StringView key, bool required)
{
    const QStringList texts = reader.strings(key, required);
    for (qsizetype index = 0; index < texts.size(); ++index) {
        if (const QString expected = textExpected(texts.at(index)); !expected.isEmpty())
            reader.failAt(u"%1[%2]"_s.arg(key).arg(index), expected);
    }
    return texts;
}

QString textExpected(const QString &text)
{
    if (text.trimmed().isEmpty())
        return u"a text that is not empty"_s;
    if (hasControlCharacters(text) || text.contains(u'\n') || text.contains(u'\r') || text.contains(u'\t'))
        return u"a text of one line without control characters"_s;
    return {};
}

QString readId(JsonReader &reader, QLatin1StringView key, bool required)
{
    static const QRegularExpression form(u"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\\z"_s);
    const QString id = reader.string(key, required);
    if (reader.has(key) && !form.match(id).hasMatch())
        reader.failAt(key, u"letters, digits and hyphens"_s);
    return id;
}

Confidence readConfidence(JsonReader &reader)
{
    const QString word = reader.word("confidence"_L1, {"verified"_L1, "known"_L1, "doubtful"_L1});
    if (word == "doubtful"_L1)
        return Confidence::Doubtful;
    return word == "verified"_L1 ? Confidence::Verified : Confidence::Known;
}

} // namespace tocsin::law
