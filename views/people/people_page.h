// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/page.h"

namespace tocsin::views {

class RecipientsPanel;
class RosterPanel;
struct RosterView;

/// The people affected: rosters on the left with what they amount to, every person on the right for those whose role
/// may see them.
class PeoplePage final : public Page
{
    Q_OBJECT

public:
    explicit PeoplePage(CaseContext *context, QWidget *parent = nullptr);

    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;

private:
    CaseContext *m_context;
    RosterPanel *m_roster;
    RecipientsPanel *m_recipients = nullptr; ///< null if the role may not see people

    void load();
    void take(const RosterView &view);
};

} // namespace tocsin::views
