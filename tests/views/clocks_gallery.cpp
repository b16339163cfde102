// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the calendar, the lanes and the window for a second screen, with invented dates in all jurisdictions, to PNG
// files, light and dark, at two sizes: `clocks_gallery FOLDER`. For eyes, not a test.
#include "casework/obligation.h"
#include "clocks/lane_chart.h"
#include "clocks/month_calendar.h"
#include "clocks/war_room.h"
#include "shared/card.h"
#include "shared/theme.h"
#include "views/case_page.h"
#include "views/sample_clocks.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

namespace {

void take(QWidget &window, const QString &path)
{
    QTest::qWait(200); // the store answers from another thread
    QTextStream(stdout) << path << (window.grab().save(path) ? "\n" : " failed\n");
    const QStringList problems = clippedTexts(window) + unnamedControls(window);
    for (const QString &problem : problems)
        QTextStream(stdout) << "   " << problem << '\n';
}

template <typename View>
void takeView(
    const QString &path, QSize size, const std::function<void(View &)> &prepare = [](View &) {})
{
    Card card(u"Deadlines"_s);
    auto *view = new View(&card);
    card.setContent(view);
    view->setClocks(sampleClocks());
    card.resize(size);
    card.show();
    view->focusFirst();
    prepare(*view);
    take(card, path);
}

void takeWarRoom(const QString &path, const QString &now, QSize size)
{
    CasePage on;
    on.begin();
    on.fixture.clock().set(*Instant::parse(now));
    WarRoom room(*on.context);
    room.resize(size);
    room.show();
    take(room, path);
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
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            const QString tail = u'-' + name + u'-' + QString::number(size.width()) + u".png"_s;
            const QSize page = size - QSize(256, 170); // what rail, strip and status line leave
            takeView<MonthCalendar>(folder + u"/calendar"_s + tail, page);
            takeView<LaneChart>(folder + u"/lanes"_s + tail, page);
            takeView<LaneChart>(folder + u"/lanes30"_s + tail, page, [](LaneChart &lanes) { lanes.setZoom(u"30"_s); });
            takeWarRoom(folder + u"/warroom"_s + tail, u"2026-03-20T09:42:00-05:00"_s, size);
            takeWarRoom(folder + u"/warroom-end"_s + tail, u"2026-05-02T23:27:00-05:00"_s, size);
            takeWarRoom(folder + u"/warroom-soon"_s + tail, u"2026-04-28T10:27:00-05:00"_s, size);
        }
    }
    return 0;
}
