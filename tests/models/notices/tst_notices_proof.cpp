// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "models/notices/sample_letters.h"
#include "notices/letter_run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

namespace {

const Instant kNow = Instant::parse(u"2026-03-20T09:00:00-05:00"_s).value();
const QStringList kStates{u"TX"_s, u"CA"_s, u"MA"_s, u"NY"_s, u"NV"_s, u"MD"_s};

/// In all three forms.
std::vector<LetterRecipient> people(int count)
{
    std::vector<LetterRecipient> made = sample::people(count, kStates);
    for (int at = 6; at < count; at += 13) {
        LetterRecipient &person = made[static_cast<size_t>(at)];
        if (person.form == LetterForm::Minor)
            continue;
        person.form = LetterForm::Deceased;
        person.representative = u"Pat Example"_s;
    }
    return made;
}

Result<LetterRunSummary> run(const QString &folder, std::vector<LetterRecipient> recipients, int proof = 0,
                             const LetterInputs &made = sample::bilingualInputs())
{
    RecipientList source(std::move(recipients));
    LetterRunOptions options;
    options.folder = folder;
    options.proof = proof;
    const Progress progress;
    return runLetters(made, std::nullopt, source, options, FixedClock(kNow), progress);
}

QByteArray contentOf(const QString &folder, const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<LetterRunRow> rowsOf(const QString &folder)
{
    std::vector<LetterRunRow> rows;
    if (!readRunRows(folder, [&](const LetterRunRow &row) { rows.push_back(row); }))
        rows.clear();
    return rows;
}

QString proofWarning(const LetterRunSummary &summary)
{
    for (const CheckResult &check : summary.warnings) {
        if (check.id == "roster.proof"_L1)
            return check.detail;
    }
    return {};
}

} // namespace

class TestNoticesProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsNameOverlayLanguageAndForm();
    void manifestCountsTheTexts();
    void proofHasEveryOverlayLanguageAndForm();
    void saysIfTheProofIsTooSmall();
    void picksTheSameProofTwice();
    void hashFollowsTheOverlays();
};

void TestNoticesProof::rowsNameOverlayLanguageAndForm()
{
    QTemporaryDir dir;
    const auto roster = people(60);
    const auto made = run(dir.filePath(u"run"_s), roster);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    const auto rows = rowsOf(dir.filePath(u"run"_s));
    QCOMPARE(rows.size(), roster.size());
    const OverlaySet overlays = OverlaySet::bundled().value();
    for (size_t at = 0; at < rows.size(); ++at) {
        QCOMPARE(rows[at].overlay, overlays.find(roster[at].state) ? roster[at].state : QString());
        QCOMPARE(rows[at].language, roster[at].language);
        QCOMPARE(rows[at].form, toWord(roster[at].form));
    }
    QCOMPARE(rows[0].overlay, QString()); // Texas
    QCOMPARE(rows[2].overlay, u"MA"_s);
}

void TestNoticesProof::manifestCountsTheTexts()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"run"_s);
    QVERIFY(run(folder, people(60)));
    const QJsonObject json = QJsonDocument::fromJson(contentOf(folder, u"run.json"_s)).object();
    QCOMPARE(json.value("overlays_sha256"_L1).toString(), OverlaySet::bundled()->sha256());
    QCOMPARE(json.value("overlays_version"_L1).toString(), OverlaySet::bundled()->file().version);
    std::map<QString, int> counted;
    for (const LetterRunRow &row : rowsOf(folder))
        ++counted[row.overlay + u'/' + row.language + u'/' + row.form];
    std::map<QString, int> told;
    const QJsonArray texts = json.value("texts"_L1).toArray();
    for (const QJsonValue &text : texts) {
        told[text["overlay"_L1].toString() + u'/' + text["language"_L1].toString() + u'/' + text["form"_L1].toString()]
            = text["letters"_L1].toInt();
    }
    QVERIFY(told == counted);
    QVERIFY(counted.size() > 10);
    const auto again = run(folder, people(60)); // read through, and found to be the same
    QVERIFY2(again && again->wasFinished, qPrintable(again ? QString() : again.error().message));
}

void TestNoticesProof::proofHasEveryOverlayLanguageAndForm()
{
    auto roster = people(40);
    for (LetterRecipient &person : roster) {
        person.state = u"TX"_s;
        person.language = u"en"_s;
        person.form = LetterForm::Adult;
    }
    roster[20].state = u"WY"_s;
    roster[25].state = u"MA"_s;
    roster[31].state = u"CA"_s;
    roster[33].language = u"es"_s;
    roster[36].form = LetterForm::Minor;
    roster[38].form = LetterForm::Deceased;
    roster[39].lastName = QString(60, u'x');
    QTemporaryDir dir;
    const auto made = run(dir.filePath(u"run"_s), roster, 10);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
    QCOMPARE(proofWarning(*made), QString());
    QStringList ids;
    for (const LetterRunRow &row : rowsOf(dir.filePath(u"run"_s)))
        ids << row.recipientId;
    QCOMPARE(ids.size(), 10);
    for (const int at : {20, 25, 31, 33, 36, 38, 39})
        QVERIFY2(ids.contains(roster[static_cast<size_t>(at)].id), qPrintable(QString::number(at)));
}

void TestNoticesProof::saysIfTheProofIsTooSmall()
{
    QTemporaryDir dir;
    const auto small = run(dir.filePath(u"small"_s), people(60), 3);
    QVERIFY(small);
    QCOMPARE(small->letters, 3);
    const QString warning = proofWarning(*small);
    static const QRegularExpression number(u"([0-9]+) or more"_s);
    const int needed = number.match(warning).captured(1).toInt();
    QVERIFY2(needed > 3 && needed < 20, qPrintable(warning));
    QVERIFY(!proofWarning(*run(dir.filePath(u"less"_s), people(60), needed - 1)).isEmpty());
    const auto enough = run(dir.filePath(u"enough"_s), people(60), needed);
    QCOMPARE(proofWarning(*enough), QString());
    QSet<QString> overlays;
    for (const LetterRunRow &row : rowsOf(dir.filePath(u"enough"_s)))
        overlays.insert(row.overlay);
    QCOMPARE(overlays, (QSet<QString>{QString(), u"CA"_s, u"MA"_s, u"NY"_s, u"MD"_s}));
    QCOMPARE(proofWarning(*run(dir.filePath(u"full"_s), people(60))), QString());
}

void TestNoticesProof::picksTheSameProofTwice()
{
    QTemporaryDir dir;
    QVERIFY(run(dir.filePath(u"a"_s), people(80), 20));
    QVERIFY(run(dir.filePath(u"b"_s), people(80), 20));
    for (const QString &name : {u"run.csv"_s, u"run.json"_s, u"part-0001.pdf"_s}) {
        QVERIFY(!contentOf(dir.filePath(u"a"_s), name).isEmpty());
        QCOMPARE(contentOf(dir.filePath(u"a"_s), name), contentOf(dir.filePath(u"b"_s), name));
    }
}

void TestNoticesProof::hashFollowsTheOverlays()
{
    QTemporaryDir dir;
    const auto with = run(dir.filePath(u"with"_s), people(6));
    LetterInputs plain = sample::bilingualInputs();
    plain.overlays = {};
    const auto without = run(dir.filePath(u"without"_s), people(6), 0, plain);
    QVERIFY(with && without);
    QVERIFY(with->inputsSha256 != without->inputsSha256);
    QCOMPARE(with->templatesSha256, without->templatesSha256);
    const auto mixed = run(dir.filePath(u"with"_s), people(6), 0, plain);
    QCOMPARE(mixed.error().code, ErrorCode::Conflict);
}

QTEST_MAIN(TestNoticesProof)
#include "tst_notices_proof.moc"
