// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tocsin::items {

/// Rows that go and ids that come in their place.
struct Splice
{
    qsizetype at = 0;
    qsizetype removed = 0;
    QList<qint64> inserted;

    friend bool operator==(const Splice &, const Splice &) = default;
};

/// What turns one list of ids into another, last place first, so that each splice can be applied without moving the
/// places of those to come. What both lists have stays untouched, as long as it stands in the same order and `most`
/// splices suffice; else one splice replaces all between the first and the last difference.
QList<Splice> difference(const QList<qint64> &from, const QList<qint64> &to, qsizetype most = 64);

} // namespace tocsin::items
