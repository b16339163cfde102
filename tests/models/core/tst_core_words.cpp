// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/near_words.h"
#include "core/word_differences.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using Kind = WordDifference::Kind;

class TestCoreWords : public QObject
{
    Q_OBJECT

private:
    static QString side(const QList<WordDifference> &all, Kind without)
    {
        QString text;
        for (const WordDifference &each : all)
            text += each.kind == without ? QString() : each.text;
        return text;
    }

    static QString told(const QList<WordDifference> &all)
    {
        QString text;
        for (const WordDifference &each : all)
            text += each.kind == Kind::Same ? each.text
                : each.kind == Kind::Added  ? u"{+"_s + each.text + u"+}"_s
                                            : u"[-"_s + each.text + u"-]"_s;
        return text;
    }

    /// Letters and full stops: each is one word, and no blanks are joined.
    static QString randomWords(QRandomGenerator &random, int most)
    {
        QString text;
        const int count = random.bounded(most + 1);
        for (int i = 0; i < count; ++i)
            text += QString(QChar(u'a' + random.bounded(4))) + u'.';
        return text;
    }

    /// How many words stay at best, by the quadratic table.
    static qsizetype longestCommon(const QString &a, const QString &b)
    {
        std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1, 0);
        for (const QChar of : a) {
            qsizetype corner = 0;
            for (qsizetype at = 0; at < b.size(); ++at) {
                const auto index = static_cast<size_t>(at) + 1;
                const qsizetype above = row[index];
                row[index] = of == b[at] ? corner + 1 : std::max(row[index], row[index - 1]);
                corner = above;
            }
        }
        return row.back();
    }

private Q_SLOTS:
    void findsTheWordsThatWereMeant()
    {
        const QStringList known{u"recipient.name"_s, u"recipient.id"_s, u"letter.date"_s};
        QCOMPARE(nearWords(u"recipient.nmae"_s, known), QStringList(u"recipient.name"_s));
        QCOMPARE(nearWords(u"Letter.Dates"_s, known, 3), QStringList(u"letter.date"_s));
        QCOMPARE(nearWords(u"weather"_s, known, 3), QStringList());
        QCOMPARE(nearWords(u"cat"_s, {u"hat"_s, u"bat"_s, u"cats"_s}, 2), QStringList({u"bat"_s, u"cats"_s}));
    }

    void tellsWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing") << u"We are sorry."_s << u"We are sorry."_s << u"We are sorry."_s;
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("all new") << QString() << u"Call us"_s << u"{+Call us+}"_s;
        QTest::newRow("all gone") << u"Call us"_s << QString() << u"[-Call us-]"_s;
        QTest::newRow("insertion") << u"Call us today"_s << u"Call us toll-free today"_s
                                   << u"Call us {+toll-free +}today"_s;
        QTest::newRow("deletion") << u"Call us toll-free today"_s << u"Call us today"_s
                                  << u"Call us [-toll-free -]today"_s;
        QTest::newRow("one word") << u"We learned of it."_s << u"We heard of it."_s
                                  << u"We [-learned-]{+heard+} of it."_s;
        QTest::newRow("two words together") << u"a stolen laptop, lost"_s << u"a missing server, lost"_s
                                            << u"a [-stolen laptop-]{+missing server+}, lost"_s;
        QTest::newRow("field") << u"Dear {{recipient.name}},"_s << u"Dear {{recipient.id}},"_s
                               << u"Dear {{recipient.[-name-]{+id+}}},"_s;
        QTest::newRow("line break") << u"one\ntwo"_s << u"one\n\ntwo"_s << u"one\n{+\n+}two"_s;
        QTest::newRow("accents") << u"información médica"_s << u"información clínica"_s
                                 << u"información [-médica-]{+clínica+}"_s;
        QTest::newRow("moved") << u"Keep this.\n\nCall us any time.\n\nWrite to us."_s
                               << u"Call us any time.\n\nWrite to us.\n\nKeep this."_s
                               << u"[-Keep this.\n\n-]Call us any time.\n\nWrite to us{+.\n\nKeep this+}."_s;
    }

    void tellsWhatChanged()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QTEST(::TestCoreWords::told(wordDifferences(before, after)), "told");
    }

    void givesBothTextsBackAndIsAsShortAsCanBe()
    {
        QRandomGenerator random(20261120);
        for (int round = 0; round < 3000; ++round) {
            const QString a = randomWords(random, 12);
            const QString b = randomWords(random, 12);
            const QList<WordDifference> all = wordDifferences(a, b);
            QCOMPARE(side(all, Kind::Added), a);
            QCOMPARE(side(all, Kind::Removed), b);
            qsizetype same = 0;
            for (const WordDifference &each : all)
                same += each.kind == Kind::Same ? each.text.size() : 0;
            QVERIFY2(same == longestCommon(a, b), qPrintable(a + u" / " + b));
        }
    }

    void endsOnTextsWithNothingInCommon()
    {
        const QString a = QString(128 * 1024, u'(');
        const QString b = QString(128 * 1024, u')');
        const QList<WordDifference> all = wordDifferences(a, b);
        QCOMPARE(all, (QList<WordDifference>{{Kind::Removed, a}, {Kind::Added, b}}));
    }

    void staysRightWhereItCuts()
    {
        QRandomGenerator random(7);
        QString a;
        QString b;
        for (int word = 0; word < 20000; ++word) {
            a += QString::number(random.bounded(50)) + u' ';
            b += QString::number(random.bounded(50)) + u' ';
        }
        const QList<WordDifference> all = wordDifferences(a, b);
        QVERIFY(side(all, Kind::Added) == a);
        QVERIFY(side(all, Kind::Removed) == b);
    }
};

QTEST_GUILESS_MAIN(TestCoreWords)
#include "tst_core_words.moc"
