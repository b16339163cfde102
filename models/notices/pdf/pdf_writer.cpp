// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/pdf_writer.h"

#include "core/safe_file.h"
#include "notices/pdf/document_layout.h"
#include "notices/pdf/file_properties.h"
#include "notices/pdf/outline_tree.h"
#include "notices/pdf/page_canvas.h"
#include "notices/pdf/page_tree.h"
#include "notices/pdf/structure_tree.h"
#include "notices/pdf/text_shaper.h"
#include "notices/pdf/unfinished_file.h"

#include <QBuffer>
#include <QUrl>

#include <map>

namespace tocsin::notices {

namespace {

/// Only what a reader may open without surprise: never a file, a script or a program.
bool isWorldly(const QString &target)
{
    const QString scheme = QUrl(target).scheme();
    return scheme == u"https" || scheme == u"http" || scheme == u"mailto" || scheme == u"tel";
}

} // namespace

class PdfWriter::Private
{
public:
    Private(QIODevice &device, Metadata about)
        : metadata(std::move(about)), file(device), pages(file), structure(file), resources(file.allocate())
    {
    }

    std::unique_ptr<UnfinishedFile> unfinished = {}; ///< the file, if it is ours and not a caller's device
    Metadata metadata;
    FontBook fonts;
    TextShaper shaper{fonts};
    ObjectFile file;
    PageTree pages;
    StructureTree structure;
    std::vector<OutlineItem> outline;
    std::map<QByteArray, int> pictures; ///< object numbers, by name
    int resources;

    void write(const Document &document, const LaidOut &laidOut);
    Result<> finish();

private:
    /// The object numbers of a document, known before any of it is written, since its parts point at each other.
    struct Numbers
    {
        std::vector<int> pages;
        std::vector<std::vector<int>> annotations;
        std::vector<int> elements;
    };
    Numbers allocate(const LaidOut &laidOut);
    void writePictures(const LaidOut &laidOut);
    [[nodiscard]] QByteArray pictureDictionary() const;
    void writePage(const Document &document, const LaidOut &laidOut, size_t index, const Numbers &numbers);
    void writeLink(const Document &document, const LaidOut &laidOut, const LinkBox &link, int number,
                   const Numbers &numbers);
    [[nodiscard]] static QByteArray destination(const Document &document, const Place &place, const Numbers &numbers);
};

PdfWriter::Private::Numbers PdfWriter::Private::allocate(const LaidOut &laidOut)
{
    Numbers numbers;
    for (const PageContent &page : laidOut.pages) {
        numbers.pages.push_back(file.allocate());
        std::vector<int> links;
        for (size_t i = 0; i < page.links.size(); ++i)
            links.push_back(file.allocate());
        numbers.annotations.push_back(std::move(links));
    }
    for (size_t i = 0; i < laidOut.elements.size(); ++i)
        numbers.elements.push_back(file.allocate());
    return numbers;
}

/// Each picture once in a file, however many documents show it.
void PdfWriter::Private::writePictures(const LaidOut &laidOut)
{
    for (const Picture &picture : laidOut.pictures) {
        int &number = pictures[pictureName(picture)];
        if (number != 0)
            continue;
        number = file.allocate();
        file.stream(number,
                    "/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8/Width "
                        + QByteArray::number(picture.width) + "/Height " + QByteArray::number(picture.height),
                    picture.pixels);
    }
}

QByteArray PdfWriter::Private::pictureDictionary() const
{
    QByteArray entries;
    for (const auto &[name, number] : pictures)
        entries += '/' + name + ' ' + reference(number);
    return entries.isEmpty() ? QByteArray() : "/XObject<<" + entries + ">>";
}

void PdfWriter::Private::write(const Document &document, const LaidOut &laidOut)
{
    writePictures(laidOut);
    const Numbers numbers = allocate(laidOut);
    for (size_t i = 0; i < laidOut.pages.size(); ++i)
        writePage(document, laidOut, i, numbers);
    structure.add(laidOut, document.metadata.language, numbers.pages, numbers.annotations, numbers.elements);
    for (const Bookmark &bookmark : laidOut.bookmarks)
        outline.push_back({bookmark.level, bookmark.title, destination(document, bookmark.place, numbers)});
}

void PdfWriter::Private::writePage(const Document &document, const LaidOut &laidOut, size_t index,
                                   const Numbers &numbers)
{
    const PageContent &page = laidOut.pages[index];
    const int content = file.allocate();
    file.stream(content, {}, page.operators);

    const int key = structure.keyForPage(page, numbers.elements);
    QByteArray links;
    for (size_t i = 0; i < page.links.size(); ++i) {
        const int number = numbers.annotations[index][i];
        writeLink(document, laidOut, page.links[i], number, numbers);
        links += reference(number) + ' ';
    }
    const int number = numbers.pages[index];
    file.object(number,
                "<</Type/Page/Parent " + reference(pages.add(number)) + "/MediaBox[0 0 "
                    + notices::number(document.page.width) + ' ' + notices::number(document.page.height)
                    + "]/Resources " + reference(resources) + "/Contents " + reference(content) + "/StructParents "
                    + QByteArray::number(key) + "/Tabs/S" + (links.isEmpty() ? QByteArray() : "/Annots[" + links + ']')
                    + ">>");
}

void PdfWriter::Private::writeLink(const Document &document, const LaidOut &laidOut, const LinkBox &link, int number,
                                   const Numbers &numbers)
{
    const int key = structure.keyForLink(numbers.elements[static_cast<size_t>(link.element)]);
    const double height = document.page.height;
    const QByteArray box = notices::number(link.box.left()) + ' ' + notices::number(height - link.box.bottom()) + ' '
        + notices::number(link.box.right()) + ' ' + notices::number(height - link.box.top());
    QByteArray action;
    if (isWorldly(link.target))
        action = "/A<</S/URI/URI " + textString(QString::fromLatin1(QUrl(link.target).toEncoded())) + ">>";
    else if (link.target.startsWith(u'#') && laidOut.anchors.contains(link.target.sliced(1)))
        action = "/Dest " + destination(document, laidOut.anchors.value(link.target.sliced(1)), numbers);
    constexpr int kPrint = 4;
    file.object(number,
                "<</Type/Annot/Subtype/Link/F " + QByteArray::number(kPrint) + "/Border[0 0 0]/Rect[" + box
                    + "]/StructParent " + QByteArray::number(key) + "/Contents " + textString(link.text) + action
                    + ">>");
}

QByteArray PdfWriter::Private::destination(const Document &document, const Place &place, const Numbers &numbers)
{
    return '[' + reference(numbers.pages[static_cast<size_t>(place.page)]) + "/XYZ 0 "
        + number(document.page.height - place.y) + " 0]";
}

Result<> PdfWriter::Private::finish()
{
    if (pages.count() == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("There is nothing to print: the document has no page."));
    const QByteArray fontDictionary = fonts.write(file);
    if (fontDictionary.isEmpty())
        return fail(ErrorCode::Io, QStringLiteral("A font could not be embedded."));
    file.object(resources, "<</Font " + fontDictionary + pictureDictionary() + ">>");
    const int outlineRoot = writeOutline(file, outline);

    QByteArray catalog = "<</Type/Catalog/Pages " + reference(pages.finish()) + "/Lang " + textString(metadata.language)
        + "/MarkInfo<</Marked true>>/StructTreeRoot " + reference(structure.finish()) + "/Metadata "
        + reference(writeXmp(file, metadata)) + "/OutputIntents[" + reference(writeOutputIntent(file))
        + "]/ViewerPreferences<</DisplayDocTitle true>>";
    if (outlineRoot != 0)
        catalog += "/PageMode/UseOutlines/Outlines " + reference(outlineRoot);
    const int root = file.allocate();
    file.object(root, catalog + ">>");
    return file.finish(root, writeInformation(file, metadata));
}

PdfWriter::PdfWriter() = default;
PdfWriter::~PdfWriter() = default;
PdfWriter::PdfWriter(PdfWriter &&) noexcept = default;
PdfWriter &PdfWriter::operator=(PdfWriter &&) noexcept = default;

Result<> PdfWriter::begin(const QString &path, const Metadata &metadata)
{
    auto unfinished = std::make_unique<UnfinishedFile>(path);
    TOCSIN_TRY(unfinished->open());
    TOCSIN_TRY(begin(unfinished->file(), metadata));
    d->unfinished = std::move(unfinished);
    return {};
}

Result<> PdfWriter::begin(QIODevice &device, const Metadata &metadata)
{
    d = std::make_unique<Private>(device, metadata);
    return d->file.status();
}

Result<PlacedDocument> PdfWriter::addDocument(const Document &document)
{
    if (!d)
        return fail(ErrorCode::Usage, QStringLiteral("A PDF must be begun before documents are added to it."));
    TOCSIN_ASSIGN(const LaidOut laidOut, layoutDocument(document, d->shaper));
    PlacedDocument placed;
    placed.firstPage = d->pages.count() + 1;
    placed.pages = static_cast<int>(laidOut.pages.size());
    placed.addressShortened = laidOut.addressShortened;
    placed.windowCrowded = laidOut.windowCrowded;
    placed.boxesShortened = laidOut.boxesShortened;
    d->write(document, laidOut);
    TOCSIN_TRY(d->file.status());
    return placed;
}

Result<> PdfWriter::finish()
{
    if (!d)
        return fail(ErrorCode::Usage, QStringLiteral("A PDF must be begun before it is finished."));
    const std::unique_ptr<Private> finishing = std::move(d);
    TOCSIN_TRY(finishing->finish());
    if (finishing->unfinished)
        return finishing->unfinished->commit();
    return {};
}

Result<QByteArray> renderDocument(const Document &document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    PdfWriter writer;
    TOCSIN_TRY(writer.begin(buffer, document.metadata));
    TOCSIN_TRY(writer.addDocument(document));
    TOCSIN_TRY(writer.finish());
    return buffer.data();
}

Result<PlacedDocument> writeDocument(const Document &document, const QString &path)
{
    PdfWriter writer;
    TOCSIN_TRY(writer.begin(path, document.metadata));
    TOCSIN_ASSIGN(const PlacedDocument placed, writer.addDocument(document));
    TOCSIN_TRY(writer.finish());
    return placed;
}

} // namespace tocsin::notices
