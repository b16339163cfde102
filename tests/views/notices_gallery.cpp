// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the pages on letters and packets to PNG files in a folder, light and dark, at two sizes: `notices_gallery
// FOLDER`. For eyes, not a test.
#include "notices/letter_preview.h"
#include "notices/notice_review.h"
#include "notices/notices_page.h"
#include "packets/packets_page.h"
#include "shell/main_window.h"
#include "shell/status_line.h"
#include "views/notice_case.h"
#include "views/sample_pages.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using tocsin::test::NoticeCase;

namespace {

constexpr int kWait = 60'000;
constexpr int kPeople = 2190;

void settle(const std::function<bool()> &done)
{
    if (!QTest::qWaitFor(done, kWait))
        QTextStream(stdout) << "   not settled\n";
    QTest::qWait(400);
}

void writeWords(NoticeCase &data)
{
    casework::EditNotice edit{data.notice().id, {}};
    edit.fields = {
        {u"what_happened"_s,
         u"A file of past orders was left in an online folder without a lock. Anyone who had its address could read "
         "it. We found it when an outside firm checked our systems.\n\nWe do not know that anyone misused it. We are "
         "telling you so that you can be careful."_s},
        {u"what_we_are_doing"_s,
         u"We closed the folder on the same day. We now lock every file that holds health information, and check each "
         "week that it stays locked. We have told the U.S. Department of Health and Human Services."_s},
        {u"call_hours"_s, u"Monday to Friday, 8 a.m. to 8 p.m. Central time"_s}};
    data.store.submit(edit);
}

class Gallery
{
public:
    Gallery(NoticeCase &data, QString folder, QString suffix, QSize size)
        : m_folder(std::move(folder)), m_suffix(std::move(suffix))
    {
        m_page = new NoticesPage(&data.context());
        m_packets = new PacketsPage(&data.context());
        QList<Page *> pages;
        for (Page *page : samplePages()) {
            if (page->info().id == "notices"_L1) {
                delete page;
                page = m_page;
            } else if (page->info().id == "packets"_L1) {
                delete page;
                page = m_packets;
            }
            pages << page;
        }
        m_window.openCase(u"store/ada"_s, pages);
        IncidentHeader incident = sampleIncident();
        incident.title = u"2026-004 Order export left readable"_s;
        m_window.setIncident(incident);
        m_window.setRole(u"Compliance lead"_s);
        m_window.statusLine()->setSaved(u"acme.tocsin · encrypted · saved 09:42"_s);
        m_window.statusLine()->setLocks(u"Locks after 10 min idle"_s);
        m_window.showPage(u"notices"_s);
        showAt(m_window, size.width(), size.height());
        settle([this] { return preview()->pageCount() > 0 && review()->isChecked(); });
    }

    [[nodiscard]] LetterPreview *preview() const { return m_page->findChild<LetterPreview *>(); }
    [[nodiscard]] NoticeReview *review() const { return m_page->findChild<NoticeReview *>(); }

    void press(const QString &text)
    {
        const QList<QPushButton *> all = m_page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text().startsWith(text) && each->isVisible()) {
                each->click();
                break;
            }
        }
        QTest::qWait(800);
        settle([this] { return review()->isChecked(); });
    }

    void takePackets()
    {
        m_window.showPage(u"packets"_s);
        QTest::qWait(400);
        take(u"packets"_s);
        const QList<QPushButton *> all = m_packets->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text() == "Build a packet"_L1 && each->isVisible()) {
                each->click();
                break;
            }
        }
        const auto isOpen = [this](const QString &text) {
            const QList<QPushButton *> buttons = m_packets->findChildren<QPushButton *>();
            return std::any_of(buttons.cbegin(), buttons.cend(),
                               [&text](const QPushButton *each) { return each->text() == text && each->isVisible(); });
        };
        settle([&isOpen] { return isOpen(u"Verify it"_s); });
        take(u"packets-built"_s);
    }

    void take(const QString &name)
    {
        const QString path = m_folder + u'/' + name + u'-' + m_suffix + u".png"_s;
        QTextStream(stdout) << path << (m_window.grab().save(path) ? "\n" : " failed\n");
        const QStringList problems = clippedTexts(m_window) + unnamedControls(m_window);
        for (const QString &problem : problems)
            QTextStream(stdout) << "   " << problem << '\n';
    }

private:
    MainWindow m_window;
    NoticesPage *m_page = nullptr;
    PacketsPage *m_packets = nullptr;
    QString m_folder;
    QString m_suffix;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    NoticeCase data;
    data.addPeople(kPeople);
    writeWords(data);
    data.chooses(data.store.filePath(u"letters"_s));
    int run = 0;
    for (const auto &[name, choice] : {std::pair(u"light"_s, ThemeChoice::Light), {u"dark"_s, ThemeChoice::Dark}}) {
        applyTheme(app, choice);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            Gallery gallery(data, folder, name + u'-' + QString::number(size.width()), size);
            gallery.take(u"notices-%1"_s.arg(run == 0 ? u"draft"_s : u"produced"_s));
            gallery.press(u"Edit words"_s);
            gallery.take(u"notices-edit"_s);
            gallery.press(u"Close"_s);
            if (run++ > 0) {
                gallery.takePackets();
                continue;
            }
            gallery.press(u"Send to review"_s);
            gallery.take(u"notices-review"_s);
            gallery.press(u"Approve"_s);
            gallery.press(u"Produce"_s);
            gallery.take(u"notices-running"_s);
            settle([&data] { return data.notice().status == casework::NoticeStatus::Produced; });
            gallery.take(u"notices-done"_s);
            data.chooses(data.store.filePath({}));
        }
    }
    return 0;
}
