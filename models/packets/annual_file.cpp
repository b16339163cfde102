// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/annual_file.h"

#include "casework/annual_log.h"
#include "core/safe_file.h"
#include "packets/recorded_file.h"

namespace tocsin::packets {

Result<> writeAnnualCsv(casework::CaseFile &file, int year, const QString &path)
{
    TOCSIN_ASSIGN(const QList<casework::AnnualLogEntry> log, file.ask(casework::AnnualLogQuery{year}).result());
    const auto write = [&log](const QString &part) { return writeFileAtomically(part, casework::annualLogCsv(log)); };
    const auto note = [&file, year]() -> Result<> {
        const auto noted = file.submit(casework::RecordAnnualExport{year}).result();
        return noted ? Result<>() : Result<>(forward(noted));
    };
    return writeRecorded(path, write, note);
}

} // namespace tocsin::packets
