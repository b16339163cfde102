// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

#include <QList>
#include <QString>

#include <functional>

namespace tocsin::items {

/// One choice of a fact that is not typed: the token that is stored, and the words.
struct FactChoice
{
    QString token;
    QString words;
};

/// One fact as a person reads and edits it: text in, text out. What was not edited is never written back, so that an
/// instant stays the instant it was.
struct FactField
{
    QString key; ///< as failures name it, without "facts."
    QString group; ///< heading under which it stands
    QString label;
    QString hint;
    bool manyLines = false; ///< one value a line
    QList<FactChoice> choices; ///< if any, the text is one of their tokens
    std::function<QString(const law::Facts &)> read;
    /// Fails with BadInput, and says what would be right.
    std::function<Result<>(law::Facts &, const QString &)> write;
    std::function<bool(const law::Facts &)> matters; ///< whether it means anything beside the other facts
};

/// The facts that a person edits in the window, in the order in which they are written.
const QList<FactField> &factFields();

/// A moment as a person types it: "3 Mar 2026", or "3 Mar 2026 10:15" in `zone`. Empty text is no moment.
QString momentWords(const std::optional<law::Moment> &moment, const QByteArray &zone);
Result<std::optional<law::Moment>> momentFromWords(const QString &text, const QByteArray &zone);

/// A day as a person types it, "27 Feb 2026", "27 February 2026" or "2026-02-27". A date in figures alone that could be
/// read two ways is refused. Empty text is no day.
Result<std::optional<QDate>> dayFromWords(const QString &text);

} // namespace tocsin::items
