// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/packet_model.h"
#include "packets/packets_page.h"
#include "patience.h"
#include "shell/main_window.h"
#include "views/notice_case.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QDirIterator>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using namespace tocsin::viewchecks;
using tocsin::casework::Role;
using tocsin::test::NoticeCase;

namespace {

class Desk
{
public:
    explicit Desk(NoticeCase &data)
    {
        page = new PacketsPage(&data.context(), [this](const QString &folder) { opened << folder; });
        window.openCase(u"store/ada"_s, {page});
        window.showPage(u"packets"_s);
        shown = showAt(window, 1280, 800);
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text().startsWith(text) && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool has(const QString &text) const { return !textsWith(*page, text).isEmpty(); }
    void press(const QString &text) const { QTest::mouseClick(button(text), Qt::LeftButton); }

    QStringList opened;
    MainWindow window;
    PacketsPage *page = nullptr;
    bool shown = false;
};

void spoil(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray first = file.read(1);
    QVERIFY(file.seek(0));
    file.write(QByteArray(1, char(first.at(0) ^ 1)));
}

} // namespace

class PacketsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void beginsByBuildingTheFirst()
    {
        NoticeCase data;
        data.addPeople(2);
        const QString place = data.store.filePath(QString());
        data.chooses(place);
        Desk desk(data);
        QVERIFY(desk.shown);
        QTRY_VERIFY(desk.has(u"No packet yet"_s) && desk.button(u"Build a packet"_s));
        QVERIFY(desk.has(u"No name, address or other detail of a person affected"_s));
        desk.press(u"Build a packet"_s);
        QTRY_VERIFY(desk.button(u"Open folder"_s));
        const QString folder = QDir(place).absoluteFilePath(u"packet-2026-001-1"_s);
        QVERIFY(QFile::exists(folder + u"/tagmanifest-sha256.txt"_s));
        desk.press(u"Open folder"_s);
        QCOMPARE(desk.opened, QStringList{QDir::cleanPath(folder)});
        const auto *model = desk.page->findChild<items::PacketModel *>();
        QTRY_COMPARE(model->rowCount(), 1);
        QVERIFY(desk.has(model->recordAt(0)->manifestSha256));
        desk.press(u"Verify it"_s);
        QTRY_VERIFY(desk.has(u"This packet verifies"_s));
        QCOMPARE(unnamedControls(desk.window).join(u'\n'), QString());
        QCOMPARE(clippedTexts(desk.window).join(u'\n'), QString());
        QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
        desk.press(u"Build a packet"_s);
        QTRY_COMPARE(model->rowCount(), 2);
        QVERIFY(QFile::exists(QDir(place).filePath(u"packet-2026-001-2/tagmanifest-sha256.txt"_s)));
    }

    void namesTheFileThatWasAltered()
    {
        NoticeCase data;
        const Progress progress;
        const QString folder = data.store.filePath(u"packet"_s);
        QVERIFY(packets::buildPacket(data.store.file(), data.incident(), folder, progress));
        spoil(folder + u"/data/packet.pdf"_s);
        data.chooses(folder);
        Desk desk(data);
        desk.press(u"Choose its folder"_s);
        QTRY_VERIFY(desk.has(u"This packet does not verify"_s));
        QVERIFY(desk.has(u"data/packet.pdf"_s));
        QVERIFY(!desk.has(u"This packet verifies"_s));
    }

    void saysWhyAFolderIsNoPacket()
    {
        NoticeCase data;
        data.chooses(data.store.filePath(u"nothing-here"_s));
        Desk desk(data);
        desk.press(u"Choose its folder"_s);
        QTRY_VERIFY(desk.has(u"is not a folder"_s));
    }

    void anObserverVerifiesAndDoesNotBuild()
    {
        NoticeCase data;
        QVERIFY(data.becomes(Role::Observer));
        Desk desk(data);
        QTRY_VERIFY(desk.has(u"No packet yet"_s));
        QVERIFY(!desk.button(u"Build a packet"_s));
        QVERIFY(desk.has(u"The compliance lead or legal counsel builds packets"_s));
        QVERIFY(desk.button(u"Choose its folder"_s));
        QCOMPARE(clippedTexts(desk.window).join(u'\n'), QString());
        QCOMPARE(unreachableControls(desk.window).join(u'\n'), QString());
    }
};

QTEST_MAIN(PacketsPageTest)
#include "tst_views_packets.moc"
