// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

namespace tocsin::jobs {

struct ProducedFile
{
    QString name;
    QString sha256 = {};
    qint64 bytes = 0;
};

struct DocumentReport
{
    QString folder;
    QList<ProducedFile> files;
    int pages = 0; ///< of the PDF
    QString manifestSha256; ///< of notice.json
};

/// Produces a notice that is one document into a folder that is new or empty: PDF (with the sample of the letter where
/// the kind attaches one), HTML, plain text, OpenDocument text, the sample in these too, what the office gets beside
/// it, and notice.json with their hashes (FORMAT.md of notices, section 4), and records it. Nothing is left behind if
/// it fails or is cancelled. Fails with CheckFailed unless this exact version is approved, and with NotAllowed for a
/// role that does not produce.
Result<DocumentReport> produceDocument(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                       const QString &folder, const Progress &progress);

} // namespace tocsin::jobs
