// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/duty_wording.h"

#include "items/wording.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

using Change = law::DateChange;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString days(qint64 count)
{
    return law::counted(count, Words::tr("day"), Words::tr("days"));
}

QString shift(qint64 count)
{
    return count < 0 ? Words::tr("%1 earlier").arg(days(-count)) : Words::tr("%1 later").arg(days(count));
}

QString dueText(const law::Due &due, QDate today)
{
    if (due.isNull())
        return Words::tr("without a fixed day");
    const QString day = shortDate(due.day(), today);
    return due.instant ? u"%1, %2"_s.arg(day, clockTime(*due.instant)) : day;
}

/// One line for one duty.
QString changeLine(const Change &change, QDate today)
{
    const QString whom = recipientTitle(change.recipient);
    switch (change.kind) {
    case Change::Kind::Appeared:
        return Words::tr("%1: newly owed, %2").arg(whom, dueText(change.after, today));
    case Change::Kind::Vanished:
        return Words::tr("%1: no longer owed, was %2").arg(whom, dueText(change.before, today));
    case Change::Kind::Blocked:
        return Words::tr("%1: waits for a fact, was %2").arg(whom, dueText(change.before, today));
    case Change::Kind::Unblocked:
        return Words::tr("%1: waits no longer, %2").arg(whom, dueText(change.after, today));
    case Change::Kind::Dated:
    case Change::Kind::Undated:
        break;
    case Change::Kind::Moved:
        if (change.days != 0)
            return Words::tr("%1: %2 becomes %3, %4")
                .arg(whom, dueText(change.before, today), dueText(change.after, today), shift(change.days));
        break;
    }
    return Words::tr("%1: %2 becomes %3").arg(whom, dueText(change.before, today), dueText(change.after, today));
}

QString movedSentence(const QList<qint64> &moves)
{
    const auto [least, most] = std::minmax_element(moves.cbegin(), moves.cend());
    const qsizetype count = moves.size();
    const QString dates
        = count == 1 ? Words::tr("One date moves") : Words::tr("%1 dates move").arg(capitalized(countWord(count)));
    if (*least == *most)
        return u"%1 %2."_s.arg(dates, shift(*least));
    const auto earlier = std::count_if(moves.cbegin(), moves.cend(), [](qint64 move) { return move < 0; });
    if (earlier == count)
        return Words::tr("%1 earlier, by up to %2.").arg(dates, days(-*least));
    if (earlier == 0)
        return Words::tr("%1 later, by up to %2.").arg(dates, days(*most));
    return Words::tr("%1: %2 earlier, %3 later.").arg(dates, countWord(earlier), countWord(count - earlier));
}

/// "Two notices are newly owed."
QString countSentence(qsizetype count, const char *one, const char *many)
{
    return count == 1 ? Words::tr(one) : Words::tr(many).arg(capitalized(countWord(count)));
}

} // namespace

QString recipientTitle(const QString &recipient)
{
    const QString office = recipient.section(u':', 0, 0);
    const QString place = recipient.section(u':', 1);
    if (recipient == "individuals"_L1)
        return Words::tr("All individuals");
    if (recipient == "HHS"_L1)
        return Words::tr("HHS Secretary");
    if (recipient == "substitute"_L1)
        return Words::tr("Substitute notice");
    if (recipient == "media"_L1)
        return Words::tr("Media, State by State");
    if (recipient == "HHS:part2"_L1)
        return Words::tr("HHS Secretary, Part 2");
    if (recipient == "states"_L1)
        return Words::tr("State law, State by State");
    if (office == "AG"_L1 && law::isStateCode(place))
        return capitalized(Words::tr("%1 Attorney General").arg(law::stateName(place)));
    if (office == "individuals"_L1 && law::isStateCode(place))
        return capitalized(Words::tr("%1 residents").arg(law::stateName(place)));
    return capitalized(law::plain(law::recipientName(recipient)));
}

QString recipientState(const QString &recipient)
{
    // "AG:TX", "CA:CDPH" and "AG:NY:hhs-copy" each name their State in one part.
    const QStringList parts = recipient.split(u':');
    for (const QString &part : parts.sliced(1) + QStringList{parts.first()}) {
        if (law::isStateCode(part))
            return part;
    }
    return {};
}

QString recipientCount(const QString &recipient, const law::Facts &facts)
{
    if (recipient == "substitute"_L1) {
        return facts.unreachable ? Words::tr("%1 without a usable address").arg(figure(*facts.unreachable)) : QString();
    }
    const QString state = recipientState(recipient);
    if (facts.residents && facts.residents->contains(state))
        return law::counted(facts.residents->value(state), Words::tr("resident"), Words::tr("residents"));
    const bool everyone = recipient == "individuals"_L1 || recipient == "HHS"_L1;
    const std::optional<qint64> people = facts.peopleAffected();
    return everyone && people ? law::counted(*people, Words::tr("person"), Words::tr("people")) : QString();
}

QString fullDate(QDate date)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, u"ddd d MMMM yyyy"_s);
}

QString timeLeft(QDate today, QDate due)
{
    const qint64 left = today.daysTo(due);
    if (left == 0)
        return Words::tr("due today");
    return left > 0 ? Words::tr("%1 left").arg(days(left)) : Words::tr("%1 late").arg(days(-left));
}

QString countWord(qint64 count)
{
    static constexpr std::array kWords{
        QT_TRANSLATE_NOOP("tocsin::items", "no"),    QT_TRANSLATE_NOOP("tocsin::items", "one"),
        QT_TRANSLATE_NOOP("tocsin::items", "two"),   QT_TRANSLATE_NOOP("tocsin::items", "three"),
        QT_TRANSLATE_NOOP("tocsin::items", "four"),  QT_TRANSLATE_NOOP("tocsin::items", "five"),
        QT_TRANSLATE_NOOP("tocsin::items", "six"),   QT_TRANSLATE_NOOP("tocsin::items", "seven"),
        QT_TRANSLATE_NOOP("tocsin::items", "eight"), QT_TRANSLATE_NOOP("tocsin::items", "nine"),
        QT_TRANSLATE_NOOP("tocsin::items", "ten")};
    return count >= 0 && count < qint64(kWords.size()) ? Words::tr(kWords.at(size_t(count))) : figure(count);
}

FactsEffect effectOf(const QList<law::DateChange> &changes, QDate today)
{
    if (changes.isEmpty())
        return {Tone::Neutral, Words::tr("No date changes."), {}};
    QList<qint64> moves;
    QHash<int, qsizetype> counts;
    QStringList lines;
    QString individuals;
    for (const Change &change : changes) {
        if (change.kind == Change::Kind::Moved)
            moves << change.days;
        ++counts[int(change.kind)];
        lines << changeLine(change, today);
        if (change.recipient == "individuals"_L1 && change.after.day().isValid())
            individuals = Words::tr("Individuals: %1.").arg(shortDate(change.after.day(), today));
    }
    QStringList sentences;
    if (!moves.isEmpty())
        sentences << movedSentence(moves);
    const auto add = [&](Change::Kind kind, const char *one, const char *many) {
        if (counts.value(int(kind)) > 0)
            sentences << countSentence(counts.value(int(kind)), one, many);
    };
    add(Change::Kind::Appeared, QT_TRANSLATE_NOOP("tocsin::items", "One notice is newly owed."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices are newly owed."));
    add(Change::Kind::Unblocked, QT_TRANSLATE_NOOP("tocsin::items", "One notice waits no longer."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices wait no longer."));
    add(Change::Kind::Dated, QT_TRANSLATE_NOOP("tocsin::items", "One notice gets a date."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices get a date."));
    add(Change::Kind::Undated, QT_TRANSLATE_NOOP("tocsin::items", "One notice loses its date."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices lose their dates."));
    add(Change::Kind::Vanished, QT_TRANSLATE_NOOP("tocsin::items", "One notice is no longer owed."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices are no longer owed."));
    add(Change::Kind::Blocked, QT_TRANSLATE_NOOP("tocsin::items", "One notice then waits for a fact."),
        QT_TRANSLATE_NOOP("tocsin::items", "%1 notices then wait for a fact."));
    if (!individuals.isEmpty())
        sentences << individuals;
    return {Tone::Warning, sentences.join(u' '), lines};
}

} // namespace tocsin::items
