// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"
#include "architecture/source_tree.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::architecture;

namespace {

QHash<QString, Target> builtTargets()
{
    QFile file(QStringLiteral(TOCSIN_TARGET_LISTING));
    return file.open(QIODevice::ReadOnly) ? readTargets(QString::fromUtf8(file.readAll())) : QHash<QString, Target>();
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderOfModelsIsARoomOfTheTable()
    {
        for (const QString &path : programSources())
            QVERIFY2(mayUse(u"app"_s, roomOf(path)), qPrintable(path));
    }

    void sourcesIncludeOnlyWhatTheirRoomMayUse()
    {
        const QStringList sources = programSources();
        QVERIFY(!sources.isEmpty());
        const QSet<QString> tree(sources.cbegin(), sources.cend());
        const QtHeaders qt = QtHeaders::installed();
        QStringList problems;
        for (const QString &path : sources)
            problems += includeProblems(path, QString::fromUtf8(bytesOf(path)), tree, qt);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void targetsLinkOnlyWhatTheirRoomMayUse()
    {
        const QHash<QString, Target> targets = builtTargets();
        QVERIFY(targets.contains(u"tocsin_core"_s));
        QStringList problems;
        for (const Target &target : targets)
            problems += linkProblems(target, targets);
        problems.sort();
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void knowsTheArrows_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("up") << u"law"_s << u"core"_s << true;
        QTest::newRow("up through another") << u"packets"_s << u"law"_s << true;
        QTest::newRow("itself") << u"views"_s << u"views"_s << true;
        QTest::newRow("back") << u"core"_s << u"law"_s << false;
        QTest::newRow("intake knows no store") << u"intake"_s << u"vault"_s << false;
        QTest::newRow("beside") << u"law"_s << u"vault"_s << false;
        QTest::newRow("models know no view") << u"items"_s << u"views"_s << false;
        QTest::newRow("views know no app") << u"views"_s << u"app"_s << false;
        QTest::newRow("no such room") << u"misc"_s << u"core"_s << false;
    }
    void knowsTheArrows()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(bool, allowed);
        QCOMPARE(mayUse(from, to), allowed);
    }

    void findsAWrongInclude_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("problem"); // a part of it; empty: none
        const QString none;
        QTest::newRow("own room") << u"models/law/engine.cpp"_s << u"#include \"law/engine.h\""_s << none;
        QTest::newRow("beside") << u"models/law/engine.cpp"_s << u"#include \"engine.h\""_s << none;
        QTest::newRow("up") << u"models/law/engine.cpp"_s << u"#include \"core/result.h\""_s << none;
        QTest::newRow("back") << u"models/core/result.h"_s << u"\n  # include \"law/engine.h\""_s
                              << u"models/core/result.h:2: core must not use law"_s;
        QTest::newRow("by a relative path")
            << u"models/core/result.h"_s << u"#include \"../law/engine.h\""_s << u"core must not use law"_s;
        QTest::newRow("in angle brackets")
            << u"models/core/result.h"_s << u"#include <law/engine.h>"_s << u"core must not use law"_s;
        QTest::newRow("view in model") << u"models/items/task_model.cpp"_s << u"#include \"shared/card.h\""_s
                                       << u"items must not use views"_s;
        QTest::newRow("view's own page, not the room of that name")
            << u"views/law/law_page.cpp"_s << u"#include \"law/law_page.h\""_s << none;
        QTest::newRow("no such file") << u"models/law/engine.cpp"_s << u"#include \"law/gone.h\""_s
                                      << u"no file of the tree"_s;
        QTest::newRow("widget") << u"models/items/task_model.cpp"_s << u"#include <QLabel>"_s
                                << u"<QLabel> is for views/"_s;
        QTest::newRow("widget by module")
            << u"models/items/task_model.cpp"_s << u"#include <QtWidgets/QLabel>"_s << u"is for views/"_s;
        QTest::newRow("chart") << u"models/jobs/run.cpp"_s << u"#include <QtCharts>"_s << u"is for views/"_s;
        QTest::newRow("widget in a view") << u"views/shared/card.h"_s << u"#include <QFrame>"_s << none;
        QTest::newRow("gui") << u"models/law/engine.cpp"_s << u"#include <QColor>"_s
                             << u"Qt Gui, which law does without"_s;
        QTest::newRow("gui where it paints") << u"models/notices/letter.cpp"_s << u"#include <QFont>"_s << none;
        QTest::newRow("sqlite3.h") << u"models/casework/rows.cpp"_s << u"#include <sqlcipher/sqlite3.h>"_s
                                   << u"only vault"_s;
        QTest::newRow("sqlite3.h in vault")
            << u"models/vault/connection.cpp"_s << u"#include <sqlcipher/sqlite3.h>"_s << none;
        QTest::newRow("Qt SQL") << u"models/vault/connection.cpp"_s << u"#include <QSqlDatabase>"_s
                                << u"Qt SQL is not used"_s;
        QTest::newRow("a comment") << u"models/core/result.h"_s << u"// #include \"law/engine.h\""_s << none;
    }
    void findsAWrongInclude()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, problem);
        const QSet<QString> tree{u"models/core/result.h"_s, u"models/law/engine.h"_s, u"views/shared/card.h"_s,
                                 u"views/law/law_page.h"_s};
        const QStringList found = includeProblems(path, text, tree, QtHeaders::installed());
        QCOMPARE(found.size(), problem.isEmpty() ? 0 : 1);
        QVERIFY2(problem.isEmpty() || found.first().contains(problem), qPrintable(found.value(0)));
    }

    void findsAWrongLink_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("problem");
        const QString none;
        QTest::newRow("up") << u"models/law"_s << u"tocsin_core"_s << none;
        QTest::newRow("back") << u"models/core"_s << u"tocsin_law"_s << u"core must not use law"_s;
        QTest::newRow("part of a room") << u"models/law"_s << u"tocsin_pdf"_s << u"law must not use notices"_s;
        QTest::newRow("options") << u"models/law"_s << u"tocsin_options"_s << none;
        QTest::newRow("widgets") << u"models/items"_s << u"Qt6::Widgets"_s << u"views/ and app/ only"_s;
        QTest::newRow("widgets in views") << u"views/shared"_s << u"Qt6::Widgets"_s << none;
        QTest::newRow("gui") << u"models/ledger"_s << u"Qt6::Gui"_s << u"ledger does without Qt6::Gui"_s;
        QTest::newRow("sqlcipher") << u"models/ledger"_s << u"Tocsin::sqlcipher"_s << u"only vault"_s;
        QTest::newRow("network") << u"app"_s << u"Qt6::Network"_s << u"no network"_s;
    }
    void findsAWrongLink()
    {
        QFETCH(QString, folder);
        QFETCH(QString, link);
        QFETCH(QString, problem);
        const QHash<QString, Target> targets
            = readTargets(u"models/core|tocsin_core|Qt6::Core\nmodels/law|tocsin_law|\n"
                          "models/notices/pdf|tocsin_pdf|\n.|tocsin_options|"_s);
        QCOMPARE(targets.size(), 4);
        const QStringList found = linkProblems({u"tocsin_sample"_s, folder, {link}}, targets);
        QCOMPARE(found.size(), problem.isEmpty() ? 0 : 1);
        QVERIFY2(problem.isEmpty() || found.first().contains(problem), qPrintable(found.value(0)));
    }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
