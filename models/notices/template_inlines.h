// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template.h"

namespace tocsin::notices {

/// Reads the text of one paragraph, heading or list item: text, **bold**, *italic*, a backslash before a sign or at the
/// end of a line, {{field}} and {{#field}}…{{/field}}. `line` is that of its first character; `inList` says that {{.}}
/// has a meaning.
Parsed<TemplateInlines> parseInlines(QStringView text, int line, bool inList, const FieldBook &book);

/// A field of the book that may be used as `section`, or in the text; or a fault that names the right ones.
Parsed<Field> sectionField(QStringView name, int line, const FieldBook &book);

} // namespace tocsin::notices
