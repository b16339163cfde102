// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "notices/document/document.h"

#include <memory>
#include <vector>

class QIODevice;

namespace tocsin::notices {

/// Where a document came to lie in a PDF.
struct PlacedDocument
{
    int firstPage = 1; ///< counted from 1 in the file
    int pages = 0;
    bool addressShortened = false; ///< the address did not fit its window, even in the smallest type, and lost text
    bool windowCrowded = false; ///< what stands above the address reaches into its window; shorten the letterhead
    std::vector<size_t> boxesShortened = {}; ///< text boxes that lost text, by their place among the blocks
};

/// Writes a tagged PDF of one or many documents: PDF 1.7 with the structure of PDF/UA-1 and PDF/A-2a, all fonts
/// embedded as subsets that the documents share. Pages go out as they are made, so memory does not grow with their
/// number. The same calls with the same values give the same bytes, in any process with the same fonts installed.
///
/// Use one writer on one thread, any thread; call loadLetterFonts() before. After a failure the writer is of no more
/// use.
class PdfWriter
{
public:
    PdfWriter();
    ~PdfWriter(); ///< without finish(), the file that was begun is removed
    PdfWriter(PdfWriter &&) noexcept;
    PdfWriter &operator=(PdfWriter &&) noexcept;

    /// Begins a file, under a temporary name beside `path` until finish(). Fails with Io.
    Result<> begin(const QString &path, const Metadata &metadata);
    /// Begins on an open device, which must outlive the writer. Fails with Io.
    Result<> begin(QIODevice &device, const Metadata &metadata);

    /// Lays out a document and writes its pages. Fails with Io (a full disk included), or with BadInput for a page
    /// set-up that leaves no room for text. Metadata of the document other than its language are not used here.
    Result<PlacedDocument> addDocument(const Document &document);

    /// Writes fonts, structure and index, and gives the file its name. Fails with Io and then removes it, or with
    /// Conflict if there is no page.
    Result<> finish();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// One document as a PDF in memory.
Result<QByteArray> renderDocument(const Document &document);
/// The same into a file, whole or not at all.
Result<PlacedDocument> writeDocument(const Document &document, const QString &path);

} // namespace tocsin::notices
