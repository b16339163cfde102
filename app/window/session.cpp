// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/session.h"

#include "casework/ledger_book.h"
#include "core/when_done.h"
#include "items/wording.h"
#include "shell/status_line.h"
#include "unlock/create_store_page.h"
#include "unlock/recover_page.h"
#include "unlock/unlock_page.h"
#include "window/incident_header.h"
#include "window/pages.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

QList<views::RoleChoice> roleChoices()
{
    QList<views::RoleChoice> roles;
    for (const casework::Role role : casework::rolesFor("person.add"_L1))
        roles << views::RoleChoice{casework::roleToken(role), casework::roleName(role)};
    return roles;
}

QList<views::SlotChoice> slotChoices(const vault::PublicInfo &info)
{
    QList<views::SlotChoice> people;
    for (const vault::SlotInfo &slot : info.slotList) {
        const Result<casework::Role> role = casework::roleFromToken(slot.roleToken);
        people << views::SlotChoice{QString::fromLatin1(slot.id.toHex()), slot.personName,
                                    role ? casework::roleName(*role) : slot.roleToken, slot.needsKeyFile};
    }
    return people;
}

QString reasonText(views::LockReason reason)
{
    switch (reason) {
    case views::LockReason::Idle:
        return Session::tr("Locked because nobody used it for a while.");
    case views::LockReason::Suspend:
        return Session::tr("Locked before the computer went to sleep.");
    case views::LockReason::ScreenLock:
        break;
    }
    return Session::tr("Locked with the screen.");
}

QString shortHash(const QByteArray &hash)
{
    const QString hex = QString::fromLatin1(hash.toHex());
    return hex.left(4) + u'…' + hex.right(4);
}

QString clockTime(const Instant &instant, const QByteArray &zone)
{
    return instant.inZone(zone).toDateTime().toString(u"HH:mm"_s);
}

} // namespace

Session::Session(views::MainWindow &window, casework::Surroundings surroundings, views::PathChooser chooser,
                 QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_surroundings(std::move(surroundings))
    , m_chooser(std::move(chooser))
    , m_clipboard(std::make_unique<views::ClipboardGuard>(*QGuiApplication::clipboard()))
    , m_demoFolder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/demo"_s)
{
    connectWindow();
}

Session::~Session()
{
    m_reminders.reset();
    m_search.reset();
    m_window.setRecordSource(nullptr);
    m_window.closeCase();
    m_context.reset();
    if (m_file)
        m_closed = closeInBackground(std::exchange(m_file, nullptr));
    if (m_closed.valid())
        m_closed.wait();
    jobs::cancelRunningJobs();
    waitForOpening();
}

void Session::connectWindow()
{
    connect(&m_window, &views::MainWindow::lockRequested, this, [this] { lock({}); });
    connect(&m_lockGuard, &views::LockGuard::lockNeeded, this,
            [this](views::LockReason reason) { lock(reasonText(reason)); });
    connect(&m_window, &views::MainWindow::quickEntryRequested, this,
            [this] { m_window.showPage(u"timeline"_s, u"new"_s); });
    connect(&m_window, &views::MainWindow::deadlineChosen, this,
            [this](const QString &id) { m_window.showPage(u"deadlines"_s, id); });
    connect(&m_window, &views::MainWindow::incidentChosen, this,
            [this](const QString &id) { chooseIncident(IncidentId{id.toLongLong()}); });
    m_window.setCommands(commands());
}

QList<views::Command> Session::commands()
{
    const auto theme = [this](const QString &title, views::ThemeChoice choice) {
        return views::Command{
            u"theme."_s + title, tr("Theme: %1").arg(title), tr("appearance colours"), {}, [this, choice] {
                setTheme(choice);
            }};
    };
    views::Command close;
    close.id = u"store.close"_s;
    close.title = tr("Close this store");
    close.words = tr("leave open another");
    close.run = [this] {
        lock({});
        showWelcome();
    };
    return {close, theme(tr("as the system"), views::ThemeChoice::System),
            theme(tr("light"), views::ThemeChoice::Light), theme(tr("dark"), views::ThemeChoice::Dark),
            theme(tr("high contrast"), views::ThemeChoice::HighContrast)};
}

void Session::setTheme(views::ThemeChoice theme)
{
    m_settings.setTheme(theme);
    views::applyTheme(*qApp, theme);
}

void Session::showWelcome()
{
    auto *page = new views::WelcomePage(m_chooser);
    page->setRecentStores(m_settings.recentStores());
    connect(page, &views::WelcomePage::createRequested, this, &Session::showCreate);
    connect(page, &views::WelcomePage::openRequested, this, &Session::openStore);
    connect(page, &views::WelcomePage::demoRequested, this, [this, page] { startDemo(page); });
    connect(page, &views::WelcomePage::forgetRequested, this, [this, page](const QString &path) {
        m_settings.forgetStore(path);
        page->setRecentStores(m_settings.recentStores());
    });
    connect(page, &views::FrontPage::stepChosen, this, [this, page](const QString &step) {
        if (step == u"restore"_s)
            restoreBackup(page);
    });
    m_window.showFront(page);
    page->focusFirst();
}

void Session::openStore(const QString &path)
{
    showUnlock(path, {});
}

void Session::showUnlock(const QString &path, const QString &reason)
{
    auto *page = new views::UnlockPage(m_chooser);
    connect(page, &views::UnlockPage::otherStoreRequested, this, &Session::showWelcome);
    connect(page, &views::UnlockPage::recoverRequested, this, &Session::showRecover);
    connect(page, &views::FrontPage::stepChosen, this, [this, page, path](const QString &step) {
        if (step == u"restore"_s)
            restoreBackup(page);
        if (step == u"recover"_s)
            showRecover(path);
    });
    connect(page, &views::UnlockPage::unlockRequested, this, [this, page](const views::UnlockRequest &request) {
        await(StoreOpener{m_surroundings, m_closed}.unlock(request), page, tr("Unlocking…"));
    });
    m_window.showFront(page);
    const Result<vault::PublicInfo> info = vault::Vault::publicInfo(path);
    page->setStore(path, info ? slotChoices(*info) : QList<views::SlotChoice>());
    if (!reason.isEmpty())
        page->setReason(reason);
    if (!info)
        showFailure(page, info.error());
    page->focusFirst();
}

void Session::showRecover(const QString &path)
{
    auto *page = new views::RecoverPage(
        {{casework::roleToken(casework::Role::ComplianceLead), casework::roleName(casework::Role::ComplianceLead)}});
    page->setStore(path);
    connect(page, &views::RecoverPage::cancelled, this, [this, path] { openStore(path); });
    connect(page, &views::RecoverPage::recoverRequested, this, [this, page](const views::RecoverRequest &request) {
        await(StoreOpener{m_surroundings, m_closed}.recover(request), page, tr("Opening with the recovery kit…"));
    });
    m_window.showFront(page);
    page->focusFirst();
}

void Session::showCreate()
{
    auto *page = new views::CreateStorePage(roleChoices(), m_chooser);
    connect(page, &views::CreateStorePage::cancelled, this, &Session::showWelcome);
    connect(page, &views::CreateStorePage::createRequested, this, [this, page](const views::CreateRequest &request) {
        await(StoreOpener{m_surroundings, m_closed}.create(request), page, tr("Making the store…"));
    });
    m_window.showFront(page);
    page->focusFirst();
}

void Session::startDemo(views::FrontPage *front)
{
    // Each demo gets a folder of its own; one that is open elsewhere or was changed stays.
    QString folder = m_demoFolder;
    for (int number = 2; QFileInfo::exists(folder); ++number)
        folder = u"%1-%2"_s.arg(m_demoFolder).arg(number);
    await(StoreOpener{m_surroundings, m_closed}.demo(folder), front,
          tr("Making the demo: an incident, letters, a packet…"));
}

void Session::restoreBackup(views::FrontPage *front)
{
    views::PathAsk from;
    from.title = tr("Backup to restore");
    m_chooser(&m_window, from, [this, page = QPointer(front)](const QString &backup) {
        views::PathAsk to;
        to.kind = views::PathAsk::Kind::SaveFile;
        to.title = tr("Where to put the restored store");
        to.filter = tr("Case stores (*.tocsin)");
        to.suffix = u"tocsin"_s;
        m_chooser(&m_window, to, [this, page, backup](const QString &store) {
            if (!page)
                return;
            page->setBusy(tr("Restoring…"));
            const auto job = jobs::startJob<bool>(tr("Restoring"), [backup, store](const Progress &) {
                return vault::Vault::restore(backup, store).map([] { return true; });
            });
            whenDone(job.future, this, [this, page, store](const Result<bool> &restored) {
                if (restored)
                    openStore(store);
                else if (page)
                    showFailure(page, restored.error());
            });
        });
    });
}

void Session::await(const jobs::StartedJob<OpenedCase> &job, views::FrontPage *front, const QString &busy)
{
    front->setBusy(busy);
    whenDone(job.future, this, [this, page = QPointer(front)](const Result<OpenedCase> &opened) {
        if (opened)
            open(*opened);
        else if (page)
            showFailure(page, opened.error());
    });
}

void Session::showFailure(views::FrontPage *front, const Error &error)
{
    QList<views::NextStep> steps;
    if (error.code == ErrorCode::StoreDamaged)
        steps << views::NextStep{u"restore"_s, tr("Restore a backup…")};
    front->showError(error.message, steps);
}

void Session::open(OpenedCase file)
{
    m_file = std::move(file);
    m_verified.clear();
    m_settings.rememberStore(m_file->path(), m_file->now());
    m_context = std::make_unique<views::CaseContext>(m_file.get(), QByteArrayLiteral("UTC"));
    m_context->setPathChooser(m_chooser);
    m_search = std::make_unique<RecordSearch>(m_context.get(), [this](const QString &pageId, const QString &recordId) {
        m_window.showPage(pageId, recordId);
    });
    connect(m_file.get(), &casework::CaseFile::changed, this, &Session::onChanged);
    connect(m_context.get(), &views::CaseContext::incidentChanged, this, &Session::refreshHeader);
    connect(m_context.get(), &views::CaseContext::minutePassed, this, &Session::refreshHeader);
    whenDone(m_file->ask(casework::OrganizationQuery()), m_context.get(),
             [this](const Result<casework::Organization> &from) {
                 if (from)
                     m_context->setZone(from->timezone);
             });
    whenDone(m_file->ask(casework::IncidentsQuery()), m_context.get(),
             [this](const Result<QList<casework::Incident>> &incidents) {
                 takeIncidents(incidents);
                 m_window.setRole(casework::roleName(m_file->actor().role));
                 m_window.setRecordSource(m_search.get());
                 if (m_context->incident() != m_left)
                     m_window.forgetPlaces(); // what was begun belongs to another incident
                 m_window.openCase(placeKey(), makePages(m_context.get()));
                 startReminders();
                 refreshStatus();
                 verifyLedger();
                 m_lockGuard.setActive(true);
                 Q_EMIT opened();
             });
}

void Session::startReminders()
{
    m_reminders = std::make_unique<ReminderDesk>(*m_context, *m_window.reminderBar());
    connect(m_reminders.get(), &ReminderDesk::showRequested, this,
            [this](IncidentId incident, ObligationId obligation) {
                chooseIncident(incident);
                m_window.showPage(u"deadlines"_s, QString::number(obligation.value));
            });
}

void Session::lock(const QString &reason)
{
    if (!m_file)
        return;
    const QString path = m_file->path();
    m_leftKey = placeKey();
    m_left = m_context->incident();
    m_lockGuard.setActive(false);
    m_window.setRecordSource(nullptr);
    m_window.lock();
    m_clipboard->clearNow();
    m_reminders.reset();
    m_search.reset();
    m_context.reset();
    m_incidents.clear();
    m_verified.clear();
    disconnect(m_file.get(), nullptr, this, nullptr);
    m_closed = closeInBackground(std::exchange(m_file, nullptr));
    showUnlock(path, reason);
    Q_EMIT locked();
}

void Session::onChanged(const casework::ChangeSet &changes)
{
    using casework::Kind;
    if (changes.touches(Kind::Incident))
        refreshIncidents();
    else if (changes.touches(Kind::Facts) || changes.touches(Kind::Obligation))
        refreshHeader();
    refreshStatus();
}

void Session::refreshIncidents()
{
    whenDone(m_file->ask(casework::IncidentsQuery()), m_context.get(),
             [this](const Result<QList<casework::Incident>> &incidents) { takeIncidents(incidents); });
}

void Session::takeIncidents(const Result<QList<casework::Incident>> &incidents)
{
    if (incidents)
        showIncidents(*incidents);
    else
        m_window.setNoIncident(tr("The incidents cannot be read: %1").arg(incidents.error().message));
}

/// Whose places the window may give back after a lock: this person's in this store.
QString Session::placeKey() const
{
    return m_file->storeId() + m_file->actor().name;
}

void Session::showIncidents(const QList<casework::Incident> &incidents)
{
    m_incidents = incidents;
    QList<views::IncidentChoice> choices;
    for (const casework::Incident &incident : incidents) {
        choices << views::IncidentChoice{QString::number(incident.id.value), incident.reference + u' ' + incident.title,
                                         casework::statusName(incident.status)};
    }
    m_window.setIncidents(choices);
    if (incidents.isEmpty()) {
        m_window.setNoIncident(tr("No incident yet. Begin one on the overview."));
        return;
    }
    const auto known = [&incidents](IncidentId id) {
        return std::any_of(incidents.begin(), incidents.end(),
                           [id](const casework::Incident &each) { return each.id == id; });
    };
    if (known(m_context->incident()))
        refreshHeader(); // it may be called otherwise now
    else
        chooseIncident(m_leftKey == placeKey() && known(m_left) ? m_left : incidents.first().id);
}

void Session::chooseIncident(IncidentId incident)
{
    const auto found = std::find_if(m_incidents.begin(), m_incidents.end(),
                                    [incident](const casework::Incident &each) { return each.id == incident; });
    if (found == m_incidents.end())
        return;
    m_context->setIncident(found->id, found->reference);
}

void Session::refreshHeader()
{
    const auto found = std::find_if(m_incidents.begin(), m_incidents.end(), [this](const casework::Incident &each) {
        return each.id == m_context->incident();
    });
    if (found == m_incidents.end())
        return;
    whenDone(m_file->ask(IncidentHeaderQuery{*found, m_context->now()}), m_context.get(),
             [this](const Result<views::IncidentHeader> &header) {
                 if (header)
                     m_window.setIncident(*header);
                 else
                     m_window.setNoIncident(tr("The incident cannot be read: %1").arg(header.error().message));
             });
}

void Session::refreshStatus()
{
    whenDone(
        m_file->ask(casework::LedgerHeadQuery()), m_context.get(), [this](const Result<casework::LedgerHead> &head) {
            if (!head)
                return;
            views::StatusLine *line = m_window.statusLine();
            line->setSaved(tr("%1 · encrypted · saved %2")
                               .arg(QFileInfo(m_file->path()).fileName(), clockTime(m_file->now(), m_context->zone())));
            const QString entries
                = tr("Ledger %1 · head %2")
                      .arg(head->count == 1 ? tr("1 entry") : tr("%1 entries").arg(items::figure(head->count)),
                           shortHash(head->hash));
            line->setVerified(m_verified.isEmpty() ? entries : entries + u" · "_s + m_verified);
            line->setLocks(tr("Locks after %1 min idle").arg(m_lockGuard.idleLimit().count()));
        });
}

void Session::verifyLedger()
{
    using Report = casework::LedgerReport;
    const auto job = jobs::startJob<Report>(
        tr("Verifying the ledger"), [file = m_file.get()](const Progress &progress) -> Result<Report> {
            TOCSIN_ASSIGN(const auto session, file->openSession());
            return casework::verifyLedger(session->reader(), file->storeId(), {}, progress);
        });
    whenDone(job.future, m_context.get(), [this](const Result<Report> &report) {
        if (!report)
            m_verified = tr("not verified");
        else if (report->fault)
            m_verified = tr("DAMAGED at entry %1").arg(report->fault->sequence);
        else
            m_verified = tr("verified at unlock");
        refreshStatus();
    });
}

} // namespace tocsin::app
