// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/window_desk.h"
#include "patience.h"

#include "core/clock.h"
#include "jobs/demo.h"
#include "unlock/unlock_page.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::test {

namespace {

std::shared_ptr<const Clock> aFixedClock()
{
    return std::make_shared<FixedClock>(*Instant::parse(u"2026-03-20T09:42:00-05:00"_s));
}

std::shared_ptr<const law::RulePacks> packs()
{
    static const auto built = std::make_shared<const law::RulePacks>(law::builtInRulePacks().value());
    return built;
}

} // namespace

Result<StoreOnDisk> makeDemoStore(const QString &folder)
{
    const auto clock = aFixedClock();
    TOCSIN_ASSIGN(const jobs::DemoReport made, jobs::makeDemo(folder, clock->now(), packs(), {}));
    return StoreOnDisk{made.store, made.person, made.passphrase, clock};
}

Result<StoreOnDisk> makeEmptyStore(const QString &folder)
{
    const StoreOnDisk store{folder + u"/new.tocsin"_s, u"Jo Doe"_s, u"passphrase of an empty store"_s, aFixedClock()};
    casework::NewCase request;
    request.path = store.path;
    TOCSIN_ASSIGN(request.organization, casework::Organization::fromJson(R"({"name":"Acme Health",
        "kind":"covered-entity","timezone":"America/Chicago","address":["1 Main Street","Austin, TX 78701"],
        "toll_free":"1-800-555-0100","email":"privacy@acme.example","website":"https://acme.example",
        "privacy_officer":"Jo Doe"})"));
    request.personName = store.person;
    request.role = casework::Role::ComplianceLead;
    request.passphrase = vault::SecureBytes::fromText(store.passphrase);
    request.cost = vault::KdfCost::forTests();
    TOCSIN_ASSIGN(const auto file, casework::CaseFile::create(request, {store.clock, packs()}));
    return store;
}

WindowDesk::WindowDesk(StoreOnDisk store, QSize size)
    : m_store(std::move(store))
    , m_session(m_window, {m_store.clock, packs()},
                [](QWidget *, const views::PathAsk &, const std::function<void(QString)> &) {})
    , m_opened(&m_session, &app::Session::opened)
{
    m_window.resize(size);
    m_window.show();
    m_window.activateWindow();
    (void)QTest::qWaitForWindowActive(&m_window, test::kPatience);
}

void WindowDesk::showUnlock()
{
    m_session.openStore(m_store.path);
}

bool WindowDesk::unlock()
{
    auto *page = find<views::UnlockPage>();
    if (!page)
        return false;
    m_opened.clear();
    auto *person = page->findChild<QComboBox *>();
    const int row = person ? person->findText(m_store.person, Qt::MatchStartsWith) : -1;
    if (row >= 0)
        person->setCurrentIndex(row);
    page->focusFirst();
    QTest::keyClicks(QApplication::focusWidget(), m_store.passphrase);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    return QTest::qWaitFor([this] { return !m_opened.isEmpty(); }, kPatience);
}

void WindowDesk::showPage(const QString &id, const QString &record)
{
    m_window.showPage(id, record);
    settle();
}

void WindowDesk::settle(int milliseconds)
{
    QTest::qWait(milliseconds);
}

} // namespace tocsin::test
