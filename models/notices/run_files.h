// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"

#include <QJsonObject>

namespace tocsin {
class JsonReader;
}

namespace tocsin::notices {

/// The head of run.csv, and one row of it, with their line ends.
QByteArray runCsvHead();
QByteArray runCsvRow(const LetterRunRow &row);
/// Reads a line of run.csv, without its line end.
Result<LetterRunRow> parseRunCsvRow(const QString &line);

/// How the letters of a run go out, as JSON has it under "by".
Medium readMedium(JsonReader &reader);

/// The address files of the part with this number, as JSON has them under "address_files".
QList<AddressFileMade> readAddressFiles(JsonReader &part, int number);

/// What is complete of an unfinished run: run.state.json.
struct RunJournal
{
    /// A complete part and its rows of run.csv, which stand in run.csv.partial one after the other.
    struct Part
    {
        LetterRunPart pdf;
        qint64 rowsBytes = 0;
        QString rowsSha256;
        qint64 rows = 0;
        qint64 withoutAddress = 0;
        qint64 addressesShortened = 0;
    };

    QString inputsSha256;
    Shard shard;
    Medium medium = Medium::Post;
    Instant started;
    int making = 0; ///< the part whose files may be there and incomplete; 0 once all are complete
    QList<Part> parts;

    [[nodiscard]] QByteArray toJson() const;
    static Result<RunJournal> parse(const QByteArray &json, const QString &source);
};

/// The facts of run.json.
QByteArray runJson(const LetterRunSummary &summary, const LetterInputs &inputs, const RosterSurvey &roster,
                   const LetterRunOptions &options, const Instant &generated);

} // namespace tocsin::notices
