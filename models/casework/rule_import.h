// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"

namespace tocsin::casework {

/// What files of rule packs would bring.
struct RuleImport
{
    QStringList packs = {}; ///< "hipaa@2026.12", the new ones
    QStringList present = {}; ///< names of packs that are here already, in these very words
    QList<law::RuleChange> rules = {}; ///< against what is available now
};

/// Reads files of rule packs and compares them with what is available; takes in nothing. Fails as ImportRulePacks does.
struct PreviewRuleImport
{
    using Answer = RuleImport;
    QList<PackFile> files = {};
    Result<RuleImport> run(Reader &reader) const;
};

/// Takes files of rule packs, at most 4 MiB each, into the store and makes them available: all or none. Packs that are
/// here already are passed over. No incident moves until AcceptRulePacks. A reason is required. Fails with BadInput as
/// law::parseRulePack does, or if two files hold the same pack; with Conflict if nothing is new, or if a pack is older
/// than, or has the version of, another one that is here.
struct ImportRulePacks
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("law.import");
    QList<PackFile> files = {};
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// Files that were read.
struct ImportablePacks
{
    law::RulePacks packs = {}; ///< at least one
    QStringList present = {}; ///< names of those that are available already
};

/// Reads files as ImportRulePacks does. For this room only.
Result<ImportablePacks> readImportable(const law::RulePacks &available, const QList<PackFile> &files);

} // namespace tocsin::casework
