// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QVariantMap>

namespace tocsin::views {

/// Words by key, as a page's place keeps them over a lock, and back.
inline QVariantMap toVariants(const QMap<QString, QString> &words)
{
    QVariantMap variants;
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        variants.insert(word.key(), word.value());
    return variants;
}

inline QMap<QString, QString> fromVariants(const QVariantMap &variants)
{
    QMap<QString, QString> words;
    for (auto word = variants.cbegin(); word != variants.cend(); ++word)
        words.insert(word.key(), word.value().toString());
    return words;
}

} // namespace tocsin::views
