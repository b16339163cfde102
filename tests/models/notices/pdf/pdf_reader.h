// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

namespace tocsin::notices::samples {

/// What other programs read in a PDF. Each runs a program of poppler-utils or qpdf on the bytes; a program that is
/// missing or fails gives a text that says so, which no test expects.
QString textOf(const QByteArray &pdf, const QStringList &options = {});
/// Page by page.
QStringList pagesOf(const QByteArray &pdf);
/// What "pdfinfo", "pdffonts" and "qpdf" print.
QString reportOf(const QString &program, const QStringList &options, const QByteArray &pdf);

struct Word
{
    QString text;
    QRectF box; ///< points, from the top left
};
/// The words of the first page with their places.
std::vector<Word> wordsOfFirstPage(const QByteArray &pdf);

} // namespace tocsin::notices::samples
