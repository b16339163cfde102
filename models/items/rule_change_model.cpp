// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rule_change_model.h"

#include "items/duty_wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using Kind = law::RuleChange::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return Words::tr("Added");
    case Kind::Gone:
        return Words::tr("Gone");
    case Kind::Changed:
        break;
    }
    return Words::tr("Changed");
}

Tone kindTone(Kind kind)
{
    return kind == Kind::Added ? Tone::Ok : kind == Kind::Gone ? Tone::Warning : Tone::Neutral;
}

} // namespace

QList<RuleChangeLine> ruleLines(const QList<law::RuleChange> &changes)
{
    QList<RuleChangeLine> lines;
    for (const law::RuleChange &each : changes) {
        lines << RuleChangeLine{kindName(each.kind), kindTone(each.kind), each.title,
                                (QStringList{each.rule} + each.details).join(u'\n')};
    }
    return lines;
}

QList<RuleChangeLine> incidentLines(const casework::PackComparison &comparison, QDate today)
{
    QList<RuleChangeLine> lines;
    if (!comparison.differs) {
        lines << RuleChangeLine{comparison.reference, Tone::Neutral, Words::tr("Has these rules already."), {}};
        return lines;
    }
    const FactsEffect effect = effectOf(comparison.dates, today);
    lines << RuleChangeLine{comparison.reference, effect.tone,
                            comparison.dates.isEmpty() ? Words::tr("No deadline changes.") : effect.sentence,
                            effect.changes.join(u'\n')};
    for (const casework::ObligationRecord &each : comparison.withdrawn) {
        lines << RuleChangeLine{comparison.reference, Tone::Warning,
                                Words::tr("%1 (%2) would be withdrawn. What was recorded stays in the list:")
                                    .arg(recipientTitle(each.duty.recipient), each.duty.citation),
                                casework::recordedOf(each).join(u'\n')};
    }
    return lines;
}

QString ruleCounts(const QList<law::RuleChange> &changes)
{
    const auto some = [&changes](Kind kind) {
        const auto count = std::count_if(changes.cbegin(), changes.cend(),
                                         [kind](const law::RuleChange &each) { return each.kind == kind; });
        return count == 0 ? Words::tr("none") : countWord(count);
    };
    return Words::tr("Rules added: %1. Changed: %2. Gone: %3.")
        .arg(some(Kind::Added), some(Kind::Changed), some(Kind::Gone));
}

int RuleChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Word ? tr("Which") : tr("What changes");
}

QVariant RuleChangeModel::data(const QModelIndex &index, int role) const
{
    const RuleChangeLine *line = recordAt(index.row());
    if (!line)
        return {};
    const bool word = index.column() == Word;
    switch (role) {
    case Qt::DisplayRole:
        return word ? QVariant() : QVariant(line->text);
    case SecondaryTextRole:
        return word ? QVariant() : QVariant(line->details);
    case BadgeTextRole:
        return word ? QVariant(line->word) : QVariant();
    case BadgeToneRole:
        return word ? QVariant(int(line->tone)) : QVariant();
    case EmphasisRole:
        return !word;
    case Qt::AccessibleTextRole:
        return word ? line->word : line->text + u'\n' + line->details;
    default:
        return {};
    }
}

} // namespace tocsin::items
