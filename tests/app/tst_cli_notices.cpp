// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using tocsin::test::CliSession;
using tocsin::test::Ran;

/// What people say about notices, and where notices appeared.
class TestCliNotices : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CliSession> m_session;

    [[nodiscard]] QStringList notices(const QStringList &verbs, const QString &notice, const QStringList &more) const
    {
        return QStringList{u"notices"_s} + verbs + QStringList{m_session->store(), u"2026-001"_s, notice} + more;
    }
    [[nodiscard]] QStringList comments(const QString &verb, const QStringList &more = {}) const
    {
        return notices({u"comments"_s, verb}, u"individual-en"_s, more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = std::make_unique<CliSession>();
        m_session->makeStore(true);
        m_session->makeIncident();
        COMPARE_STATUS(
            m_session->ada(notices({u"edit"_s}, u"individual-en"_s,
                                   {u"--field"_s, u"what_happened=A file stood open. The file had orders."_s})),
            0);
    }

    void saysInShortWhyAnApprovalIsVoidAndShowsTheRestOnRequest()
    {
        const auto listed = [this](const QStringList &more) {
            return m_session->ada(QStringList{u"notices"_s, u"list"_s, m_session->store(), u"2026-001"_s} + more);
        };
        const auto shown
            = [&](const QStringList &more) { return m_session->ada(notices({u"show"_s}, u"individual-en"_s, more)); };
        QVERIFY2(shown({}).out.contains("nobody has approved it"), shown({}).out.constData());
        m_session->importPeople(1);
        COMPARE_STATUS(m_session->ada(notices({u"edit"_s}, u"individual-en"_s,
                                              {u"--field"_s, u"offer=24 months of credit monitoring at no cost."_s})),
                       0);
        m_session->approveLetters();
        QVERIFY2(listed({}).said.isEmpty(), qPrintable(listed({}).said)); // it counts
        const Ran history = shown({});
        COMPARE_STATUS(history, 0);
        QVERIFY2(history.out.contains("version 3 approved by Lee (legal counsel)"), history.out.constData());
        QVERIFY2(history.out.contains("Because: Counsel looked at it."), history.out.constData());
        COMPARE_STATUS(m_session->ada(notices({u"edit"_s}, u"individual-en"_s,
                                              {u"--field"_s, u"offer=12 months of credit monitoring at no cost."_s})),
                       0);
        const Ran list = listed({});
        COMPARE_STATUS(list, 0);
        QCOMPARE(list.said.trimmed(), u"individual-en: the words changed after Lee approved version 3."_s);
        const Ran later = shown({});
        QVERIFY2(later.out.contains("void now: the words changed after Lee"), later.out.constData());
        QVERIFY(later.out.contains("Because: Counsel looked at it."));
        const QJsonObject object = shown({u"--json"_s}).json().object();
        QCOMPARE(object, listed({u"--json"_s}).json()[0].toObject());
        QCOMPARE(object["approvals"_L1][0]["accepted"_L1].toArray().isEmpty(), false);
        const Ran unknown = m_session->ada(notices({u"show"_s}, u"individual-fr"_s, {}));
        COMPARE_STATUS(unknown, 3);
        QVERIFY2(unknown.said.contains(u"individual-en"_s), qPrintable(unknown.said));
    }

    void commentsOnAPassageUntilItIsResolved()
    {
        const QStringList lee = m_session->as(u"Lee"_s);
        const QStringList quote{u"--field"_s, u"what_happened"_s, u"--quote"_s};
        const QStringList says{u"--text"_s, u"For how long?"_s};
        COMPARE_STATUS(m_session->run(comments(u"add"_s, quote + QStringList{u"no such words"_s} + says) + lee), 3);
        const Ran twice = m_session->run(comments(u"add"_s, quote + QStringList{u"file"_s} + says) + lee);
        COMPARE_STATUS(twice, 3);
        QVERIFY2(twice.said.contains(u"2 times"_s), qPrintable(twice.said));
        const Ran added = m_session->run(comments(u"add"_s, quote + QStringList{u"stood open"_s} + says) + lee);
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out.trimmed(), QByteArray("individual-en#1"));
        COMPARE_STATUS(m_session->ada(comments(u"answer"_s, {u"--comment"_s, u"1"_s, u"--text"_s, u"Weeks."_s})), 0);
        COMPARE_STATUS(m_session->run(comments(u"list"_s) + m_session->as(u"Olga"_s)), 5);
        const Ran listed = m_session->ada(comments(u"list"_s, {u"--json"_s}));
        COMPARE_STATUS(listed, 0);
        const QJsonObject comment = listed.json()[0].toObject();
        QCOMPARE(comment["quote"_L1].toString(), u"stood open"_s);
        QCOMPARE(comment["position"_L1].toInt(), 7);
        QCOMPARE(comment["passage_gone"_L1].toBool(true), false);
        QCOMPARE(comment["answers"_L1][0]["text"_L1].toString(), u"Weeks."_s);
        const Ran warned = m_session->ada(notices({u"check"_s}, u"individual-en"_s, {}));
        QVERIFY2(warned.out.contains("One comment on this notice is open"), warned.out.constData());

        COMPARE_STATUS(m_session->ada(notices({u"edit"_s}, u"individual-en"_s,
                                              {u"--field"_s, u"what_happened=Orders could be read for weeks."_s})),
                       0);
        QVERIFY(m_session->ada(comments(u"list"_s)).out.contains("(passage gone): “stood open”"));
        COMPARE_STATUS(m_session->ada(comments(u"resolve"_s, {u"--comment"_s, u"1"_s})), 0);
        COMPARE_STATUS(m_session->ada(comments(u"resolve"_s, {u"--comment"_s, u"1"_s})), 3);
        COMPARE_STATUS(m_session->ada(comments(u"resolve"_s, {u"--comment"_s, u"7"_s})), 3);
        QVERIFY(!m_session->ada(notices({u"check"_s}, u"individual-en"_s, {})).out.contains("is open"));
        COMPARE_STATUS(m_session->ada(comments(u"reopen"_s, {u"--comment"_s, u"1"_s})), 0);
    }

    void recordsWhereANoticeAppeared()
    {
        const auto places = [this](const QString &verb, const QStringList &more = {}) {
            return m_session->ada(notices({u"places"_s, verb}, u"website"_s, more));
        };
        COMPARE_STATUS(m_session->ada({u"notices"_s, u"add"_s, m_session->store(), u"2026-001"_s, u"website"_s}), 0);
        const QStringList web{u"--kind"_s, u"web"_s, u"--name"_s, u"https://example.org/notice"_s};
        COMPARE_STATUS(places(u"add"_s, web), 3); // no first day
        COMPARE_STATUS(places(u"add"_s, web + QStringList{u"--day"_s, u"soon"_s}), 2);
        const Ran added = places(u"add"_s, web + QStringList{u"--day"_s, u"2026-03-18"_s});
        COMPARE_STATUS(added, 0);
        QCOMPARE(added.out.trimmed(), QByteArray("website@1"));
        const QJsonObject posted = places(u"list"_s, {u"--json"_s}).json()[0].toObject();
        QCOMPARE(posted["required_until"_L1].toString(), u"2026-06-16"_s);
        QCOMPARE(posted["last_day"_L1].isNull(), true);
        const int left = posted["days_left"_L1].toInt();
        QVERIFY(left > 0);
        QVERIFY(places(u"list"_s).out.contains(u"still %1 days, until 2026-06-16"_s.arg(left).toUtf8()));
        COMPARE_STATUS(places(u"amend"_s, {u"--place"_s, u"1"_s, u"--proof"_s, u"shot.png"_s}), 0);
        COMPARE_STATUS(places(u"take-down"_s, {u"--place"_s, u"1"_s, u"--day"_s, u"2026-03-19"_s}), 3); // too early
        const Ran down = places(u"take-down"_s,
                                {u"--place"_s, u"1"_s, u"--day"_s, u"2026-03-19"_s, u"--reason"_s, u"Wrong page."_s});
        COMPARE_STATUS(down, 0);
        QVERIFY2(down.said.contains(u"days early: Wrong page."_s), qPrintable(down.said));
        QCOMPARE(places(u"list"_s, {u"--json"_s}).json()[0]["proof"_L1].toString(), u"shot.png"_s);
        COMPARE_STATUS(m_session->ada(notices({u"places"_s, u"add"_s}, u"individual-en"_s,
                                              {u"--kind"_s, u"radio"_s, u"--name"_s, u"Sample Radio"_s})),
                       3);
    }
};

QTEST_GUILESS_MAIN(TestCliNotices)
#include "tst_cli_notices.moc"
