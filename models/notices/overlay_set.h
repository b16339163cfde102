// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/overlay.h"
#include "notices/overlay_wordings.h"

namespace tocsin::notices {

/// The overlays of all States and the sentences they add: makes the text of a letter into the text for one State.
class OverlaySet
{
public:
    /// None: every letter is the template's own.
    OverlaySet() = default;
    /// Fails with BadInput if a demand names a wording that a language does not have, or with Conflict if two files
    /// have the same language.
    static Result<OverlaySet> of(OverlayFile file, std::vector<Wordings> wordings);
    /// Those that come with the program.
    static Result<OverlaySet> bundled();

    /// The overlay for a person who lives in a State; null if the State asks for nothing or is not known.
    [[nodiscard]] const Overlay *find(const QString &state) const;
    [[nodiscard]] const QList<Overlay> &all() const { return m_file.overlays; }
    [[nodiscard]] const OverlayFile &file() const { return m_file; }

    /// The text with an overlay's title, headings and wordings in it, for a person with these kinds of information. No
    /// place is left in it; without an overlay all places go. In a language without wordings, the English ones stand.
    [[nodiscard]] Template applied(const Template &text, const Overlay *overlay, const QStringList &elements) const;

    /// A wording of an overlay by itself, in the language of a text.
    [[nodiscard]] Template wordingAlone(const Template &text, const Overlay &overlay, const QString &key) const;

    /// One hash over the data and the wordings, which an approval pins.
    [[nodiscard]] QString sha256() const;

private:
    OverlayFile m_file;
    std::vector<Wordings> m_wordings;

    [[nodiscard]] const Wordings *wordingsIn(const QString &language) const;
};

} // namespace tocsin::notices
