// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/return_reason.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

struct Reason
{
    QLatin1StringView code;
    /// How it is written, without case, blanks and punctuation; several with blanks between.
    QLatin1StringView words;
};

constexpr std::array kReasons{
    Reason{"ANK"_L1, "attemptednotknown notknown unknown addresseeunknown"_L1},
    Reason{"BC"_L1, "boxclosed boxclosednoorder"_L1},
    Reason{"DEC"_L1, "deceased"_L1},
    Reason{"DIS"_L1, "indispute dispute disputed"_L1},
    Reason{"FOE"_L1, "forwardingorderexpired forwardorderexpired forwardtimeexpired fwdtimeexpired"_L1},
    Reason{"IA"_L1, "insufficientaddress insufficient badaddress"_L1},
    Reason{"ILL"_L1, "illegible"_L1},
    Reason{"MLNA"_L1, "movedleftnoaddress movedleftnoforwardingaddress moved"_L1},
    Reason{"NMR"_L1, "nomailreceptacle"_L1},
    Reason{"NSN"_L1, "nosuchnumber"_L1},
    Reason{"NSO"_L1, "nosuchofficeinstate nosuchoffice"_L1},
    Reason{"NSS"_L1, "nosuchstreet"_L1},
    Reason{"ODL"_L1, "outsidedeliverylimits"_L1},
    Reason{"REF"_L1, "refused"_L1},
    Reason{"TA"_L1, "temporarilyaway"_L1},
    Reason{"UNC"_L1, "unclaimed"_L1},
    Reason{"UTF"_L1, "unabletoforward notdeliverableasaddressed notdeliverable undeliverable returntosender rts"_L1},
    Reason{"VAC"_L1, "vacant"_L1},
    Reason{"OTHER"_L1, "otherreason"_L1},
};

QString bare(const QString &text)
{
    QString letters;
    for (const QChar sign : text) {
        if (sign.isLetterOrNumber())
            letters += sign.toLower();
    }
    return letters;
}

} // namespace

QString returnReason(const QString &text)
{
    QString written = bare(text);
    // What a label says before the reason.
    for (const auto &before : {"returntosender"_L1, "notdeliverableasaddressed"_L1}) {
        if (written.size() > before.size() && written.startsWith(before))
            written.remove(0, before.size());
    }
    // And after it.
    for (const auto &after : {"unabletoforward"_L1, "returntosender"_L1}) {
        if (written.size() > after.size() && written.endsWith(after))
            written.chop(after.size());
    }
    const auto means = [&written](const Reason &reason) {
        return written == QString(reason.code).toLower() || QString(reason.words).split(u' ').contains(written);
    };
    const auto *const found = std::find_if(kReasons.begin(), kReasons.end(), means);
    return found == kReasons.end() ? QString() : QString(found->code);
}

QStringList returnReasons()
{
    QStringList codes;
    for (const Reason &each : kReasons)
        codes << each.code;
    return codes;
}

} // namespace tocsin::intake
