// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/pack_shelf.h"

#include "core/text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

Result<law::RulePack> PackShelf::parsed(const QString &sha256, const std::function<Result<QByteArray>()> &read) const
{
    const QMutexLocker locker(&m_mutex);
    if (const auto found = m_parsed.constFind(sha256); found != m_parsed.cend())
        return *found;
    TOCSIN_ASSIGN(const QByteArray bytes, read());
    if (sha256Hex(bytes) != sha256)
        return fail(ErrorCode::StoreDamaged, u"A rule pack of this store is not the one that was kept."_s);
    TOCSIN_ASSIGN(const law::RulePack pack, law::parseRulePack(bytes, u"rule pack of this store"_s));
    m_parsed.insert(sha256, pack);
    return pack;
}

} // namespace tocsin::casework
