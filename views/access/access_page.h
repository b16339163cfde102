// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/page.h"
#include "vault/key_file.h"

namespace tocsin::views {

class KeysPanel;
class PeoplePanel;

/// Who can open the store, what each role may do, and the store's keys.
class AccessPage final : public Page
{
    Q_OBJECT

public:
    /// `cost` is what a new passphrase's key derivation takes; tests choose a cheap one.
    explicit AccessPage(CaseContext *context, QWidget *parent = nullptr,
                        vault::KdfCost cost = vault::KdfCost::standard());

    [[nodiscard]] QList<Command> commands() override;

private:
    CaseContext *m_context;
    PeoplePanel *m_people;
    KeysPanel *m_keys;
};

} // namespace tocsin::views
