// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"

#include "vault/database.h"
#include "vault/hkdf.h"

namespace tocsin::test {

/// The key that `x'…'` notation holds: 64 hexadecimal digits of key and 32 of salt.
inline vault::DatabaseKey keyOf(const vault::SecureBytes &rawNotation)
{
    const QByteArray digits = rawNotation.view().toByteArray().mid(2, 96);
    const QByteArray bytes = QByteArray::fromHex(digits);
    return {vault::SecureBytes::copyOf(bytes.first(vault::kKeySize)), bytes.mid(vault::kKeySize)};
}

/// The store's database as another program sees it that has the raw key: nothing of this program guards it. Taking the
/// key out would add an entry to the ledger, so the vault is asked and not the case.
inline Result<vault::Database> openRaw(CaseFixture &store)
{
    store.close();
    vault::DatabaseKey key;
    {
        TOCSIN_ASSIGN(const vault::Vault vault,
                      vault::Vault::unlock(
                          store.path(), {QStringLiteral("Ada"), CaseFixture::passphraseOf(QStringLiteral("Ada")), {}}));
        key = keyOf(vault.rawKeyHex());
    }
    auto raw = vault::Database::open(store.path(), key, vault::OpenMode::ReadWrite);
    TOCSIN_TRY(store.openAs(QStringLiteral("Ada")));
    return raw;
}

} // namespace tocsin::test
