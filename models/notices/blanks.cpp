// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/blanks.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

QString blankIn(const QString &text)
{
    static const QRegularExpression blank(
        u"\\{\\{|\\}\\}|\\[[^\\]\\n]{0,60}\\]|<\\p{L}[\\p{L} _-]{0,40}>|_{3,}|\\?{3,}"
        "|\\bX{1,4}(?:[/.-]X{1,4})+\\b|\\b(?:TBD|TBC|TBA|TODO|FIXME|X{3,})\\b"
        "|\\b\\p{Lu}{2,}(?: \\p{Lu}{2,})* (?:HERE|AQUÍ)\\b"
        "|(?i:\\binsert (?:[\\w-]+ ){1,4}here\\b|\\binserte (?:[\\w-]+ ){1,4}aquí\\b|\\blorem ipsum\\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return blank.match(text).captured();
}

} // namespace tocsin::notices
