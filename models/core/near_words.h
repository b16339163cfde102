// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tocsin {

/// The known words that are so much like this one that one of them may have been meant: at most a third of the letters
/// differ, whatever their case. The nearest first, of equals the first in the alphabet; at most `most` of them.
QStringList nearWords(const QString &word, const QStringList &known, int most = 1);

} // namespace tocsin
