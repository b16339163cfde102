// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"
#include "notices/pdf/pdf_writer.h"

#include <QRectF>

namespace tocsin::notices {

/// A sheet with places for addresses: an envelope has one, a sheet of labels has many. Points, from the top left.
struct AddressSheet
{
    QString kind; ///< "envelopes" or "labels": the beginning of the file's name
    QString title;
    QSizeF size;
    int columns = 1;
    int rows = 1;
    QRectF first; ///< what an address may fill, in the first place
    QSizeF pitch = {}; ///< from one place to the next
    TextBox type; ///< sizes of the type
    std::optional<QRectF> sender = {}; ///< where the sender's address goes
    QRectF mark; ///< where a proof says that it is one

    [[nodiscard]] int places() const { return columns * rows; }
};

/// A #10 envelope, 9 1/2 by 4 1/8 inches. The address stands where the machines of the USPS read it: at least 1/2 inch
/// from the sides, between 5/8 and 2 3/4 inches from the bottom (Domestic Mail Manual 202.2.1), in type of 8 points or
/// more (202.1.2). Nothing stands in the bar code's clear zone, lower right (202.5.1).
const AddressSheet &envelope();
/// A US Letter sheet of 30 labels, 2 5/8 by 1 inch, in 3 columns and 10 rows: 1/2 inch from the top, 3/16 from the
/// left, 1/8 between the columns. Addresses keep 1/8 inch from the sides of their label and 1/16 from top and bottom,
/// for printers that pull the sheet in askew.
const AddressSheet &labelSheet();

/// The sheets that are asked for, and all there are.
QList<AddressSheet> sheetsOf(const AddressFiles &wanted);
QList<AddressSheet> allAddressSheets();
/// "envelopes-0001.pdf"
QString addressFileName(const QString &kind, int part);

/// The addresses of a part's letters as a PDF, in the order of the letters, the last sheet as full as it gets.
class AddressFile
{
public:
    AddressFile(const AddressSheet &sheet, const Organization &sender, const QString &mark)
        : m_sheet(sheet), m_sender(sender), m_mark(mark)
    {
    }

    /// `about` is what the part's letters say of themselves; the title is this file's own. Errors as PdfWriter has
    /// them.
    Result<> begin(QIODevice &device, Metadata about);
    Result<> add(const QStringList &address);
    /// Writes the last sheet, and what of it all is known only now.
    Result<> finish();

    [[nodiscard]] const AddressFileMade &made() const { return m_made; }
    /// How many addresses stand on sheets that are written; what became of the others is not known yet.
    [[nodiscard]] qint64 placed() const { return m_placed; }
    /// Whether the address with this number, from 0, did not fit whole.
    [[nodiscard]] bool wasShortened(qint64 address) const;

private:
    AddressSheet m_sheet;
    Organization m_sender;
    QString m_mark;
    PdfWriter m_writer;
    Metadata m_about;
    QList<QStringList> m_waiting; ///< for the sheet to be full
    qint64 m_placed = 0;
    std::vector<qint64> m_shortened; ///< ascending
    AddressFileMade m_made;

    Result<> writeSheet();
    [[nodiscard]] TextBox boxAt(const QRectF &place, const QStringList &lines) const;
    [[nodiscard]] QRectF place(int index) const;
};

} // namespace tocsin::notices
