// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/first_steps.h"

#include "notices/sheet_kinds.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

const QString kHolding = u"holding"_s;
const QString kAudience = u"audience"_s;

} // namespace

casework::Playbook generalPlaybook(const QList<casework::Playbook> &all)
{
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [](const casework::Playbook &each) { return each.alarm.has_value(); });
    return found == all.cend() ? all.value(0) : *found;
}

Result<QList<casework::CreateNotice>> holdingStatements()
{
    TOCSIN_ASSIGN(const notices::NoticeKind kind, notices::noticeKind(kHolding));
    const notices::WordField *field = kind.field(kAudience);
    QList<casework::CreateNotice> drafts;
    for (const QString &audience : field ? field->choices : QStringList()) {
        casework::CreateNotice draft;
        draft.key = kind.kind + u'-' + audience.toLower();
        draft.title = u"%1: %2"_s.arg(kind.title, audience.toLower());
        draft.kind = kind.kind;
        draft.language = kind.language;
        draft.fields = kind.presets();
        draft.fields.insert(kAudience, audience);
        drafts << draft;
    }
    return drafts;
}

Result<casework::DeclareIncident> declaration(casework::CreateIncident incident, const FirstSteps &steps)
{
    casework::DeclareIncident command;
    command.incident = std::move(incident);
    command.playbook = steps.playbook;
    command.anchor = steps.anchor;
    if (steps.holdingStatements) {
        TOCSIN_ASSIGN(command.drafts, holdingStatements());
    }
    return command;
}

} // namespace tocsin::jobs
