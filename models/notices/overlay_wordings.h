// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template.h"

namespace tocsin::notices {

/// What overlays add to letters in one language: the sentences, by key, and where in a letter they stand.
struct Wordings
{
    struct Wording
    {
        QString key; ///< "police-report"
        std::vector<TemplateBlock> blocks;
    };
    /// A place of a letter.
    struct Place
    {
        Field field = Field::OverlaySteps;
        std::vector<TemplateBlock> lead; ///< stands before the wordings, if any of them stands
        std::vector<Wording> wordings; ///< in the order in which letters have them
    };

    QString language;
    QString sha256; ///< of the file's bytes
    std::vector<Place> places;

    /// Takes a file of the kind "wordings" apart: `# happened` (or steps, or contacts) begins a place, `##
    /// police-report` a wording. Fails with BadInput, naming source and line.
    static Result<Wordings> of(const Template &text, const QString &source);
    /// Those that come with the program.
    static Result<std::vector<Wordings>> bundled();

    [[nodiscard]] QStringList keys() const;
};

} // namespace tocsin::notices
