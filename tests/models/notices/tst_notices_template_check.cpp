// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/template_check.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::notices;

class TestNoticesTemplateCheck : public QObject
{
    Q_OBJECT

private:
    static QString letter() { return QString::fromUtf8(*bundledTemplate(u"individual-adult-en"_s)); }

    static QList<TemplateProblem> problems(const QString &text, const QString &id = u"individual-adult-en"_s)
    {
        return templateProblems(id, text.toUtf8()).value();
    }

    static int lineOf(const QString &text, const QString &wanted)
    {
        return static_cast<int>(text.left(text.indexOf(wanted)).count(u'\n')) + 1;
    }

    static QString without(const QString &text, const QString &gone)
    {
        Q_ASSERT(text.contains(gone));
        return QString(text).remove(text.indexOf(gone), gone.size());
    }

private Q_SLOTS:
    void findsNothingWrongWithAnyTextOfTheProgram()
    {
        QVERIFY(bundledTemplate(u"wordings-en"_s));
        QDirIterator texts(u":/templates"_s);
        int count = 0;
        while (texts.hasNext()) {
            const QString id = QFileInfo(texts.next()).completeBaseName();
            const auto found = templateProblems(id, *bundledTemplate(id));
            QVERIFY2(found, qPrintable(id));
            QVERIFY2(found->isEmpty(), found->isEmpty() ? "" : qPrintable(id + u": "_s + found->first().sentence));
            ++count;
        }
        QVERIFY(count > 40);
        QCOMPARE(templateProblems(u"poem"_s, "x").error().code, ErrorCode::NotFound);
    }

    void takesAnotherWording()
    {
        QString text = letter();
        text.replace(u"We are sorry that this happened."_s, u"We regret this."_s);
        text.replace(u"= What happened"_s, u"= The incident"_s).replace(u"## What happened"_s, u"## The incident"_s);
        QCOMPARE(problems(text), QList<TemplateProblem>());
    }

    void namesTheLineOfAFault_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown field") << u"{{organization.email}}"_s << u"{{organization.mail}}"_s
                                       << u"{{organization.mail}}"_s << u"organization.mail"_s;
        QTest::newRow("open bold") << u"**Keep this letter.**"_s << u"**Keep this letter."_s << u"**Keep"_s << u"**"_s;
        QTest::newRow("another id") << u"id: individual-adult-en"_s << u"id: mine"_s << u"id: mine"_s << u"id"_s;
        QTest::newRow("another form") << u"form: adult"_s << u"form: minor"_s << u"form: minor"_s << u"form"_s;
        QTest::newRow("tab") << u"Sincerely,"_s << u"Sincerely,\t"_s << u"Sincerely,"_s << u"tabs"_s;
        QTest::newRow("requirement gone") << u"required: 164.404(c)(1)(C) = What you can do\n"_s << QString()
                                          << u"---\n# Notice"_s << u"164.404(c)(1)(C)"_s;
        QTest::newRow("heading gone") << u"## What you can do\n"_s << QString() << u"required: 164.404(c)(1)(C)"_s
                                      << u"What you can do"_s;
        QTest::newRow("no account") << u"{{incident.what_happened}}"_s << u"Something."_s << u"## What happened"_s
                                    << u"the account of what happened"_s;
        QTest::newRow("no day of discovery")
            << u"{{incident.discovery_date}}"_s << u"a day"_s << u"## What happened"_s << u"the date of discovery"_s;
        QTest::newRow("no kinds") << u"{{#data.items}}\n- {{.}}\n{{/data.items}}"_s << u"Some."_s
                                  << u"## What information"_s << u"kinds of information"_s;
    }

    void namesTheLineOfAFault()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, at);
        QFETCH(const QString, word);
        QString text = letter();
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const QList<TemplateProblem> found = problems(text);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().sentence.contains(word), qPrintable(found.first().sentence));
        QCOMPARE(found.first().line, lineOf(text, at));
    }

    /// A slip is told apart from a field that never was, and what may have been meant is named.
    void namesTheFieldsThatMayHaveBeenMeant()
    {
        const auto said = [](const QString &name) {
            return problems(letter().replace(u"{{organization.email}}"_s, name)).first().sentence;
        };
        QVERIFY2(said(u"{{organization.emial}}"_s).contains(u"{{organization.email}}"_s),
                 qPrintable(said(u"{{organization.emial}}"_s)));
        QVERIFY2(said(u"{{recipient.website}}"_s).contains(u"{{organization.website}}"_s),
                 qPrintable(said(u"{{recipient.website}}"_s)));
        QVERIFY2(said(u"{{recipient.weather}}"_s).contains(u"{{recipient."_s),
                 qPrintable(said(u"{{recipient.weather}}"_s)));
        QVERIFY(!said(u"{{recipient.weather}}"_s).contains(u"FORMAT.md"_s));
    }

    void keepsTheWaysToAsk()
    {
        QString text = letter();
        const qsizetype from = text.indexOf(u"- Call us toll-free"_s);
        text.remove(from, text.indexOf(u"{{overlay.contacts}}"_s) - from);
        const QList<TemplateProblem> found = problems(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().line, lineOf(text, u"## For more information"_s));
    }

    void keepsThePlacesOfTheStates()
    {
        const QList<TemplateProblem> found = problems(without(letter(), u"{{overlay.contacts}}"_s));
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().sentence.contains(u"overlay.contacts"_s));
    }

    void namesAllThatIsLost()
    {
        QString text = without(letter(), u"## What you can do\n"_s);
        text.replace(u"language: en"_s, u"language: es"_s);
        QCOMPARE(problems(text).size(), 2);
        QVERIFY(problems(text).first().line < problems(text).last().line);
    }

    void keepsTheWordingsThatStatesAskFor()
    {
        const QString text = QString::fromUtf8(*bundledTemplate(u"wordings-en"_s));
        const qsizetype from = text.indexOf(u"## "_s);
        const QString key = text.mid(from, text.indexOf(u'\n', from) - from);
        const auto found = problems(without(text, key + u'\n'), u"wordings-en"_s);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().sentence.contains(key), qPrintable(found.first().sentence));
    }

    void readsADocumentWithTheFieldsOfItsKinds()
    {
        const QString id = u"press-release-en"_s;
        const QString text = QString::fromUtf8(*bundledTemplate(id));
        QVERIFY(problems(text + u"\n\n{{recipient.name}}\n"_s, id).first().sentence.contains(u"recipient.name"_s));
        const auto fields = fieldsOf(id).value();
        const auto has = [&](const QString &name) {
            return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo &info) { return info.name == name; });
        };
        QVERIFY(has(u"incident.media_states"_s));
        QVERIFY(!has(u"recipient.name"_s));
        QCOMPARE(fieldsOf(u"individual-adult-en"_s)->size(), fieldCatalogue().size());
    }
};

QTEST_GUILESS_MAIN(TestNoticesTemplateCheck)
#include "tst_notices_template_check.moc"
