// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/stream_check.h"

#include "casework/facts_record.h"
#include "casework/timeline_figures.h"
#include "law/discovery.h"
#include "notices/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using About = StreamContradiction::About;
using casework::TimelineEntry;

constexpr qsizetype kAround = 60; ///< characters quoted on each side of a figure
constexpr qsizetype kMostParts = 4; ///< of a sentence
constexpr qint64 kFew = 10; ///< fewer people than this are often those who work on it

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::jobs)
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

QString shown(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

QString shown(QDate day)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(day, u"d MMM yyyy"_s);
}

/// A stretch of a text.
struct Stretch
{
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The stretch with so many characters on each side.
QString passageAt(const QString &text, const Stretch &stretch)
{
    const qsizetype from = std::max<qsizetype>(0, stretch.at - kAround);
    const qsizetype to = std::min(text.size(), stretch.at + stretch.length + kAround);
    const QString before = from > 0 ? u"…"_s : QString();
    const QString after = to < text.size() ? u"…"_s : QString();
    return before + text.mid(from, to - from).simplified() + after;
}

/// The sentence that a stretch stands in.
QString sentenceAt(const QString &text, const Stretch &stretch)
{
    static const QRegularExpression end(u"[.!?;\\n](?:\\s|$)"_s);
    const qsizetype before = stretch.at == 0 ? -1 : text.lastIndexOf(end, stretch.at - 1);
    const qsizetype after = text.indexOf(end, stretch.at + stretch.length);
    const qsizetype from = before < 0 ? 0 : before + 1;
    return text.mid(from, after < 0 ? -1 : after - from);
}

struct Said
{
    StreamStatement statement;
    qint64 key = 0; ///< the number of people, or the day
};

Said saidBy(const TimelineEntry &entry, const QString &value, qint64 key, const Stretch &stretch)
{
    return {{entry.id, entry.stream, entry.at, value, passageAt(entry.text, stretch)}, key};
}

void takePeople(const TimelineEntry &entry, QList<Said> &said)
{
    static const QRegularExpression ofTheBreach
        = pattern(u"\\b(?:affected|concerned|involved|exposed|compromised|breach|roster|record|notif|letters?)"_s);
    const QList<notices::SaidCount> counts = notices::peopleIn(entry.text);
    for (const notices::SaidCount &each : counts) {
        const Stretch stretch{each.end - each.written.size(), each.written.size()};
        if (each.count >= kFew || ofTheBreach.match(sentenceAt(entry.text, stretch)).hasMatch())
            said << saidBy(entry, shown(each.count), each.count, stretch);
    }
}

void takeDiscovery(const TimelineEntry &entry, const QList<notices::SaidDay> &days, QList<Said> &said)
{
    const QList<notices::SaidDiscovery> discoveries = notices::discoveriesIn(entry.text);
    for (const notices::SaidDiscovery &each : discoveries) {
        const auto day
            = std::find_if(days.begin(), days.end(), [&](const notices::SaidDay &one) { return one.day == each.day; });
        if (!each.byOthers && day != days.end())
            said << saidBy(entry, shown(each.day), each.day.toJulianDay(), {day->at, day->length});
    }
}

/// Days that a word of beginning stands before, in a sentence about the exposure.
void takeOccurrence(const TimelineEntry &entry, const QList<notices::SaidDay> &days, QList<Said> &said)
{
    static const QRegularExpression began = pattern(u"\\b(?:began|started|since|as of|from)\\b[^.\\n]{0,30}$"_s);
    static const QRegularExpression exposure
        = pattern(u"\\b(?:breach|expos|leak|readable|public|open to|unauthori[sz]ed access)"_s);
    for (const notices::SaidDay &each : days) {
        const Stretch stretch{each.at, each.length};
        const QString before = entry.text.left(each.at).right(kAround);
        if (each.day.isValid() && began.match(before).hasMatch()
            && exposure.match(sentenceAt(entry.text, stretch)).hasMatch())
            said << saidBy(entry, shown(each.day), each.day.toJulianDay(), stretch);
    }
}

/// What agrees with the facts whatever the streams say: the whole, and parts of it.
struct Known
{
    QString words = {};
    QList<qint64> keys = {};
};

Known knownPeople(const law::Facts &facts)
{
    Known known;
    const std::optional<qint64> all = facts.peopleAffected();
    if (!all)
        return known;
    known.words = shown(*all);
    known.keys = facts.residents.value_or(QMap<QString, qint64>()).values();
    known.keys << *all << facts.elsewhere.value_or(*all) << facts.unreachable.value_or(*all);
    return known;
}

Known knownDay(QDate day)
{
    return day.isValid() ? Known{shown(day), {day.toJulianDay()}} : Known();
}

bool disagrees(const Said &one, const QList<Said> &all, const Known &known)
{
    if (known.keys.contains(one.key))
        return false;
    if (!known.keys.isEmpty())
        return true;
    return std::any_of(all.begin(), all.end(), [&](const Said &other) {
        return other.statement.stream != one.statement.stream && other.key != one.key;
    });
}

void compare(About about, const QList<Said> &said, const Known &known, QList<StreamContradiction> &found)
{
    StreamContradiction contradiction;
    contradiction.about = about;
    contradiction.facts = known.words;
    for (const Said &each : said) {
        if (!disagrees(each, said, known))
            continue;
        if (contradiction.statements.size() < StreamContradiction::kMostStatements)
            contradiction.statements << each.statement;
        else
            ++contradiction.more;
    }
    if (!contradiction.statements.isEmpty())
        found << contradiction;
}

} // namespace

QString aboutToken(About about)
{
    switch (about) {
    case About::People:
        return u"people"_s;
    case About::Discovery:
        return u"discovery"_s;
    case About::Occurrence:
        break;
    }
    return u"occurrence"_s;
}

QString aboutWords(About about)
{
    switch (about) {
    case About::People:
        return Words::tr("The number of people affected");
    case About::Discovery:
        return Words::tr("The day of discovery");
    case About::Occurrence:
        break;
    }
    return Words::tr("The day on which it began");
}

QString contradictionSentence(const StreamContradiction &contradiction)
{
    QStringList parts;
    for (const StreamStatement &each : contradiction.statements) {
        const QString part = Words::tr("%1 says %2").arg(casework::streamName(each.stream).toLower(), each.value);
        if (!parts.contains(part))
            parts << part;
    }
    if (parts.size() > kMostParts || contradiction.more > 0)
        parts = parts.mid(0, kMostParts) << Words::tr("and others");
    QString sentence = u"%1: %2"_s.arg(aboutWords(contradiction.about), parts.join(u", "_s));
    if (!contradiction.facts.isEmpty())
        sentence += Words::tr("; the facts say %1").arg(contradiction.facts);
    return sentence + u'.';
}

QList<StreamContradiction> contradictionsIn(const QList<TimelineEntry> &entries, const law::Facts &facts)
{
    QList<Said> people;
    QList<Said> discovery;
    QList<Said> occurrence;
    for (const TimelineEntry &entry : entries) {
        if (entry.supersededBy || entry.source == casework::EntrySource::System)
            continue;
        takePeople(entry, people);
        const QList<notices::SaidDay> days = notices::daysIn(entry.text);
        takeDiscovery(entry, days, discovery);
        takeOccurrence(entry, days, occurrence);
    }
    QList<StreamContradiction> found;
    compare(About::People, people, knownPeople(facts), found);
    compare(About::Discovery, discovery, knownDay(law::discoveryOf(facts).day), found);
    compare(About::Occurrence, occurrence, knownDay(facts.occurred ? facts.occurred->from.value_or(QDate()) : QDate()),
            found);
    return found;
}

Result<QList<StreamContradiction>> StreamCheck::run(casework::Reader &reader) const
{
    TOCSIN_ASSIGN(const QList<TimelineEntry> entries, casework::EntriesWithFigures{incident}.run(reader));
    TOCSIN_ASSIGN(const casework::FactsRevision facts, casework::CurrentFacts{incident}.run(reader));
    return contradictionsIn(entries, facts.facts);
}

} // namespace tocsin::jobs
