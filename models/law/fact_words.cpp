// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/fact_words.h"

#include "core/near_words.h"
#include "law/delay_asked.h"
#include "law/fact_view.h"
#include "law/states.h"
#include "law/wording.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr auto kStatePlace = "{state}"_L1;

void addWords(const Condition &condition, const QString &fact, QSet<QString> &words)
{
    if (condition.fact != fact)
        return;
    if (condition.value.isString())
        words.insert(condition.value.toString());
    for (const QJsonValue &each : condition.value.toArray())
        words.insert(each.toString());
}

/// Every condition of a pack, wherever it stands.
template <typename Visit>
void visitConditions(const RulePack &pack, const Visit &visit)
{
    for (const Rule &rule : pack.rules)
        std::for_each(rule.conditions.cbegin(), rule.conditions.cend(), visit);
    for (const Exemption &exemption : pack.exemptions) {
        std::for_each(exemption.claimed.cbegin(), exemption.claimed.cend(), visit);
        std::for_each(exemption.granted.cbegin(), exemption.granted.cend(), visit);
    }
    for (const Review &review : pack.reviews)
        std::for_each(review.when.cbegin(), review.when.cend(), visit);
}

/// The words that rules compare a list of the facts with.
QSet<QString> wordsFor(const QString &fact, const RulePacks &packs)
{
    QSet<QString> words;
    for (const RulePack &pack : packs)
        visitConditions(pack, [&](const Condition &each) { addWords(each, fact, words); });
    return words;
}

QStringList sorted(const QSet<QString> &words)
{
    QStringList list(words.cbegin(), words.cend());
    list.sort();
    return list;
}

bool countsFrom(const Deadline &deadline, const QString &path)
{
    const bool option = std::any_of(deadline.options.cbegin(), deadline.options.cend(),
                                    [&path](const Deadline &each) { return countsFrom(each, path); });
    return option || deadline.from.contains(path) || (deadline.extension && deadline.extension->fact == path);
}

void addDonePaths(const Deadline &deadline, QSet<QString> &paths)
{
    paths.unite({deadline.from.cbegin(), deadline.from.cend()});
    if (deadline.kind == Deadline::Kind::Relative)
        paths.insert(u"done."_s + deadline.to);
    for (const Deadline &option : deadline.options)
        addDonePaths(option, paths);
}

/// A recipient with the words of each line in the places meant for them; itself if it has none.
QStringList withItems(const Rule &rule, const QJsonObject &facts)
{
    if (rule.each.isEmpty())
        return {rule.recipient};
    QStringList filled;
    for (const QJsonValue &line : facts.value(rule.each).toArray()) {
        const QJsonObject item = line.toObject();
        QString recipient = rule.recipient;
        for (auto each = item.constBegin(); each != item.constEnd(); ++each)
            recipient.replace(u"{item.%1}"_s.arg(each.key()), each.value().toVariant().toString());
        filled << recipient;
    }
    return filled;
}

/// The recipients that rules have, for the States with residents; bare where nobody's State is known.
QSet<QString> recipientsOf(const Facts &facts, const RulePacks &packs)
{
    QSet<QString> recipients;
    QSet<QString> paths;
    const QJsonObject stated = toJson(facts);
    const QStringList states = facts.residents ? facts.residents->keys() : QStringList();
    for (const RulePack &pack : packs) {
        for (const Rule &rule : pack.rules) {
            for (const QString &recipient : withItems(rule, stated)) {
                recipients.insert(QString(recipient).remove(u":{state}"_s));
                for (const QString &state : states)
                    recipients.insert(QString(recipient).replace(kStatePlace, state));
            }
            paths.insert(rule.versionKey);
            for (const RuleVersion &version : rule.versions)
                addDonePaths(version.deadline, paths);
        }
        visitConditions(pack, [&paths](const Condition &each) { paths.insert(each.fact); });
    }
    for (const QString &path : std::as_const(paths)) {
        if (path.startsWith("done."_L1))
            recipients.insert(path.sliced(5));
    }
    return recipients;
}

/// The known word that is most like this one; empty if none is much like it. Of equals the first in the alphabet.
QString nearest(const QString &word, const QSet<QString> &known)
{
    return nearWords(word, sorted(known)).value(0);
}

QString sentence(const QString &key, const QString &word, const QSet<QString> &known)
{
    const QString near = nearest(word, known);
    const QString hint = near.isEmpty() ? QString() : u" Was “%1” meant?"_s.arg(near);
    return u"facts.%1: no rule knows “%2”, so it changes nothing.%3"_s.arg(key, word, hint);
}

/// `known` is called only where a word is not among the common ones.
template <typename Known>
void checkList(const QString &key, const QStringList &words, const QSet<QString> &common, const Known &known,
               QStringList &found)
{
    const bool plain
        = std::all_of(words.cbegin(), words.cend(), [&common](const QString &each) { return common.contains(each); });
    if (plain)
        return;
    const QSet<QString> all = known() + common;
    for (qsizetype index = 0; index < words.size(); ++index) {
        if (!all.contains(words.at(index)))
            found << sentence(u"%1[%2]"_s.arg(key).arg(index), words.at(index), all);
    }
}

void checkDone(const Facts &facts, const RulePacks &packs, QStringList &found)
{
    if (facts.done.isEmpty())
        return;
    const QSet<QString> known = recipientsOf(facts, packs);
    for (auto each = facts.done.cbegin(); each != facts.done.cend(); ++each) {
        if (!known.contains(each.key()))
            found << sentence(u"done.%1"_s.arg(each.key()), each.key(), known);
    }
}

/// The wrongdoer's knowledge is nobody's, so a slip of the pen there would move the day of discovery.
void checkKnown(const Facts &facts, QStringList &found)
{
    const QSet<QString> wrongdoer{u"wrongdoer"_s};
    for (qsizetype index = 0; index < facts.known.size(); ++index) {
        const QString &by = facts.known.at(index).by;
        if (!wrongdoer.contains(by) && !nearest(by, wrongdoer).isEmpty()) {
            found << u"facts.known[%1].by: “%2” counts as somebody who knew. Was “wrongdoer” meant?"_s.arg(
                QString::number(index), by);
        }
    }
}

} // namespace

const QStringList &commonDataWords()
{
    static const QStringList words{
        u"phi"_s,
        u"phr"_s,
        u"sud"_s,
        u"name"_s,
        u"address"_s,
        u"phone"_s,
        u"email"_s,
        u"dob"_s,
        u"ssn"_s,
        u"passport"_s,
        u"drivers-license"_s,
        u"financial-account"_s,
        u"account-number"_s,
        u"payment-card"_s,
        u"card-number"_s,
        u"password"_s,
        u"biometric"_s,
        u"photo"_s,
        u"health-plan-id"_s,
        u"medical-record-number"_s,
        u"mrn"_s,
        u"medical"_s,
        u"diagnosis"_s,
        u"treatment"_s,
        u"medication"_s,
        u"prescription"_s,
        u"lab-results"_s,
        u"provider"_s,
        u"claims"_s,
        u"order-history"_s,
    };
    return words;
}

QStringList knownWords(const QString &path, const RulePacks &packs)
{
    QSet<QString> words = wordsFor(path, packs);
    if (path == "data"_L1)
        words.unite({commonDataWords().cbegin(), commonDataWords().cend()});
    if (path == "flags"_L1)
        words.insert(noDelayAskedFlag());
    return sorted(words);
}

QStringList namedRecipients(const RulePacks &packs)
{
    QSet<QString> recipients;
    for (const RulePack &pack : packs) {
        for (const Rule &rule : pack.rules) {
            if (!rule.recipient.contains(u'{') && isNotice(rule.recipient))
                recipients.insert(rule.recipient);
        }
    }
    return sorted(recipients);
}

QStringList rulesCountingFrom(const QString &path, const RulePacks &packs)
{
    QSet<QString> rules;
    for (const RulePack &pack : packs) {
        for (const Rule &rule : pack.rules) {
            const bool counts
                = std::any_of(rule.versions.cbegin(), rule.versions.cend(),
                              [&path](const RuleVersion &each) { return countsFrom(each.deadline, path); });
            if (counts)
                rules.insert(rule.state.isEmpty() ? rule.id : rule.state);
        }
    }
    return sorted(rules);
}

QStringList unknownWords(const Facts &facts, const RulePacks &packs)
{
    static const QSet<QString> common(commonDataWords().cbegin(), commonDataWords().cend());
    QStringList found;
    const auto heard = [&packs](const QString &fact) { return [&packs, fact] { return wordsFor(fact, packs); }; };
    checkList(u"data"_s, facts.data.value_or(QStringList()), common, heard(u"data"_s), found);
    checkList(u"flags"_s, facts.flags, {noDelayAskedFlag()}, heard(u"flags"_s), found);
    checkList(u"abroad"_s, facts.abroad, {}, heard(u"abroad"_s), found);
    checkDone(facts, packs, found);
    checkKnown(facts, found);
    return found;
}

} // namespace tocsin::law
