// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pages about the law's clocks and the people affected, with invented content, to PNG files in a folder,
// light and dark, at two sizes: `breach_gallery FOLDER`. For eyes, not a test.
#include "access/access_page.h"
#include "casework/obligation.h"
#include "deadlines/deadlines_page.h"
#include "jobs/roster_import.h"
#include "models/intake/synthetic_roster.h"
#include "people/people_page.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "shell/main_window.h"
#include "shell/status_line.h"
#include "views/case_page.h"
#include "views/sample_pages.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
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
        QTest::qWait(250); // the store answers from another thread
        (void)QTest::qWaitFor([&window] { return clippedTexts(window).isEmpty(); }, 1000);
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

void fillDeadlines(CasePage &on)
{
    on.fixture.clock().set(*Instant::parse(u"2026-05-04T09:42:00-05:00"_s));
    const auto records = on.fixture.ask(casework::ObligationsQuery{on.incident}).value();
    for (const casework::ObligationRecord &each : records) {
        if (each.duty.recipient == "HHS"_L1) {
            const casework::Proof proof{u"portal-number"_s, u"BR-2026-118204"_s, QDate(2026, 4, 29)};
            on.fixture.submit(casework::CompleteObligation{each.id, proof});
        } else if (each.duty.recipient == "individuals"_L1) {
            on.fixture.submit(
                casework::SetObligationState{each.id, casework::WorkState::InReview, on.fixture.file().actor().id});
        }
    }
    on.fixture.clock().set(*Instant::parse(u"2026-03-20T09:42:00-05:00"_s));
}

void takeDeadlines(MainWindow &window, DeadlinesPage *page, Camera &camera)
{
    window.showPage(u"deadlines"_s);
    camera.take(window, u"deadlines"_s);
    page->findChild<QLineEdit *>(u"fact.discovered"_s)->setText(u"27 Feb 2026"_s);
    camera.take(window, u"deadlines-facts"_s);
}

void fillPeople(CasePage &on)
{
    const QString path = on.fixture.filePath(u"members-2026-03.csv"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(tests::syntheticCsv(2318));
    file.close();
    const Progress progress;
    const auto imported = jobs::importRoster(on.fixture.file(), {on.incident, path, {}, false}, progress);
    if (!imported)
        QTextStream(stdout) << imported.error().message << '\n';
    on.fixture.addPerson(u"Robin Vale"_s, casework::Role::LegalCounsel);
    on.fixture.addPerson(u"Sam Ort"_s, casework::Role::TechnicalLead);
    on.fixture.addPerson(u"Kim Ode"_s, casework::Role::CommunicationsLead);
}

void takePeople(MainWindow &window, PeoplePage *page, Camera &camera)
{
    window.showPage(u"people"_s);
    QTest::qWait(200);
    auto *list = page->findChild<ListView *>();
    list->setCurrentIndex(list->model()->index(3, 0));
    camera.take(window, u"people"_s);
}

void takeAccess(MainWindow &window, AccessPage *page, Camera &camera)
{
    window.showPage(u"access"_s);
    camera.take(window, u"access"_s);
    page->commands().first().run();
    camera.take(window, u"access-add"_s);
}

void takeAll(const QString &folder, const QString &suffix, QSize size)
{
    CasePage on;
    on.begin();
    fillDeadlines(on);
    fillPeople(on);
    Camera camera(folder, suffix);
    MainWindow window;
    window.resize(size);
    window.show();
    auto *deadlines = new DeadlinesPage(on.context.get());
    auto *people = new PeoplePage(on.context.get());
    auto *access = new AccessPage(on.context.get());
    window.openCase(u"a"_s, {deadlines, people, access});
    IncidentHeader incident = sampleIncident();
    incident.title = u"2026-001 Order export left readable"_s;
    window.setIncident(incident);
    window.setRole(u"Compliance lead"_s);
    window.statusLine()->setSaved(u"case.tocsin · encrypted · saved 09:42"_s);
    takeDeadlines(window, deadlines, camera);
    takePeople(window, people, camera);
    takeAccess(window, access, camera);
    window.closeCase();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    for (const auto &[name, choice] :
         {std::pair(u"light"_s, ThemeChoice::Light), std::pair(u"dark"_s, ThemeChoice::Dark)}) {
        applyTheme(app, choice);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
            takeAll(folder, name + u'-' + QString::number(size.width()), size);
    }
    return 0;
}
