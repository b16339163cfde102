// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/pdf/sample_documents.h"

namespace tocsin::notices::samples {

using namespace Qt::StringLiterals;

namespace {

Paragraph paragraph(const QString &text)
{
    Paragraph made;
    made.runs = plain(text);
    return made;
}

Paragraph kept(const QString &text, bool tight)
{
    Paragraph made = paragraph(text);
    made.keepWithNext = true;
    made.tight = tight;
    return made;
}

Heading heading(int level, const QString &text, const QString &anchor = {})
{
    Heading made;
    made.level = level;
    made.runs = plain(text);
    made.anchor = anchor;
    return made;
}

Metadata metadata(const QString &title)
{
    Metadata made;
    made.title = title;
    made.author = u"Larkspur Valley Health"_s;
    made.created = *Instant::parse(u"2026-03-17T09:00:00-05:00"_s);
    return made;
}

Run link(const QString &text, const QString &target)
{
    Run made;
    made.text = text;
    made.link = target;
    return made;
}

void addBody(std::vector<Block> &blocks)
{
    blocks.push_back(heading(2, u"What happened"_s));
    blocks.push_back(paragraph(
        u"On January 19, 2026, an outside reviewer testing our systems told us that a folder with exports of laboratory orders had been readable on the internet without a password. We closed the folder within the hour. Our investigation found that it had been open since November 3, 2025, and that files in it were downloaded on several days by computers we do not know. We cannot tell who was behind them."_s));
    blocks.push_back(heading(2, u"What we are doing"_s));
    blocks.push_back(paragraph(
        u"We removed the exports, changed every key that could open the folder, and had a second firm confirm that nothing else was exposed. Exports now leave our systems only encrypted, and an alarm sounds when any storage is opened to the public. We have reported the incident to the United States Department of Health and Human Services, and we are working with law enforcement. This notice was not delayed by them."_s));
    blocks.push_back(heading(2, u"What you can do"_s));
    blocks.push_back(paragraph(u"We recommend that you take these steps now. None of them costs anything."_s));
    List steps;
    steps.numbered = true;
    for (
        const QString &step :
        {u"Read the statements of your health plan, and ask about any service that you did not receive."_s,
         u"Order your free credit reports at annualcreditreport.com and look for accounts that you do not know."_s,
         u"Consider a security freeze with each of the three credit bureaus. It stops others from opening credit in your name, and you can lift it at any time."_s,
         u"Be wary of calls and messages about this incident. We will not ask you for your Social Security number, a password or a payment."_s})
        steps.items.push_back({plain(step), 0});
    blocks.push_back(steps);
    blocks.push_back(heading(2, u"The credit bureaus"_s));
    Table bureaus;
    bureaus.summary = u"How to reach the three credit bureaus"_s;
    bureaus.columns = {{1.1, Alignment::Start}, {2.2, Alignment::Start}, {1.2, Alignment::Start}};
    bureaus.header = {plain(u"Bureau"_s), plain(u"Write to"_s), plain(u"Telephone"_s)};
    bureaus.rows
        = {{plain(u"First Bureau"_s), plain(u"P.O. Box 1000, Springfield, IL 62701"_s), plain(u"1-800-555-0101"_s)},
           {plain(u"Second Bureau"_s), plain(u"P.O. Box 2000, Columbus, OH 43201"_s), plain(u"1-800-555-0102"_s)},
           {plain(u"Third Bureau"_s), plain(u"P.O. Box 3000, Denver, CO 80201"_s), plain(u"1-800-555-0103"_s)}};
    blocks.push_back(bureaus);
    blocks.push_back(heading(2, u"For more information"_s));
    Paragraph contact;
    contact.runs = {
        plain(
            u"Call us without charge at 1-800-555-0142, Monday to Friday from 8 a.m. to 8 p.m. Central Time, write to "_s)
            [0],
        link(u"privacy@larkspurvalley.example"_s, u"mailto:privacy@larkspurvalley.example"_s),
        plain(u", or read "_s)[0],
        link(u"larkspurvalley.example/incident"_s, u"https://larkspurvalley.example/incident"_s),
        plain(u". You can also write to the address at the top of this letter."_s)[0]};
    blocks.push_back(contact);
    blocks.push_back(paragraph(
        u"You may obtain information about fraud alerts and security freezes from the Federal Trade Commission, 600 Pennsylvania Avenue NW, Washington, DC 20580, and from the attorney general of your State. You have the right to file a police report and to receive a copy of it."_s));
}

} // namespace

Document letter(const Addressee &addressee)
{
    Document document;
    document.metadata = metadata(u"Notice of data breach"_s);
    document.page.header = u"Larkspur Valley Health · March 17, 2026"_s;
    document.blocks.push_back(Letterhead{
        u"Larkspur Valley Health"_s,
        {u"200 Orchard Avenue"_s, u"San Marcos, TX 78666"_s, u"1-800-555-0142"_s, u"larkspurvalley.example"_s}});
    document.blocks.push_back(paragraph(u"March 17, 2026"_s));
    document.blocks.push_back(AddressBlock{QStringList{addressee.name} + addressee.address});
    document.blocks.push_back(heading(1, u"Notice of data breach"_s));
    document.blocks.push_back(paragraph(u"Dear %1:"_s.arg(addressee.name)));
    document.blocks.push_back(paragraph(
        u"We are writing to you, %1, because information about your health was among the data that others were able to see. We take this seriously, and we are sorry. This letter says what happened, what we are doing, and what you can do."_s
            .arg(addressee.name)));
    document.blocks.push_back(heading(2, u"What information was involved"_s));
    document.blocks.push_back(paragraph(
        u"The files held %1. They did not hold your Social Security number, bank accounts or cards. We say this for you alone: other people's letters list what was in their own files."_s
            .arg(addressee.data.join(u", "_s))));
    addBody(document.blocks);
    document.blocks.push_back(kept(u"Sincerely,"_s, true));
    document.blocks.push_back(Space{34});
    document.blocks.push_back(kept(u"Theodora Vance"_s, true));
    document.blocks.push_back(paragraph(u"Privacy Officer, Larkspur Valley Health"_s));
    return document;
}

Document packet(int entries)
{
    Document document;
    document.metadata = metadata(u"Evidence packet 2026-004"_s);
    document.typography.body = Face::Sans;
    document.typography.size = 10;
    document.outline = true;
    document.page.header = u"Evidence packet 2026-004"_s;
    document.page.footer = u"Confidential"_s;
    document.page.bates = BatesNumbers{u"LVH-"_s, 417, 6};
    document.blocks.push_back(heading(1, u"Evidence packet"_s));
    Paragraph intro;
    intro.runs = plain(u"The chronology begins on page "_s);
    Run page;
    page.pageOf = u"chronology"_s;
    intro.runs.push_back(page);
    intro.runs.push_back(plain(u"; see also "_s)[0]);
    intro.runs.push_back(link(u"the summary"_s, u"#summary"_s));
    intro.runs.push_back(plain(u"."_s)[0]);
    document.blocks.push_back(intro);
    TableOfContents contents;
    contents.title = u"Contents"_s;
    document.blocks.push_back(contents);
    document.blocks.push_back(PageBreak{});
    document.blocks.push_back(heading(1, u"Summary"_s, u"summary"_s));
    document.blocks.push_back(heading(2, u"Scope"_s));
    document.blocks.push_back(
        paragraph(u"An export folder was readable for eleven weeks. It held 2,318 laboratory orders."_s));
    List points;
    points.items = {{plain(u"Containment within one hour of the report"_s), 0},
                    {plain(u"Keys changed"_s), 1},
                    {plain(u"Folder removed"_s), 1},
                    {plain(u"Notices under way"_s), 0}};
    document.blocks.push_back(points);
    document.blocks.push_back(Rule{});
    document.blocks.push_back(heading(1, u"Chronology"_s, u"chronology"_s));
    Table table;
    table.summary = u"What happened, in order"_s;
    table.columns = {{0.5, Alignment::End}, {1.2, Alignment::Start}, {4, Alignment::Start}};
    table.header = {plain(u"No."_s), plain(u"When"_s), plain(u"What"_s)};
    for (int i = 1; i <= entries; ++i)
        table.rows.push_back(
            {plain(QString::number(i)), plain(u"2026-01-%1 14:%2"_s.arg(10 + i % 18).arg(10 + i % 50)),
             plain(u"Entry %1: the access log of the export folder was copied, and its digest noted in the ledger."_s
                       .arg(i))});
    document.blocks.push_back(table);
    return document;
}

} // namespace tocsin::notices::samples
