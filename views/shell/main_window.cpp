// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "shared/front_page.h"
#include "shared/notice_bar.h"
#include "shell/rail.h"
#include "shell/status_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNarrowBelow = 1120;
constexpr int kSmallestWidth = 960;
constexpr int kSmallestHeight = 600;

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QWidget(parent)
    , m_root(new QStackedWidget(this))
    , m_case(new QWidget)
    , m_rail(new Rail(m_case))
    , m_strip(new TopStrip(m_case))
    , m_reminder(new NoticeBar(m_case))
    , m_stack(new QStackedWidget(m_case))
    , m_status(new StatusLine(m_case))
    , m_palette(new CommandPalette(this))
{
    layOutCase();
    m_root->addWidget(m_case);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_root);
    setMinimumSize(kSmallestWidth, kSmallestHeight);
    m_palette->setItems([this] { return paletteItems(); });
    makeShortcuts();
    closeCase();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOutCase()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_strip);
    auto *reminder = new QHBoxLayout; // takes no room while the bar is hidden
    reminder->setContentsMargins(metrics::space(3), metrics::space(1), metrics::space(3), 0);
    reminder->addWidget(m_reminder);
    column->addLayout(reminder);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    auto *row = new QHBoxLayout(m_case);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    connect(m_rail, &Rail::pageChosen, this, [this](const QString &pageId) { showPage(pageId); });
    connect(m_strip, &TopStrip::lockRequested, this, &MainWindow::lockRequested);
    connect(m_strip, &TopStrip::incidentChosen, this, &MainWindow::incidentChosen);
    connect(m_strip, &TopStrip::tickChosen, this, &MainWindow::deadlineChosen);
}

QShortcut *MainWindow::addShortcut(const QKeySequence &keys, std::function<void()> run)
{
    auto *shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, this, std::move(run));
    return shortcut;
}

void MainWindow::makeShortcuts()
{
    for (int i = 0; i < 9; ++i) {
        m_shortcuts << addShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] {
            if (i < m_pages.size())
                showPage(m_pages[i]->info().id);
        });
    }
    m_shortcuts << addShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { stepPage(1); });
    m_shortcuts << addShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { stepPage(-1); });
    m_shortcuts << addShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    m_shortcuts << addShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { Q_EMIT quickEntryRequested(); });
    m_shortcuts << addShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { Q_EMIT lockRequested(); });
    m_shortcuts << addShortcut(QKeySequence(Qt::Key_F6), [this] { stepRegion(1); });
    m_shortcuts << addShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { stepRegion(-1); });
}

void MainWindow::showFront(QWidget *front)
{
    QWidget *before = m_front;
    m_front = front;
    m_root->addWidget(front);
    m_root->setCurrentWidget(front);
    if (before && before != front) {
        m_root->removeWidget(before);
        before->hide();
        before->deleteLater();
    }
    if (auto *page = qobject_cast<FrontPage *>(front))
        page->focusFirst();
    updateTitle();
}

void MainWindow::openCase(const QString &placeKey, const QList<Page *> &pages)
{
    removePages();
    if (placeKey != m_placeKey)
        forgetPlaces();
    m_placeKey = placeKey;
    m_pages = pages;
    for (Page *page : pages)
        addPage(page);
    addPageShortcuts();
    m_rail->setPages(m_pages);
    m_caseOpen = true;
    for (QShortcut *shortcut : std::as_const(m_shortcuts))
        shortcut->setEnabled(true);
    m_root->setCurrentWidget(m_case);
    if (m_front) {
        m_root->removeWidget(m_front);
        m_front->hide();
        m_front->deleteLater();
        m_front = nullptr;
    }
    if (!pages.isEmpty() && !showPage(m_placePage))
        showPage(pages.constFirst()->info().id);
}

void MainWindow::addPage(Page *page)
{
    m_stack->addWidget(page);
    connect(page, &Page::navigationRequested, this, &MainWindow::showPage);
    const auto place = m_places.constFind(page->info().id);
    if (place != m_places.constEnd())
        page->restorePlace(*place);
}

void MainWindow::addPageShortcuts()
{
    QHash<QKeySequence, QList<PageCommand>> byKeys;
    for (Page *page : std::as_const(m_pages)) {
        const QList<Command> commands = page->commands();
        for (const Command &command : commands) {
            if (!command.shortcut.isEmpty())
                byKeys[command.shortcut] << PageCommand{page, command};
        }
    }
    for (auto each = byKeys.cbegin(); each != byKeys.cend(); ++each)
        m_pageShortcuts << addShortcut(each.key(), [this, choices = each.value()] { runOneOf(choices); });
    for (const Command &command : std::as_const(m_commands)) {
        if (!command.shortcut.isEmpty())
            m_pageShortcuts << addShortcut(command.shortcut, [this, command] { runOn(nullptr, command); });
    }
}

/// Of commands that share their keys, such as Ctrl+F, that of the page in front runs.
void MainWindow::runOneOf(const QList<PageCommand> &choices)
{
    const Page *inFront = currentPage();
    const auto own = std::find_if(choices.cbegin(), choices.cend(),
                                  [inFront](const PageCommand &choice) { return choice.page == inFront; });
    const PageCommand &chosen = own == choices.cend() ? choices.constFirst() : *own;
    runOn(chosen.page, chosen.command);
}

void MainWindow::lock()
{
    if (m_caseOpen)
        rememberPlaces();
    closeOtherWindows();
    m_palette->close();
    QToolTip::hideText();
    m_caseOpen = false;
    for (QShortcut *shortcut : std::as_const(m_shortcuts))
        shortcut->setEnabled(false);
    removePages();
    m_strip->clear();
    m_status->clear();
    m_reminder->clear();
    // Nothing of the case may stay on the screen until a front comes, not even its frame.
    if (!m_front)
        showFront(new QWidget);
    updateTitle();
}

void MainWindow::closeCase()
{
    lock();
    m_placeKey.clear();
    forgetPlaces();
}

void MainWindow::forgetPlaces()
{
    m_placePage.clear();
    m_places.clear();
}

void MainWindow::rememberPlaces()
{
    m_places.clear();
    m_placePage = currentPageId();
    for (const Page *page : std::as_const(m_pages))
        m_places.insert(page->info().id, page->place());
}

void MainWindow::removePages()
{
    qDeleteAll(m_pageShortcuts);
    m_pageShortcuts.clear();
    m_rail->setPages({});
    // Destroyed at once: what they were made with goes next, and an answer of the store that is on its way must not
    // reach them any more. So no page may lock or close the case from within its own code.
    for (Page *page : std::as_const(m_pages)) {
        page->disconnect(this);
        m_stack->removeWidget(page);
        delete page;
    }
    m_pages.clear();
}

void MainWindow::closeOtherWindows()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window != this->window() && window->isVisible())
            window->close();
    }
}

void MainWindow::setIncident(const IncidentHeader &incident)
{
    m_strip->setIncident(incident);
}

void MainWindow::setNoIncident(const QString &sentence)
{
    m_strip->setNoIncident(sentence);
}

void MainWindow::setIncidents(const QList<IncidentChoice> &incidents)
{
    m_strip->setIncidents(incidents);
}

void MainWindow::setRole(const QString &role)
{
    m_strip->setRole(role);
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

QString MainWindow::currentPageId() const
{
    const Page *page = currentPage();
    return page ? page->info().id : QString();
}

Page *MainWindow::pageWith(const QString &pageId) const
{
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                    [&pageId](const Page *page) { return page->info().id == pageId; });
    return found == m_pages.cend() ? nullptr : *found;
}

bool MainWindow::showPage(const QString &pageId, const QString &recordId)
{
    Page *page = pageWith(pageId);
    if (!page)
        return false;
    const bool changes = page != currentPage();
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(pageId);
    updateTitle();
    if (changes || !page->isAncestorOf(focusWidget()))
        page->focusFirst();
    if (changes)
        Q_EMIT currentPageChanged(pageId);
    return recordId.isEmpty() || page->showRecord(recordId);
}

void MainWindow::stepPage(int step)
{
    const int count = int(m_pages.size());
    const int at = int(m_pages.indexOf(currentPage()));
    if (count > 0)
        showPage(m_pages[(at + step + count) % count]->info().id);
}

void MainWindow::stepRegion(int step)
{
    const QList<QWidget *> regions{m_rail, m_strip, m_stack};
    const auto holdsFocus = [](const QWidget *region) { return region->isAncestorOf(QApplication::focusWidget()); };
    const auto held = std::find_if(regions.cbegin(), regions.cend(), holdsFocus);
    const int at = held == regions.cend() ? 2 : int(held - regions.cbegin());
    const int next = (at + step + int(regions.size())) % int(regions.size());
    if (next == 0)
        m_rail->focusCurrent();
    else if (next == 1)
        m_strip->focusFirst();
    else if (Page *page = currentPage())
        page->focusFirst();
}

void MainWindow::setCommands(const QList<Command> &commands)
{
    m_commands = commands;
}

void MainWindow::setRecordSource(PaletteSource *source)
{
    m_palette->setSource(source);
}

void MainWindow::openPalette()
{
    if (m_caseOpen)
        m_palette->open();
}

QList<PaletteItem> MainWindow::paletteItems()
{
    QList<PaletteItem> items;
    int number = 0;
    for (Page *page : std::as_const(m_pages)) {
        ++number;
        const QString key = number < 10 ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)).toString() : QString();
        items << PaletteItem{page->info().title, key, tr("Page"), page->info().section,
                             [this, id = page->info().id] { showPage(id); }};
    }
    const auto add = [&items, this](Page *page, const Command &command) {
        if (!command.allowed())
            return;
        const QString keys = command.shortcut.toString(QKeySequence::NativeText);
        items << PaletteItem{command.title, keys, tr("Command"), command.words,
                             [this, page = QPointer<Page>(page), command] { runOn(page, command); }};
    };
    for (Page *page : std::as_const(m_pages)) {
        const QList<Command> commands = page->commands();
        for (const Command &command : commands)
            add(page, command);
    }
    add(nullptr, {u"shell.entry"_s, tr("Log what happened"), tr("timeline entry new"), Qt::CTRL | Qt::Key_N, [this] {
                      Q_EMIT quickEntryRequested();
                  }});
    add(nullptr,
        {u"shell.lock"_s, tr("Lock"), tr("hide close away"), Qt::CTRL | Qt::Key_L, [this] { Q_EMIT lockRequested(); }});
    for (const Command &command : std::as_const(m_commands))
        add(nullptr, command);
    return items;
}

void MainWindow::runOn(Page *page, const Command &command)
{
    if (!command.allowed())
        return;
    if (page)
        showPage(page->info().id);
    command.run();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < kNarrowBelow;
    m_rail->setNarrow(narrow);
    m_strip->setNarrow(narrow);
}

void MainWindow::updateTitle()
{
    // Task bars and window lists show the title to everyone: it names the page, never the case.
    const Page *page = m_caseOpen ? currentPage() : nullptr;
    setWindowTitle(page ? tr("%1 – Tocsin").arg(page->info().title) : u"Tocsin"_s);
}

} // namespace tocsin::views
