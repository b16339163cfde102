// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/wording.h"
#include "packets/duty_groups.h"
#include "packets/packet_sections.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;

namespace {

using casework::ObligationRecord;

QString dueText(const law::Due &due)
{
    if (due.instant)
        return law::shortInstant(*due.instant);
    return due.isNull() ? u"no date can be named"_s : dayText(due.date);
}

/// The date that counts, and whose it is.
QString countingText(const ObligationRecord &record)
{
    return record.overridden ? dueText(record.due()) + u" (counsel)"_s : dueText(record.due());
}

QString proofText(const casework::Proof &proof)
{
    return u"%1, completed %2: %3"_s.arg(casework::proofKindName(proof.kind), dayText(proof.completedOn), proof.text);
}

/// Counsel's date with its reason, and the computed one beside it.
void addOverride(Table &made, const ObligationRecord &record)
{
    if (!record.overridden)
        return;
    const casework::DueOverride &overridden = *record.overridden;
    addPair(made, u"Computed date"_s, dueText(record.duty.due));
    addPair(made, u"Counsel's date"_s,
            u"%1, on %2: %3"_s.arg(overridden.byName, dayText(overridden.at.localDate()), overridden.reason));
    if (overridden.computedMoved) {
        addPair(made, u"Changed since"_s,
                u"When counsel set the date, the computed one was: %1"_s.arg(dueText(overridden.computedThen)));
    }
}

List reasons(const QStringList &sentences)
{
    List list;
    list.numbered = true;
    for (const QString &why : sentences)
        list.items.push_back({plain(why), 0});
    return list;
}

QString reviewMark(const law::Obligation &duty)
{
    return duty.counselReview ? u"needs counsel's review"_s : QString();
}

QString setBy(law::Nature nature)
{
    switch (nature) {
    case law::Nature::Contract:
        return u"a contract"_s;
    case law::Nature::Regulator:
        return u"a regulator's letter"_s;
    case law::Nature::Internal:
        return u"the organization itself"_s;
    case law::Nature::Statutory:
    case law::Nature::KeepUntil:
        break;
    }
    return u"law"_s;
}

/// What stands beside the date: everything known about one owed duty.
Table dutyTable(const ObligationRecord &record)
{
    const law::Obligation &duty = record.duty;
    Table made = pairs(law::isNotice(duty.recipient) ? u"The duty to tell %1"_s.arg(recipientText(duty)) : duty.title);
    addPair(made, duty.nature == law::Nature::KeepUntil ? u"Keep until"_s : u"Due"_s, countingText(record));
    addOverride(made, record);
    addPair(made, u"Set by"_s, setBy(duty.nature));
    addPair(made, u"Citation"_s, record.duty.citation);
    addPair(made, u"State of work"_s, casework::workStateName(record.state));
    addPair(made, u"Owner"_s, record.ownerName);
    if (record.proof)
        addPair(made, u"Proof"_s, proofText(*record.proof));
    addPair(made, u"Review"_s, reviewMark(record.duty));
    return made;
}

Table overview(const QList<ObligationRecord> &records)
{
    Table made = table(u"What is owed, to whom and when"_s, {2.2, 1.5, 1.8, 1.3},
                       {u"To"_s, u"Due"_s, u"Citation"_s, u"State of work"_s});
    for (const ObligationRecord &record : records) {
        QStringList state{casework::workStateName(record.state)};
        if (record.duty.counselReview)
            state << reviewMark(record.duty);
        addRow(made, {recipientText(record.duty), countingText(record), record.duty.citation, state.join(u", "_s)});
    }
    return made;
}

Blocks owedPart(const QList<ObligationRecord> &records)
{
    Blocks blocks{heading(2, u"Owed"_s)};
    if (records.isEmpty()) {
        blocks.push_back(paragraph(u"On the facts in force nothing is owed."_s));
        return blocks;
    }
    blocks.push_back(overview(records));
    for (const ObligationRecord &record : records) {
        blocks.push_back(heading(3, u"%1: %2"_s.arg(recipientText(record.duty), record.duty.title)));
        blocks.push_back(dutyTable(record));
        blocks.push_back(lead(u"Why"_s));
        blocks.push_back(reasons(record.duty.why));
    }
    return blocks;
}

QString headingOf(const DutyGroup &group)
{
    const law::Obligation &first = group.members.first().duty;
    return group.members.size() > 1 ? group.recipients() : u"%1: %2"_s.arg(group.recipients(), first.title);
}

/// What is each member's own: its provision, and its reasons that the others do not share.
Table ownReasons(const DutyGroup &group)
{
    const QString summary = u"What differs from one to the next"_s;
    const bool citations = !group.hasOneCitation();
    Table made = citations ? table(summary, {1.4, 1.6, 4}, {u"To"_s, u"Citation"_s, u"Reason"_s})
                           : table(summary, {1.4, 4}, {u"To"_s, u"Reason"_s});
    for (const ObligationRecord &each : group.members) {
        QStringList own;
        for (const int place : group.own)
            own << each.duty.why.at(place);
        QStringList cells{recipientText(each.duty), own.join(u' ')};
        if (citations)
            cells.insert(1, each.duty.citation);
        addRow(made, cells);
    }
    return made;
}

/// The reasons of a group: once what all share, then what does not.
Blocks groupReasons(const DutyGroup &group)
{
    Blocks blocks;
    if (!group.shared.isEmpty())
        blocks.push_back(reasons(group.shared));
    if (!group.own.isEmpty() || !group.hasOneCitation())
        blocks.push_back(ownReasons(group));
    return blocks;
}

void append(Blocks &blocks, Blocks more)
{
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Blocks blockedPart(const QList<ObligationRecord> &records)
{
    Blocks blocks{heading(2, u"Waiting for a fact"_s)};
    if (records.isEmpty())
        blocks.push_back(paragraph(u"No duty waits for a missing fact."_s));
    for (const DutyGroup &group : groupByReasons(records)) {
        const law::Obligation &first = group.members.first().duty;
        const QStringList missing = law::missingNames(first);
        blocks.push_back(heading(3, headingOf(group)));
        Table made = pairs(u"What is missing"_s);
        addPair(made, u"Missing"_s, missing.join(u"; "_s));
        // A duty with a date of counsel's stands alone.
        const ObligationRecord &record = group.members.first();
        if (record.overridden)
            addPair(made, u"Due"_s, countingText(record));
        addOverride(made, record);
        addPair(made, u"Citation"_s, group.hasOneCitation() ? first.citation : QString());
        addPair(made, u"Review"_s, reviewMark(first));
        blocks.push_back(std::move(made));
        append(blocks, groupReasons(group));
    }
    return blocks;
}

Blocks notOwedPart(const QList<ObligationRecord> &records)
{
    Blocks blocks{heading(2, u"Not owed"_s)};
    if (records.isEmpty())
        blocks.push_back(paragraph(u"No duty was found not to be owed."_s));
    for (const DutyGroup &group : groupByReasons(records)) {
        const law::Obligation &first = group.members.first().duty;
        blocks.push_back(heading(3, headingOf(group)));
        Paragraph citation = paragraph(group.hasOneCitation() ? first.citation : u"Citations as listed below"_s);
        if (first.counselReview)
            citation.runs.push_back(bold(u", "_s + reviewMark(first)).front());
        citation.keepWithNext = true;
        blocks.push_back(std::move(citation));
        append(blocks, groupReasons(group));
    }
    return blocks;
}

/// What was recorded about duties that are not asked any more; nothing at all where there is none.
Blocks withdrawnPart(const QList<ObligationRecord> &records)
{
    if (records.isEmpty())
        return {};
    Blocks blocks{heading(2, u"Withdrawn"_s),
                  paragraph(u"The rules or facts in force do not ask these duties any more. What was recorded about "
                            "them stays."_s)};
    for (const ObligationRecord &record : records) {
        blocks.push_back(heading(3, u"%1: %2"_s.arg(recipientText(record.duty), record.duty.title)));
        Table made = pairs(record.duty.title);
        if (record.overridden) {
            addPair(made, u"Counsel's date"_s,
                    u"%1, by %2 on %3: %4"_s.arg(dueText(record.overridden->due), record.overridden->byName,
                                                 dayText(record.overridden->at.localDate()),
                                                 record.overridden->reason));
        }
        addPair(made, u"Citation"_s, record.duty.citation);
        addPair(made, u"State of work"_s, casework::workStateName(record.state));
        addPair(made, u"Owner"_s, record.ownerName);
        if (record.proof)
            addPair(made, u"Proof"_s, proofText(*record.proof));
        if (!record.notes.isEmpty())
            addPair(made, u"Notes"_s, u"%1, in the store"_s.arg(record.notes.size()));
        blocks.push_back(std::move(made));
        blocks.push_back(lead(u"Why"_s));
        blocks.push_back(reasons(record.duty.why));
    }
    return blocks;
}

QList<ObligationRecord> withStanding(const QList<ObligationRecord> &records, ObligationRecord::Standing standing)
{
    QList<ObligationRecord> found;
    std::copy_if(records.begin(), records.end(), std::back_inserter(found),
                 [standing](const ObligationRecord &record) { return record.standing == standing; });
    return found;
}

} // namespace

Blocks deadlinesSection(const PacketContents &contents)
{
    using Standing = ObligationRecord::Standing;
    Blocks blocks{heading(1, u"Deadlines and their reasons"_s, u"deadlines"_s)};
    blocks.push_back(
        paragraph(u"What the law asks on the facts in force (revision %1), by rule packs %2. This is not legal advice; "
                  "what is marked so needs counsel's review."_s.arg(QString::number(contents.facts.last().revision),
                                                                    rulePacksText(contents.evaluation))));
    append(blocks, owedPart(withStanding(contents.obligations, Standing::Owed)));
    append(blocks, blockedPart(withStanding(contents.obligations, Standing::Blocked)));
    append(blocks, notOwedPart(withStanding(contents.obligations, Standing::NotOwed)));
    append(blocks, withdrawnPart(withStanding(contents.obligations, Standing::Withdrawn)));
    return blocks;
}

} // namespace tocsin::packets
