// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_record.h"
#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/packet.h"
#include "casework/register_record.h"
#include "casework/roster.h"
#include "casework/run.h"
#include "casework/task.h"
#include "casework/timeline.h"
#include "models/casework/case_fixture.h"
#include "packets/packet_builder.h"

namespace tocsin::test {

/// A case in full swing with people on its roster, words that must never leave it, and everything a packet tells.
class PacketCase
{
public:
    explicit PacketCase(casework::Role role = casework::Role::ComplianceLead) : m_store(role)
    {
        m_incident = m_store.incident();
    }

    [[nodiscard]] CaseFixture &store() { return m_store; }
    [[nodiscard]] IncidentId incident() const { return m_incident; }

    /// Everything; false if a step fails.
    bool fill() { return addPeople() && log() && work() && enterRegisters() && produce(); }

    Result<packets::PacketReport> build(const QString &folder, const Progress &progress = Progress())
    {
        return packets::buildPacket(m_store.file(), m_incident, m_store.filePath(folder), progress);
    }

    /// What no file of a packet may hold.
    static QStringList secrets()
    {
        return {QStringLiteral("Quillfeather"),   QStringLiteral("Thornapple"),     QStringLiteral("Marrowby Lane"),
                QStringLiteral("Wendeline"),      QStringLiteral("wq@secret.test"), QStringLiteral("MRN-558211"),
                QStringLiteral("counsel thinks"), QStringLiteral("drafts only")};
    }

private:
    CaseFixture m_store;
    IncidentId m_incident;

    static casework::Recipient person(const QString &first, const QString &last, const QString &residence)
    {
        casework::Recipient made;
        made.key = first + last;
        made.recipientId = QStringLiteral("MRN-558211-") + first;
        made.rowHash = made.key;
        made.firstName = first;
        made.lastName = last;
        made.addressLines = QStringList{QStringLiteral("77 Marrowby Lane")};
        made.city = QStringLiteral("Austin");
        made.state = residence;
        made.residence = residence;
        made.postalCode = QStringLiteral("78701");
        made.country = QStringLiteral("US");
        made.email = QStringLiteral("wq@secret.test");
        made.language = QStringLiteral("en");
        made.status = QStringLiteral("adult");
        return made;
    }

    bool addPeople()
    {
        casework::StageRows rows;
        rows.incident = m_incident;
        rows.rows = {person(QStringLiteral("Wendeline"), QStringLiteral("Quillfeather"), QStringLiteral("TX")),
                     person(QStringLiteral("Ambrose"), QStringLiteral("Thornapple"), QStringLiteral("CA"))};
        rows.first = true;
        casework::AcceptStaged accept;
        accept.incident = m_incident;
        accept.fileName = QStringLiteral("roster.csv");
        accept.fileSha256 = QString(64, u'a');
        return m_store.file().stage(rows).result() && m_store.submit(accept);
    }

    bool log()
    {
        const auto entry = [this](const QString &text, bool chronology, bool privileged) {
            casework::LogEntry command;
            command.incident = m_incident;
            command.text = text;
            command.inChronology = chronology;
            command.privileged = privileged;
            return command;
        };
        const auto wrong = m_store.submit(entry(QStringLiteral("The export folder was closed at noon"), true, false));
        const auto shared = m_store.submit(entry(QStringLiteral("What counsel thinks, said too early"), true, false));
        if (!wrong || !shared)
            return false;
        casework::CorrectEntry correct{
            TimelineEntryId{wrong->id}, QStringLiteral("The export folder was closed at 14:05"), {}, {}};
        casework::CorrectEntry again{
            TimelineEntryId{shared->id}, QStringLiteral("What counsel thinks, in other words"), {}, {}};
        casework::FlagEntry flag{TimelineEntryId{shared->id}, false, true};
        return m_store.submit(correct) && m_store.submit(again) && m_store.submit(flag)
            && m_store.submit(entry(QStringLiteral("=2+2 opened the access log"), true, false))
            && m_store.submit(
                entry(QStringLiteral("Mrs. QUILLFEATHER, Wendeline called about 77 Marrowby Lane"), true, false))
            && m_store.submit(entry(QStringLiteral("counsel thinks we should settle"), false, true))
            && m_store.submit(entry(QStringLiteral("drafts only, not for the regulator"), false, false));
    }

    bool work()
    {
        casework::AddTask task;
        task.incident = m_incident;
        task.title = QStringLiteral("Turn on versioned storage");
        task.owner = m_store.file().actor().id;
        task.due = QDate(2026, 4, 1);
        const auto made = m_store.submit(task);
        return made
            && m_store.submit(casework::MoveTask{TaskId{made->id}, casework::TaskColumn::Ready, -1,
                                                 QStringLiteral("asked by wq@secret.test")});
    }

    bool enterRegisters()
    {
        using casework::AddRegisterRecord;
        const auto text = [](const char *words) { return QString::fromUtf8(words); };
        const AddRegisterRecord cause{m_incident,
                                      casework::registers::kRootCause,
                                      {{text("group"), text("Public storage")},
                                       {text("problem"), text("Wendeline Quillfeather found the export")},
                                       {text("whys"), text("No guard\nNo owner\nNo review\nNo rule\nNo time")},
                                       {text("cause"), text("No deny by policy on the account")}}};
        const AddRegisterRecord copy{m_incident,
                                     text("forensic-copy"),
                                     {{text("what"), text("Access logs of March")},
                                      {text("source"), text("log bucket")},
                                      {text("taken"), text("2026-03-20T08:00:00-05:00")},
                                      {text("taken_by"), text("Ada")},
                                      {text("place"), text("Safe 2")}},
                                     {},
                                     casework::FileDigest{text("logs.gz"), 5, QString(64, u'd'), QString(128, u'e')}};
        const AddRegisterRecord restriction{m_incident,
                                            text("access-restriction"),
                                            {{text("who"), text("drafts only, the billing team")},
                                             {text("access"), text("none")},
                                             {text("why"), text("Containment")},
                                             {text("until"), text("2026-04-20")}}};
        return m_store.submit(cause) && m_store.submit(copy) && m_store.submit(restriction);
    }

    bool produce()
    {
        const auto notices = m_store.ask(casework::NoticesQuery{m_incident});
        const auto people = m_store.ask(casework::RecipientIds{m_incident, {}, {}, {}, {}});
        if (!notices || notices->isEmpty() || !people)
            return false;
        casework::RecordRun run;
        run.notice = notices->first().id;
        run.noticeVersion = notices->first().version;
        run.kind = QStringLiteral("full");
        run.pages = 4;
        run.parts = 1;
        run.letters = 2;
        run.manifestSha256 = QString(64, u'b');
        for (const RecipientId id : *people)
            run.deliveries.append({id, 1, 1, 2, QString(64, u'c')});
        const auto made = m_store.submit(run);
        if (!made)
            return false;
        const casework::DeliveryProof proof{
            {}, QStringLiteral("Job of Wendeline Quillfeather"), QStringLiteral("x.pdf"), QString(64, u'9')};
        const QDate day = m_store.file().now().inZone("America/Chicago").localDate();
        return m_store.submit(casework::RecordMailed{RunId{made->id}, day, proof}).has_value();
    }
};

} // namespace tocsin::test
