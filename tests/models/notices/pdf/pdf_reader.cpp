// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/pdf_reader.h"
#include "patience.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QXmlStreamReader>

namespace tocsin::notices::samples {

using namespace Qt::StringLiterals;

QString reportOf(const QString &program, const QStringList &options, const QByteArray &pdf)
{
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush())
        return u"[no temporary file]"_s;
    QProcess process;
    QStringList arguments = options;
    arguments.replaceInStrings(u"FILE"_s, file.fileName());
    process.start(program, arguments);
    if (!process.waitForFinished(test::kPatience))
        return u"[cannot run %1]"_s.arg(program);
    QString report = QString::fromUtf8(process.readAllStandardOutput());
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        report += u"[%1 failed] "_s.arg(program) + QString::fromUtf8(process.readAllStandardError());
    return report;
}

QString textOf(const QByteArray &pdf, const QStringList &options)
{
    QString text = reportOf(u"pdftotext"_s, options + QStringList{u"FILE"_s, u"-"_s}, pdf);
    // pdftotext marks right-to-left text with embedding characters that are not in the file.
    text.removeIf([](QChar c) { return c >= QChar(0x202A) && c <= QChar(0x202E); });
    return text;
}

QStringList pagesOf(const QByteArray &pdf)
{
    QStringList pages = textOf(pdf, {u"-layout"_s}).split(u'\f');
    pages.removeLast();
    return pages;
}

std::vector<Word> wordsOfFirstPage(const QByteArray &pdf)
{
    std::vector<Word> words;
    QXmlStreamReader xml(textOf(pdf, {u"-bbox"_s, u"-l"_s, u"1"_s}));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "word"_L1)
            continue;
        const auto value = [&](QLatin1StringView name) { return xml.attributes().value(name).toDouble(); };
        const QRectF box(QPointF(value("xMin"_L1), value("yMin"_L1)), QPointF(value("xMax"_L1), value("yMax"_L1)));
        words.push_back({xml.readElementText(), box});
    }
    return words;
}

} // namespace tocsin::notices::samples
