// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/packets/packet_case.h"
#include "patience.h"

#include "casework/publication.h"
#include "packets/packet_sections.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::packets;
using casework::AddPublication;

namespace {

/// A case with three documents; it is 20 March 2026.
class PlacesCase : public test::PacketCase
{
public:
    PlacesCase()
        : filled(fill())
        , website(add(u"website"_s, u"Web site notice"_s))
        , release(add(u"press-release"_s, u"Press release, Texas"_s))
        , worksheet(add(u"hhs-report"_s, u"HHS worksheet"_s))
    {
    }

    bool filled = false;
    NoticeId website;
    NoticeId release;
    NoticeId worksheet;

    Result<casework::Receipt> post(QDate first, const QString &proof = u"shot.png"_s)
    {
        return store().submit(AddPublication{website, u"web"_s, u"https://example.org/notice"_s, {}, first, proof});
    }

    /// The section as text; the whole failure if there is no packet.
    QString section()
    {
        const auto report = build(u"packet%1"_s.arg(++m_built));
        if (!report)
            return report.error().message;
        QProcess process;
        process.start(u"pdftotext"_s, {u"-layout"_s, report->folder + u"/data/packet.pdf"_s, u"-"_s});
        process.waitForFinished(test::kPatience);
        const QString text = QString::fromUtf8(process.readAllStandardOutput()).simplified();
        return text.mid(text.lastIndexOf(u"Postings, outlets,"_s));
    }

private:
    int m_built = 0;

    NoticeId add(const QString &kind, const QString &title)
    {
        const auto made = store().submit(casework::CreateNotice{incident(), kind, title, kind, u"en"_s, {}, {}});
        return NoticeId{made ? made->id : 0};
    }
};

} // namespace

/// Where documents appeared and went, and who was told, as a packet tells it.
class TestPacketsPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatNoPlaceIsRecorded()
    {
        PlacesCase data;
        QVERIFY(data.filled);
        const QString text = data.section();
        QVERIFY2(text.contains(u"No place is recorded yet."_s), qPrintable(text));
    }

    void tellsEachPlaceWithItsDayAndWhoRecordedIt()
    {
        PlacesCase data;
        QVERIFY(data.store().submit(AddPublication{data.release, u"newspaper"_s, u"Austin Daily"_s, u"Texas"_s,
                                                   QDate(2026, 3, 19), u"Wire 88"_s}));
        QVERIFY(data.store().submit(AddPublication{data.release, u"radio"_s, u"Sample Radio"_s, {}, {}, {}}));
        QVERIFY(data.store().submit(
            AddPublication{data.worksheet, u"portal"_s, u"HHS breach portal"_s, {}, QDate(2026, 3, 18), u"HHS-7"_s}));
        const QString text = data.section();
        for (const QString &part : {u"Press release, Texas"_s, u"Newspaper"_s, u"19 Mar 2026"_s, u"Wire 88"_s,
                                    u"Sample Radio"_s, u"not yet"_s, u"HHS worksheet"_s, u"Online portal"_s,
                                    u"18 Mar 2026"_s, u"HHS-7"_s, u"20 Mar 2026, 09:42"_s, u"Ada"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in: "_s + text));
        QVERIFY2(!text.contains(u"Citation"_s), qPrintable(text)); // nothing has to stand
    }

    void countsTheDaysOfAPostingAsOfThePacketsDay()
    {
        PlacesCase data;
        QVERIFY(data.post(QDate(2026, 3, 18)));
        const QString text = data.section();
        for (const QString &part :
             {u"Web site"_s, u"still posted"_s, u"18 Mar 2026 16 Jun 2026 90 89 days"_s, u"45 CFR 164.404(d)(2)(ii)"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" in: "_s + text));
        data.store().clock().set(*Instant::parse(u"2026-06-16T20:00:00-05:00"_s)); // the 17th in Greenwich
        QVERIFY2(data.section().contains(u"1 day 45 CFR"_s), qPrintable(data.section()));
        data.store().clock().set(*Instant::parse(u"2026-06-17T09:00:00-05:00"_s));
        QVERIFY2(data.section().contains(u"none 45 CFR"_s), qPrintable(data.section()));
    }

    void saysWhyAPostingWentEarly()
    {
        PlacesCase data;
        const auto posted = data.post(QDate(2026, 3, 17));
        QVERIFY(posted);
        QVERIFY(data.store().submit(
            casework::TakeDownPublication{PublicationId{posted->id}, QDate(2026, 3, 19), u"Wrong page"_s}));
        const QString text = data.section();
        QVERIFY2(text.contains(u"none; taken down 88 days"_s) && text.contains(u"early: Wrong page"_s),
                 qPrintable(text));
        QVERIFY(!text.contains(u"still posted"_s));
    }

    void namesNobodyAffected()
    {
        PlacesCase data;
        QVERIFY(data.post(QDate(2026, 3, 18), u"Seen by Wendeline Quillfeather"_s));
        const QString text = data.section();
        QVERIFY2(text.contains(u"[withheld]"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"Quillfeather"_s), qPrintable(text));
    }

    void namesDocumentsThatWereProducedAndWentNowhere()
    {
        const auto document = [](qint64 id, const QString &title, casework::NoticeStatus status) {
            casework::Notice notice;
            notice.id = NoticeId{id};
            notice.title = title;
            notice.kind = u"board"_s;
            notice.status = status;
            return PacketNotice{notice, {}};
        };
        PacketContents contents;
        contents.notices = {document(1, u"HHS worksheet"_s, casework::NoticeStatus::Produced),
                            document(2, u"Press release"_s, casework::NoticeStatus::Draft)};
        const Blocks blocks = placesSection(contents);
        QCOMPARE(notices::textOf(std::get<notices::Paragraph>(blocks.back()).runs),
                 u"Produced, and no place is recorded: “HHS worksheet”."_s);
    }

    void countsEverybodyOnceWhateverTheirStanding()
    {
        NoticeDeliveries deliveries{NoticeId{1}, {}, {}};
        for (const casework::DeliveryState state : casework::allDeliveryStates())
            deliveries.funnel.residences[u"TX"_s][state] = 10;
        deliveries.funnel.residences[u"TX"_s][casework::DeliveryState::Otherwise] = 7;
        PacketContents contents;
        contents.deliveries = {deliveries};
        const Blocks blocks = deliveriesPart(contents);
        const auto &states = std::get<notices::Table>(blocks.back());
        QCOMPARE(states.rows.size(), size_t{1});
        const notices::TableRow &row = states.rows.front();
        QCOMPARE(row.size(), states.header.size());
        qint64 people = 0;
        for (size_t i = 1; i < row.size(); ++i) {
            const QString cell = notices::textOf(row.at(i));
            people += cell.toLongLong();
            QCOMPARE(cell == u"7"_s, notices::textOf(states.header.at(i)) == u"Told otherwise"_s);
        }
        QCOMPARE(people, 10 * (casework::allDeliveryStates().size() - 1) + 7);
    }
};

QTEST_MAIN(TestPacketsPlaces)
#include "tst_packets_places.moc"
