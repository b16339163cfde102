// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/check_model.h"

#include "items/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

using notices::CheckLevel;
using notices::CheckResult;

namespace {

Tone toneOf(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Error:
        return Tone::Danger;
    case CheckLevel::Warning:
        return Tone::Warning;
    case CheckLevel::Hint:
        return Tone::Neutral;
    case CheckLevel::Ok:
        break;
    }
    return Tone::Ok;
}

QString wordOf(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Error:
        return CheckModel::tr("! Fix");
    case CheckLevel::Warning:
        return CheckModel::tr("? Look");
    case CheckLevel::Hint:
        return CheckModel::tr("· Hint");
    case CheckLevel::Ok:
        break;
    }
    return CheckModel::tr("✓ Good");
}

QString detailOf(const CheckResult &check)
{
    QStringList lines;
    if (!check.citation.isEmpty())
        lines << check.citation;
    if (!check.detail.isEmpty())
        lines << check.detail;
    return lines.join(u'\n');
}

} // namespace

void CheckModel::setChecks(const QList<CheckResult> &checks)
{
    QList<CheckResult> worstFirst = checks;
    std::stable_sort(worstFirst.begin(), worstFirst.end(),
                     [](const CheckResult &a, const CheckResult &b) { return a.level > b.level; });
    for (const CheckResult &check : checks)
        remember(check.id);
    takeOver(worstFirst);
}

void CheckModel::remember(const QString &id)
{
    if (!m_numbers.contains(id))
        m_numbers.insert(id, m_numbers.size() + 1);
}

qint64 CheckModel::count(CheckLevel level) const
{
    return std::count_if(records().cbegin(), records().cend(),
                         [level](const CheckResult &check) { return check.level == level; });
}

QString CheckModel::summary() const
{
    QStringList parts;
    if (const qint64 errors = count(CheckLevel::Error); errors > 0)
        parts << tr("%1 to put right").arg(items::figure(errors));
    if (const qint64 warnings = count(CheckLevel::Warning); warnings > 0)
        parts << tr("%1 to look at").arg(items::figure(warnings));
    if (const qint64 hints = count(CheckLevel::Hint); hints > 0)
        parts << (hints == 1 ? tr("1 hint") : tr("%1 hints").arg(items::figure(hints)));
    parts << tr("%1 good").arg(items::figure(count(CheckLevel::Ok)));
    return parts.join(u", "_s);
}

int CheckModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

qint64 CheckModel::idOf(const CheckResult &record) const
{
    return m_numbers.value(record.id);
}

bool CheckModel::looksSame(const CheckResult &a, const CheckResult &b) const
{
    return a == b;
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CheckResult &check = records()[index.row()];
    const bool sign = index.column() == SignColumn;
    switch (role) {
    case Qt::DisplayRole:
        return sign ? QVariant() : QVariant(check.title);
    case Qt::AccessibleTextRole:
        return sign ? QVariant(wordOf(check.level)) : QVariant(check.title + u". "_s + detailOf(check));
    case items::SecondaryTextRole:
        return sign ? QVariant() : QVariant(detailOf(check));
    case items::BadgeTextRole:
        return sign ? QVariant(wordOf(check.level)) : QVariant();
    case items::BadgeToneRole:
        return static_cast<int>(toneOf(check.level));
    case items::RecordIdRole:
        return check.id;
    default:
        return {};
    }
}

} // namespace tocsin::views
