// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/zip_archive.h"

#include <QXmlStreamReader>

namespace tocsin::intake {

/// The tokens of an XML part from a stranger. It refuses a document type (and with it every entity but the five of
/// XML), nesting deeper than any workbook's, and a single token of more than ZipPart::kBudget bytes.
class XmlTokens
{
public:
    explicit XmlTokens(std::unique_ptr<ZipPart> part);

    /// Goes to the next token; false at the end of the document and at the first failure.
    bool next();
    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] bool isEnd() const { return m_xml.isEndElement(); }
    [[nodiscard]] bool isText() const { return m_xml.isCharacters(); }
    /// The element's name without its namespace: the transitional and the strict form of OOXML differ only there.
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] QStringView text() const { return m_xml.text(); }
    [[nodiscard]] QStringView attribute(QLatin1StringView name) const;

    [[nodiscard]] qint64 position() const { return m_part->inflated(); }
    [[nodiscard]] qint64 size() const { return m_part->size(); }

private:
    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_failed = false;
};

} // namespace tocsin::intake
