// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "intake/roster_reader.h"
#include "models/intake/synthetic_roster.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::intake;

namespace {

const QDate kToday(2026, 3, 10);

struct Line
{
    RosterRow row;
    RowVerdict verdict;
    QList<RowNote> notes;

    friend bool operator==(const Line &, const Line &) = default;
};

struct Read
{
    Result<RosterSummary> summary = fail(ErrorCode::NotFound, {});
    QList<Line> lines;
};

Read readTable(Result<std::unique_ptr<TableReader>> table, const RosterMap &map = {})
{
    Read read;
    if (!table) {
        read.summary = forward(table);
        return read;
    }
    const auto sink = [&read](const RosterRow &row, RowVerdict verdict, const QList<RowNote> &notes) -> Result<> {
        read.lines.append({row, verdict, notes});
        return {};
    };
    read.summary = readRoster(**table, map, {kToday, {}}, sink, Progress());
    return read;
}

Read readCsv(const QByteArray &csv, const RosterMap &map = {})
{
    return readTable(openTableBytes(csv, u"roster.csv"_s), map);
}

Read readSample()
{
    return readTable(openTable(QStringLiteral(TOCSIN_FIXTURES "/intake/roster-2500.csv")));
}

QByteArray csvOf(const QList<QStringList> &rows)
{
    QByteArray csv = tests::rosterHeader().join(u',').toUtf8() + '\n';
    for (QStringList row : rows) {
        for (QString &cell : row)
            cell = csvField(cell);
        csv += row.join(u',').toUtf8() + '\n';
    }
    return csv;
}

/// A row with nothing wrong, with some of its cells changed: "state=XX".
QStringList personWith(const QStringList &changes)
{
    QStringList row{u"R1"_s,         u"Ana"_s,   u"Walker"_s, u"7 Main St"_s,       u"Apt 2"_s, u"Boston"_s,
                    u"MA"_s,         u"02139"_s, u"US"_s,     u"ana@example.org"_s, u"yes"_s,   u"en"_s,
                    u"1965-05-19"_s, u"adult"_s, QString(),   u"name;ssn"_s};
    for (const QString &change : changes) {
        const qsizetype column = tests::rosterHeader().indexOf(change.section(u'=', 0, 0));
        row[column] = change.section(u'=', 1);
    }
    return row;
}

QStringList kindsOf(const QList<RowNote> &notes)
{
    QStringList kinds;
    for (const RowNote &note : notes)
        kinds.append(kindName(note.kind));
    kinds.sort();
    return kinds;
}

qint64 countOf(const RosterSummary &summary, NoteKind kind)
{
    return summary.kinds.value(kind).count;
}

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryDifficulty_data()
    {
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QStringList>("kinds");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("becomes");
        const auto add
            = [](const char *name, const QStringList &changes, const QStringList &kinds, const QString &field = {},
                 const QString &becomes = {}) { QTest::newRow(name) << changes << kinds << field << becomes; };
        add("nothing", {}, {});
        add("nobody", {u"first_name="_s, u"last_name= "_s}, {u"missing-name"_s});
        add("one name is enough", {u"first_name="_s}, {});
        add("no id", {u"recipient_id="_s}, {u"missing-id"_s});
        add("no State", {u"state="_s}, {u"missing-state"_s}, u"state"_s, QString());
        add("impossible State", {u"state=XX"_s}, {u"impossible-state"_s}, u"state"_s, u"XX"_s);
        add("State by name", {u"state=massachusetts"_s}, {u"state-normalised"_s}, u"state"_s, u"MA"_s);
        add("State as people write it", {u"state=N.Y."_s, u"postal_code=10001"_s}, {u"state-normalised"_s}, u"state"_s,
            u"NY"_s);
        add("no ZIP", {u"postal_code="_s}, {u"missing-zip"_s});
        add("ZIP of another State", {u"postal_code=90210"_s}, {u"impossible-zip"_s}, u"postal_code"_s, u"90210"_s);
        add("ZIP not in use", {u"postal_code=00012"_s}, {u"impossible-zip"_s});
        add("ZIP of letters", {u"postal_code=O2139"_s}, {u"impossible-zip"_s});
        add("ZIP+4", {u"postal_code=02139-1234"_s}, {}, u"postal_code"_s, u"02139-1234"_s);
        add("nine digits", {u"postal_code=021391234"_s}, {}, u"postal_code"_s, u"02139-1234"_s);
        add("lost zero", {u"postal_code=2139"_s}, {u"lost-leading-zero"_s}, u"postal_code"_s, u"02139"_s);
        add("lost zero of ZIP+4", {u"postal_code=2139-1234"_s}, {u"lost-leading-zero"_s}, u"postal_code"_s,
            u"02139-1234"_s);
        add("lost zero of nine digits", {u"postal_code=21391234"_s}, {u"lost-leading-zero"_s}, u"postal_code"_s,
            u"02139-1234"_s);
        add("two lost zeros", {u"state=PR"_s, u"postal_code=601"_s}, {u"lost-leading-zero"_s}, u"postal_code"_s,
            u"00601"_s);
        add("a digit lost elsewhere", {u"state=TX"_s, u"postal_code=7056"_s}, {u"impossible-zip"_s}, u"postal_code"_s,
            u"7056"_s);
        add("lost zero with no State", {u"state="_s, u"postal_code=2139"_s},
            {u"lost-leading-zero"_s, u"missing-state"_s});
        add("ZIP across a border", {u"state=NY"_s, u"postal_code=06390"_s}, {});
        add("territory", {u"state=MP"_s, u"postal_code=96950"_s}, {});
        add("territory as a country", {u"state="_s, u"country=PR"_s, u"postal_code=00601"_s}, {}, u"state"_s, u"PR"_s);
        add("abroad", {u"country=FR"_s, u"state="_s, u"postal_code=75002"_s}, {u"foreign-address"_s}, u"postal_code"_s,
            u"75002"_s);
        add("abroad by name", {u"country=Canada"_s, u"state=ON"_s, u"postal_code=M5H 2S6"_s}, {u"foreign-address"_s},
            u"country"_s, u"CA"_s);
        add("abroad without a city", {u"country=FR"_s, u"city="_s},
            {u"foreign-address"_s, u"no-deliverable-address"_s});
        add("country as people write it", {u"country=U.S.A."_s}, {}, u"country"_s, u"US"_s);
        add("no country", {u"country="_s}, {}, u"country"_s, u"US"_s);
        add("unknown country", {u"country=Atlantis"_s}, {u"unknown-country"_s});
        add("military", {u"city=APO"_s, u"state=AE"_s, u"postal_code=09128"_s}, {u"military-address"_s});
        add("military under a State", {u"city=fpo"_s, u"state=NY"_s, u"postal_code=09128"_s},
            {u"impossible-zip"_s, u"military-address"_s});
        add("no street", {u"address_1="_s}, {u"no-deliverable-address"_s});
        add("street in the second line", {u"address_1="_s, u"address_2=PO Box 7"_s}, {});
        add("nowhere", {u"city="_s, u"postal_code="_s}, {u"missing-zip"_s, u"no-deliverable-address"_s});
        add("neither State nor ZIP", {u"state="_s, u"postal_code="_s},
            {u"missing-state"_s, u"missing-zip"_s, u"no-deliverable-address"_s});
        add("a minor alone", {u"status=Minor"_s, u"date_of_birth=2015-01-01"_s}, {u"minor-without-representative"_s});
        add("a minor", {u"status=minor"_s, u"date_of_birth=2015-01-01"_s, u"representative=Parent or guardian"_s}, {});
        add("adult and born late", {u"date_of_birth=2008-03-11"_s}, {u"status-contradicts-birth"_s});
        add("18 today", {u"date_of_birth=2008-03-10"_s}, {});
        add("minor and born early", {u"status=minor"_s, u"representative=P"_s}, {u"status-contradicts-birth"_s});
        add("deceased alone", {u"status=deceased"_s}, {u"deceased-without-next-of-kin"_s});
        add("deceased", {u"status=deceased"_s, u"representative=Estate"_s}, {});
        add("control character", {u"last_name=Wal\u0007ker"_s}, {u"control-characters"_s}, u"last_name"_s, u"Walker"_s);
        add("reordering character", {u"city=Bos\u202Eton"_s}, {u"control-characters"_s}, u"city"_s, u"Boston"_s);
        add("line break in a name", {u"last_name=Wal\r\nker"_s}, {u"line-break-in-cell"_s}, u"last_name"_s,
            u"Wal ker"_s);
        add("line break in an address", {u"address_2= Apt 2 \n c/o Front Desk"_s}, {u"line-break-in-cell"_s},
            u"address"_s, u"7 Main St|Apt 2|c/o Front Desk"_s);
        add("blanks around and within", {u"last_name=  Van   Dyke "_s}, {}, u"last_name"_s, u"Van Dyke"_s);
        add("formula", {u"first_name==HYPERLINK(\"http://example.org\")"_s}, {u"formula"_s}, u"first_name"_s,
            u"=HYPERLINK(\"http://example.org\")"_s);
        add("formula by at sign", {u"last_name=@SUM(A1)"_s}, {u"formula"_s}, u"last_name"_s, u"@SUM(A1)"_s);
        add("bad e-mail", {u"email=ana at example"_s}, {u"bad-email"_s}, u"email"_s, u"ana at example"_s);
        add("bad consent", {u"email_consent=maybe"_s}, {u"bad-consent"_s});
        add("impossible date", {u"date_of_birth=1965-02-30"_s}, {u"bad-date"_s});
        add("date to come", {u"date_of_birth=2026-03-11"_s}, {u"bad-date"_s});
        add("two-digit year", {u"date_of_birth=5/19/65"_s}, {u"bad-date"_s});
        add("American date", {u"date_of_birth=5/19/1965"_s}, {}, u"date_of_birth"_s, u"1965-05-19"_s);
        add("date without signs", {u"date_of_birth=19650519"_s}, {}, u"date_of_birth"_s, u"1965-05-19"_s);
        add("no date without signs", {u"date_of_birth=19651319"_s}, {u"bad-date"_s});
        add("date with a time", {u"date_of_birth=1965-05-19T00:00:00"_s}, {}, u"date_of_birth"_s, u"1965-05-19"_s);
        add("unknown language", {u"language=qq"_s}, {u"unknown-language"_s}, u"language"_s, u"en"_s);
        add("language by name", {u"language=Spanish"_s}, {}, u"language"_s, u"es"_s);
        add("language with a region", {u"language=es-MX"_s}, {}, u"language"_s, u"es"_s);
        add("no status", {u"status="_s}, {u"missing-status"_s}, u"status"_s, u"adult"_s);
        add("no status, born late", {u"status="_s, u"date_of_birth=2015-01-01"_s, u"representative=P"_s},
            {u"missing-status"_s}, u"status"_s, u"minor"_s);
        add("unknown status", {u"status=active"_s}, {u"unknown-status"_s});
        add("unknown data element", {u"data_elements=name;shoe size"_s}, {u"unknown-data-element"_s},
            u"data_elements"_s, u"name|shoe-size"_s);
        add("data elements as people write them", {u"data_elements=Name, Social Security Number;ssn"_s}, {},
            u"data_elements"_s, u"name|ssn"_s);
        add("no data elements", {u"data_elements="_s}, {u"missing-data-elements"_s});
        add("too long", {u"last_name="_s + QString(201, u'x')}, {u"too-long"_s});
    }

    void namesEveryDifficulty()
    {
        QFETCH(QStringList, changes);
        QFETCH(QStringList, kinds);
        QFETCH(QString, field);
        QFETCH(QString, becomes);
        const Read read = readCsv(csvOf({personWith(changes)}));
        QVERIFY2(read.summary.has_value(), qPrintable(read.summary ? QString() : read.summary.error().message));
        QCOMPARE(read.lines.size(), 1);
        const Line &line = read.lines.first();
        QCOMPARE(kindsOf(line.notes), kinds);
        QCOMPARE(line.row.line, 2);

        bool problem = false;
        for (const RowNote &note : line.notes)
            problem = problem || isProblem(note.kind);
        QCOMPARE(line.verdict,
                 problem               ? RowVerdict::Problem
                     : kinds.isEmpty() ? RowVerdict::Accepted
                                       : RowVerdict::AcceptedWithNote);

        static constexpr std::array kStatuses{"adult", "minor", "deceased"};
        const RosterRow &row = line.row;
        const QHash<QString, QString> fields{
            {u"first_name"_s, row.firstName},
            {u"last_name"_s, row.lastName},
            {u"address"_s, row.addressLines.join(u'|')},
            {u"city"_s, row.city},
            {u"state"_s, row.state},
            {u"postal_code"_s, row.postalCode},
            {u"country"_s, row.country},
            {u"email"_s, row.email},
            {u"language"_s, row.language},
            {u"date_of_birth"_s, row.dateOfBirth ? row.dateOfBirth->toString(Qt::ISODate) : QString()},
            {u"status"_s, QString::fromLatin1(kStatuses[static_cast<size_t>(row.status)])},
            {u"data_elements"_s, row.dataElements.join(u'|')},
        };
        if (!field.isEmpty())
            QCOMPARE(fields.value(field), becomes);
    }

    void suggestsTheStateInWhichTheZipLies()
    {
        const Read read = readCsv(csvOf({personWith({u"state="_s})}));
        QCOMPARE(read.lines.first().notes.first().suggestion, u"MA"_s);
    }

    void sendsNoMailToWhoDidNotAgreeOrCannotBeReached()
    {
        const auto consents = [](const QStringList &changes) {
            return readCsv(csvOf({personWith(changes)})).lines.first().row.emailConsent;
        };
        QVERIFY(consents({}));
        QVERIFY(!consents({u"email_consent=no"_s}));
        QVERIFY(!consents({u"email_consent="_s}));
        QVERIFY(!consents({u"email_consent=maybe"_s}));
        QVERIFY(!consents({u"email=nobody"_s}));
    }

    void findsThoseWhoComeTwice_data()
    {
        QTest::addColumn<QStringList>("second");
        QTest::addColumn<QString>("kind");
        QTest::newRow("same row") << QStringList() << u"duplicate"_s;
        QTest::newRow("same id, other case")
            << QStringList{u"first_name=ĐỨC"_s, u"last_name=O’BRIEN"_s} << u"duplicate"_s;
        QTest::newRow("same id, moved") << QStringList{u"address_1=9 Elm St"_s} << u"duplicate"_s;
        QTest::newRow("same person, other id") << QStringList{u"recipient_id=R9"_s} << u"duplicate"_s;
        QTest::newRow("same id, other person") << QStringList{u"first_name=Eva"_s} << u"duplicate-id"_s;
        QTest::newRow("twin") << QStringList{u"recipient_id=R9"_s, u"first_name=Eva"_s} << QString();
        QTest::newRow("father and son") << QStringList{u"recipient_id=R9"_s, u"date_of_birth=1990-01-01"_s}
                                        << QString();
    }

    void findsThoseWhoComeTwice()
    {
        QFETCH(QStringList, second);
        QFETCH(QString, kind);
        const QStringList base{u"first_name=Đức"_s, u"last_name=O'Brien"_s};
        const Read read
            = readCsv(csvOf({personWith(base), personWith({u"recipient_id=R5"_s}), personWith(base + second)}));
        QCOMPARE(read.lines.size(), 3);
        const Line &line = read.lines.at(2);
        QCOMPARE(kindsOf(line.notes).join(u' '), kind);
        if (!kind.isEmpty()) {
            QCOMPARE(line.notes.first().otherLine, 2);
            QCOMPARE(line.verdict, RowVerdict::Problem);
        }
        QCOMPARE(read.summary->duplicates, kind == u"duplicate"_s ? 1 : 0);
        QCOMPARE(read.summary->people, kind == u"duplicate"_s ? 2 : 3);
        const std::set<QString> keys{read.lines.at(0).row.rowKey, read.lines.at(1).row.rowKey, line.row.rowKey};
        QCOMPARE(keys.size(), size_t(3));
    }

    void findsThoseWithoutIdWhoComeTwice()
    {
        const QStringList nobody{u"recipient_id="_s, u"date_of_birth="_s};
        const Read read = readCsv(
            csvOf({personWith(nobody), personWith(nobody), personWith(nobody + QStringList{u"address_1=9 Elm St"_s})}));
        QCOMPARE(countOf(*read.summary, NoteKind::Duplicate), 1);
        QCOMPARE(read.summary->people, 2);
    }

    void noticesCellsInTheWrongColumns()
    {
        const QByteArray good = csvOf({personWith({})});
        QByteArray more = good;
        more.replace(",name;ssn", ",name;ssn,extra");
        QCOMPARE(kindsOf(readCsv(more).lines.first().notes), (QStringList{u"wrong-column-count"_s}));
        QByteArray blank = good;
        blank.replace(",name;ssn", ",name;ssn,,");
        QCOMPARE(kindsOf(readCsv(blank).lines.first().notes), QStringList());
        QByteArray fewer = good;
        fewer.replace(",,name;ssn", "");
        QVERIFY(kindsOf(readCsv(fewer).lines.first().notes).contains(u"wrong-column-count"_s));
    }

    void notesARowThatIsNotUtf8()
    {
        QByteArray csv = csvOf({personWith({u"last_name=Muller"_s})});
        csv.replace("Muller", "M\xFCller");
        const Read read = readCsv(csv);
        QCOMPARE(read.lines.first().row.lastName, u"Müller"_s);
        QCOMPARE(kindsOf(read.lines.first().notes), (QStringList{u"guessed-encoding"_s}));
    }

    void accountsForEveryRowOfTheSample()
    {
        const Read read = readSample();
        QVERIFY(read.summary.has_value());
        const RosterSummary &sum = *read.summary;
        QCOMPARE(sum.rows, 2517);
        QCOMPARE(sum.accepted + sum.withNote + sum.problems, sum.rows);
        QCOMPARE(sum.duplicates, 17);
        QCOMPARE(sum.people, 2500);
        // Counted by another program, from the file.
        QCOMPARE(countOf(sum, NoteKind::Duplicate), 17);
        QCOMPARE(countOf(sum, NoteKind::DuplicateId), 0);
        QCOMPARE(countOf(sum, NoteKind::MinorWithoutRepresentative), 70);
        QCOMPARE(countOf(sum, NoteKind::DeceasedWithoutNextOfKin), 10);
        QCOMPARE(countOf(sum, NoteKind::ForeignAddress), 14);
        QCOMPARE(countOf(sum, NoteKind::MilitaryAddress), 8);
        QCOMPARE(countOf(sum, NoteKind::LineBreakInCell), 12);
        QCOMPARE(countOf(sum, NoteKind::NoDeliverableAddress), 11);
        QCOMPARE(countOf(sum, NoteKind::MissingZip), 11);
        QCOMPARE(countOf(sum, NoteKind::LostLeadingZero), 2);
        QCOMPARE(countOf(sum, NoteKind::ImpossibleZip),
                 9); // 8 with a digit lost elsewhere, and "california" in Louisiana
        QCOMPARE(countOf(sum, NoteKind::Formula), 7);
        QCOMPARE(countOf(sum, NoteKind::ImpossibleState), 4);
        QCOMPARE(countOf(sum, NoteKind::MissingState), 2);
        QCOMPARE(countOf(sum, NoteKind::StateNormalised), 1);
        QCOMPARE(sum.kinds.size(), 14);

        QCOMPARE(sum.residentsByState.value(u"TX"_s), 498);
        QCOMPARE(sum.residentsByState.value(u"CA"_s), 441);
        QCOMPARE(sum.residentsByState.value(u"GU"_s), 21);
        QCOMPARE(sum.foreign, 14);
        QCOMPARE(sum.military, 8);
        QCOMPARE(sum.stateUnknown, 6);
        qint64 residents = 0;
        for (const qint64 count : sum.residentsByState)
            residents += count;
        QCOMPARE(residents + sum.foreign + sum.military + sum.stateUnknown, sum.people);
        QCOMPARE(sum.withoutUsableAddress, 11);
        QCOMPARE(read.lines.last().row.line, 2530);
    }

    void givesTheSameRowsAgainAndFromASpreadsheet()
    {
        const Read first = readSample();
        const Read second = readSample();
        QCOMPARE(second.lines, first.lines);
        QCOMPARE(*second.summary, *first.summary);

        QTemporaryDir folder;
        const QString path = folder.filePath(u"roster.xlsx"_s);
        QVERIFY(tests::writeSyntheticXlsx(path, 400));
        const Read sheet = readTable(openTable(path));
        const Read csv = readCsv(tests::syntheticCsv(400));
        QVERIFY2(sheet.summary.has_value(), qPrintable(sheet.summary ? QString() : sheet.summary.error().message));
        QCOMPARE(sheet.lines.size(), 400);
        for (int i = 0; i < 400; ++i) {
            QCOMPARE(sheet.lines.at(i).row.sourceHash, csv.lines.at(i).row.sourceHash);
            QCOMPARE(sheet.lines.at(i).row.rowKey, csv.lines.at(i).row.rowKey);
            QCOMPARE(kindsOf(sheet.lines.at(i).notes), kindsOf(csv.lines.at(i).notes));
        }
    }

    void changesTheHashWithAnyField()
    {
        std::set<QString> hashes;
        const QStringList changes{u"recipient_id=R2"_s,
                                  u"first_name=Eva"_s,
                                  u"last_name=W"_s,
                                  u"address_1=8 Main St"_s,
                                  u"address_2="_s,
                                  u"city=Cambridge"_s,
                                  u"state=RI"_s,
                                  u"postal_code=02140"_s,
                                  u"country=CA"_s,
                                  u"email=e@example.org"_s,
                                  u"email_consent=no"_s,
                                  u"language=es"_s,
                                  u"date_of_birth="_s,
                                  u"status=deceased"_s,
                                  u"representative=Estate"_s,
                                  u"data_elements=ssn"_s};
        for (const QString &change : changes)
            hashes.insert(readCsv(csvOf({personWith({change})})).lines.first().row.sourceHash);
        hashes.insert(readCsv(csvOf({personWith({})})).lines.first().row.sourceHash);
        QCOMPARE(hashes.size(), size_t(changes.size() + 1));
    }

    void countsPeopleWhomNoLetterReaches()
    {
        const QString none = u"address_1="_s;
        const Read read = readCsv(csvOf({
            personWith({u"recipient_id=R1"_s, none, u"first_name=A"_s}),
            personWith({u"recipient_id=R2"_s, none, u"first_name=B"_s, u"email_consent=no"_s}),
            personWith({u"recipient_id=R3"_s, none, u"first_name=C"_s, u"status=deceased"_s}),
            personWith({u"recipient_id=R1"_s, none, u"first_name=A"_s}),
            personWith({u"recipient_id=R4"_s, u"first_name=D"_s}),
        }));
        QCOMPARE(countOf(*read.summary, NoteKind::NoDeliverableAddress), 4);
        QCOMPARE(read.summary->withoutUsableAddress, 2);
        QCOMPARE(read.summary->ofThoseByEmail, 1);
    }

    void printsItsCountsAsJson()
    {
        QList<QStringList> rows;
        for (int i = 0; i < 150; ++i)
            rows.append(personWith({u"recipient_id=R%1"_s.arg(i), u"first_name=N%1"_s.arg(i), u"state=XX"_s}));
        const QJsonObject json = readCsv(csvOf(rows)).summary->toJson();
        QCOMPARE(json.value(u"read"_s).toInt(), 150);
        QCOMPARE(json.value(u"problems"_s).toInt(), 150);
        const QJsonObject kind = json.value(u"problems_by_kind"_s).toObject().value(u"impossible-state"_s).toObject();
        QCOMPARE(kind.value(u"count"_s).toInt(), 150);
        QCOMPARE(kind.value(u"lines"_s).toArray().size(), 100);
        QCOMPARE(kind.value(u"lines"_s).toArray().first().toInt(), 2);
        QCOMPARE(json.value(u"state_unknown"_s).toInt(), 150);
    }

    void findsColumnsByTheirUsualNames()
    {
        const Read read = readCsv("Member ID;Last Name;First Name;Street Address;City;ST;Zip Code;DOB;Notes\n"
                                  "7;Walker;Ana;7 Main St;Boston;MA;2139;5/19/1965;none\n");
        QVERIFY2(read.summary.has_value(), qPrintable(read.summary ? QString() : read.summary.error().message));
        const RosterRow &row = read.lines.first().row;
        QCOMPARE(row.recipientId, u"7"_s);
        QCOMPARE(row.postalCode, u"02139"_s);
        QCOMPARE(*row.dateOfBirth, QDate(1965, 5, 19));
        QCOMPARE(row.status, PersonStatus::Adult);
        QCOMPARE(kindsOf(read.lines.first().notes), (QStringList{u"lost-leading-zero"_s}));
    }

    void takesAMapForOtherNames()
    {
        const auto map = RosterMap::fromJson(R"({"recipient_id": "Chart", "last_name": "Nachname", "city": "Ort"})",
                                             u"map.json"_s);
        QVERIFY(map.has_value());
        const Read read
            = readCsv("chart,ID,nachname,address,ort,state,zip\n7,9,Walker,7 Main St,Boston,MA,02139\n", *map);
        QVERIFY2(read.summary.has_value(), qPrintable(read.summary ? QString() : read.summary.error().message));
        QCOMPARE(read.lines.first().row.recipientId, u"7"_s);
        QCOMPARE(read.lines.first().row.city, u"Boston"_s);
    }

    void refusesABadMap_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown field") << QByteArray(R"({"surname": "Last"})") << u"map.json.surname"_s;
        QTest::newRow("no text") << QByteArray(R"({"city": 4})") << u"map.json.city"_s;
        QTest::newRow("empty") << QByteArray(R"({"city": " "})") << u"map.json.city: expected the name of a column"_s;
        QTest::newRow("twice") << QByteArray(R"({"city": "Town", "state": "town"})") << u"map.json."_s;
        QTest::newRow("no JSON") << QByteArray("city=Town") << u"map.json"_s;
    }

    void refusesABadMap()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const auto map = RosterMap::fromJson(json, u"map.json"_s);
        QVERIFY(!map.has_value());
        QCOMPARE(map.error().code, ErrorCode::BadInput);
        QVERIFY2(map.error().message.contains(says), qPrintable(map.error().message));
    }

    void refusesAHeaderItCannotUse_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        QTest::newRow("no header") << QByteArray("7,Walker,Ana,7 Main St,Boston,MA,02139\n")
                                   << u"Line 1 is no header"_s;
        QTest::newRow("no header after blank lines") << QByteArray("\n\n7,Walker,Ana\n") << u"Line 3 is no header"_s;
        QTest::newRow("missing columns") << QByteArray("last_name,address_1,city\nWalker,7 Main St,Boston\n")
                                         << u"no column for state, postal_code"_s;
        QTest::newRow("two columns for one")
            << QByteArray("last_name,address,city,state,zip,Zip Code\na,b,c,MA,02139,02139\n")
            << u"Columns 5 and 6 of the header on line 1 could both be postal_code"_s;
        QTest::newRow("nobody") << QByteArray("last_name,address,city,state,zip\n\n") << u"nobody below it"_s;
        QTest::newRow("blank") << QByteArray("\n \n") << u"blank"_s;
    }

    void refusesAHeaderItCannotUse()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        const Read read = readCsv(csv);
        QVERIFY(!read.summary.has_value());
        QCOMPARE(read.summary.error().code, ErrorCode::BadInput);
        QVERIFY2(read.summary.error().message.contains(says), qPrintable(read.summary.error().message));
        QVERIFY(!read.summary.error().message.contains(u"Walker"_s));
    }

    void keepsPeopleOutOfItsSentences()
    {
        const Read read
            = readCsv(csvOf({personWith({u"last_name==Zzyzx"_s, u"state=Zzyzx"_s, u"postal_code=Zzyzx"_s, u"country="_s,
                                         u"email=Zzyzx"_s, u"language=Zzyzx"_s, u"date_of_birth=Zzyzx"_s,
                                         u"status=Zzyzx"_s, u"data_elements=Zzyzx"_s, u"email_consent=Zzyzx"_s})}));
        QCOMPARE(read.lines.first().notes.size(), 10);
        for (const RowNote &note : read.lines.first().notes)
            QVERIFY2(!note.sentence.contains(u"zzyzx"_s, Qt::CaseInsensitive), qPrintable(note.sentence));
    }

    void stopsWhenCancelledOrWhenTheSinkFails()
    {
        const QByteArray csv = tests::syntheticCsv(2000);
        auto table = openTableBytes(csv, u"roster.csv"_s);
        int rows = 0;
        Progress progress([&rows, &progress](qint64 done, qint64 total) {
            QVERIFY(done <= total);
            if (rows > 900)
                progress.cancel();
        });
        const auto count = [&rows](const RosterRow &, RowVerdict, const QList<RowNote> &) -> Result<> {
            ++rows;
            return {};
        };
        const auto cancelled = readRoster(**table, {}, {kToday, {}}, count, progress);
        QVERIFY(!cancelled.has_value());
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY(rows > 900 && rows < 2000);

        table = openTableBytes(csv, u"roster.csv"_s);
        const auto full = [](const RosterRow &, RowVerdict, const QList<RowNote> &) -> Result<> {
            return fail(ErrorCode::Io, u"The disk is full."_s);
        };
        const auto failed = readRoster(**table, {}, {kToday, {}}, full, Progress());
        QCOMPARE(failed.error().code, ErrorCode::Io);
    }
};

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_intake_roster.moc"
