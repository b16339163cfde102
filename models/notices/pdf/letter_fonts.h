// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace tocsin::notices {

/// Makes the fonts of letters (Liberation Serif and Sans, from the program's own resources) known to Qt. Needs a
/// QGuiApplication, on any platform including "offscreen". Call it once, before the first layout; again does no harm.
/// Fails with Io if a font cannot be read.
Result<> loadLetterFonts();

/// The characters of `text` that no installed font can show, each once, in order of appearance. Spaces, line breaks and
/// characters that are invisible by nature are never listed. May be called from any thread.
QStringList unshowable(const QString &text);

} // namespace tocsin::notices
