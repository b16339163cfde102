// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/source_tree.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::architecture;

namespace {

bool isSource(const QString &path)
{
    return path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1);
}

bool isBuildFile(const QString &path)
{
    return path.endsWith("CMakeLists.txt"_L1) || path.endsWith(".cmake"_L1);
}

bool isScript(const QString &path)
{
    return bytesOf(path).startsWith("#!");
}

// What we write by hand. Fixtures are as strange as their tests need them; resources may be other people's.
QStringList ownText()
{
    QStringList paths = filesBelow({u"."_s});
    paths.removeIf([](const QString &path) {
        static const QRegularExpression own(uR"(\.(h|cpp|cmake|txt|md|sh)$|^(packaging|\.ci)/)"_s);
        return path.startsWith("tests/fixtures/"_L1) || path.startsWith("tests/fuzz/corpus/"_L1)
            || path.startsWith("resources/"_L1) || path.startsWith("LICENSE"_L1) || !own.match(path).hasMatch();
    });
    return paths;
}

// The problems of one text, by line; used on the tree and on samples.
QStringList blankProblems(const QString &path, const QByteArray &text)
{
    QStringList problems;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        const QString place = path + u':' + QString::number(number);
        if (line.contains('\r'))
            problems += place + u": carriage return"_s;
        else if (line.endsWith(' ') || line.endsWith('\t'))
            problems += place + u": trailing blank"_s;
        if (line.contains('\t'))
            problems += place + u": tab"_s;
    }
    if (!text.isEmpty() && !text.endsWith('\n'))
        problems += path + u": no line break at the end"_s;
    return problems;
}

// A path of one machine, or a host. The program works from any folder and knows no network; the scripts take the
// archive from apt's own configuration. XML namespaces, licences and citations are names, and stand in other files.
QStringList placeProblems(const QString &path, const QString &text)
{
    static const QRegularExpression machine(uR"((?<![\w.])/(work|tmp|home|Users)/)"_s);
    static const QRegularExpression host(uR"(\w://\w)"_s);
    QStringList problems;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString place = path + u':' + QString::number(number);
        if (machine.match(line).hasMatch())
            problems += place + u": a path of one machine"_s;
        if (!isSource(path) && host.match(line).hasMatch())
            problems += place + u": a host"_s;
    }
    return problems;
}

// Literals that read like words for people and that no translation finds. Marked is what stands in tr(), translate() or
// one of the NOOP macros; what is left are formats of dates, names of things, and words that only programs read.
QStringList unmarkedWords(const QString &path, QString text)
{
    static const QRegularExpression comment(uR"(//[^\n]*|#include[^\n]*)"_s);
    static const QRegularExpression raw(uR"(\bR.\(.*?\)["])"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression literal(
        uR"x((\w*\(\s*(?:"[^"]*",\s*)?)?(u?"(?:[^"\\\n]|\\.)*"(?:_s|_L1)?\s*)+)x"_s);
    static const QRegularExpression marked(uR"(^(tr|translate|QT_TRANSLATE_NOOP|QT_TR_NOOP)\()"_s);
    static const QRegularExpression words(uR"([A-Za-z]{2,} [A-Za-z]|"[A-Z][a-z]+)"_s);
    static const QRegularExpression known(
        uR"x("(([dMyHhms]+[ ,:-]*)+|Tocsin|Fusion|(Noto|DejaVu|Liberation) Sans|[A-Z][a-z]+/\w+)")x"_s);
    QStringList problems;
    text.remove(comment).remove(raw);
    for (auto each = literal.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        const QString all = match.captured(0);
        if (words.match(all).hasMatch() && !marked.match(all).hasMatch() && !known.match(all).hasMatch())
            problems += path + u": "_s + all.simplified();
    }
    return problems;
}

bool hasLicenceLine(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const qsizetype at = text.startsWith("#!") ? 1 : 0;
    return lines.value(at).contains("SPDX-License-Identifier: GPL-3.0-or-later");
}

QStringList allMatches(const QRegularExpression &pattern, const QString &text)
{
    QStringList found;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        found += each.next().captured(1);
    return found;
}

// The actions in the table of rights.
QStringList rightsOf(const QString &table)
{
    static const QRegularExpression right(uR"x(Right\{"([a-z.-]+)"_L1)x"_s);
    return allMatches(right, table);
}

// The actions that a source asks a right for, where it names them by a literal.
QStringList rightsAskedFor(const QString &text)
{
    static const QRegularExpression asked(uR"x(\b(?:may|permits)\((?:\w+,\s*)?"([a-z.-]+)"_L1\))x"_s);
    return allMatches(asked, text);
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceBeginsWithItsLicence()
    {
        QStringList missing = filesBelow({u"."_s});
        missing.removeIf([](const QString &path) {
            const bool asks = isSource(path) || isBuildFile(path) || isScript(path);
            return !asks || path.startsWith("tests/fixtures/"_L1) || hasLicenceLine(bytesOf(path));
        });
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void noBlanksAtTheEndNoTabsNoCarriageReturns()
    {
        QStringList problems;
        for (const QString &path : ownText())
            problems += blankProblems(path, bytesOf(path));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void sourceFilesAreSnakeCase()
    {
        static const QRegularExpression snake(u"^[a-z][a-z0-9]*(_[a-z0-9]+)*\\.(h|cpp)$"_s);
        QStringList wrong = filesBelow({u"models"_s, u"views"_s, u"app"_s, u"tests"_s});
        wrong.removeIf(
            [](const QString &path) { return !isSource(path) || snake.match(path.section(u'/', -1)).hasMatch(); });
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noPathOfOneMachineAndNoHost()
    {
        QStringList paths = filesBelow({u"models"_s, u"views"_s, u"app"_s, u"tests"_s, u"packaging"_s, u".ci"_s});
        paths.removeIf([](const QString &path) {
            if (path.endsWith("/tst_style.cpp"_L1) || path.startsWith("tests/fixtures/"_L1))
                return true;
            return !isSource(path) && !isBuildFile(path) && !isScript(path) && !path.endsWith("/dependencies.txt"_L1);
        });
        QVERIFY(paths.contains(u"packaging/setup"_s));
        QStringList problems;
        for (const QString &path : paths)
            problems += placeProblems(path, QString::fromUtf8(bytesOf(path)));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void everyWordOfTheWindowIsMarkedForTranslation()
    {
        QStringList problems;
        for (const QString &path : filesBelow({u"models/items"_s, u"views"_s, u"app/window"_s})) {
            const bool speaksToTheDesktop = path == "views/shell/system_lock_source.cpp"_L1; // names of D-Bus
            if (isSource(path) && !speaksToTheDesktop)
                problems += unmarkedWords(path, QString::fromUtf8(bytesOf(path)));
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    // A right that is misspelt is one that nobody has: the window would hide what it belongs to, and say nothing.
    void everyRightThatIsAskedForIsInTheTable()
    {
        const QStringList rights = rightsOf(QString::fromUtf8(bytesOf(u"models/casework/roles.cpp"_s)));
        QVERIFY(rights.contains(u"incident.create"_s));
        QStringList problems;
        int found = 0;
        for (const QString &path : filesBelow({u"models"_s, u"views"_s, u"app"_s})) {
            const QStringList asked = isSource(path) ? rightsAskedFor(QString::fromUtf8(bytesOf(path))) : QStringList();
            found += int(asked.size());
            for (const QString &name : asked) {
                if (!rights.contains(name))
                    problems += path + u": "_s + name;
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
        QVERIFY2(found > 20, qPrintable(QString::number(found)));
    }

    // A format that must outlive a version is written down beside its code (design.md section 1).
    void everyLastingFormatIsWrittenDown_data()
    {
        QTest::addColumn<QString>("room");
        for (const char *room : {"vault", "ledger", "law", "casework", "notices", "packets"})
            QTest::newRow(room) << QString::fromLatin1(room);
    }
    void everyLastingFormatIsWrittenDown()
    {
        QFETCH(QString, room);
        const QStringList files = filesBelow({u"models/"_s + room});
        const auto endsWith = [&](const QString &end) {
            return std::any_of(files.cbegin(), files.cend(), [&](const QString &path) { return path.endsWith(end); });
        };
        QVERIFY2(endsWith(u"/FORMAT.md"_s), qPrintable(u"no FORMAT.md in models/"_s + room));
    }

    void everyBundledFolderNamesItsLicence()
    {
        const QString licences = QString::fromUtf8(bytesOf(u"resources/LICENSES.md"_s));
        QStringList unnamed;
        for (const QString &path : filesBelow({u"resources"_s})) {
            const QString folder = path.section(u'/', 1, 1);
            if (path.count(u'/') > 1 && !licences.contains(u"`%1/"_s.arg(folder)) && !unnamed.contains(folder))
                unnamed += folder;
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(u"not in resources/LICENSES.md: "_s + unnamed.join(u", "_s)));
    }

    void theChecksSeeWhatIsWrong()
    {
        QCOMPARE(blankProblems(u"a"_s, "fine\n"), QStringList());
        QCOMPARE(blankProblems(u"a"_s, "one \ntwo\r\n\tthree\n"),
                 QStringList({u"a:1: trailing blank"_s, u"a:2: carriage return"_s, u"a:3: tab"_s}));
        QCOMPARE(blankProblems(u"a"_s, "cut"), QStringList{u"a: no line break at the end"_s});
        QVERIFY(hasLicenceLine("#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n"));
        QVERIFY(!hasLicenceLine("int main() {}\n// SPDX-License-Identifier: GPL-3.0-or-later\n"));
        QCOMPARE(placeProblems(u"a.cpp"_s, u"open(\"/tmp/x\")"_s), QStringList{u"a.cpp:1: a path of one machine"_s});
        QCOMPARE(placeProblems(u"a.cpp"_s, u"build/tmp/x, and/home/x"_s), QStringList());
        QCOMPARE(unmarkedWords(u"a"_s, u"say(tr(\"Two words\")); x = u\"d MMM yyyy\"_s; // Not this"_s), QStringList());
        QCOMPARE(unmarkedWords(u"a"_s, u"return translate(\"a::b\", \"Two words \"\n\"and more\");"_s), QStringList());
        QCOMPARE(unmarkedWords(u"a"_s, u"return u\"Two words\"_s;"_s), QStringList{u"a: u\"Two words\"_s"_s});
        QCOMPARE(unmarkedWords(u"a"_s, u"item = {id, \"Task\"_L1}"_s), QStringList{u"a: \"Task\"_L1"_s});
        QCOMPARE(placeProblems(u"setup"_s, u"curl https://example.org"_s), QStringList{u"setup:1: a host"_s});
    }
};

QTEST_APPLESS_MAIN(TestStyle)
#include "tst_style.moc"
