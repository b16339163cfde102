// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/enclosures.h"

#include "casework/roster.h"
#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qsizetype kAtOnce = 2'000; // people read at a time

} // namespace

Result<QByteArray> namesOf(casework::ReadSession &session, IncidentId incident, const QString &state,
                           const Progress &progress)
{
    casework::RecipientIds wanted{incident};
    wanted.state = state;
    wanted.standing = casework::Standing::Included;
    TOCSIN_ASSIGN(const QList<RecipientId> ids, session.ask(wanted));
    QByteArray csv("\xEF\xBB\xBFLast name,First name\r\n");
    for (qsizetype first = 0; first < ids.size(); first += kAtOnce) {
        TOCSIN_TRY(progress.check());
        TOCSIN_ASSIGN(const QList<casework::Recipient> people,
                      session.ask(casework::RecipientsById{ids.mid(first, kAtOnce)}));
        for (const casework::Recipient &person : people) {
            csv += csvField(spreadsheetSafe(person.lastName)).toUtf8() + ','
                + csvField(spreadsheetSafe(person.firstName)).toUtf8() + "\r\n";
        }
    }
    return csv;
}

} // namespace tocsin::jobs
