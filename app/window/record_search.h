// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shell/command_palette.h"

#include <QPointer>

namespace tocsin::app {

/// Where Ctrl+K finds the records of the open incident: tasks, deadlines, notices, packets and timeline
/// entries.
class RecordSearch final : public views::PaletteSource
{
public:
    using Show = std::function<void(const QString &pageId, const QString &recordId)>;
    RecordSearch(views::CaseContext *context, Show show) : m_context(context), m_show(std::move(show)) { }

    void find(const QString &words, const Deliver &deliver) override;

private:
    QPointer<views::CaseContext> m_context;
    Show m_show;
};

} // namespace tocsin::app
