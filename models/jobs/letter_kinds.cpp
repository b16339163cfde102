// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/letter_kinds.h"

#include "jobs/word_fields.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

notices::NoticeKind letterKind(const QString &name, const QString &title, const QString &audience,
                               const QString &citation)
{
    notices::NoticeKind kind;
    kind.kind = name;
    kind.title = title;
    kind.group = u"individuals"_s;
    kind.audience = audience;
    kind.citation = citation;
    casework::Notice notice;
    notice.kind = name;
    kind.fields = wordFields(notice).value_or(QList<notices::WordField>());
    return kind;
}

} // namespace

QList<notices::NoticeKind> letterKinds()
{
    return {
        letterKind(u"supplement"_s, u"Supplemental letter"_s,
                   u"Whoever had the first letter or e-mail: more is known now"_s, u"164.404(d)(1)(i)"_s),
        letterKind(u"correction"_s, u"Letter of correction"_s,
                   u"Whoever had the first letter or e-mail: something in it was wrong"_s, {}),
        letterKind(u"email"_s, u"E-mail to individuals"_s,
                   u"Whoever agreed to be told by e-mail, in place of the letter"_s, u"164.404(d)(1)(i)"_s),
        letterKind(u"phone"_s, u"Urgent telephone script"_s, u"Whoever is in imminent danger, beside the letter"_s,
                   u"164.404(d)(3)"_s),
    };
}

} // namespace tocsin::jobs
