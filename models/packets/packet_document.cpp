// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_document.h"

#include "packets/packet_sections.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;

namespace {

void append(Blocks &blocks, Blocks more)
{
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Table coverFacts(const PacketContents &contents, const PacketCover &cover)
{
    const QByteArray &zone = contents.organization.timezone;
    Table facts = pairs(u"What this packet is about and when it was built"_s);
    addPair(facts, u"Incident"_s, contents.incident.reference);
    addPair(facts, u"Kind"_s, casework::kindName(contents.incident.kind));
    addPair(facts, u"Status"_s, casework::statusName(contents.incident.status));
    const QDate discovered = contents.evaluation.discovered;
    addPair(facts, u"Discovered"_s, discovered.isValid() ? dayText(discovered) : u"not yet known"_s);
    addPair(facts, u"Built"_s,
            u"%1 (%2), by %3"_s.arg(momentText(cover.built, zone), QString::fromLatin1(zone), cover.builtBy));
    addPair(facts, u"Ledger entries"_s, numberText(cover.checkpoint.count));
    addPair(facts, u"Ledger head"_s, QString::fromLatin1(cover.checkpoint.head.toHex()));
    for (const casework::StampFinding &each : contents.stamps) {
        if (each.stamp)
            addPair(facts, u"Time stamp"_s,
                    u"The first %1 entries existed at %2 (%3), says %4"_s.arg(
                        numberText(each.checkpoint.count), momentText(each.stamp->at, zone), QString::fromLatin1(zone),
                        each.stamp->authority));
    }
    return facts;
}

Blocks coverPage(const PacketContents &contents, const PacketCover &cover)
{
    Blocks blocks;
    blocks.push_back(Letterhead{contents.organization.name, contents.organization.address});
    blocks.push_back(Space{72});
    blocks.push_back(heading(1, u"Evidence packet %1"_s.arg(contents.incident.reference)));
    blocks.push_back(paragraph(contents.incident.title));
    blocks.push_back(Space{10});
    blocks.push_back(coverFacts(contents, cover));
    blocks.push_back(Space{10});
    blocks.push_back(lead(u"Files of this packet"_s));
    Table files = table(u"The files of this packet"_s, {1, 3}, {});
    for (const PacketFile &file : cover.files)
        addRow(files, {file.path, file.title});
    blocks.push_back(std::move(files));
    blocks.push_back(Space{10});
    blocks.push_back(smallParagraph(
        u"The ledger head is the fingerprint of everything recorded before this packet was built. data/README.txt says "
        "how to verify every file of the packet without this program and with it."_s));
    blocks.push_back(
        smallParagraph(u"Not legal advice. Deadlines are computed from the recorded facts by rule packs: %1. Where the "
                       "sources are called doubtful, the packet says that counsel has to review."_s.arg(
                           rulePacksText(contents.evaluation))));
    if (contents.withheldPassages > 0) {
        blocks.push_back(smallParagraph(
            u"In %1 places text that named a person affected was left out; “[withheld]” stands there instead."_s.arg(
                numberText(contents.withheldPassages))));
    }
    return blocks;
}

} // namespace

QString batesPrefix(const QString &reference)
{
    return u"TOCSIN-%1-"_s.arg(reference);
}

Document packetDocument(const PacketContents &contents, const PacketCover &cover)
{
    const QString title = u"Evidence packet %1"_s.arg(contents.incident.reference);
    Document document;
    document.metadata.title = title;
    document.metadata.author = contents.organization.name;
    document.metadata.subject = contents.incident.title;
    document.metadata.created = cover.built;
    document.typography.body = Face::Sans;
    document.typography.headings = Face::Sans;
    document.typography.size = 10;
    document.outline = true;
    document.page.header = u"%1 · %2"_s.arg(contents.organization.name, contents.incident.title);
    document.page.footer = title;
    document.page.bates = BatesNumbers{batesPrefix(contents.incident.reference), 1, 6};

    document.blocks = coverPage(contents, cover);
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(TableOfContents{u"Contents"_s, 2});
    for (const auto section : {summarySection, deadlinesSection, chronologySection, tasksSection, registersSection,
                               changesSection, deliverySection, placesSection}) {
        document.blocks.emplace_back(PageBreak{});
        append(document.blocks, section(contents));
    }
    return document;
}

} // namespace tocsin::packets
