// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"
#include "law/rule_pack.h"

#include <QDir>

/// Names the compiled-in resource file, so that a linker does not drop it from the static library. Must stand outside
/// any namespace.
static void useBuiltInPacks()
{
    Q_INIT_RESOURCE(law);
}

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr qint64 kMostBytes = 16 << 20;

} // namespace

Result<RulePacks> loadRulePacks(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(ErrorCode::BadInput, u"%1: expected a folder with at least one rule pack, *.json."_s.arg(folder));
    RulePacks packs;
    for (const QString &name : names) {
        TOCSIN_ASSIGN(const QByteArray bytes, readFile(dir.filePath(name), kMostBytes));
        TOCSIN_ASSIGN(RulePack pack, parseRulePack(bytes, name));
        for (const RulePack &other : packs) {
            if (other.id == pack.id)
                return fail(
                    ErrorCode::BadInput,
                    u"%1.id: expected an id that no other pack of the folder has; “%2” is taken."_s.arg(name, pack.id));
        }
        packs << std::move(pack);
    }
    return packs;
}

Result<RulePacks> builtInRulePacks()
{
    useBuiltInPacks();
    return loadRulePacks(u":/law"_s);
}

} // namespace tocsin::law
