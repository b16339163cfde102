// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "casework/roster.h"
#include "core/text.h"
#include "jobs/letters.h"
#include "models/casework/case_fixture.h"
#include "shared/case_context.h"

namespace tocsin::test {

/// A case with an incident in front and an invented roster, for tests of the pages that letters and packets are on.
class NoticeCase
{
public:
    NoticeCase() : m_incident(store.incidentBy(QStringLiteral("Lee"))) { openContext(); }

    CaseFixture store;

    [[nodiscard]] IncidentId incident() const { return m_incident; }
    [[nodiscard]] views::CaseContext &context() { return *m_context; }
    [[nodiscard]] casework::Notice notice() { return store.ask(casework::NoticesQuery{m_incident})->constFirst(); }

    /// People `first` to `first + count - 1`, each with the same kind of address; one roster revision.
    void addPeople(int count, int first = 1)
    {
        casework::StageRows rows{m_incident, {}, true};
        for (int i = first; i < first + count; ++i)
            rows.rows << person(i);
        store.file().stage(rows).waitForFinished();
        const QString file = QStringLiteral("roster-%1.csv").arg(first);
        store.submit(casework::AcceptStaged{m_incident, file, sha256Hex(file.toUtf8()), {}});
    }

    /// "Ana Sample0001": synthetic, and easy to search a page for.
    static casework::Recipient person(int number)
    {
        casework::Recipient made;
        made.recipientId = QStringLiteral("R%1").arg(number, 7, 10, QLatin1Char('0'));
        made.key = sha256Hex(made.recipientId.toUtf8());
        made.rowHash = sha256Hex(made.key.toUtf8());
        made.line = number + 1;
        made.firstName = QStringLiteral("Ana");
        made.lastName = QStringLiteral("Sample%1").arg(number, 4, 10, QLatin1Char('0'));
        made.addressLines = {QStringLiteral("%1 Invented Street, Apt %2").arg(100 + number).arg(number)};
        made.city = QStringLiteral("San Luis Obispo");
        made.state = QStringLiteral("CA");
        made.residence = made.state;
        made.postalCode = QStringLiteral("%1").arg(93000 + number);
        made.country = QStringLiteral("US");
        made.language = QStringLiteral("en");
        made.status = QStringLiteral("adult");
        made.dataElements = {QStringLiteral("name"), QStringLiteral("address"), QStringLiteral("order-history")};
        return made;
    }

    /// The store unlocked by somebody else, who is added first.
    bool becomes(casework::Role role)
    {
        const QString name = QStringLiteral("Bo");
        if (!store.addPerson(name, role))
            return false;
        m_context.reset();
        const bool opened = store.openAs(name).has_value();
        openContext();
        return opened;
    }

    /// Every choice of a folder gives this one.
    void chooses(const QString &folder)
    {
        m_context->setPathChooser(
            [folder](QWidget *, const views::PathAsk &, const std::function<void(QString)> &done) { done(folder); });
    }

private:
    IncidentId m_incident;
    std::unique_ptr<views::CaseContext> m_context;

    void openContext()
    {
        m_context = std::make_unique<views::CaseContext>(&store.file(), QByteArrayLiteral("America/Chicago"));
        m_context->setIncident(m_incident, QStringLiteral("2026-001"));
    }
};

} // namespace tocsin::test
