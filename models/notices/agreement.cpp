// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/agreement.h"

#include "core/instant.h"
#include "notices/check_parts.h"
#include "notices/data_elements.h"
#include "notices/figures.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

using Topic = Disagreement::Topic;

constexpr qsizetype kShown = 8;

QString shown(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

QString shown(const SaidSpan &span)
{
    return u"%1 to %2"_s.arg(longDate(span.from), longDate(span.to));
}

QString nameOf(const QString &token)
{
    const auto element = dataElement(token, u"en"_s);
    return element ? element->phrase : token;
}

SaidSpan breachOf(const NoticeFacts &facts)
{
    return {facts.breachFrom, facts.breachTo.isValid() ? facts.breachTo : facts.breachFrom};
}

bool isKnown(const NoticeFacts &facts, qint64 count)
{
    return count == facts.affected.value_or(-1) || facts.otherCounts.contains(count)
        || std::any_of(facts.residents.begin(), facts.residents.end(),
                       [&](qint64 residents) { return residents == count; });
}

bool isKnown(const NoticeFacts &facts, const QString &kind)
{
    return std::any_of(facts.data.begin(), facts.data.end(),
                       [&kind](const QString &word) { return dataToken(word) == kind; });
}

/// Whether it says more of somebody than how he or she is reached, and more than that health is concerned where the
/// facts have that already.
bool isWeighty(const NoticeFacts &facts, const QString &kind)
{
    static const QStringList contact{u"name"_s, u"address"_s, u"phone"_s, u"email"_s};
    static const QStringList care{u"provider"_s, u"order-history"_s};
    static const QStringList health{u"phi"_s, u"medical"_s, u"phr"_s, u"sud"_s};
    const auto element = dataElement(kind, u"en"_s);
    if (!element || contact.contains(kind))
        return false;
    const bool isHealth = element->plan || care.contains(kind);
    return !isHealth
        || std::none_of(health.begin(), health.end(), [&](const QString &word) { return facts.data.contains(word); });
}

bool saysRightDay(const NoticeFacts &facts, const QList<SaidDiscovery> &said)
{
    return std::any_of(said.begin(), said.end(),
                       [&](const SaidDiscovery &each) { return each.day == facts.discovered; });
}

} // namespace

QList<Disagreement> disagreements(const NoticeFacts &facts, const QString &text)
{
    using enum CheckLevel;
    QList<Disagreement> found;
    const QList<SaidDiscovery> discoveries = discoveriesIn(text);
    const bool right = saysRightDay(facts, discoveries);
    for (const SaidDiscovery &said : discoveries) {
        if (facts.discovered.isValid() && said.day != facts.discovered) {
            found.append({Topic::Day, right || said.byOthers ? Warning : Error,
                          u"The words give %1 as the day of discovery; the facts give %2."_s.arg(
                              longDate(said.day), longDate(facts.discovered))});
        }
    }
    for (const SaidSpan &said : spansIn(text)) {
        if (facts.breachFrom.isValid() && said != breachOf(facts)) {
            found.append({Topic::Day, Warning,
                          u"The words have the time from %1; the breach took from %2 in the facts."_s.arg(
                              shown(said), shown(breachOf(facts)))});
        }
    }
    for (const SaidCount &said : peopleIn(text)) {
        if (facts.affected && !isKnown(facts, said.count)) {
            found.append({Topic::Count, Warning,
                          u"The words say “%1”; the facts count %2."_s.arg(said.written, shown(*facts.affected))});
        }
    }
    const QStringList kinds = kindsIn(text);
    for (const QString &kind : kinds) {
        if (!facts.data.isEmpty() && !isKnown(facts, kind))
            found.append({Topic::Kind, Warning, u"The words name “%1”; the facts do not."_s.arg(nameOf(kind))});
    }
    return found;
}

QList<Disagreement> rosterDisagreements(const NoticeFacts &facts, const QMap<QString, qint64> &peopleByKind)
{
    QList<Disagreement> found;
    for (auto kind = peopleByKind.begin(); kind != peopleByKind.end() && !facts.data.isEmpty(); ++kind) {
        if (isKnown(facts, kind.key()) || !isWeighty(facts, kind.key()))
            continue;
        found.append({Topic::Kind, CheckLevel::Warning,
                      u"The roster lists “%1” (%2); the facts do not."_s.arg(
                          nameOf(kind.key()), kind.value() == 1 ? u"1 person"_s : shown(kind.value()) + u" people"_s)});
    }
    return found;
}

QList<Disagreement> disagreements(const NoticeFacts &facts, const QString &text, const OtherNotice &other)
{
    using enum CheckLevel;
    QList<Disagreement> found;
    const auto add = [&](Topic topic, const QString &sentence) { found.append({topic, Warning, sentence}); };
    const auto days = discoveriesIn(other.words);
    for (const SaidDiscovery &said : days) {
        if (facts.discovered.isValid() && said.day != facts.discovered) {
            add(Topic::Day,
                u"“%1” gives %2 as the day of discovery; this one gives %3."_s.arg(other.title, longDate(said.day),
                                                                                   longDate(facts.discovered)));
        }
    }
    const QList<SaidSpan> ownSpans = spansIn(text);
    const QList<SaidSpan> spans = spansIn(other.words);
    for (const SaidSpan &said : spans) {
        const bool differs = facts.breachFrom.isValid() ? said != breachOf(facts) : !ownSpans.isEmpty();
        if (differs && !ownSpans.contains(said))
            add(Topic::Day, u"“%1” has the time from %2; this one does not."_s.arg(other.title, shown(said)));
    }
    const QList<SaidCount> ownCounts = peopleIn(text);
    const QList<SaidCount> counts = peopleIn(other.words);
    for (const SaidCount &said : counts) {
        const bool here = std::any_of(ownCounts.begin(), ownCounts.end(),
                                      [&](const SaidCount &own) { return own.count == said.count; });
        if (!here && !isKnown(facts, said.count) && (!ownCounts.isEmpty() || facts.affected))
            add(Topic::Count, u"“%1” says “%2”; this one does not."_s.arg(other.title, said.written));
    }
    const QStringList ownKinds = kindsIn(text);
    const QStringList kinds = kindsIn(other.words);
    for (const QString &kind : kinds) {
        const bool comparable = !facts.data.isEmpty() || !ownKinds.isEmpty();
        if (comparable && !ownKinds.contains(kind) && !isKnown(facts, kind))
            add(Topic::Kind, u"“%1” names “%2”; this one does not."_s.arg(other.title, nameOf(kind)));
    }
    return found;
}

CheckResult checkOthers(const NoticeFacts &facts, const QString &text, const QList<OtherNotice> &others)
{
    QList<Disagreement> found;
    for (const OtherNotice &other : others)
        found += disagreements(facts, text, other);
    return withDisagreements(good(u"other-notices"_s, u"Agrees with the other notices of the incident"_s), found);
}

CheckResult withDisagreements(CheckResult fine, const QList<Disagreement> &found)
{
    QStringList sentences;
    for (const Disagreement &each : found) {
        fine.level = std::max(fine.level, each.level);
        if (!sentences.contains(each.sentence))
            sentences << each.sentence;
    }
    const qsizetype all = sentences.size();
    if (all > kShown)
        sentences = sentences.first(kShown) << u"And %1 more."_s.arg(all - kShown);
    if (all > 0)
        fine.detail = sentences.join(u' ');
    return fine;
}

} // namespace tocsin::notices
