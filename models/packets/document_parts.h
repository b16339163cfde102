// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "notices/document/document.h"

namespace tocsin::packets {

// Small makers of blocks, and the way a packet writes dates and numbers.

using Blocks = std::vector<notices::Block>;

notices::Paragraph paragraph(const QString &text);
notices::Paragraph smallParagraph(const QString &text);
/// A line in bold that stays with what follows it: a title that is not in the contents.
notices::Paragraph lead(const QString &text);
notices::Heading heading(int level, const QString &text, const QString &anchor = {});

/// A table whose columns share the width by weight; `numbers` are the columns aligned to the end.
notices::Table table(const QString &summary, const std::vector<double> &weights, const QStringList &header,
                     const QList<int> &numbers = {});
void addRow(notices::Table &table, const QStringList &cells);
/// A table of two columns: labels in bold, and what they stand for.
notices::Table pairs(const QString &summary);
/// Adds a row unless the value is empty.
void addPair(notices::Table &table, const QString &label, const QString &value);

/// "3 Mar 2026", as the reasons of deadlines have it; empty if there is no date
QString dayText(QDate date);
/// "3 Mar 2026, 14:02" in the given zone
QString momentText(const Instant &at, const QByteArray &zone);
/// "2,318"
QString numberText(qint64 number);

} // namespace tocsin::packets
