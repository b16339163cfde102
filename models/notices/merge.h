// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"
#include "notices/template.h"

namespace tocsin::notices {

/// A template with one person's values in it, before pages.
struct MergedLetter
{
    QStringList addressee; ///< the lines above the street
    QString footer;
    std::vector<Block> blocks;
    /// Paragraphs that begin with {{organization.privacy_officer}}, by their place in `blocks`: there a signature goes.
    std::vector<size_t> closings;
    QStringList emptyFields; ///< names of fields that the text shows and that have no value, each once
};

/// Fills a template. Only plain text enters the runs, so no value can act as markup.
MergedLetter merge(const Template &text, const FieldSource &values);

/// Puts the signature of the house, if it has one, where the text has the privacy officer's name.
void sign(MergedLetter &merged, const Signer &signer);

/// What a merged letter says, one line per block; headings and list items as they are. For checks and searches.
QString plainText(const std::vector<Block> &blocks);

} // namespace tocsin::notices
