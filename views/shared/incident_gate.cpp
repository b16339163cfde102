// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/incident_gate.h"

#include "shared/empty_state.h"
#include "shared/page.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

IncidentGate::IncidentGate(CaseContext &context, const QString &sentence, QWidget *content, Page *page)
    : QStackedWidget(page)
{
    auto *none = new EmptyState(page->info().icon, tr("No incident yet"), sentence, tr("Go to the overview"), this);
    addWidget(none);
    addWidget(content);
    const auto show = [this, &context] { setCurrentIndex(context.incident().isNull() ? 0 : 1); };
    connect(none, &EmptyState::actionTriggered, page, [page] { Q_EMIT page->navigationRequested(u"overview"_s, {}); });
    connect(&context, &CaseContext::incidentChanged, this, show);
    show();
}

} // namespace tocsin::views
