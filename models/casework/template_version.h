// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/store_access.h"

namespace tocsin::casework {

/// The house's own text of a notice, as somebody saved it. The text that comes with the program is version 0 and is not
/// in the store; versions are only ever added.
struct TemplateVersion
{
    QString id = {}; ///< of the program's text it stands for, such as individual-adult-en
    int version = 0; ///< from 1
    QByteArray bytes = {}; ///< UTF-8, as models/notices/FORMAT.md has it; empty where only the list was asked for
    QString sha256 = {}; ///< of the bytes
    QString reason = {};
    PersonId by = {};
    QString byName = {};
    Instant at = {};
};

/// The newest version of every text that the house has its own of, with the bytes.
struct NewestTemplates
{
    using Answer = QList<TemplateVersion>;
    Result<QList<TemplateVersion>> run(Reader &reader) const;
};

/// All versions of one text, the oldest first, without the bytes; none if the house never changed it.
struct TemplateVersions
{
    using Answer = QList<TemplateVersion>;
    QString id = {};
    Result<QList<TemplateVersion>> run(Reader &reader) const;
};

/// Fails with NotFound, and says how many there are.
struct TemplateVersionByNumber
{
    using Answer = TemplateVersion;
    QString id = {};
    int version = 0;
    Result<TemplateVersion> run(Reader &reader) const;
};

/// Adds a version. What the text says is for jobs::saveTemplate() to check, through which every caller goes: this room
/// knows no templates. Fails with Conflict if `base` is not the newest version, so that nobody's change is lost.
struct SaveTemplate
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("template.save");
    QString id = {};
    int base = 0; ///< the version that was edited; 0: the program's
    QByteArray bytes = {};
    QString reason = {};
    QString baseSha256 = {}; ///< of the text that was edited, for the ledger
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
