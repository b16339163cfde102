// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "casework/template_version.h"
#include "notices/overlay_set.h"
#include "notices/sheet_kinds.h"
#include "notices/template_check.h"

namespace tocsin::jobs {

/// The texts that the notices of a store are made of: of each, the house's newest version, or else the one that comes
/// with the program.
class HouseTexts
{
public:
    static Result<HouseTexts> of(casework::ReadSession &session);

    /// Puts a text in the place of the house's, to see it before it is saved.
    void put(const QString &id, const QByteArray &bytes);

    /// The letters of a kind. Fails with BadInput, naming text, version and line, if this program cannot read a
    /// version.
    [[nodiscard]] Result<notices::TemplateSet> letters(const QString &kind) const;
    [[nodiscard]] Result<notices::OverlaySet> overlays() const;
    [[nodiscard]] Result<notices::Template> sheet(const notices::NoticeKind &kind) const;

    /// Nobody approves what they wrote: fails with NotAllowed if this person saved a version of a text that a notice is
    /// made of since the notice was last approved, unless the text is just the program's brought back.
    [[nodiscard]] Result<> approvableBy(casework::ReadSession &session, PersonId who,
                                        const casework::Notice &notice) const;

private:
    QMap<QString, casework::TemplateVersion> m_own;

    [[nodiscard]] Result<std::vector<notices::Template>> all(QStringView kind) const;
};

/// One text in the list of all.
struct HouseText
{
    QString id;
    QString title; ///< such as “Letter to individuals”
    QString variant; ///< such as “adult, English”; empty where there is only one
    QString kind; ///< as the header has it
    QString audience;
    casework::TemplateVersion newest; ///< without the bytes; number 0 for the program's
    bool isShipped = true; ///< says what the program's says, restored or never changed
};

/// Every text, letters first, in the order in which a person looks for them.
Result<QList<HouseText>> houseTexts(casework::ReadSession &session);

/// A version of a text with its bytes; 0 is the program's, none the newest. Fails with NotFound.
Result<casework::TemplateVersion> textVersion(casework::ReadSession &session, const QString &id,
                                              std::optional<int> version = {});
/// All versions without their bytes, the program's first.
Result<QList<casework::TemplateVersion>> textVersions(casework::ReadSession &session, const QString &id);

/// Saves a version on top of `base`, with the reason. Fails with BadInput, naming each line, if the text may not be
/// saved (notices::templateProblems()), and as casework::SaveTemplate does.
Result<casework::Receipt> saveText(casework::CaseFile &file, const QString &id, int base, const QByteArray &bytes,
                                   const QString &reason);
/// Saves what the program's text says as a new version.
Result<casework::Receipt> restoreText(casework::CaseFile &file, const QString &id, const QString &reason);

} // namespace tocsin::jobs
