// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/run_files.h"

#include <memory>

class QIODevice;

namespace tocsin::notices {

/// Where a part is made.
struct PartPlace
{
    int number = 0;
    qint64 lettersBefore = 0; ///< in the parts before it
    QList<QIODevice *> devices = {}; ///< of a part that is a file: it, and its address files
    QString folder = {}; ///< of a part that is a folder
};

/// One part in the making, with its rows of run.csv.
class PartMaker
{
public:
    PartMaker() = default;
    virtual ~PartMaker() = default;
    PartMaker(const PartMaker &) = delete;
    PartMaker &operator=(const PartMaker &) = delete;

    /// For the medium of the composer's inputs: letters as one PDF, or a folder of e-mails. Every
    /// piece of a proof says that it is one.
    static std::unique_ptr<PartMaker> make(const LetterComposer &composer, const AddressFiles &addresses,
                                           const Instant &started, bool proof);

    virtual Result<> begin(const PartPlace &place) = 0;
    virtual Result<> add(const LetterRecipient &recipient) = 0;
    /// Somebody who cannot be reached has a row and no letter.
    virtual Result<> addUnreached(const LetterRecipient &recipient) = 0;
    /// After it, part() and rows() are whole.
    virtual Result<> finish() = 0;

    [[nodiscard]] const RunJournal::Part &part() const { return m_part; }
    [[nodiscard]] const QByteArray &rows() const { return m_rows; }

protected:
    RunJournal::Part m_part;

    /// Adds a row and counts it.
    void append(const LetterRunRow &row);

private:
    QByteArray m_rows;
};

/// A letter that says everything; fails with CheckFailed for one that does not.
Result<Letter> wholeLetter(const LetterComposer &composer, const LetterRecipient &recipient, const QString &mark);

/// What every row tells of a person, and what of the letter.
LetterRunRow runRowOf(const LetterRecipient &recipient);
LetterRunRow runRowOf(const LetterRecipient &recipient, const Letter &letter);

} // namespace tocsin::notices
