// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "core/safe_file.h"
#include "notices/pdf/letter_fonts.h"
#include "packets/packet_builder.h"
#include "packets/packet_verifier.h"
#include "vault/store_path.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxCheckpoint = qint64{64} * 1024;
constexpr qint64 kMaxReply = qint64{512} * 1024;
constexpr qint64 kMaxCertificates = qint64{256} * 1024; // the ledger keeps them

struct ProofArguments
{
    std::string store;
    std::string reference;
    std::string out;
    std::vector<std::string> checkpoints;
    std::string reply;
    std::string certificates;
    bool disclose = false;
};

QJsonObject countsJson(const ledger::VerifyCounts &counts)
{
    return {{u"entries"_s, counts.entries},
            {u"payloads"_s, counts.payloads},
            {u"withheld"_s, counts.withheld},
            {u"blinded"_s, counts.blinded},
            {u"signatures"_s, counts.signatures}};
}

/// Prints what was found, and fails with CheckFailed if there is a fault.
Result<> answer(const Console &console, const std::optional<ledger::Fault> &fault, QJsonObject found)
{
    found.insert(u"verifies"_s, !fault);
    if (fault) {
        found.insert(u"first_bad"_s, fault->sequence);
        found.insert(u"fault"_s, fault->message);
    }
    if (console.options().json)
        Console::result(found);
    if (fault)
        return fail(ErrorCode::CheckFailed, fault->message);
    return {};
}

QJsonObject stampJson(const casework::StampFinding &finding)
{
    QJsonObject object{{u"entries"_s, finding.checkpoint.count},
                       {u"verifies"_s, finding.stamp.has_value()},
                       {u"reason"_s, finding.reason}};
    if (finding.stamp) {
        object.insert(u"at"_s, finding.stamp->at.toIso());
        object.insert(u"authority"_s, finding.stamp->authority);
        object.insert(u"serial"_s, finding.stamp->serial);
    }
    return object;
}

QString stampLine(const casework::StampFinding &finding)
{
    const QString entries = counted(finding.checkpoint.count, u"entry"_s, u"entries"_s);
    if (!finding.stamp)
        return u"Time stamp over %1: not proved. %2"_s.arg(entries, finding.reason);
    return u"Time stamp: the first %1 existed at %2, says %3"_s.arg(entries, finding.stamp->at.toIso(),
                                                                    finding.stamp->authority);
}

Result<> requestStamp(const ProofArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint, file->requestTimeStamp(text(given.out)).result());
    Console::say(u"Wrote %1 over %2. Send it to a time-stamping authority, and bring the reply with: tocsin "
                 "ledger stamp-reply %3 FILE.tsr"_s.arg(
                     text(given.out), counted(checkpoint.count, u"entry"_s, u"entries"_s), text(given.store)));
    return {};
}

Result<> keepStamp(const ProofArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const QByteArray reply, readFile(text(given.reply), kMaxReply));
    QByteArray certificates;
    if (!given.certificates.empty()) {
        TOCSIN_ASSIGN(certificates, readFile(text(given.certificates), kMaxCertificates));
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::KeptStamp kept, file->keepTimeStamp(reply, certificates).result());
    const casework::StampFinding finding{kept.checkpoint, kept.stamp};
    if (console.options().json)
        Console::result(stampJson(finding));
    else
        Console::result(stampLine(finding));
    return {};
}

Result<> verifyLedger(const ProofArguments &given, const Console &console)
{
    QList<ledger::Checkpoint> checkpoints;
    for (const std::string &path : given.checkpoints) {
        TOCSIN_ASSIGN(const QByteArray bytes, readFile(text(path), kMaxCheckpoint));
        TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint, ledger::Checkpoint::parse(bytes));
        checkpoints << checkpoint;
    }
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const auto session, file->openSession());
    TOCSIN_ASSIGN(
        const casework::LedgerReport report,
        casework::verifyLedger(session->reader(), file->storeId(), checkpoints, *console.progress(u"Entries"_s)));
    QJsonObject found = countsJson(report.counts);
    found.insert(u"head"_s, QString::fromLatin1(report.head.toHex()));
    QJsonArray stamps;
    for (const casework::StampFinding &stamp : report.stamps)
        stamps.append(stampJson(stamp));
    found.insert(u"time_stamps"_s, stamps);
    if (!console.options().json && !report.fault) {
        Console::result(u"Verified %1, head %2"_s.arg(counted(report.counts.entries, u"entry"_s, u"entries"_s),
                                                      QString::fromLatin1(report.head.toHex())));
        for (const casework::StampFinding &stamp : report.stamps)
            Console::result(stampLine(stamp));
    }
    return answer(console, report.fault, found);
}

Result<> exportLedger(const ProofArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    const ledger::Payloads payloads = given.disclose ? ledger::Payloads::Disclosed : ledger::Payloads::Withheld;
    TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint,
                  file->exportLedger(incident.id, text(given.out), payloads, console.progress(u"Entries"_s)).result());
    Console::say(u"Wrote %1, up to entry %2. Check it with: tocsin ledger verify-extract %1"_s.arg(
        text(given.out), QString::number(checkpoint.count)));
    return {};
}

Result<> verifyExtract(const ProofArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const ledger::ExtractReport report,
                  ledger::verifyExtract(text(given.out), *console.progress(u"Entries"_s)));
    QJsonObject found = countsJson(report.counts);
    found.insert(u"incident"_s, report.incident);
    if (!console.options().json && report.verifies())
        Console::result(
            u"Verified %1 of %2"_s.arg(counted(report.counts.entries, u"entry"_s, u"entries"_s), report.incident));
    return answer(console, report.fault, found);
}

Result<> writeCheckpoint(const ProofArguments &given, const Console &console)
{
    TOCSIN_TRY(vault::checkNoStoreAt(text(given.out)));
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const ledger::Checkpoint checkpoint, file->checkpoint().result());
    TOCSIN_TRY(writeFileAtomically(text(given.out), checkpoint.toText()));
    Console::say(u"Wrote %1 for %2. Keep it outside the store."_s.arg(
        text(given.out), counted(checkpoint.count, u"entry"_s, u"entries"_s)));
    return {};
}

Result<> buildPacket(const ProofArguments &given, const Console &console)
{
    TOCSIN_TRY(notices::loadLetterFonts());
    TOCSIN_ASSIGN(const auto file, openStore(console, given.store));
    TOCSIN_ASSIGN(const casework::Incident incident, incidentOf(*file, given.reference));
    TOCSIN_ASSIGN(const packets::PacketReport report,
                  packets::buildPacket(*file, incident.id, text(given.out), *console.progress(u"Packet"_s)));
    if (console.options().json) {
        Console::result(QJsonObject{{u"folder"_s, report.folder},
                                    {u"incident"_s, report.incident},
                                    {u"pages"_s, report.pages},
                                    {u"files"_s, report.files},
                                    {u"bytes"_s, report.bytes},
                                    {u"manifest_sha256"_s, report.manifestSha256},
                                    {u"ledger_count"_s, report.checkpoint.count}});
    } else {
        Console::result(u"%1 and %2 in %3"_s.arg(counted(report.pages, u"page"_s), counted(report.files, u"file"_s),
                                                 report.folder));
    }
    Console::say(u"SHA-256 of the tag manifest: %1. Keep it apart from the packet."_s.arg(report.manifestSha256));
    return {};
}

Result<> verifyPacket(const ProofArguments &given, const Console &console)
{
    TOCSIN_ASSIGN(const packets::PacketVerdict verdict,
                  packets::verifyPacket(text(given.out), *console.progress(u"Files"_s)));
    QJsonArray faults;
    QStringList messages;
    for (const packets::PacketFault &fault : verdict.faults) {
        faults.append(QJsonObject{{u"file"_s, fault.file},
                                  {u"message"_s, fault.message},
                                  {u"entry"_s, fault.entry ? QJsonValue(*fault.entry) : QJsonValue(QJsonValue::Null)}});
        messages << fault.message;
    }
    if (console.options().json) {
        Console::result(QJsonObject{{u"verifies"_s, verdict.verifies()},
                                    {u"incident"_s, verdict.incident},
                                    {u"organization"_s, verdict.organization},
                                    {u"files"_s, verdict.files},
                                    {u"manifest_sha256"_s, verdict.manifestSha256},
                                    {u"faults"_s, faults}});
    }
    if (!verdict.verifies())
        return fail(ErrorCode::CheckFailed, messages.join(u'\n'));
    if (!console.options().json)
        Console::result(u"Verified %1 of %2; SHA-256 of the tag manifest: %3"_s.arg(
            counted(verdict.files, u"file"_s), verdict.incident, verdict.manifestSha256));
    return {};
}

} // namespace

void addProofCommands(CLI::App &app, Request &request)
{
    auto given = std::make_shared<ProofArguments>();
    const auto add = [given, &request](CLI::App *parent, const char *name, const char *help,
                                       Result<> (*work)(const ProofArguments &, const Console &)) {
        auto *command = parent->add_subcommand(name, help);
        command->callback([&request, given, work] {
            request.work = [given, work](const Console &console) { return work(*given, console); };
        });
        return command;
    };
    auto *ledger = app.add_subcommand("ledger", "The chain of everything that was done");
    ledger->require_subcommand(1);
    auto *verifying = add(ledger, "verify", "Verify the whole chain and every signature", verifyLedger);
    verifying->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    verifying->add_option("--checkpoint", given->checkpoints, "Also against a checkpoint kept elsewhere");
    auto *exporting = add(ledger, "export", "An incident's extract, for somebody outside", exportLedger);
    exporting->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    exporting->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    exporting->add_option("--out", given->out, "File to write")->required();
    exporting->add_flag("--disclose", given->disclose, "With payloads: what was changed, not only that it was");
    auto *asking
        = add(ledger, "stamp-request", "Ask for a time stamp (RFC 3161) over the ledger as it is", requestStamp);
    asking->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    asking->add_option("--out", given->out, "The request to write, such as today.tsq")->required();
    auto *keeping = add(ledger, "stamp-reply", "Check and keep the authority's reply", keepStamp);
    keeping->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    keeping->add_option("FILE", given->reply, "The reply, such as today.tsr")->required();
    keeping->add_option("--ca", given->certificates, "The authority's root certificates (PEM); else the machine's");
    add(ledger, "verify-extract", "Verify an extract; needs no store", verifyExtract)
        ->add_option("FILE", given->out)
        ->required();
    auto *packet = app.add_subcommand("packet", "Evidence packets");
    packet->require_subcommand(1);
    auto *building = add(packet, "build", "Build the packet of an incident", buildPacket);
    building->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    building->add_option("REF", given->reference, "The incident, such as 2026-004")->required();
    building->add_option("--out", given->out, "A new or empty folder")->required();
    add(packet, "verify", "Verify a packet; needs no store", verifyPacket)->add_option("DIR", given->out)->required();
    auto *checkpoint = add(ledger, "checkpoint", "Write a signed statement of count and head", writeCheckpoint);
    checkpoint->add_option("STORE", given->store, "The case store, such as acme.tocsin")->required();
    checkpoint->add_option("--out", given->out, "File to write")->required();
}

} // namespace tocsin::app
