// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/demo.h"

#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/task.h"
#include "casework/timeline.h"
#include "core/safe_file.h"
#include "jobs/demo_containment.h"
#include "jobs/demo_roster.h"
#include "jobs/documents.h"
#include "jobs/letter_proofs.h"
#include "jobs/letters.h"
#include "jobs/notice_approval.h"
#include "jobs/roster_import.h"
#include "law/delay_asked.h"
#include "notices/pdf/letter_fonts.h"
#include "packets/packet_builder.h"

#include <QDir>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using namespace casework;

const QString kPassphrase = u"demo passphrase for invented data"_s;
constexpr vault::KdfCost kLightCost{quint64{64} * 1024, 2};
constexpr int kProofLetters = 12; // as the window makes them
constexpr int kDay = 17; // the demo's incident was discovered so many days ago
constexpr int kEvidenceDay = 1; // since then
constexpr int kRosterDay = 8;

struct Member
{
    QLatin1StringView name;
    Role role;
};

constexpr std::array kTeam{
    Member{"Dana Whitfield"_L1, Role::ComplianceLead}, Member{"Marcus Oyelaran"_L1, Role::LegalCounsel},
    Member{"Priya Raman"_L1, Role::TechnicalLead},     Member{"Elena Castellanos"_L1, Role::CommunicationsLead},
    Member{"Ruth Abernathy"_L1, Role::Executive},
};

struct Said
{
    int day; ///< since discovery
    int minute; ///< of that day, local time
    Role who;
    Stream stream;
    const char *text;
};

constexpr int at(int hour, int minute)
{
    return hour * 60 + minute;
}

// Two weeks of what a team writes down, in the order in which it happened.
constexpr std::array kTimeline{
    Said{0, at(10, 15), Role::TechnicalLead, Stream::Technical,
         "Auditor's report received: finding 4.2 names an order export that anyone with its address can read"},
    Said{0, at(10, 40), Role::TechnicalLead, Stream::Technical,
         "Public read on the export bucket denied; policy saved before and after"},
    Said{0, at(11, 5), Role::ComplianceLead, Stream::Command,
         "Incident declared; compliance, technical and communications leads on call"},
    Said{0, at(14, 30), Role::LegalCounsel, Stream::Regulatory, "Litigation hold sent to IT, support and marketing"},
    Said{1, at(9, 0), Role::TechnicalLead, Stream::Technical,
         "Access logs of the bucket copied to write-once storage, hash recorded"},
    Said{1, at(16, 20), Role::TechnicalLead, Stream::Technical,
         "Export job runs nightly since 11 weeks; each run replaced the file before"},
    Said{2, at(11, 45), Role::LegalCounsel, Stream::Regulatory,
         "Risk assessment begun; four factors of 164.402(2) on one sheet"},
    Said{3, at(15, 10), Role::TechnicalLead, Stream::Technical, "Logs show reads from 14 addresses that are not ours"},
    Said{4, at(10, 0), Role::LegalCounsel, Stream::Regulatory,
         "Conclusion: low probability of compromise cannot be shown; notice is owed"},
    Said{5, at(9, 30), Role::CommunicationsLead, Stream::Communications,
         "Holding statement approved for support and social channels"},
    Said{6, at(13, 15), Role::ComplianceLead, Stream::Command, "Stand-up: roster from the shop vendor by Friday noon"},
    Said{8, at(12, 5), Role::ComplianceLead, Stream::Technical, "Roster received from the shop vendor and imported"},
    Said{9, at(17, 5), Role::LegalCounsel, Stream::Regulatory,
         "HHS portal worksheet reviewed; counts to be confirmed after address checks"},
    Said{11, at(10, 50), Role::CommunicationsLead, Stream::Communications,
         "Call centre booked from the mailing date for 90 days"},
    Said{12, at(14, 0), Role::TechnicalLead, Stream::Technical,
         "Export role restricted to two people; keys of the old role revoked"},
    Said{13, at(9, 20), Role::CommunicationsLead, Stream::Communications,
         "First draft of the individual letter sent to counsel"},
    Said{14, at(16, 45), Role::LegalCounsel, Stream::Regulatory,
         "Counsel's comments on the letter: say which orders, name both dates"},
    Said{16, at(8, 30), Role::ComplianceLead, Stream::Command,
         "Stand-up: letter back in review, proofs to the mail house on Monday"},
};

/// A task of the demo's board.
struct Chore
{
    const char *title;
    TaskColumn column;
    Role owner;
    int addedDay; ///< this and the next: since discovery
    int dueDay;
    int reachedDay; ///< when it came to its column
};

constexpr std::array kTasks{
    Chore{"Preserve the auditor's report and mail", TaskColumn::Done, Role::LegalCounsel, 0, 3, 3},
    Chore{"Second review of the individual letter", TaskColumn::Review, Role::LegalCounsel, 5, 19, 16},
    Chore{"Screenshots of the bucket policy before and after", TaskColumn::Evidence, Role::TechnicalLead, 5, 18, 13},
    Chore{"Decide on addresses that failed validation", TaskColumn::InProgress, Role::ComplianceLead, 8, 18, 9},
    Chore{"Script and training for the call centre", TaskColumn::InProgress, Role::CommunicationsLead, 8, 24, 11},
    Chore{"Press release for California and Texas", TaskColumn::Ready, Role::CommunicationsLead, 9, 26, 13},
    Chore{"Website notice with first and last day recorded", TaskColumn::Ready, Role::CommunicationsLead, 9, 28, 14},
    Chore{"Retrain everybody who can start an export", TaskColumn::Backlog, Role::ComplianceLead, 12, 50, 12},
};

const QString kHappened = u"A file of past orders from our online shop was stored where anyone who had its web address "
                          u"could open it. An outside "
                          "auditor found it during a review of our systems and told us the same day. Our records show "
                          "that the file was opened "
                          "from addresses that are not ours."_s;
const QString kDoing = u"We closed access to the file within half an hour. We are encrypting every order file, have "
                       u"limited who can make such "
                       "files, and now check all of our storage for public access every week. We are reporting this to "
                       "the U.S. Department of "
                       "Health and Human Services."_s;

Organization organization()
{
    return {u"Sample Wellness Store"_s,
            u"covered-entity"_s,
            "America/Chicago",
            {u"PO Box 4410"_s, u"Evanston, IL 60204"_s},
            u"1-800-555-0142"_s,
            u"privacy@example.org"_s,
            u"https://www.example.org/notice"_s,
            u"Dana Whitfield"_s};
}

/// The demo being told: it moves the clock, and changes who is at work.
class Story
{
public:
    Story(QString store, const Instant &now, std::shared_ptr<const law::RulePacks> packs)
        : m_store(std::move(store))
        , m_now(now.inZone(organization().timezone))
        , m_clock(std::make_shared<FixedClock>(m_now))
        , m_packs(std::move(packs))
    {
    }

    [[nodiscard]] QDate discovered() const { return m_now.localDate().addDays(-kDay); }
    [[nodiscard]] CaseFile &file() { return *m_file; }
    [[nodiscard]] IncidentId incident() const { return m_incident; }
    [[nodiscard]] const Instant &now() const { return m_now; }

    void moveTo(int day, int minute)
    {
        const QDateTime when(discovered().addDays(day), QTime(0, 0).addSecs(minute * 60),
                             QTimeZone(organization().timezone));
        // Whatever the hour of the demo, its past does not lie in the future.
        m_clock->set(Instant(qMin(when.toMSecsSinceEpoch(), m_now.msecs()), m_now.zone()));
    }

    Result<> begin()
    {
        moveTo(0, at(10, 45));
        NewCase request;
        request.path = m_store;
        request.organization = organization();
        request.personName = kTeam.front().name;
        request.role = kTeam.front().role;
        request.passphrase = vault::SecureBytes::fromText(kPassphrase);
        request.cost = kLightCost;
        TOCSIN_ASSIGN(m_file, CaseFile::create(request, {m_clock, m_packs}));
        for (const Member &member : kTeam) {
            if (member.role == m_file->actor().role)
                continue;
            AddPerson person;
            person.name = member.name;
            person.role = member.role;
            person.passphrase = vault::SecureBytes::fromText(kPassphrase);
            person.cost = kLightCost;
            TOCSIN_TRY(m_file->addPerson(std::move(person)).result());
        }
        TOCSIN_ASSIGN(const QList<Person> people, m_file->ask(PeopleQuery()).result());
        for (const Person &person : people)
            m_people.insert(static_cast<int>(person.role), person.id);
        return {};
    }

    /// Lets the person with that role work from here on.
    Result<> as(Role role)
    {
        if (m_file->actor().role == role)
            return {};
        const auto *member
            = std::find_if(kTeam.begin(), kTeam.end(), [role](const Member &m) { return m.role == role; });
        m_file.reset();
        UnlockCase request;
        request.path = m_store;
        request.personName = member->name;
        request.passphrase = vault::SecureBytes::fromText(kPassphrase);
        TOCSIN_ASSIGN(m_file, CaseFile::unlock(request, {m_clock, m_packs}));
        return {};
    }

    Result<> openIncident()
    {
        CreateIncident command;
        command.title = u"Order export left readable"_s;
        command.kind = IncidentKind::Both;
        command.story = {kHappened, kDoing};
        command.facts.timezone = organization().timezone;
        command.facts.discovered = law::Moment{discovered(), {}};
        command.facts.occurred = law::Occurrence{discovered().addDays(-51), discovered()};
        command.facts.data = QStringList{u"phi"_s, u"name"_s, u"medical"_s};
        command.facts.secured = law::Securing{false, {}};
        law::recordDelayAsked(command.facts, false);
        TOCSIN_ASSIGN(const Receipt receipt, m_file->submit(command).result());
        m_incident = IncidentId{receipt.id};
        m_reference = receipt.reference;
        return {};
    }

    /// Tasks are added and moved up to this day, each on its own.
    Result<> workTasks(int day)
    {
        for (size_t index = 0; index < kTasks.size(); ++index) {
            const Chore &job = kTasks.at(index);
            if (job.addedDay <= day && index == static_cast<size_t>(m_tasks.size()))
                TOCSIN_TRY(addTask(job));
            if (job.reachedDay > m_workedUpTo && job.reachedDay <= day)
                TOCSIN_TRY(moveTask(m_tasks.at(static_cast<qsizetype>(index)), job));
        }
        TOCSIN_TRY(workDemoPlaybook(*m_file, m_incident, m_workedUpTo, day));
        m_workedUpTo = day;
        return {};
    }

    Result<> say(const Said &said)
    {
        moveTo(said.day, said.minute);
        TOCSIN_TRY(as(said.who));
        LogEntry entry;
        entry.incident = m_incident;
        entry.text = QString::fromUtf8(said.text);
        entry.stream = said.stream;
        return m_file->submit(entry).result().map([](const Receipt &) {});
    }

    [[nodiscard]] const QString &reference() const { return m_reference; }

private:
    Result<> addTask(const Chore &job)
    {
        AddTask task;
        task.incident = m_incident;
        task.title = QString::fromUtf8(job.title);
        task.owner = m_people.value(static_cast<int>(job.owner));
        task.due = discovered().addDays(job.dueDay);
        task.column = TaskColumn::Backlog;
        TOCSIN_ASSIGN(const Receipt receipt, m_file->submit(task).result());
        m_tasks << TaskId{receipt.id};
        return {};
    }

    /// From column to column up to where it is now.
    Result<> moveTask(TaskId task, const Chore &job)
    {
        for (int column = 1; column <= static_cast<int>(job.column); ++column)
            TOCSIN_TRY(m_file->submit(MoveTask{task, static_cast<TaskColumn>(column)}).result());
        return {};
    }

    QString m_store;
    Instant m_now;
    int m_workedUpTo = -1; // day
    std::shared_ptr<FixedClock> m_clock;
    std::shared_ptr<const law::RulePacks> m_packs;
    std::unique_ptr<CaseFile> m_file;
    IncidentId m_incident;
    QString m_reference;
    QHash<int, PersonId> m_people;
    QList<TaskId> m_tasks;
};

Result<> setWork(Story &story, const QString &recipient, WorkState state)
{
    TOCSIN_ASSIGN(const QList<ObligationRecord> all, story.file().ask(ObligationsQuery{story.incident()}).result());
    for (const ObligationRecord &each : all) {
        if (each.duty.recipient == recipient) {
            return story.file()
                .submit(SetObligationState{each.id, state, story.file().actor().id})
                .result()
                .map([](const Receipt &) {});
        }
    }
    return {};
}

/// The letter is written and sent to review.
Result<> writeLetter(Story &story, const Progress &progress)
{
    TOCSIN_TRY(story.as(Role::CommunicationsLead));
    TOCSIN_ASSIGN(const Notice notice, story.file().ask(NoticeByKey{story.incident(), u"individual-en"_s}).result());
    const QMap<QString, QString> words{{u"what_happened"_s, kHappened},
                                       {u"what_we_are_doing"_s, kDoing},
                                       {u"call_hours"_s, u"Monday to Friday, 8 a.m. to 8 p.m. Central time"_s}};
    TOCSIN_TRY(story.file().submit(EditNotice{notice.id, words}).result());
    TOCSIN_TRY(submitNotice(story.file(), story.incident(), notice.key, progress));
    return setWork(story, u"individuals"_s, WorkState::InReview);
}

/// The press release for Texas waits for counsel; the report to HHS has its first words.
Result<> writeDocuments(Story &story, const Progress &progress)
{
    TOCSIN_TRY(story.as(Role::CommunicationsLead));
    TOCSIN_ASSIGN(const Receipt release, addNotice(story.file(), story.incident(), u"press-release"_s, u"media:TX"_s));
    const QMap<QString, QString> words{{u"city"_s, u"Evanston, Illinois"_s},
                                       {u"press_contact"_s, u"Elena Castellanos, 1-800-555-0142, press@example.org"_s},
                                       {u"outlets"_s, u"Sample Texas Herald\nSample Radio Austin"_s}};
    TOCSIN_TRY(story.file().submit(EditNotice{NoticeId{release.id}, words}).result());
    TOCSIN_TRY(submitNotice(story.file(), story.incident(), release.reference, progress));
    TOCSIN_TRY(story.as(Role::ComplianceLead));
    TOCSIN_ASSIGN(const Receipt report, addNotice(story.file(), story.incident(), u"hhs-report"_s, u"HHS"_s));
    TOCSIN_ASSIGN(const Notice notice, story.file().ask(NoticeByKey{story.incident(), report.reference}).result());
    QMap<QString, QString> answers = notice.fields;
    answers.insert(u"breach_type"_s, u"Unauthorized Access/Disclosure"_s);
    answers.insert(u"location"_s, u"Network Server"_s);
    return story.file().submit(EditNotice{notice.id, answers}).result().map([](const Receipt &) {});
}

Result<> importPeople(Story &story, const QString &roster, const Progress &progress)
{
    TOCSIN_TRY(story.as(Role::ComplianceLead));
    TOCSIN_TRY(importRoster(story.file(), {story.incident(), roster, {}, false}, progress));
    return story.file().submit(AcceptResidents{story.incident()}).result().map([](const Receipt &) {});
}

/// Counsel says why each warning stands.
Result<> approveLetter(Story &story, const Progress &progress)
{
    TOCSIN_TRY(story.as(Role::LegalCounsel));
    TOCSIN_ASSIGN(const auto session, story.file().openSession());
    TOCSIN_ASSIGN(const Notice notice, session->ask(NoticeByKey{story.incident(), u"individual-en"_s}));
    TOCSIN_ASSIGN(const NoticeChecks found, checksOf(*session, notice, story.file().now(), progress));
    Reasons reasons;
    for (const notices::CheckResult &check : found.checks) {
        if (check.level != notices::CheckLevel::Warning)
            continue;
        const bool ofRoster = check.id.startsWith("roster"_L1) || check.id == "undecided"_L1;
        reasons.insert(check.id,
                       ofRoster ? u"Looked at row by row. These people are followed up one by one."_s
                                : u"Counsel looked at this and lets it stand for this letter."_s);
    }
    return approveNotice(story.file(), story.incident(), notice.key, progress, reasons).map([](const Receipt &) {});
}

Result<> tell(Story &story, const QString &roster, const Progress &progress)
{
    TOCSIN_TRY(story.begin());
    TOCSIN_TRY(story.openIncident());
    TOCSIN_TRY(startDemoPlaybook(story.file(), story.incident(), story.file().now()));
    TOCSIN_TRY(story.workTasks(0));
    int told = 0;
    for (const Said &said : kTimeline) {
        TOCSIN_TRY(progress.check());
        TOCSIN_TRY(story.say(said));
        TOCSIN_TRY(story.workTasks(said.day));
        if (std::exchange(told, said.day) == said.day)
            continue;
        if (said.day == kEvidenceDay)
            TOCSIN_TRY(enterDemoRegisters(story.file(), story.incident(), story.discovered()));
        if (said.day == kRosterDay)
            TOCSIN_TRY(importPeople(story, roster, progress));
    }
    TOCSIN_TRY(story.as(Role::LegalCounsel));
    TOCSIN_TRY(setDemoCounselsDate(story.file(), story.incident()));
    TOCSIN_TRY(story.as(Role::ComplianceLead));
    TOCSIN_TRY(setDemoTarget(story.file(), story.incident(), story.discovered()));
    TOCSIN_TRY(story.file().submit(SetIncidentStatus{story.incident(), IncidentStatus::Notification, {}}).result());
    TOCSIN_TRY(setWork(story, u"HHS"_s, WorkState::Ready));
    TOCSIN_TRY(setWork(story, u"media:CA"_s, WorkState::Drafting));
    TOCSIN_TRY(setWork(story, u"media:TX"_s, WorkState::Drafting));
    TOCSIN_TRY(writeLetter(story, progress));
    return writeDocuments(story, progress);
}

Result<> makeFolder(const QString &folder)
{
    QDir dir(folder);
    if (dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden))
        return fail(ErrorCode::BadInput, u"“%1” is not empty; name a folder that is, or a new one."_s.arg(folder));
    if (!dir.mkpath(u"."_s))
        return fail(ErrorCode::Io, u"“%1” cannot be made."_s.arg(folder));
    return {};
}

/// Approved by counsel; the proof set is read and accepted; then all are made.
Result<> produceLetters(Story &story, const DemoReport &report, const Progress &progress)
{
    const QString letter = u"individual-en"_s;
    TOCSIN_TRY(approveLetter(story, progress));
    TOCSIN_TRY(story.as(Role::ComplianceLead));
    notices::LetterRunOptions proof;
    proof.folder = report.proof;
    proof.proof = kProofLetters;
    proof.proofGrows = true;
    TOCSIN_TRY(runNotice(story.file(), story.incident(), letter, proof, progress));
    TOCSIN_TRY(acceptProof(story.file(), story.incident(), letter, report.proof));
    notices::LetterRunOptions all;
    all.folder = report.letters;
    return runNotice(story.file(), story.incident(), letter, all, progress).map([](const LetterRunReport &) {});
}

Result<DemoReport> make(const QDir &dir, const Instant &now, std::shared_ptr<const law::RulePacks> packs,
                        const Progress &progress)
{
    DemoReport report;
    report.store = dir.filePath(u"demo.tocsin"_s);
    report.person = kTeam.front().name;
    report.passphrase = kPassphrase;
    report.roster = dir.filePath(u"roster.csv"_s);
    report.proof = dir.filePath(u"proof"_s);
    report.letters = dir.filePath(u"letters"_s);
    report.packet = dir.filePath(u"packet"_s);
    Story story(report.store, now, std::move(packs));
    TOCSIN_TRY(writeFileAtomically(report.roster, demoRoster(story.now().localDate())));
    TOCSIN_TRY(tell(story, report.roster, progress));
    report.incident = story.reference();

    story.moveTo(kDay, at(23, 59));
    TOCSIN_TRY(produceLetters(story, report, progress));
    TOCSIN_TRY(packets::buildPacket(story.file(), story.incident(), report.packet, progress));
    return report;
}

} // namespace

Result<DemoReport> makeDemo(const QString &folder, const Instant &now, std::shared_ptr<const law::RulePacks> packs,
                            const Progress &progress)
{
    TOCSIN_TRY(makeFolder(folder));
    TOCSIN_TRY(notices::loadLetterFonts());
    const QDir dir(QDir(folder).absolutePath());
    auto report = make(dir, now, std::move(packs), progress);
    // The folder was empty or new, so that all in it is this demo's own half.
    if (!report)
        QDir(dir).removeRecursively();
    return report;
}

} // namespace tocsin::jobs
