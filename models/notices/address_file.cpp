// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/address_file.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr double kInch = 72;

/// Measures in inches, as stationery is described.
QRectF inches(double left, double top, double width, double height)
{
    return {left * kInch, top * kInch, width * kInch, height * kInch};
}

TextBox typeOf(double largest, double smallest)
{
    TextBox type;
    type.largest = largest;
    type.smallest = smallest;
    type.unbroken = 8;
    type.centered = true;
    return type;
}

} // namespace

const AddressSheet &envelope()
{
    static const AddressSheet sheet{u"envelopes"_s,
                                    u"Envelopes"_s,
                                    inches(0, 0, 9.5, 4.125).size(),
                                    1,
                                    1,
                                    inches(4, 1.5, 5, 2),
                                    {},
                                    typeOf(12, 8),
                                    inches(0.375, 0.375, 3.25, 0.875),
                                    inches(0.375, 3.6, 3.5, 0.25)};
    return sheet;
}

const AddressSheet &labelSheet()
{
    static const AddressSheet sheet{u"labels"_s,
                                    u"Address labels"_s,
                                    inches(0, 0, 8.5, 11).size(),
                                    3,
                                    10,
                                    inches(0.1875 + 0.125, 0.5 + 0.0625, 2.625 - 2 * 0.125, 1 - 2 * 0.0625),
                                    inches(0, 0, 2.75, 1).size(),
                                    typeOf(10, 6),
                                    std::nullopt,
                                    inches(0.3125, 0.125, 7.5, 0.25)};
    return sheet;
}

QList<AddressSheet> allAddressSheets()
{
    return {envelope(), labelSheet()};
}

QList<AddressSheet> sheetsOf(const AddressFiles &wanted)
{
    QList<AddressSheet> sheets;
    if (wanted.envelopes)
        sheets << envelope();
    if (wanted.labels)
        sheets << labelSheet();
    return sheets;
}

QString addressFileName(const QString &kind, int part)
{
    return u"%1-%2.pdf"_s.arg(kind).arg(part, 4, 10, QChar(u'0'));
}

Result<> AddressFile::begin(QIODevice &device, Metadata about)
{
    m_made.kind = m_sheet.kind;
    m_about = std::move(about);
    m_about.title = m_sheet.title;
    return m_writer.begin(device, m_about);
}

Result<> AddressFile::add(const QStringList &address)
{
    m_waiting << address;
    return m_waiting.size() == m_sheet.places() ? writeSheet() : Result<>();
}

Result<> AddressFile::finish()
{
    if (!m_waiting.isEmpty())
        TOCSIN_TRY(writeSheet());
    m_made.shortened = std::ssize(m_shortened);
    return m_writer.finish();
}

bool AddressFile::wasShortened(qint64 address) const
{
    return std::binary_search(m_shortened.begin(), m_shortened.end(), address);
}

TextBox AddressFile::boxAt(const QRectF &place, const QStringList &lines) const
{
    TextBox box = m_sheet.type;
    box.left = place.left();
    box.top = place.top();
    box.width = place.width();
    box.height = place.height();
    box.lines = lines;
    return box;
}

QRectF AddressFile::place(int index) const
{
    const int column = index % m_sheet.columns;
    const int row = index / m_sheet.columns;
    return m_sheet.first.translated(column * m_sheet.pitch.width(), row * m_sheet.pitch.height());
}

Result<> AddressFile::writeSheet()
{
    constexpr double kLargestAside = 9; // what stands beside the address must not be taken for it
    constexpr double kSmallestAside = 5;
    Document sheet;
    sheet.metadata = m_about;
    sheet.page.width = m_sheet.size.width();
    sheet.page.height = m_sheet.size.height();
    sheet.page.pageNumber.clear();
    sheet.typography.body = Face::Sans;
    for (int at = 0; at < m_waiting.size(); ++at)
        sheet.blocks.emplace_back(boxAt(place(at), m_waiting.at(at)));
    const auto addAside = [&](const QRectF &place, const QStringList &lines) {
        TextBox box = boxAt(place, lines);
        box.largest = kLargestAside;
        box.smallest = kSmallestAside;
        box.centered = false;
        sheet.blocks.emplace_back(std::move(box));
    };
    if (m_sheet.sender)
        addAside(*m_sheet.sender, QStringList(m_sender.name) + m_sender.address);
    if (!m_mark.isEmpty())
        addAside(m_sheet.mark, {m_mark});

    TOCSIN_ASSIGN(const PlacedDocument placed, m_writer.addDocument(sheet));
    for (const size_t block : placed.boxesShortened) {
        if (block < static_cast<size_t>(m_waiting.size()))
            m_shortened.push_back(m_placed + static_cast<qint64>(block));
    }
    m_placed += m_waiting.size();
    m_made.pages += placed.pages;
    m_waiting.clear();
    return {};
}

} // namespace tocsin::notices
