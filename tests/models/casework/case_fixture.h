// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/incident.h"
#include "core/clock.h"
#include "core/work_pool.h"

#include <QTemporaryDir>
#include <QTest>

namespace tocsin::test {

/// A case store in a folder of its own, opened by Ada. If her role is not one that a store can begin with, Max made it
/// and added her. Every passphrase is "passphrase of NAME".
class CaseFixture
{
public:
    explicit CaseFixture(casework::Role role = casework::Role::ComplianceLead)
        : m_clock(std::make_shared<FixedClock>(*Instant::parse(QStringLiteral("2026-03-20T09:42:00-05:00"))))
        , m_packs(std::make_shared<const law::RulePacks>(law::builtInRulePacks().value()))
    {
        casework::NewCase request;
        request.path = path();
        request.organization = organization();
        const bool begins = casework::permits(role, QLatin1StringView("person.add"));
        request.personName = begins ? QStringLiteral("Ada") : QStringLiteral("Max");
        request.passphrase = passphraseOf(request.personName);
        request.cost = vault::KdfCost::forTests();
        auto made = casework::CaseFile::create(request, surroundings());
        if (made)
            m_file = std::move(*made);
        else
            qWarning("%s", qPrintable(made.error().message));
        if (begins || !m_file)
            return;
        if (!addPerson(QStringLiteral("Ada"), role) || !openAs(QStringLiteral("Ada")))
            qWarning("Ada cannot open the store");
    }

    [[nodiscard]] casework::CaseFile &file() { return *m_file; }
    [[nodiscard]] FixedClock &clock() { return *m_clock; }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("case.tocsin")); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] casework::Surroundings surroundings() const { return {m_clock, m_packs}; }

    ~CaseFixture() { close(); }
    CaseFixture(const CaseFixture &) = delete;
    CaseFixture &operator=(const CaseFixture &) = delete;

    /// As the window does it: work that a page began ends first.
    void close()
    {
        workPool().waitForDone();
        m_file.reset();
    }

    Result<> openAs(const QString &name)
    {
        close();
        casework::UnlockCase request;
        request.path = path();
        request.personName = name;
        request.passphrase = passphraseOf(name);
        auto opened = casework::CaseFile::unlock(request, surroundings());
        if (!opened)
            return forward(opened);
        m_file = std::move(*opened);
        return {};
    }

    Result<casework::Receipt> addPerson(const QString &name, casework::Role role)
    {
        casework::AddPerson request;
        request.name = name;
        request.role = role;
        request.passphrase = passphraseOf(name);
        request.cost = vault::KdfCost::forTests();
        return m_file->addPerson(std::move(request)).result();
    }

    template <typename Command>
    Result<casework::Receipt> submit(Command command)
    {
        return m_file->submit(std::move(command)).result();
    }
    template <typename Query>
    auto ask(Query query)
    {
        return m_file->ask(std::move(query)).result();
    }

    /// An incident with 600 people in Texas, discovered on 3 March 2026.
    IncidentId incident()
    {
        casework::CreateIncident command;
        command.title = QStringLiteral("Order export left readable");
        command.facts = facts();
        const auto receipt = submit(command);
        return receipt ? IncidentId{receipt->id} : IncidentId();
    }

    /// The same by counsel of that name, who is added first. The first notice is then counsel's, so that Ada may
    /// approve it.
    IncidentId incidentBy(const QString &name)
    {
        if (!addPerson(name, casework::Role::LegalCounsel) || !openAs(name))
            return {};
        const IncidentId made = incident();
        return openAs(QStringLiteral("Ada")) ? made : IncidentId();
    }

    static law::Facts facts()
    {
        return law::parseFacts(R"({"entity":"covered-entity","timezone":"America/Chicago","discovered":"2026-03-03",
            "occurred":{"from":"2026-01-11","to":"2026-03-02"},"residents":{"TX":600,"CA":20},
            "data":["phi","name","diagnosis"],"secured":{"encrypted":false},
            "flags":["no-law-enforcement-delay"]})",
                               QStringLiteral("facts"))
            .value();
    }

    static casework::Organization organization()
    {
        return casework::Organization::fromJson(
                   R"({"name":"Sample Wellness Store","kind":"covered-entity","timezone":"America/Chicago",
                   "address":["PO Box 4410","Evanston, IL 60204"],"toll_free":"1-800-555-0100",
                   "email":"privacy@example.org","website":"https://example.org/notice","privacy_officer":"Privacy Office"})")
            .value();
    }

    static vault::SecureBytes passphraseOf(const QString &name)
    {
        return vault::SecureBytes::fromText(QStringLiteral("passphrase of ") + name);
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<FixedClock> m_clock;
    std::shared_ptr<const law::RulePacks> m_packs;
    std::unique_ptr<casework::CaseFile> m_file;
};

} // namespace tocsin::test
