// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/file_properties.h"

#include <QColorSpace>

namespace tocsin::notices {

namespace {

QString producer()
{
    return QStringLiteral("Tocsin %1").arg(QLatin1StringView(TOCSIN_VERSION));
}

/// "D:20260310233000-05'00'"
QByteArray pdfDate(const Instant &instant)
{
    const QDateTime when = instant.toDateTime();
    const int minutes = when.offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    return "(D:" + when.toString(u"yyyyMMddHHmmss").toLatin1() + (minutes < 0 ? '-' : '+')
        + QByteArray::number(size / 60).rightJustified(2, '0') + '\''
        + QByteArray::number(size % 60).rightJustified(2, '0') + "')";
}

/// XMP wants whole seconds and an offset, the same moment as pdfDate().
QString xmpDate(const Instant &instant)
{
    const QDateTime when = instant.toDateTime();
    const int minutes = when.offsetFromUtc() / 60;
    const int size = std::abs(minutes);
    return when.toString(u"yyyy-MM-ddTHH:mm:ss") + QChar(minutes < 0 ? u'-' : u'+')
        + QString::number(size / 60).rightJustified(2, u'0') + u':'
        + QString::number(size % 60).rightJustified(2, u'0');
}

QString element(const QString &name, const QString &text)
{
    return text.isEmpty() ? QString() : u'<' + name + u'>' + text.toHtmlEscaped() + u"</" + name + u">\n";
}

QString alternatives(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return {};
    return u'<' + name + u"><rdf:Alt><rdf:li xml:lang=\"x-default\">" + text.toHtmlEscaped() + u"</rdf:li></rdf:Alt></"
        + name + u">\n";
}

} // namespace

int writeInformation(ObjectFile &file, const Metadata &metadata)
{
    QByteArray entries = "/Title " + textString(metadata.title) + "/Producer " + textString(producer());
    if (!metadata.author.isEmpty())
        entries += "/Author " + textString(metadata.author);
    if (!metadata.subject.isEmpty())
        entries += "/Subject " + textString(metadata.subject);
    if (metadata.created.isValid()) {
        const QByteArray date = pdfDate(metadata.created);
        entries += "/CreationDate " + date + "/ModDate " + date;
    }
    const int number = file.allocate();
    file.object(number, "<<" + entries + ">>");
    return number;
}

int writeXmp(ObjectFile &file, const Metadata &metadata)
{
    const QString date = metadata.created.isValid() ? xmpDate(metadata.created) : QString();
    const QString creator = metadata.author.isEmpty()
        ? QString()
        : u"<dc:creator><rdf:Seq><rdf:li>" + metadata.author.toHtmlEscaped() + u"</rdf:li></rdf:Seq></dc:creator>\n";
    const QString properties = alternatives(QStringLiteral("dc:title"), metadata.title) + creator
        + alternatives(QStringLiteral("dc:description"), metadata.subject)
        + element(QStringLiteral("xmp:CreateDate"), date) + element(QStringLiteral("xmp:ModifyDate"), date)
        + element(QStringLiteral("pdf:Producer"), producer());
    const QByteArray packet
        = QByteArray(
              "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
              " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
              " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
              "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
              "<pdfuaid:part>1</pdfuaid:part>\n")
        + properties.toUtf8() + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
    const int number = file.allocate();
    file.plainStream(number, "/Type /Metadata /Subtype /XML", packet);
    return number;
}

int writeOutputIntent(ObjectFile &file)
{
    const int profile = file.allocate();
    file.stream(profile, "/N 3", QColorSpace(QColorSpace::SRgb).iccProfile());
    const int number = file.allocate();
    file.object(number,
                "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                "/Info(sRGB IEC61966-2.1)/DestOutputProfile "
                    + reference(profile) + ">>");
    return number;
}

} // namespace tocsin::notices
