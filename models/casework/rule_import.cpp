// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/rule_import.h"

#include "casework/person_words.h"
#include "casework/sql.h"
#include "core/text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr qsizetype kMostImported = 4 << 20;

const law::RulePack *packCalled(const QString &id, const law::RulePacks &packs)
{
    const auto found
        = std::find_if(packs.cbegin(), packs.cend(), [&id](const law::RulePack &each) { return each.id == id; });
    return found == packs.cend() ? nullptr : &*found;
}

Result<law::RulePack> readFile(const PackFile &file)
{
    if (file.bytes.size() > kMostImported)
        return fail(ErrorCode::BadInput, u"%1 is larger than 4 MiB; a rule pack is far smaller."_s.arg(file.source));
    return law::parseRulePack(file.bytes, file.source);
}

/// Refuses what would hide what stands under a known name.
Result<> checkNew(const law::RulePack &pack, const law::RulePack &present)
{
    if (present.version == pack.version) {
        return fail(ErrorCode::Conflict,
                    u"Another %1 is here already. Give the changed pack a version of its own."_s.arg(pack.name()));
    }
    if (!isNewer(pack, present))
        return fail(ErrorCode::Conflict, u"%1 is older than %2, which is here."_s.arg(pack.name(), present.name()));
    return {};
}

QJsonObject packJson(const law::RulePack &pack)
{
    return {{u"pack"_s, pack.name()},
            {u"title"_s, pack.title},
            {u"prepared"_s, pack.prepared.toString(Qt::ISODate)},
            {u"rules"_s, pack.rules.size()},
            {u"sha256"_s, sha256Hex(pack.bytes)}};
}

} // namespace

Result<ImportablePacks> readImportable(const law::RulePacks &available, const QList<PackFile> &files)
{
    ImportablePacks found;
    for (const PackFile &file : files) {
        TOCSIN_ASSIGN(const law::RulePack pack, readFile(file));
        const law::RulePack *present = packCalled(pack.id, available);
        if (present && present->bytes == pack.bytes) {
            found.present << pack.name();
            continue;
        }
        if (present)
            TOCSIN_TRY(checkNew(pack, *present));
        if (packCalled(pack.id, found.packs)) {
            return fail(ErrorCode::BadInput,
                        u"%1 holds the pack “%2”, and another of these files does too. Import one of them."_s.arg(
                            file.source, pack.id));
        }
        found.packs << pack;
    }
    if (found.packs.isEmpty() && !found.present.isEmpty()) {
        return fail(ErrorCode::Conflict,
                    found.present.size() == 1 ? u"%1 is here already."_s.arg(found.present.first())
                                              : u"%1 are here already."_s.arg(found.present.join(u", "_s)));
    }
    if (found.packs.isEmpty())
        return fail(ErrorCode::BadInput, u"There is no rule pack to import."_s);
    return found;
}

Result<RuleImport> PreviewRuleImport::run(Reader &reader) const
{
    TOCSIN_ASSIGN(const law::RulePacks before, availablePacks(reader));
    TOCSIN_ASSIGN(const ImportablePacks importable, readImportable(before, files));
    law::RulePacks after = before;
    RuleImport import;
    import.present = importable.present;
    for (const law::RulePack &each : importable.packs) {
        offer(after, each);
        import.packs << each.name();
    }
    import.rules = law::compareRules(before, after);
    return import;
}

Result<Outcome> ImportRulePacks::apply(Writer &writer) const
{
    TOCSIN_ASSIGN(const QString words,
                  requiredWords(reason, u"Taking in rules needs a reason: who sent them, or why they are better."_s));
    TOCSIN_ASSIGN(const law::RulePacks available, availablePacks(writer));
    TOCSIN_ASSIGN(const ImportablePacks importable, readImportable(available, files));
    QStringList names;
    QJsonArray packs;
    RulePackId last;
    for (const law::RulePack &each : importable.packs) {
        TOCSIN_ASSIGN(last, keepPack(writer, each));
        TOCSIN_TRY(sql::run(writer.db(), u"UPDATE rule_pack SET imported = 1 WHERE id = ?1"_s, last));
        writer.touch(Kind::RulePack, last.value);
        names << each.name();
        packs.append(packJson(each));
    }
    const QString all = names.join(u", "_s);
    writer.note({{}, u"law/"_s + all, {}, {{u"packs"_s, packs}, {u"reason"_s, words}}});
    return Outcome{last.value, all};
}

} // namespace tocsin::casework
