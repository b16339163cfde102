// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/packet_sections.h"

#include "law/states.h"
#include "law/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::packets {

using namespace notices;

namespace {

QString stateText(const QString &code)
{
    return code.isEmpty() ? u"Elsewhere or unknown"_s : law::stateName(code);
}

QString roleText(const QString &token)
{
    const Result<casework::Role> role = casework::roleFromToken(token);
    return role ? casework::roleName(*role) : token;
}

QString spanText(const law::Occurrence &occurred)
{
    const QString from = occurred.from ? dayText(*occurred.from) : u"unknown"_s;
    const QString to = occurred.to ? dayText(*occurred.to) : u"unknown"_s;
    return u"%1 to %2"_s.arg(from, to);
}

/// Yes, no or nothing.
QString answerText(std::optional<bool> answer)
{
    return answer ? (*answer ? u"yes"_s : u"no"_s) : QString();
}

QString momentOf(const law::Moment &moment)
{
    return moment.instant ? law::shortInstant(*moment.instant) : dayText(moment.date);
}

QString delayText(const law::LawEnforcement &delay)
{
    QStringList parts{delay.written ? u"written statement"_s : u"oral statement"_s};
    if (delay.statement.stated)
        parts << u"made "_s + dayText(*delay.statement.stated);
    if (delay.statement.until)
        parts << u"until "_s + dayText(*delay.statement.until);
    if (delay.writtenFollowup)
        parts << u"followed by a written one"_s;
    return parts.join(u", "_s);
}

QString assessmentText(const law::Assessment &assessment)
{
    QStringList parts{law::plain(assessment.outcome)};
    if (!assessment.citation.isEmpty())
        parts << assessment.citation;
    if (assessment.documented)
        parts << (*assessment.documented ? u"documented"_s : u"not documented"_s);
    return parts.join(u", "_s);
}

/// The facts that only some incidents have.
void addRarerFacts(Table &made, const law::Facts &facts)
{
    if (facts.associate && facts.associate->discovered)
        addPair(made, u"Business associate discovered it"_s, momentOf(*facts.associate->discovered));
    if (facts.assessment)
        addPair(made, u"Risk assessment"_s, assessmentText(*facts.assessment));
    if (facts.lawEnforcement)
        addPair(made, u"Law-enforcement delay"_s, delayText(*facts.lawEnforcement));
    QStringList given;
    for (const auto &[recipient, moment] : facts.done.asKeyValueRange())
        given << u"%1 on %2"_s.arg(law::recipientName(recipient), momentOf(moment));
    addPair(made, u"Notices given"_s, given.join(u"; "_s));
}

Table factsTable(const PacketContents &contents)
{
    const law::Facts &facts = contents.facts.last().facts;
    Table made = pairs(u"The facts in force"_s);
    addPair(made, u"Organization is a"_s, law::plain(law::entityWord(facts.entity)));
    addPair(made, u"Discovered"_s, dayText(contents.evaluation.discovered));
    if (facts.occurred)
        addPair(made, u"Occurred"_s, spanText(*facts.occurred));
    if (facts.data)
        addPair(made, u"Data involved"_s, law::factText(QJsonArray::fromStringList(*facts.data)));
    if (facts.secured) {
        addPair(made, u"Encrypted"_s, answerText(facts.secured->encrypted));
        addPair(made, u"Encryption key compromised"_s, answerText(facts.secured->keyCompromised));
    }
    if (const auto people = facts.peopleAffected())
        addPair(made, u"People affected"_s, numberText(*people));
    if (facts.unreachable)
        addPair(made, u"Without a usable address"_s, numberText(*facts.unreachable));
    addRarerFacts(made, facts);
    addPair(made, u"Facts revision"_s, QString::number(contents.facts.last().revision));
    return made;
}

Blocks peopleByState(const PacketContents &contents)
{
    const auto &residents = contents.facts.last().facts.residents;
    if (!residents || residents->isEmpty())
        return {};
    Table made
        = table(u"People affected by State of residence"_s, {1.5, 1, 1.5}, {u"State"_s, u"People affected"_s, {}}, {1});
    for (const auto &[code, people] : residents->asKeyValueRange())
        addRow(made, {stateText(code), numberText(people)});
    if (const auto elsewhere = contents.facts.last().facts.elsewhere)
        addRow(made, {stateText({}), numberText(*elsewhere)});
    return {heading(2, u"People affected"_s), std::move(made)};
}

Blocks factsHistory(const PacketContents &contents)
{
    Table made
        = table(u"Revisions of the facts"_s, {0.5, 1.4, 1.2, 3.4}, {u"No."_s, u"When"_s, u"Who"_s, u"Reason"_s}, {0});
    for (const casework::FactsRevision &revision : contents.facts) {
        addRow(made,
               {QString::number(revision.revision), momentText(revision.setAt, contents.organization.timezone),
                contents.people.value(revision.setBy.value), revision.reason});
    }
    return {heading(2, u"How the facts changed"_s), std::move(made)};
}

QString chronologyText(const casework::TimelineEntry &entry, const QHash<TimelineEntryId, qsizetype> &numbers)
{
    QString text = entry.text;
    if (entry.supersedes && numbers.contains(*entry.supersedes))
        text += u"\nCorrects no. %1."_s.arg(numbers.value(*entry.supersedes));
    if (entry.supersededBy && numbers.contains(*entry.supersededBy))
        text += u"\nCorrected by no. %1."_s.arg(numbers.value(*entry.supersededBy));
    return text;
}

QString whenText(const casework::TimelineEntry &entry, const QByteArray &zone)
{
    switch (entry.precision) {
    case casework::Precision::Unknown:
        return u"Not known; recorded %1"_s.arg(momentText(entry.recordedAt, zone));
    case casework::Precision::Approximate:
        return u"About %1"_s.arg(momentText(entry.at, zone));
    case casework::Precision::Exact:
        break;
    }
    return momentText(entry.at, zone);
}

Table taskMoves(const PacketContents &contents)
{
    Table made = table(u"How the tasks moved"_s, {0.6, 1.6, 1.8, 1, 2.4},
                       {u"Task"_s, u"When"_s, u"Move"_s, u"Who"_s, u"Note"_s});
    for (const TaskWithHistory &each : contents.tasks) {
        for (const casework::TaskMove &move : each.moves) {
            addRow(made,
                   {each.task.reference(), momentText(move.at, contents.organization.timezone),
                    u"%1 to %2"_s.arg(casework::columnName(move.from), casework::columnName(move.to)), move.byName,
                    move.note});
        }
    }
    return made;
}

QString approvalsText(const PacketNotice &each, const QByteArray &zone)
{
    QStringList lines;
    for (const casework::Approval &approval : each.approvals) {
        lines << u"Version %1 by %2 (%3), %4"_s.arg(QString::number(approval.version), approval.byName,
                                                    casework::roleName(approval.role), momentText(approval.at, zone));
        for (const casework::AcceptedWarning &accepted : approval.accepted)
            lines << u"Let stand: %1 Because: %2"_s.arg(accepted.warning, accepted.reason);
    }
    return lines.isEmpty() ? u"none"_s : lines.join(u'\n');
}

Blocks noticesPart(const PacketContents &contents)
{
    Blocks blocks{heading(2, u"Notices and approvals"_s)};
    if (contents.notices.isEmpty()) {
        blocks.push_back(paragraph(u"There are no notices yet."_s));
        return blocks;
    }
    Table made = table(u"Notices and who approved them"_s, {2, 1, 0.9, 1, 2.6},
                       {u"Notice"_s, u"Language"_s, u"Version"_s, u"Status"_s, u"Approvals"_s});
    for (const PacketNotice &each : contents.notices) {
        addRow(made,
               {each.notice.title, each.notice.language, QString::number(each.notice.version),
                casework::noticeStatusName(each.notice.status), approvalsText(each, contents.organization.timezone)});
    }
    blocks.push_back(std::move(made));
    return blocks;
}

Blocks runsPart(const PacketContents &contents)
{
    Blocks blocks{heading(2, u"Letter runs"_s)};
    if (contents.runs.isEmpty()) {
        blocks.push_back(paragraph(u"No letters have been produced yet."_s));
        return blocks;
    }
    Table made
        = table(u"Letter runs"_s, {0.5, 2.4, 0.7, 0.7, 0.8, 0.8, 1.6},
                {u"Run"_s, u"Notice"_s, u"Version"_s, u"Kind"_s, u"Letters"_s, u"Pages"_s, u"Finished"_s}, {4, 5});
    for (const casework::Run &run : contents.runs) {
        addRow(made,
               {QString::number(run.id.value), noticeTitle(contents, run.notice), QString::number(run.noticeVersion),
                run.kind, numberText(run.letters), numberText(run.pages),
                u"%1, %2"_s.arg(momentText(run.finished, contents.organization.timezone), run.byName)});
    }
    blocks.push_back(std::move(made));
    Table hashes = table(u"SHA-256 of each run's list of files"_s, {0.5, 6}, {u"Run"_s, u"SHA-256 of run.json"_s});
    for (const casework::Run &run : contents.runs)
        addRow(hashes, {QString::number(run.id.value), run.manifestSha256});
    blocks.push_back(std::move(hashes));
    return blocks;
}

Blocks countsPart(const PacketContents &contents)
{
    const casework::RosterTotals &roster = contents.roster;
    Table totals = pairs(u"The roster in figures"_s);
    addPair(totals, u"People on the roster"_s, numberText(roster.people));
    addPair(totals, u"To be told"_s, numberText(roster.included));
    addPair(totals, u"Waiting for a decision"_s, numberText(roster.undecided));
    addPair(totals, u"Left out, with a reason"_s, numberText(roster.excluded));
    addPair(totals, u"Without a usable address"_s, numberText(roster.withoutAddress));
    Table made = table(u"People and letters by State of residence"_s, {1.5, 1, 1, 0.5},
                       {u"State of residence"_s, u"On the roster"_s, u"Letter produced"_s, {}}, {1, 2});
    std::map<QString, qint64> people = roster.residents;
    if (roster.elsewhere > 0)
        people[QString()] += roster.elsewhere;
    for (const auto &[state, letters] : contents.lettersByState)
        people.try_emplace(state, 0);
    for (const auto &[state, count] : people) {
        const auto letters = contents.lettersByState.find(state);
        addRow(made,
               {stateText(state), numberText(count),
                numberText(letters == contents.lettersByState.end() ? 0 : letters->second)});
    }
    Blocks blocks{heading(2, u"People and letters, in counts"_s), std::move(totals)};
    if (!made.rows.empty())
        blocks.push_back(std::move(made));
    return blocks;
}

void append(Blocks &blocks, Blocks more)
{
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

QString noticeTitle(const PacketContents &contents, NoticeId id)
{
    for (const PacketNotice &each : contents.notices) {
        if (each.notice.id == id)
            return each.notice.title;
    }
    return {};
}

QString rulePacksText(const law::Evaluation &evaluation)
{
    return u"%1, prepared %2"_s.arg(evaluation.packs.join(u", "_s), dayText(evaluation.prepared));
}

QString zoneSentence(const PacketContents &contents)
{
    return u"Times are local times in %1."_s.arg(QString::fromLatin1(contents.organization.timezone));
}

Blocks summarySection(const PacketContents &contents)
{
    const casework::Incident &incident = contents.incident;
    Blocks blocks{heading(1, u"Incident summary"_s, u"summary"_s), lead(incident.title)};
    blocks.push_back(paragraph(u"Opened as %1 on %2 by %3; %4; now in %5."_s.arg(
        incident.reference, momentText(incident.created, contents.organization.timezone), contents.createdByName,
        casework::kindName(incident.kind).toLower(), casework::statusName(incident.status).toLower())));
    if (!incident.story.summary.isEmpty()) {
        blocks.push_back(heading(2, u"What happened"_s));
        blocks.push_back(paragraph(incident.story.summary));
    }
    if (!incident.story.whatWeAreDoing.isEmpty()) {
        blocks.push_back(heading(2, u"What is being done"_s));
        blocks.push_back(paragraph(incident.story.whatWeAreDoing));
    }
    blocks.push_back(heading(2, u"Facts in force"_s));
    blocks.push_back(factsTable(contents));
    append(blocks, peopleByState(contents));
    append(blocks, factsHistory(contents));
    return blocks;
}

Blocks chronologySection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Chronology"_s, u"chronology"_s)};
    blocks.push_back(paragraph(u"What happened and was done, oldest first. "_s + zoneSentence(contents)
                               + u" Entries that were corrected stay and point to their correction."_s));
    QHash<TimelineEntryId, qsizetype> numbers;
    for (const casework::TimelineEntry &entry : contents.chronology)
        numbers.insert(entry.id, numbers.size() + 1);
    Table made = table(u"What happened, in order"_s, {0.5, 1.5, 3.9, 1.3},
                       {u"No."_s, u"When"_s, u"What"_s, u"Stream, author"_s}, {0});
    for (const casework::TimelineEntry &entry : contents.chronology) {
        addRow(made,
               {QString::number(numbers.value(entry.id)), whenText(entry, contents.organization.timezone),
                chronologyText(entry, numbers), u"%1\n%2"_s.arg(casework::streamName(entry.stream), entry.authorName)});
    }
    blocks.push_back(made.rows.empty() ? Block(paragraph(u"Nothing is in the chronology yet."_s))
                                       : Block(std::move(made)));
    return blocks;
}

Blocks tasksSection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Tasks"_s, u"tasks"_s)};
    if (contents.tasks.isEmpty()) {
        blocks.push_back(paragraph(u"There are no tasks yet."_s));
        return blocks;
    }
    Table made = table(u"Tasks and how far they are"_s, {0.6, 3.4, 1, 1.2, 1.1},
                       {u"Task"_s, u"What"_s, u"Column"_s, u"Owner"_s, u"Due"_s});
    for (const TaskWithHistory &each : contents.tasks) {
        const casework::Task &task = each.task;
        const QString what = task.detail.isEmpty() ? task.title : u"%1\n%2"_s.arg(task.title, task.detail);
        addRow(made,
               {task.reference(), what, casework::columnName(task.column),
                task.ownerName.isEmpty() ? u"nobody yet"_s : task.ownerName, dayText(task.due)});
    }
    blocks.push_back(std::move(made));
    Table moves = taskMoves(contents);
    if (!moves.rows.empty()) {
        blocks.push_back(heading(2, u"History of the tasks"_s));
        blocks.push_back(std::move(moves));
    }
    return blocks;
}

Blocks changesSection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Change log"_s, u"changes"_s)};
    blocks.push_back(
        paragraph(u"Every entry of the ledger that concerns this incident, up to the checkpoint on the cover. "
                  "data/ledger-extract.jsonl holds the same entries with their signatures; what an entry changed is "
                  "withheld there, and its digest given. "_s
                  + zoneSentence(contents)));
    Table made = table(u"Entries of the ledger"_s, {0.7, 1.6, 2, 1.6, 1.6},
                       {u"Entry"_s, u"When"_s, u"Who"_s, u"Action"_s, u"Subject"_s}, {0});
    for (const Change &change : contents.changes) {
        addRow(made,
               {QString::number(change.sequence), momentText(change.at, contents.organization.timezone),
                u"%1, %2"_s.arg(change.who, roleText(change.role).toLower()), change.action, change.subject});
    }
    blocks.push_back(std::move(made));
    return blocks;
}

Blocks deliverySection(const PacketContents &contents)
{
    Blocks blocks{heading(1, u"Delivery summary"_s, u"delivery"_s)};
    blocks.push_back(paragraph(u"Counts only: no person affected is named in this packet."_s));
    append(blocks, countsPart(contents));
    append(blocks, noticesPart(contents));
    append(blocks, runsPart(contents));
    append(blocks, deliveriesPart(contents));
    return blocks;
}

} // namespace tocsin::packets
