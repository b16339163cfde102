// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/letter_proofs.h"
#include "jobs/letters.h"

#include <QTemporaryDir>

namespace tocsin::test {

/// A proof set of the letters as they are, in a folder of its own, and whoever has the store open accepts it.
inline Result<casework::Receipt> proveLetters(casework::CaseFile &file, IncidentId incident,
                                              const QString &notice = QStringLiteral("individual-en"))
{
    const QTemporaryDir folder;
    notices::LetterRunOptions options;
    options.folder = folder.filePath(QStringLiteral("proof"));
    options.proof = 1;
    options.proofGrows = true;
    const Progress progress;
    TOCSIN_TRY(jobs::runNotice(file, incident, notice, options, progress));
    return jobs::acceptProof(file, incident, notice, options.folder);
}

} // namespace tocsin::test
