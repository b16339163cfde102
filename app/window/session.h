// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/incident.h"
#include "casework/obligation.h"
#include "shared/case_context.h"
#include "shell/clipboard_guard.h"
#include "shell/lock_guard.h"
#include "shell/main_window.h"
#include "window/record_search.h"
#include "window/reminder_desk.h"
#include "window/settings.h"
#include "window/store_opener.h"

namespace tocsin::app {

/// What happens between the window and the store: welcome, unlock, work, lock. Makes the pages when a store opens and
/// takes everything of it away when it locks.
class Session final : public QObject
{
    Q_OBJECT

public:
    Session(views::MainWindow &window, casework::Surroundings surroundings, views::PathChooser chooser,
            QObject *parent = nullptr);
    ~Session() override;

    void showWelcome();
    /// Shows who can unlock a store; what is wrong with it, if it cannot be.
    void openStore(const QString &path);
    void lock(const QString &reason);

    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    /// Null while no store is open.
    [[nodiscard]] views::CaseContext *context() const { return m_context.get(); }
    [[nodiscard]] views::LockGuard &lockGuard() { return m_lockGuard; }
    /// Where "Try the demo" makes it; the application's data folder unless set.
    void setDemoFolder(const QString &folder) { m_demoFolder = folder; }

Q_SIGNALS:
    void opened();
    void locked();

private:
    void connectWindow();
    void showUnlock(const QString &path, const QString &reason);
    void showRecover(const QString &path);
    void showCreate();
    void restoreBackup(views::FrontPage *front);
    void startDemo(views::FrontPage *front);
    void await(const jobs::StartedJob<OpenedCase> &job, views::FrontPage *front, const QString &busy);
    void showFailure(views::FrontPage *front, const Error &error);

    void open(OpenedCase file);
    void startReminders();
    void takeIncidents(const Result<QList<casework::Incident>> &incidents);
    void showIncidents(const QList<casework::Incident> &incidents);
    [[nodiscard]] QString placeKey() const;
    void chooseIncident(IncidentId incident);
    void refreshIncidents();
    void refreshHeader();
    void refreshStatus();
    void verifyLedger();
    void onChanged(const casework::ChangeSet &changes);
    QList<views::Command> commands();
    void setTheme(views::ThemeChoice theme);

    views::MainWindow &m_window;
    casework::Surroundings m_surroundings;
    views::PathChooser m_chooser;
    Settings m_settings;
    views::LockGuard m_lockGuard;
    std::unique_ptr<views::ClipboardGuard> m_clipboard;
    QString m_demoFolder;

    OpenedCase m_file;
    std::unique_ptr<views::CaseContext> m_context;
    std::unique_ptr<RecordSearch> m_search;
    std::unique_ptr<ReminderDesk> m_reminders;
    QList<casework::Incident> m_incidents;
    QString m_leftKey; ///< whose places the window keeps over a lock,
    IncidentId m_left; ///< and the incident that they belong to
    std::shared_future<void> m_closed;
    QString m_verified; ///< what the last verification said, in words
};

} // namespace tocsin::app
