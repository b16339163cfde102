// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rule_model.h"

#include "items/duty_wording.h"
#include "items/item_roles.h"
#include "law/rule_words.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

Tone certaintyTone(const law::Rule &rule)
{
    if (law::isDoubtful(rule) || !rule.reviews.isEmpty())
        return Tone::Warning;
    return rule.versions.last().confidence == law::Confidence::Verified ? Tone::Ok : Tone::Neutral;
}

} // namespace

QString certaintyWord(const law::Rule &rule)
{
    if (law::isDoubtful(rule))
        return Words::tr("Doubtful");
    if (!rule.reviews.isEmpty())
        return Words::tr("Review on some facts");
    return rule.versions.last().confidence == law::Confidence::Verified ? Words::tr("Checked")
                                                                        : Words::tr("Not checked");
}

void RuleModel::set(const law::RulePack &pack, QDate today)
{
    m_today = today;
    if (pack.bytes == m_pack.bytes && pack.name() == m_pack.name())
        return;
    m_pack = pack;
    takeOver(pack.rules);
}

int RuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Rule");
    case Citation:
        return tr("Citation");
    default:
        return tr("Certainty");
    }
}

QVariant RuleModel::firstLine(const law::Rule &rule, int column) const
{
    const law::RuleVersion &version = law::versionOn(rule, m_today);
    switch (column) {
    case What:
        return law::ruleTitle(rule.title, rule.state);
    case Citation:
        return version.citation;
    default:
        return {};
    }
}

QVariant RuleModel::secondLine(const law::Rule &rule, int column) const
{
    const law::RuleVersion &version = law::versionOn(rule, m_today);
    switch (column) {
    case What:
        return law::sentenceCase(law::deadlineWords(version.deadline));
    case Citation:
        return law::inForceWords(version);
    default:
        return {};
    }
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    const law::Rule *rule = recordAt(index.row());
    if (!rule)
        return {};
    const bool badge = index.column() == Certainty;
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(*rule, index.column());
    case SecondaryTextRole:
        return secondLine(*rule, index.column());
    case EmphasisRole:
        return index.column() == What;
    case BadgeTextRole:
        return badge ? QVariant(certaintyWord(*rule)) : QVariant();
    case BadgeToneRole:
        return badge ? QVariant(int(certaintyTone(*rule))) : QVariant();
    case Qt::AccessibleTextRole:
        return badge ? QVariant(certaintyWord(*rule)) : QVariant();
    case RecordIdRole:
        return rule->id;
    default:
        return {};
    }
}

void RuleFilterModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    invalidateFilter();
}

void RuleFilterModel::setDoubtfulOnly(bool only)
{
    m_doubtfulOnly = only;
    invalidateFilter();
}

const law::Rule *RuleFilterModel::ruleAt(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RuleModel *>(sourceModel());
    return model && index.isValid() ? model->recordAt(mapToSource(index).row()) : nullptr;
}

bool RuleFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = qobject_cast<const RuleModel *>(sourceModel());
    const law::Rule *rule = model ? model->recordAt(row) : nullptr;
    if (!rule || (m_doubtfulOnly && !law::isDoubtful(*rule) && rule->reviews.isEmpty()))
        return false;
    QStringList texts{law::ruleTitle(rule->title, rule->state), recipientTitle(law::ruleRecipient(*rule)), rule->id,
                      law::stateName(rule->state), rule->statute};
    for (const law::RuleVersion &version : rule->versions)
        texts << version.citation;
    return texts.join(u'\n').contains(m_words, Qt::CaseInsensitive);
}

} // namespace tocsin::items
