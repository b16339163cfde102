// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/page.h"
#include "shared/wheel_guard.h"
#include "shell/command_palette.h"
#include "shell/top_strip.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>

class QShortcut;
class QStackedWidget;

namespace tocsin::views {

class NoticeBar;
class Rail;
class StatusLine;

/// The one window. It shows either a front (welcome, unlock, create) or the case: rail, strip, page, status line. It
/// knows no store: whoever composes the application gives it pages and words, and answers its signals.
///
/// Keys: Alt+1…9 and Ctrl+PgUp/PgDn change the page, Ctrl+K finds anything, Ctrl+N logs an entry, Ctrl+L locks, F6 goes
/// round the regions.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a front instead of the case. The window owns it from then on; the one before it is destroyed.
    void showFront(QWidget *front);

    /// Shows these pages, in this order, and owns them. If the window locked with the same key (store and person), each
    /// page gets its place back and the page that was open is open again; with another key nothing is remembered.
    void openCase(const QString &placeKey, const QList<Page *> &pages);
    /// Takes every page and word of the case away and remembers only the places. A front must follow.
    void lock();
    /// The same, and forgets the places too.
    void closeCase();
    /// Forgets where the person was.
    void forgetPlaces();
    [[nodiscard]] bool isCaseOpen() const { return m_caseOpen; }

    void setIncident(const IncidentHeader &incident);
    void setNoIncident(const QString &sentence);
    void setIncidents(const QList<IncidentChoice> &incidents);
    void setRole(const QString &role);
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    /// Above every page, for what is due; empty again once the window locks.
    [[nodiscard]] NoticeBar *reminderBar() const { return m_reminder; }

    [[nodiscard]] QString currentPageId() const;
    /// Shows a page and, if given, a record on it. False if there is no such page or record.
    bool showPage(const QString &pageId, const QString &recordId = {});

    /// Commands of the application, beside those of the pages.
    void setCommands(const QList<Command> &commands);
    /// Where Ctrl+K finds records; not owned, may be null.
    void setRecordSource(PaletteSource *source);
    void openPalette();

    [[nodiscard]] QSize sizeHint() const override { return {1280, 800}; }

Q_SIGNALS:
    void lockRequested();
    /// Ctrl+N: log what happened, from anywhere.
    void quickEntryRequested();
    void incidentChosen(const QString &id);
    void deadlineChosen(const QString &id);
    void currentPageChanged(const QString &pageId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct PageCommand
    {
        Page *page = nullptr;
        Command command;
    };

    void layOutCase();
    void makeShortcuts();
    QShortcut *addShortcut(const QKeySequence &keys, std::function<void()> run);
    void addPage(Page *page);
    void addPageShortcuts();
    void removePages();
    void rememberPlaces();
    void stepPage(int step);
    void stepRegion(int step);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] Page *pageWith(const QString &pageId) const;
    [[nodiscard]] QList<PaletteItem> paletteItems();
    void runOn(Page *page, const Command &command);
    void runOneOf(const QList<PageCommand> &choices);
    void closeOtherWindows();
    void updateTitle();

    WheelGuard m_wheelGuard;
    QStackedWidget *m_root;
    QWidget *m_case;
    Rail *m_rail;
    TopStrip *m_strip;
    NoticeBar *m_reminder;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    CommandPalette *m_palette;
    QPointer<QWidget> m_front;
    QList<Page *> m_pages;
    QList<QShortcut *> m_shortcuts; ///< the window's own
    QList<QShortcut *> m_pageShortcuts; ///< of the commands, as long as the pages live
    QList<Command> m_commands;
    QString m_placeKey;
    QString m_placePage;
    QHash<QString, QVariantMap> m_places;
    bool m_caseOpen = false;
};

} // namespace tocsin::views
