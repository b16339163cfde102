// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract.h"

#include <QBuffer>

// Reads any bytes as an extract of the ledger. Whatever they are, the answer is a report or an error that says
// something.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    QBuffer in(&bytes);
    in.open(QIODevice::ReadOnly);
    const auto report = tocsin::ledger::verifyExtract(in, tocsin::Progress());
    const bool answered
        = report ? !report->fault || !report->fault->message.isEmpty() : !report.error().message.isEmpty();
    if (!answered)
        qFatal("an answer without words");
    return 0;
}
