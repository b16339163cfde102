// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using test::CliSession;
using test::Ran;

/// The texts of notices from the command line, on one store, in the order of the file.
class TestCliTemplates : public QObject
{
    Q_OBJECT

private:
    const QString m_id = u"individual-adult-en"_s;
    std::unique_ptr<CliSession> m_session;

    [[nodiscard]] Ran templates(const QString &what, const QStringList &more = {}) const
    {
        return m_session->ada(QStringList{u"templates"_s, what, m_session->store()} + more);
    }
    [[nodiscard]] QByteArray shipped() const { return templates(u"show"_s, {m_id, u"--version"_s, u"0"_s}).out; }
    [[nodiscard]] QString changed(const QByteArray &from, const QByteArray &to) const
    {
        const QByteArray before = shipped();
        return before.contains(from) ? m_session->write(u"in/text.md"_s, QByteArray(before).replace(from, to))
                                     : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
    }

    void listsEveryText()
    {
        const Ran all = templates(u"list"_s, {u"--json"_s});
        COMPARE_STATUS(all, 0);
        QVERIFY(all.json().array().size() > 40);
        const QJsonObject first = all.json().array().first().toObject();
        QCOMPARE(first.value(u"template"_s).toString(), m_id);
        QCOMPARE(first.value(u"version"_s).toInt(), 0);
        QCOMPARE(first.value(u"as_shipped"_s).toBool(), true);
        QVERIFY(templates(u"list"_s).out.startsWith("individual-adult-en\tas shipped\tLetter to individuals, adult"));
    }

    void checksAFileWithoutAStore()
    {
        const QString good = changed("We are sorry that this happened.", "We regret this.");
        COMPARE_STATUS(m_session->run({u"templates"_s, u"check"_s, m_id, u"--file"_s, good}), 0);
        const QString bad = changed("{{organization.email}}", "{{organization.mail}}");
        const Ran refused = m_session->run({u"templates"_s, u"check"_s, m_id, u"--file"_s, bad, u"--json"_s});
        COMPARE_STATUS(refused, 1);
        QCOMPARE(refused.json().array().size(), 1);
        QVERIFY(refused.json().array().first()["line"_L1].toInt() > 20);
    }

    void savesAVersionWithItsReason()
    {
        const QString file = changed("We are sorry that this happened.", "We regret this.");
        COMPARE_STATUS(templates(u"save"_s, {m_id, u"--file"_s, file}), 2);
        COMPARE_STATUS(templates(u"save"_s, {m_id, u"--file"_s, file, u"--reason"_s, u"House style"_s}), 0);
        const QJsonObject shown = templates(u"show"_s, {m_id, u"--json"_s}).json().object();
        QCOMPARE(shown.value(u"version"_s).toInt(), 1);
        QCOMPARE(shown.value(u"by"_s).toString(), u"Ada"_s);
        QCOMPARE(shown.value(u"reason"_s).toString(), u"House style"_s);
        QCOMPARE(shown.value(u"versions"_s).toArray().size(), 2);
        QVERIFY(shown.value(u"text"_s).toString().contains(u"We regret this."_s));
        QCOMPARE(m_session->verifyFault(), QString());
    }

    void refusesWhatCannotBeAText()
    {
        const QString bad = changed("{{incident.discovery_date}}", "a day");
        const Ran lost = templates(u"save"_s, {m_id, u"--file"_s, bad, u"--reason"_s, u"Shorter"_s});
        COMPARE_STATUS(lost, 3);
        QVERIFY2(lost.said.contains(u"individual-adult-en, line "_s), qPrintable(lost.said));
        const QString other = changed("Sincerely", "Yours");
        COMPARE_STATUS(templates(u"save"_s, {m_id, u"--file"_s, other, u"--reason"_s, u"Tone"_s, u"--on"_s, u"0"_s}),
                       3);
        const Ran observer = m_session->run(
            QStringList{u"templates"_s, u"save"_s, m_session->store(), m_id, u"--file"_s, other, u"--reason"_s, u"x"_s}
            + m_session->as(u"Olga"_s));
        COMPARE_STATUS(observer, 5);
        QCOMPARE(templates(u"show"_s, {m_id, u"--json"_s}).json()["version"_L1].toInt(), 1);
    }

    void tellsTheDifferenceWordByWord()
    {
        const Ran words = templates(u"diff"_s, {m_id});
        COMPARE_STATUS(words, 0);
        QVERIFY2(words.out.contains("We [-are sorry that-]{+regret+} this[- happened-]."),
                 words.out.mid(3000).constData());
        const QJsonObject json = templates(u"diff"_s, {m_id, u"--json"_s}).json().object();
        QCOMPARE(json.value(u"from"_s)["version"_L1].toInt(), 0);
        QCOMPARE(json.value(u"to"_s)["version"_L1].toInt(), 1);
        QCOMPARE(json.value(u"differences"_s).toArray().size(), 6);
        COMPARE_STATUS(templates(u"diff"_s, {m_id, u"--to"_s, u"9"_s}), 3);
    }

    void setsLetterheadAndSignature()
    {
        const auto organization = [this](const QString &what, const QStringList &more) {
            return m_session->ada(QStringList{u"organization"_s, what, m_session->store()} + more);
        };
        const QString bad = m_session->write(u"in/logo.png"_s, "no picture");
        COMPARE_STATUS(organization(u"letterhead"_s, {u"--file"_s, bad}), 3);
        COMPARE_STATUS(organization(u"letterhead"_s, {}), 2);
        // One grey pixel.
        const QString good
            = m_session->write(u"in/logo.png"_s,
                               QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNo"
                                                      "AAAAggCBd81ytgAAAABJRU5ErkJggg=="));
        COMPARE_STATUS(organization(u"letterhead"_s, {u"--file"_s, good}), 0);
        COMPARE_STATUS(
            organization(u"signature"_s, {u"--name"_s, u"Dana Whitfield"_s, u"--title"_s, u"Privacy Officer"_s}), 0);
        const QJsonObject shown = organization(u"show"_s, {u"--json"_s}).json().object();
        QCOMPARE(shown.value(u"signature"_s)["name"_L1].toString(), u"Dana Whitfield"_s);
        QCOMPARE(shown.value(u"letterhead"_s)["sha256"_L1].toString().size(), 64);
        COMPARE_STATUS(organization(u"letterhead"_s, {u"--remove"_s}), 0);
        QVERIFY(!organization(u"show"_s, {u"--json"_s}).json().object().contains(u"letterhead"_s));
        QCOMPARE(m_session->verifyFault(), QString());
    }

    void bringsTheProgramsTextBack()
    {
        COMPARE_STATUS(templates(u"restore"_s, {m_id, u"--reason"_s, u"As it was"_s}), 0);
        QCOMPARE(templates(u"show"_s, {m_id}).out, shipped());
        const QJsonObject first = templates(u"list"_s, {u"--json"_s}).json().array().first().toObject();
        QCOMPARE(first.value(u"version"_s).toInt(), 2);
        QCOMPARE(first.value(u"as_shipped"_s).toBool(), true);
    }
};

QTEST_GUILESS_MAIN(TestCliTemplates)
#include "tst_cli_templates.moc"
