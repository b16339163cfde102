// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/verdict_words.h"

#include "items/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::views)
};

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(items::figure(number));
}

/// In groups, so that it can be compared by eye and breaks into lines.
QString grouped(const QString &sha256)
{
    constexpr qsizetype kGroup = 16;
    QStringList groups;
    for (qsizetype at = 0; at < sha256.size(); at += kGroup)
        groups << sha256.mid(at, kGroup);
    return groups.join(u' ');
}

} // namespace

QString builtInWords(const packets::PacketReport &report, int number)
{
    QStringList sentences{Words::tr("Packet %1 of incident %2: a PDF of %3, with %4 in all, in %5.")
                              .arg(QString::number(number), report.incident,
                                   counted(report.pages, Words::tr("1 page"), Words::tr("%1 pages")),
                                   counted(report.files, Words::tr("1 file"), Words::tr("%1 files")),
                                   QDir::toNativeSeparators(report.folder))};
    if (report.withheldPassages > 0)
        sentences << counted(report.withheldPassages,
                             Words::tr("1 passage that named a person of the roster was left out."),
                             Words::tr("%1 passages that named people of the roster were left out."));
    sentences << Words::tr("Give this number to whoever gets the packet, by another way than the packet itself: %1")
                     .arg(report.manifestSha256);
    return sentences.join(u' ');
}

QString verdictInWords(const packets::PacketVerdict &verdict)
{
    if (!verdict.verifies()) {
        const packets::PacketFault &first = verdict.faults.constFirst();
        const QString rest = verdict.faults.size() == 1 ? QString()
                                                        : u' '
                + counted(verdict.faults.size() - 1, Words::tr("One more thing is wrong; it is listed below."),
                          Words::tr("%1 more things are wrong; they are listed below."));
        return Words::tr("This packet does not verify. %1").arg(first.message) + rest;
    }
    return Words::tr(
               "This packet verifies: the %1 of incident %2 from %3, packed on %4, are as they were made, and its "
               "ledger "
               "extract of %5 holds. Its number: %6")
        .arg(counted(verdict.files, Words::tr("1 file"), Words::tr("%1 files")), verdict.incident, verdict.organization,
             items::shortDate(verdict.bagged, QDate()),
             counted(verdict.ledgerEntries, Words::tr("1 entry"), Words::tr("%1 entries")),
             grouped(verdict.manifestSha256));
}

} // namespace tocsin::views
