// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"

#include <QStackedWidget>

namespace tocsin::views {

class Page;

/// What a page shows of an incident; while there is none, what belongs here and the way to the overview, where one
/// begins.
class IncidentGate final : public QStackedWidget
{
    Q_OBJECT

public:
    /// Takes the content over. `sentence` says what an incident brings to this page.
    IncidentGate(CaseContext &context, const QString &sentence, QWidget *content, Page *page);
};

} // namespace tocsin::views
