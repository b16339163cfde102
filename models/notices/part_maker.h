// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/address_file.h"
#include "notices/run_files.h"

#include <deque>

namespace tocsin::notices {

/// One part in the making: its letters, its envelopes or labels, and its rows of run.csv.
class PartMaker
{
public:
    /// A `mark` such as "Proof" is put on every page.
    PartMaker(const LetterComposer &composer, const AddressFiles &addresses, const Instant &started,
              const QString &mark);

    /// `devices` are for the letters and then for each kind of address file, in their order.
    Result<> begin(int number, const QList<QIODevice *> &devices);
    Result<> add(const LetterRecipient &recipient);
    Result<> addWithoutAddress(const LetterRecipient &recipient);
    /// After it, part() and rows() are whole.
    Result<> finish();

    [[nodiscard]] const RunJournal::Part &part() const { return m_part; }
    [[nodiscard]] const QByteArray &rows() const { return m_rows; }

private:
    /// A row that waits until its address is on a sheet, since only then it is known whether it fits.
    struct Waiting
    {
        LetterRunRow row;
        qint64 address = -1; ///< its number in the part; -1 for none
    };

    const LetterComposer &m_composer;
    QString m_mark;
    Metadata m_metadata;
    PdfWriter m_writer;
    std::vector<AddressFile> m_addresses;
    RunJournal::Part m_part;
    std::deque<Waiting> m_waiting;
    QByteArray m_rows;

    Result<> addAddress(const Document &letter);
    void writeSettledRows();
};

} // namespace tocsin::notices
