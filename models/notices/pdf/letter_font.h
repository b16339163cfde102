// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"

#include <QFont>

namespace tocsin::notices {

/// The scripts that need a font other than Liberation, which has Latin, Greek and Cyrillic (Script_Latin stands for
/// those and for all that belongs to no script). `previous` is the script before: spaces, marks and shared punctuation
/// stay with it.
QChar::Script fontScript(char32_t character, QChar::Script previous);

/// The font of letters without size, weight or slant: Liberation, or for another script the Noto font made for it, so
/// that the choice does not hang on the machine's own preferences. `language` decides between Chinese, Japanese and
/// Korean forms.
QFont letterFont(Face face, const QString &language, QChar::Script script);

} // namespace tocsin::notices
