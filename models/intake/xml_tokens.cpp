// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_tokens.h"

namespace tocsin::intake {

namespace {

constexpr int kDeepest = 64;

} // namespace

XmlTokens::XmlTokens(std::unique_ptr<ZipPart> part) : m_part(std::move(part)), m_xml(m_part.get()) { }

bool XmlTokens::next()
{
    if (m_failed || m_xml.atEnd())
        return false;
    m_part->renewBudget();
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        m_failed = ++m_depth > kDeepest;
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
    case QXmlStreamReader::Invalid:
        m_failed = true;
        break;
    default:
        break;
    }
    return !m_failed && m_xml.tokenType() != QXmlStreamReader::EndDocument;
}

QStringView XmlTokens::attribute(QLatin1StringView name) const
{
    // A copy that shares its values with the reader, which keeps them until the next token.
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.qualifiedName() == name)
            return attribute.value();
    }
    return {};
}

} // namespace tocsin::intake
