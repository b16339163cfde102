// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template_inlines.h"

namespace tocsin::notices {

/// Reads the blocks of a template: headings, paragraphs, list items, and sections whose tags stand on lines of their
/// own. `first` is the index of the body's first line.
Parsed<std::vector<TemplateBlock>> parseTemplateBody(const QStringList &lines, qsizetype first, const FieldBook &book);

/// Whether a paragraph is a place that an overlay fills.
bool isPlace(const TemplateInlines &inlines, const FieldBook &book = FieldBook::ofLetters());

} // namespace tocsin::notices
