// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safe_file.h"
#include "items/fact_filter_model.h"
#include "items/fact_outline_model.h"
#include "items/item_roles.h"
#include "law/rule_pack.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::items;
using Model = FactOutlineModel;

namespace {

QJsonObject fixture(const QString &name)
{
    const Result<QByteArray> bytes = readFile(QStringLiteral(TOCSIN_FIXTURES "/law/") + name, 4 << 20);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

law::Facts everyFact()
{
    return law::factsFromJson(fixture(u"every-fact.json"_s)).value();
}

law::Facts fewFacts()
{
    return law::parseFacts(R"({"entity":"covered-entity","timezone":"America/Chicago","discovered":"2026-03-03",
        "occurred":{"from":"2026-01-11","to":"2026-03-02"},"residents":{"TX":600,"CA":20},"data":["phi","name"]})",
                           u"facts"_s)
        .value();
}

/// A draft of these facts, and its outline with Qt's own watch over it.
struct Desk
{
    explicit Desk(const law::Facts &facts = fewFacts())
    {
        draft.setInForce(facts, FactsDraft::Edits::Drop);
        static const law::RulePacks packs = law::builtInRulePacks().value();
        model.setPacks(packs);
    }
    QModelIndex at(const QString &path, int column = Model::Value) const
    {
        const QModelIndex found = model.find(path);
        return found.data(Model::PathRole) == path ? found.siblingAtColumn(column) : QModelIndex();
    }
    QString text(const QString &path) const { return at(path).data().toString(); }
    bool type(const QString &path, const QString &text) { return model.setData(at(path), text); }

    FactsDraft draft;
    Model model{draft};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

/// Every row of a model, parents first.
QList<QModelIndex> rowsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QList<QModelIndex> rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows << index << rowsOf(model, index);
    }
    return rows;
}

/// The places of every object in a value, with paths as failures write them.
void addObjects(QMap<QString, JsonPlace> &places, const QJsonValue &value, const QString &path, const JsonPlace &place)
{
    if (value.isObject()) {
        places.insert(path, place);
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            addObjects(places, each.value(), path.isEmpty() ? each.key() : path + u'.' + each.key(),
                       JsonPlace(place) << JsonStep{each.key()});
    } else if (value.isArray()) {
        addObjects(places, value.toArray().first(), path + u"[]"_s, JsonPlace(place) << JsonStep{{}, 0});
    }
}

/// The keys right under a path in the table of facts.
QStringList keysUnder(const QString &path)
{
    QStringList keys;
    const QString start = path.isEmpty() ? QString() : path + u'.';
    for (const FactKey &key : factKeys()) {
        if (!key.isHeading() && QString(key.path).startsWith(start))
            keys << QString(key.path).sliced(start.size()).section(u'.', 0, 0).remove(u"[]"_s);
    }
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

class TestItemsFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryKeyThatTheReaderKnows();
    void showsEveryKeyOfTheFacts();
    void changesNothingThatNobodyTouched_data();
    void changesNothingThatNobodyTouched();
    void readsWhatItShows();
    void takesWhatIsTyped_data();
    void takesWhatIsTyped();
    void saysWhatIsWrongAtTheFactItself_data();
    void saysWhatIsWrongAtTheFactItself();
    void makesAFactUnknownAgain();
    void addsNamesAndRemovesStates();
    void addsAndRemovesLines();
    void neverResets();
    void offersTheWordsOfTheRules();
    void findsTheFactThatADutyWaitsFor();
    void marksWhatWasChanged();
    void keepsEditsWhenOtherFactsComeIntoForce();
    void changesOnlyWhatDiffers();
    void filtersByLabelKeyAndValue();
    void patchesObjects();
};

/// The reader names the keys it knows when it meets one that it does not.
void TestItemsFacts::hasEveryKeyThatTheReaderKnows()
{
    const QJsonObject all = fixture(u"every-fact.json"_s);
    QMap<QString, JsonPlace> objects;
    addObjects(objects, all, {}, {});
    QVERIFY(objects.size() > 12);
    for (auto each = objects.cbegin(); each != objects.cend(); ++each) {
        if (each.key() == "residents"_L1 || each.key() == "done"_L1)
            continue; // their keys are States and recipients
        const JsonPlace strange = JsonPlace(each.value()) << JsonStep{u"zz"_s};
        const Result<law::Facts> read = law::factsFromJson(withValueAt(all, strange, true));
        QVERIFY2(!read, qPrintable(each.key()));
        const QString message = read.error().message;
        const QString known = message.section(u"known here are "_s, 1).chopped(1);
        QVERIFY2(!known.isEmpty(), qPrintable(message));
        QCOMPARE(keysUnder(each.key()), known.split(u", "_s));
    }
}

void TestItemsFacts::showsEveryKeyOfTheFacts()
{
    Desk desk(everyFact());
    QStringList shown;
    for (const QModelIndex &row : rowsOf(desk.model)) {
        const QString path = row.data(Model::PathRole).toString();
        if (!row.siblingAtColumn(Model::Value).data().toString().isEmpty())
            shown << QString(path).replace(QRegularExpression(u"\\[\\d+\\]"_s), u"[]"_s);
        QVERIFY2(!row.data().toString().isEmpty(), qPrintable(path));
    }
    for (const FactKey &key : factKeys()) {
        const bool anchorWithout = key.path.startsWith("anchors."_L1);
        if (!key.isHeading() && !anchorWithout)
            QVERIFY2(shown.contains(QString(key.path)), key.path.data());
    }
    for (const QString &anchor : law::anchorNames())
        QVERIFY2(desk.at(u"anchors."_s + anchor).isValid(), qPrintable(anchor));
}

void TestItemsFacts::changesNothingThatNobodyTouched_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("every key") << fixture(u"every-fact.json"_s);
    for (const QString &file :
         {u"cases.json"_s, u"federal-cases.json"_s, u"crisis-cases.json"_s, u"state-cases.json"_s}) {
        const QJsonArray cases = fixture(file).value("cases"_L1).toArray();
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &each : cases) {
            const QJsonObject facts = each.toObject().value("facts"_L1).toObject();
            if (law::acceptFacts(facts))
                QTest::addRow("%s", qPrintable(each.toObject().value("id"_L1).toString())) << facts;
        }
    }
}

void TestItemsFacts::changesNothingThatNobodyTouched()
{
    QFETCH(QJsonObject, json);
    const law::Facts facts = law::factsFromJson(json).value();
    Desk desk(facts);
    const QSignalSpy changed(&desk.draft, &FactsDraft::changed);
    // A person who opens every field and leaves it as it is.
    for (const QModelIndex &row : rowsOf(desk.model)) {
        for (const int column : {Model::Fact, Model::Value}) {
            const QModelIndex cell = row.siblingAtColumn(column);
            if (cell.flags().testFlag(Qt::ItemIsEditable))
                QVERIFY(desk.model.setData(cell, cell.data(Qt::EditRole)));
        }
    }
    QCOMPARE(changed.count(), 0);
    QVERIFY(!desk.draft.isEdited());
    QCOMPARE(compact(desk.draft.json()), compact(law::toJson(facts)));
    QVERIFY(desk.draft.facts() == facts);
}

/// Types one outline's words into an empty one.
void TestItemsFacts::readsWhatItShows()
{
    Desk from(everyFact());
    law::Facts nothing;
    nothing.entity = law::EntityKind::Business;
    Desk to(nothing);
    for (const QModelIndex &row : rowsOf(from.model)) {
        const QString path = row.data(Model::PathRole).toString();
        if (row.data(Model::IsLineRole).toBool()) {
            const QString list = row.parent().data(Model::PathRole).toString();
            const QModelIndex line = to.model.addLine(to.at(list, Model::Fact));
            if (const QString name = row.data(Qt::EditRole).toString(); !name.isEmpty())
                QVERIFY(to.model.setData(line, name));
        }
        const QModelIndex cell = row.siblingAtColumn(Model::Value);
        if (cell.flags().testFlag(Qt::ItemIsEditable) && !cell.data(Qt::EditRole).toString().isEmpty())
            QVERIFY2(to.type(path, cell.data(Qt::EditRole).toString()), qPrintable(path));
    }
    QVERIFY2(to.draft.facts(), qPrintable(to.draft.problem().message));
    // A time is shown in the zone of the facts; it is the same moment, whatever offset the file had.
    QJsonObject expected = from.draft.json();
    QCOMPARE(to.draft.facts()->anchors.value(u"aware"_s).instant->msecs(),
             from.draft.facts()->anchors.value(u"aware"_s).instant->msecs());
    expected = withValueAt(expected, {{u"anchors"_s}, {u"aware"_s}}, u"2026-04-10T07:00:00-05:00"_s);
    QCOMPARE(compact(to.draft.json()), compact(expected));
}

void TestItemsFacts::takesWhatIsTyped_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    const auto add = [](const char *path, const char *text, const char *json) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(text) << QString::fromLatin1(json);
    };
    add("entity", "business-associate", R"("entity":"business-associate")");
    add("anchors.determined", "5 Mar 2026", R"("anchors":{"determined":"2026-03-05"})");
    add("anchors.aware", "5 Mar 2026 14:30", R"("anchors":{"aware":"2026-03-05T14:30:00-06:00"})");
    add("assessment.outcome", "low-probability", R"("assessment":{"outcome":"low-probability"})");
    add("secured.encrypted", "yes", R"("secured":{"encrypted":true})");
    add("secured.key_compromised", "no", R"("secured":{"key_compromised":false})");
    add("residents.TX", "1,234", R"("TX":1234)");
    add("residents.CA", "0", R"("CA":0)");
    add("unreachable", "12", R"("unreachable":12)");
    add("year", "2026", R"("year":2026)");
    add("law_enforcement.form", "oral", R"("law_enforcement":{"form":"oral"})");
    add("business_associate.told_covered_entity", "4 Mar 2026",
        R"("business_associate":{"told_covered_entity":"2026-03-04"})");
    add("posting.web_from", "2026-04-01", R"("posting":{"web_from":"2026-04-01"})");
    add("retention.from", "1 June 2026", R"("retention":{"from":"2026-06-01"})");
    add("data[1]", "diagnosis", R"("data":["phi","diagnosis"])");
}

void TestItemsFacts::takesWhatIsTyped()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, json);
    Desk desk;
    QVERIFY(desk.type(path, text));
    QVERIFY2(desk.draft.facts(), qPrintable(desk.draft.problem().message));
    QVERIFY2(compact(desk.draft.json()).contains(json), qPrintable(compact(desk.draft.json())));
    QVERIFY(law::factsFromJson(desk.draft.json()).value() == *desk.draft.facts());
    QVERIFY(desk.draft.isEdited());
}

void TestItemsFacts::saysWhatIsWrongAtTheFactItself_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    const auto add = [](const char *path, const char *text, const char *error) {
        QTest::addRow("%s %s", path, text)
            << QString::fromLatin1(path) << QString::fromLatin1(text) << QString::fromLatin1(error);
    };
    add("anchors.determined", "5 Febuary", "Expected a date such as");
    add("anchors.determined", "3/4/2026", "Expected a date such as");
    add("anchors.determined", "1 Jan 2026", "2026-01-11 or later");
    add("discovered", "1 Jan 2026", "2026-01-11 or later");
    add("occurred.to", "30 Feb 2026", "Expected a date such as");
    add("residents.TX", "many", "a whole number of people");
    add("residents.TX", "-1", "a whole number of people");
    add("unreachable", "9000", "at most 620");
    add("data[0]", "Protected Health", "a kind of data such as");
    add("data[1]", "phi", "each word once");
    add("timezone", "Chicago", "an IANA zone name");
    add("year", "26", "a whole number from 1900");
    add("law_enforcement.stated", "5 Mar 2026", "");
}

void TestItemsFacts::saysWhatIsWrongAtTheFactItself()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QString, error);
    Desk desk;
    QVERIFY(desk.type(path, text));
    QVERIFY(!desk.draft.facts());
    QVERIFY(desk.draft.usable() == fewFacts());
    if (path == "law_enforcement.stated"_L1) // a statement has a form: that is what is missing
        path = u"law_enforcement.form"_s;
    const QString said = desk.at(path).data(Model::ErrorRole).toString();
    QVERIFY2(!said.isEmpty() && said.contains(error), qPrintable(desk.draft.problem().message));
    QVERIFY(desk.draft.problem().message.startsWith(u"facts."_s + path + u':'));
    // What cannot be used stays to be mended, and nowhere else is anything wrong.
    QVERIFY(path.startsWith("law"_L1) || desk.at(path).data(Qt::EditRole).toString().contains(text.left(3)));
    int wrong = 0;
    for (const QModelIndex &row : rowsOf(desk.model))
        wrong += row.data(Model::ErrorRole).toString().isEmpty() ? 0 : 1;
    QCOMPARE(wrong, 1);
}

void TestItemsFacts::makesAFactUnknownAgain()
{
    Desk desk(everyFact());
    desk.model.clearValue(desk.at(u"posting.web_from"_s));
    QVERIFY(!desk.draft.facts()->posting->webFrom);
    desk.model.clearValue(desk.at(u"posting.phone_from"_s));
    QVERIFY(!desk.draft.facts()->posting);
    QVERIFY(desk.type(u"anchors.determined"_s, QString()));
    QVERIFY(!desk.draft.facts()->anchors.contains(u"determined"_s));
    QCOMPARE(desk.text(u"anchors.determined"_s), QString());
    desk.model.clearValue(desk.at(u"law_enforcement.written_followup.stated"_s));
    desk.model.clearValue(desk.at(u"law_enforcement.written_followup.until"_s));
    QVERIFY(!desk.draft.facts()->lawEnforcement->writtenFollowup);
}

void TestItemsFacts::addsNamesAndRemovesStates()
{
    Desk desk;
    const QModelIndex list = desk.at(u"residents"_s, Model::Fact);
    const QPersistentModelIndex texas = desk.at(u"residents.TX"_s, Model::Fact);
    const QPersistentModelIndex added = desk.model.addLine(list);
    QCOMPARE(desk.model.addLine(list), QModelIndex(added)); // one at a time
    QVERIFY(!desk.draft.facts());
    QVERIFY(!desk.model.setData(added, u"TX"_s)); // it has a line
    QVERIFY(desk.model.setData(added, u"FL"_s));
    QVERIFY(desk.model.setData(added.sibling(added.row(), Model::Value), u"510"_s));
    QCOMPARE(desk.draft.facts()->residents->value(u"FL"_s), 510);
    QCOMPARE(added.data().toString(), u"Florida"_s);
    QVERIFY(desk.model.setData(texas, u"OH"_s)); // in its place, with its number
    QCOMPARE(texas.data().toString(), u"Ohio"_s);
    QCOMPARE(desk.draft.facts()->residents, (QMap<QString, qint64>{{u"CA"_s, 20}, {u"FL"_s, 510}, {u"OH"_s, 600}}));
    QCOMPARE(desk.text(u"residents"_s), u"California 20, Ohio 600, Florida 510"_s);
    for (const QString &code : {u"CA"_s, u"OH"_s, u"FL"_s})
        desk.model.removeLine(desk.at(u"residents."_s + code, Model::Fact));
    QVERIFY(!desk.draft.facts()->residents);
    QCOMPARE(desk.model.rowCount(list), 0);
}

void TestItemsFacts::addsAndRemovesLines()
{
    Desk desk;
    const QModelIndex contracts = desk.at(u"contract"_s, Model::Fact);
    desk.model.addLine(contracts);
    QVERIFY(desk.at(u"contract[0].to"_s).data(Model::ErrorRole).toString().contains(u"it is missing"_s));
    desk.type(u"contract[0].to"_s, u"payer:acme"_s);
    desk.type(u"contract[0].days"_s, u"5"_s);
    desk.model.addLine(contracts);
    desk.type(u"contract[1].to"_s, u"covered-entity"_s);
    desk.type(u"contract[1].days"_s, u"3"_s);
    QCOMPARE(desk.draft.facts()->contract.size(), 2);
    desk.type(u"contract[1].hours"_s, u"48"_s);
    QCOMPARE(desk.at(u"contract[1].hours"_s).data(Model::ErrorRole).toString(), u"Expected either days or hours."_s);
    desk.model.clearValue(desk.at(u"contract[1].days"_s));
    QCOMPARE(desk.draft.facts()->contract.last().hours, std::optional(48));
    QCOMPARE(desk.model.listOf(desk.at(u"contract[1].hours"_s)), contracts);
    desk.model.removeLine(desk.at(u"contract[0]"_s, Model::Fact));
    QCOMPARE(desk.draft.facts()->contract, (QList{law::ContractClock{u"covered-entity"_s, {}, 48}}));
    desk.model.removeLine(desk.at(u"contract[0]"_s, Model::Fact));
    QVERIFY(!desk.draft.isEdited());
    const QModelIndex flags = desk.at(u"flags"_s, Model::Fact);
    const QModelIndex flag = desk.model.addLine(flags);
    QVERIFY(desk.model.setData(flag.siblingAtColumn(Model::Value), u"part2-program"_s));
    QCOMPARE(desk.draft.facts()->flags, QStringList{u"part2-program"_s});
}

void TestItemsFacts::neverResets()
{
    Desk desk;
    const QSignalSpy resets(&desk.model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex determined = desk.at(u"anchors.determined"_s);
    desk.draft.setInForce(everyFact(), FactsDraft::Edits::Drop);
    QCOMPARE(determined.data().toString(), u"5 Mar 2026"_s);
    QCOMPARE(desk.text(u"regulator_requests[1].from"_s), u"AG:TX"_s);
    desk.draft.setInForce(fewFacts(), FactsDraft::Edits::Drop);
    QVERIFY(determined.isValid());
    QVERIFY(!desk.at(u"regulator_requests[0]"_s).isValid());
    QCOMPARE(resets.count(), 0);
}

void TestItemsFacts::offersTheWordsOfTheRules()
{
    Desk desk(everyFact());
    const auto offered = [&desk](const QModelIndex &index) {
        QStringList tokens;
        for (const FactChoice &choice : desk.model.choices(index))
            tokens << choice.token;
        return tokens;
    };
    QVERIFY(offered(desk.at(u"flags[0]"_s)).contains(u"sec-registrant"_s));
    QVERIFY(!offered(desk.at(u"flags[0]"_s)).contains(u"licensed-facility:CA-1250"_s)); // another line has it
    QVERIFY(offered(desk.at(u"abroad[0]"_s)).contains(u"SGP"_s));
    QVERIFY(offered(desk.at(u"data[0]"_s)).contains(u"sud"_s));
    QVERIFY(offered(desk.at(u"assessment.citation"_s)).contains(u"164.402(1)(ii)"_s));
    QCOMPARE(offered(desk.at(u"law_enforcement.form"_s)), (QStringList{QString(), u"oral"_s, u"written"_s}));
    QVERIFY(!offered(desk.at(u"entity"_s)).contains(QString())); // every file of facts names one
    QVERIFY(offered(desk.at(u"done.individuals"_s, Model::Fact)).contains(u"HHS"_s));
    const QStringList states = offered(desk.at(u"residents.TX"_s, Model::Fact));
    QVERIFY(states.contains(u"TX"_s) && states.contains(u"PR"_s) && !states.contains(u"CA"_s));
    QVERIFY(offered(desk.at(u"discovered"_s)).isEmpty());
    const QString hint = desk.at(u"anchors.determined"_s).data(Model::HintRole).toString();
    QVERIFY2(hint.contains(u"FL"_s) && hint.contains(u"TX"_s), qPrintable(hint));
}

void TestItemsFacts::findsTheFactThatADutyWaitsFor()
{
    Desk desk(everyFact());
    const auto found = [&desk](const QString &path, const QString &recipient = {}) {
        return desk.model.findMissing(path, recipient).data(Model::PathRole).toString();
    };
    QCOMPARE(found(u"anchors.determined"_s), u"anchors.determined"_s);
    QCOMPARE(found(u"residents"_s), u"residents"_s);
    QCOMPARE(found(u"done.HHS"_s), u"done"_s);
    QCOMPARE(found(u"regulator_requests.due"_s, u"OCR:DR-3"_s), u"regulator_requests[2].due"_s);
    QCOMPARE(found(u"findings.confirmed"_s, u"finding:F-2"_s), u"findings[1].confirmed"_s);
    QCOMPARE(found(u"findings.confirmed"_s, u"elsewhere"_s), u"findings"_s);
    QCOMPARE(found(u"law_enforcement"_s), u"law_enforcement.form"_s);
    QCOMPARE(found(u"no.such.fact"_s), QString());
}

void TestItemsFacts::marksWhatWasChanged()
{
    Desk desk;
    const auto marked = [&desk](const QString &path) { return desk.at(path).data(EmphasisRole).toBool(); };
    QVERIFY(!marked(u"discovered"_s));
    desk.type(u"discovered"_s, u"1 Mar 2026"_s);
    QVERIFY(marked(u"discovered"_s) && !marked(u"residents.TX"_s));
    QCOMPARE(desk.at(u"discovered"_s).data(SecondaryTextRole).toString(), u"was 3 Mar 2026"_s);
    desk.type(u"secured.encrypted"_s, u"yes"_s);
    QCOMPARE(desk.at(u"secured.encrypted"_s).data(SecondaryTextRole).toString(), u"was not known"_s);
    desk.type(u"discovered"_s, u"3 Mar 2026"_s);
    QVERIFY(!marked(u"discovered"_s));
}

void TestItemsFacts::keepsEditsWhenOtherFactsComeIntoForce()
{
    Desk desk;
    desk.type(u"residents.TX"_s, u"700"_s);
    desk.type(u"anchors.determined"_s, u"5 Mar 2026"_s);
    law::Facts others = fewFacts();
    others.residents->insert(u"FL"_s, 30);
    others.unreachable = 4;
    desk.draft.setInForce(others, FactsDraft::Edits::Keep);
    QCOMPARE(desk.draft.facts()->residents, (QMap<QString, qint64>{{u"CA"_s, 20}, {u"FL"_s, 30}, {u"TX"_s, 700}}));
    QCOMPARE(desk.draft.facts()->unreachable, std::optional<qint64>(4));
    QVERIFY(desk.draft.facts()->anchors.contains(u"determined"_s));
    const QJsonObject edits = desk.draft.edits();
    desk.draft.setInForce(others, FactsDraft::Edits::Drop);
    QVERIFY(!desk.draft.isEdited() && desk.draft.edits().isEmpty());
    desk.draft.applyEdits(edits);
    QCOMPARE(desk.text(u"residents.TX"_s), u"700"_s);
}

void TestItemsFacts::changesOnlyWhatDiffers()
{
    Desk desk;
    desk.type(u"anchors.determined"_s, u"no day"_s);
    law::Facts edited = desk.draft.usable();
    edited.unreachable = 11;
    desk.draft.change(u"unreachable"_s, edited);
    QCOMPARE(desk.text(u"unreachable"_s), u"11"_s);
    QCOMPARE(desk.text(u"anchors.determined"_s), u"no day"_s); // still to be mended
    QCOMPARE(desk.draft.problem().path, u"anchors.determined"_s);
    edited.unreachable = std::nullopt;
    desk.draft.change(u"unreachable"_s, edited);
    QVERIFY(!desk.draft.json().contains(u"unreachable"_s));
}

void TestItemsFacts::filtersByLabelKeyAndValue()
{
    Desk desk(everyFact());
    FactFilterModel filter;
    filter.setSourceModel(&desk.model);
    const auto paths = [&filter] {
        QStringList found;
        for (const QModelIndex &row : rowsOf(filter)) {
            if (const QString path = row.data(Model::PathRole).toString(); !path.isEmpty())
                found << path;
        }
        return found;
    };
    const qsizetype all = paths().size();
    filter.setWords(u"breach determined"_s);
    QCOMPARE(paths(), QStringList{u"anchors.determined"_s});
    filter.setWords(u"cure_from"_s);
    QCOMPARE(paths(),
             (QStringList{u"findings"_s, u"findings[0]"_s, u"findings[0].cure_from"_s, u"findings[1]"_s,
                          u"findings[1].cure_from"_s}));
    filter.setWords(u"texas"_s);
    QVERIFY(paths().contains(u"residents.TX"_s));
    filter.setWords({});
    QCOMPARE(paths().size(), all);
}

void TestItemsFacts::patchesObjects()
{
    const auto object = [](const char *json) { return QJsonDocument::fromJson(json).object(); };
    const QJsonObject from = object(R"({"a":{"b":1,"c":2},"d":[1,2],"e":"x"})");
    const QJsonObject to = object(R"({"a":{"b":1,"c":3},"d":[1],"f":{"g":true}})");
    const QJsonObject patch = mergePatch(from, to);
    QCOMPARE(patch, object(R"({"a":{"c":3},"d":[1],"e":null,"f":{"g":true}})"));
    QCOMPARE(applyMergePatch(from, patch), to);
    QVERIFY(mergePatch(to, to).isEmpty());
}

QTEST_GUILESS_MAIN(TestItemsFacts)
#include "tst_items_facts.moc"
