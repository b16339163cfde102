// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/text_drafts.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

QVariantMap toVariants(const TextDrafts &drafts)
{
    QVariantMap bytes;
    QVariantMap bases;
    QVariantMap reasons;
    for (auto draft = drafts.cbegin(); draft != drafts.cend(); ++draft) {
        bytes.insert(draft.key(), draft->bytes);
        bases.insert(draft.key(), draft->base);
        reasons.insert(draft.key(), draft->reason);
    }
    return {{u"drafts"_s, bytes}, {u"bases"_s, bases}, {u"reasons"_s, reasons}};
}

TextDrafts textDrafts(const QVariantMap &place)
{
    const QVariantMap bytes = place.value(u"drafts"_s).toMap();
    const QVariantMap bases = place.value(u"bases"_s).toMap();
    const QVariantMap reasons = place.value(u"reasons"_s).toMap();
    TextDrafts drafts;
    for (auto draft = bytes.cbegin(); draft != bytes.cend(); ++draft)
        drafts.insert(
            draft.key(),
            {draft.value().toByteArray(), bases.value(draft.key()).toInt(), reasons.value(draft.key()).toString()});
    return drafts;
}

} // namespace tocsin::views
