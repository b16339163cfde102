// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/letter_export.h"

#include "casework/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<Outcome> RecordLetterExport::apply(Writer &writer) const
{
    struct Place
    {
        QString reference;
        QString key;
    };
    TOCSIN_ASSIGN(const Place place,
                  sql::one(
                      writer.db(), u"There is no such notice."_s,
                      u"SELECT i.reference, n.key FROM notice n JOIN incident i ON i.id = n.incident WHERE n.id = ?1"_s,
                      [](const vault::Statement &row) {
                          return Place{row.text(0), row.text(1)};
                      },
                      notice));
    QJsonObject after{{u"format"_s, format}, {u"sha256"_s, sha256}, {u"sample"_s, recipient.isNull()}};
    if (!recipient.isNull())
        after.insert(u"recipient"_s, recipient.value);
    writer.note({place.reference, u"notice/"_s + place.key, {}, after});
    return Outcome{notice.value, place.key};
}

} // namespace tocsin::casework
