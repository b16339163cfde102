// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fact_fields.h"
#include "law/rule_pack.h"

#include <QJsonValue>

namespace tocsin::items {

/// How a fact is written down and edited.
enum class FactKind {
    Heading, ///< no fact; facts stand under it
    Rows, ///< a list of lines, each with the keys under it
    Words, ///< a list of words
    Counts, ///< numbers of people by State
    Moments, ///< moments by recipient
    Moment, ///< a day, or a day and a time
    Day,
    Count,
    YesNo,
    Choice, ///< one of some words
    Word, ///< a word of any kind; some are offered
    Text,
};

/// One key of an incident's facts, as people see it.
struct FactKey // NOLINT(clang-analyzer-optin.performance.Padding): in the order in which rows of the table are read
{
    /// As failures name it, without "facts."; "contract[].to" for a key of a line. Empty for a heading.
    QLatin1StringView path;
    FactKind kind = FactKind::Text;
    const char *labelSource = nullptr;
    const char *hintSource = nullptr;
    /// Words to choose from, with commas; without any, the words that the rules compare the fact with.
    QLatin1StringView words = {};
    bool isTop = false; ///< stands beside the headings, not under one
    bool isNeeded = false; ///< cannot be left unknown where it stands

    [[nodiscard]] bool isHeading() const { return kind == FactKind::Heading; }
    /// Whether people add lines to it and take lines away.
    [[nodiscard]] bool isList() const { return kind >= FactKind::Rows && kind <= FactKind::Moments; }
    /// Whether its lines are told apart by a name, a State or a recipient, and not by their place.
    [[nodiscard]] bool hasNamedLines() const { return kind == FactKind::Counts || kind == FactKind::Moments; }
    /// Whether it is a key of a line of a list.
    [[nodiscard]] bool isOfLine() const { return path.contains(QLatin1StringView("[].")); }
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString hint() const;
};

/// Every key that facts can have, in the order in which people read them: a heading before the facts under it, a list
/// before the keys of its lines.
const QList<FactKey> &factKeys();

/// What people can choose for a fact, with their words: the key's own, or what the rules of `packs` know. That it is
/// not known, as an empty token, comes first where only these can be chosen.
QList<FactChoice> choicesOf(const FactKey &key, const law::RulePacks &packs);

/// A value as people read and type it; empty if it is absent.
QString wordsOf(FactKind kind, const QJsonValue &value, const QByteArray &zone);

/// What a person typed, as facts have it: Undefined for nothing. What cannot be understood stays the text it is, so
/// that the reader of facts refuses it and says what would be right.
QJsonValue valueOf(FactKind kind, const QString &text, const QByteArray &zone);

} // namespace tocsin::items
