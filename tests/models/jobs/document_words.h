// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "notices/sheet_kinds.h"

namespace tocsin::test {

/// What a document says, with an answer to each question that its kind cannot do without.
inline QMap<QString, QString> wordsFor(const casework::Notice &notice)
{
    using namespace Qt::Literals::StringLiterals;
    static const QMap<QString, QString> known{{u"contact_phone"_s, u"1-312-555-0142"_s},
                                              {u"contact_email"_s, u"privacy@example.org"_s},
                                              {u"media"_s, u"No"_s}}; // it is still owed
    const auto kind = notices::noticeKind(notice.kind);
    QMap<QString, QString> words = notice.fields;
    for (const notices::WordField &field : kind->fields) {
        const bool isDate = field.type == notices::WordField::Type::Date;
        const QString word = known.value(field.key, isDate ? u"2026-03-25"_s : field.choices.value(0, u"Some words"_s));
        if (!field.optional && !words.contains(field.key))
            words.insert(field.key, word);
    }
    return words;
}

} // namespace tocsin::test
