// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/declaration.h"

#include "casework/playbook_run.h"
#include "casework/response_team.h"
#include "casework/timeline.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Instant firstHour(const law::Facts &facts, const Instant &now)
{
    const QByteArray zone = facts.timezone.isEmpty() ? now.zone() : facts.timezone;
    const Instant here = now.inZone(zone);
    if (!facts.discovered)
        return here;
    if (facts.discovered->instant)
        return facts.discovered->instant->inZone(zone);
    const QDate day = facts.discovered->date;
    return day < here.localDate() ? Instant(day.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch(), zone) : here;
}

Result<Outcome> DeclareIncident::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const Outcome made, incident.apply(writer));
    const IncidentId id{made.id};
    LedgerNote note = writer.noted();
    if (playbook || !drafts.isEmpty()) {
        TOCSIN_ASSIGN(const QList<ResponseRole> team, ResponseTeam().run(writer));
        TOCSIN_TRY(logSystemEntry(writer, id, Stream::Command, u"Response team. "_s + teamWords(team)));
    }
    QJsonArray keys;
    for (CreateNotice draft : drafts) {
        draft.incident = id;
        TOCSIN_TRY(draft.apply(writer));
        keys.append(draft.key);
    }
    if (!keys.isEmpty())
        note.after.insert(u"notices"_s, keys);
    if (playbook) {
        TOCSIN_TRY(
            StartPlaybook{id, *playbook, anchor ? *anchor : firstHour(incident.facts, writer.now())}.apply(writer));
        note.after.insert(u"playbook"_s, writer.noted().after);
    }
    writer.note(std::move(note));
    return made;
}

} // namespace tocsin::casework
