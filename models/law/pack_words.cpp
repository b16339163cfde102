// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/pack_words.h"

#include "core/text.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

QString readText(JsonReader &reader, QLatin1StringView key, bool required)
{
    const QString text = reader.string(key, required);
    if (reader.has(key) && text.trimmed().isEmpty())
        reader.failAt(key, u"a text that is not empty"_s);
    // A pack may come from anywhere, and its words reach terminals and papers.
    if (hasControlCharacters(text) || text.contains(u'\n') || text.contains(u'\r') || text.contains(u'\t'))
        reader.failAt(key, u"a text of one line without control characters"_s);
    return text;
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
