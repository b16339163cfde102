// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pages over a made-up case to PNG files in a folder, light and dark, at two sizes: `case_gallery FOLDER`.
// For eyes, not a test.
#include "ledger/ledger_page.h"
#include "overview/overview_page.h"
#include "shared/case_context.h"
#include "shared/theme.h"
#include "shell/main_window.h"
#include "shell/status_line.h"
#include "tasks/tasks_page.h"
#include "timeline/timeline_list.h"
#include "timeline/timeline_page.h"
#include "views/sample_case.h"
#include "views/sample_pages.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

namespace {

class Camera
{
public:
    Camera(QString folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) { }

    void take(QWidget &window, const QString &name)
    {
        QTest::qWait(300); // the store answers from another thread
        const QString path = m_folder + u'/' + name + u'-' + m_suffix + u".png"_s;
        QTextStream(stdout) << path << (window.grab().save(path) ? "\n" : " failed\n");
        const QStringList problems = clippedTexts(window) + unnamedControls(window);
        for (const QString &problem : problems)
            QTextStream(stdout) << "   " << problem << '\n';
    }

private:
    QString m_folder;
    QString m_suffix;
};

void dress(MainWindow &window)
{
    IncidentHeader header = sampleIncident();
    header.title = u"2026-001 Order export left readable"_s;
    window.setIncident(header);
    window.setRole(u"Compliance lead"_s);
    window.statusLine()->setSaved(u"case.tocsin · encrypted · saved 09:42"_s);
    window.statusLine()->setVerified(u"Ledger 31 entries · verified"_s);
    window.statusLine()->setLocks(u"Locks after 10 min idle"_s);
}

void takePages(MainWindow &window, CaseContext &context, Camera &camera)
{
    auto *timeline = new TimelinePage(&context);
    window.openCase(u"gallery"_s,
                    {new OverviewPage(&context), timeline, new TasksPage(&context), new LedgerPage(&context)});
    dress(window);
    camera.take(window, u"overview"_s);
    window.showPage(u"timeline"_s);
    timeline->findChild<TimelineList *>()->showRow(14);
    camera.take(window, u"timeline"_s);
    window.showPage(u"tasks"_s);
    camera.take(window, u"tasks"_s);
    window.showPage(u"tasks"_s, u"T-5"_s);
    camera.take(window, u"task"_s);
    window.showPage(u"ledger"_s, u"20"_s);
    camera.take(window, u"ledger"_s);
    window.showPage(u"overview"_s);
    window.findChild<OverviewPage *>()->commands().constFirst().run();
    camera.take(window, u"new-incident"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    test::CaseFixture fixture;
    const IncidentId incident = fixture.incident();
    fillSampleCase(fixture, incident);
    CaseContext context(&fixture.file(), "America/Chicago");
    context.setIncident(incident, u"2026-001"_s);
    for (const auto &[name, choice] :
         QList<std::pair<QString, ThemeChoice>>{{u"light"_s, ThemeChoice::Light}, {u"dark"_s, ThemeChoice::Dark}}) {
        applyTheme(app, choice);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            Camera camera(folder, name + u'-' + QString::number(size.width()));
            MainWindow window;
            window.resize(size);
            window.show();
            takePages(window, context, camera);
        }
    }
    return 0;
}
