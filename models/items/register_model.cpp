// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/register_model.h"

#include "items/item_roles.h"
#include "items/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::RegisterField;
using casework::RegisterIssue;
using casework::RegisterRecord;

namespace {

Tone toneOf(RegisterIssue::What what)
{
    return what == RegisterIssue::What::Missing || what == RegisterIssue::What::Absent ? Tone::Warning : Tone::Danger;
}

/// A value as a line of a summary shows it.
QString shown(const RegisterField &field, const QString &value, QDate today)
{
    if (field.type == RegisterField::Type::Date)
        return shortDate(QDate::fromString(value, Qt::ISODate), today);
    if (field.type == RegisterField::Type::Moment) {
        const auto at = Instant::parse(value);
        return at ? momentText(*at) : value;
    }
    return value.simplified();
}

} // namespace

QString issueWord(RegisterIssue::What what)
{
    switch (what) {
    case RegisterIssue::What::Expired:
        return QCoreApplication::translate("tocsin::items", "Expired");
    case RegisterIssue::What::Missing:
        return QCoreApplication::translate("tocsin::items", "Incomplete");
    case RegisterIssue::What::Absent:
        return QCoreApplication::translate("tocsin::items", "Missing");
    case RegisterIssue::What::Custody:
        return QCoreApplication::translate("tocsin::items", "Custody");
    case RegisterIssue::What::Differs:
        break;
    }
    return QCoreApplication::translate("tocsin::items", "Differs");
}

void RegisterModel::set(const QString &kind, const QList<RegisterRecord> &all, const QList<RegisterIssue> &issues,
                        QDate today)
{
    m_kind = casework::registerKind(kind).value_or(casework::RegisterKind());
    m_today = today;
    m_parents.clear();
    m_issues.clear();
    QList<RegisterRecord> own;
    for (const RegisterRecord &record : all) {
        m_parents.insert(record.id.value, tr("%1 %2").arg(record.reference(), record.name()));
        if (record.kind == kind)
            own << record;
    }
    for (const RegisterIssue &issue : issues) {
        if (!m_issues.contains(issue.record.value))
            m_issues.insert(issue.record.value, issue.what);
    }
    std::stable_partition(own.begin(), own.end(), [](const RegisterRecord &record) { return !record.closed; });
    takeOver(own);
    refreshAll();
}

int RegisterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RegisterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Reference ? tr("Record")
        : section == What       ? tr("What it says")
        : section == Due        ? tr("Date")
                                : tr("State");
}

QString RegisterModel::summary(const RegisterRecord &record) const
{
    QStringList parts;
    if (!record.parent.isNull())
        parts << m_parents.value(record.parent.value);
    for (const RegisterField &field : m_kind.fields.mid(1)) {
        if (field.id != m_kind.due && !record.value(field.id).isEmpty())
            parts << shown(field, record.value(field.id), m_today);
    }
    if (record.file)
        parts << tr("SHA-256 %1…").arg(record.file->sha256.left(12));
    return parts.join(u" · "_s);
}

QString RegisterModel::standing(const RegisterRecord &record) const
{
    if (record.closed)
        return tr("Closed");
    if (m_issues.contains(record.id.value))
        return issueWord(m_issues.value(record.id.value));
    return m_kind.isFinal ? tr("Kept") : tr("Open");
}

int RegisterModel::tone(const RegisterRecord &record) const
{
    const bool troubled = !record.closed && m_issues.contains(record.id.value);
    return int(troubled ? toneOf(m_issues.value(record.id.value)) : Tone::Neutral);
}

QVariant RegisterModel::text(const RegisterRecord &record, int column) const
{
    if (column == Reference)
        return record.reference();
    if (column == What)
        return record.name().simplified();
    if (column == Due)
        return shortDate(QDate::fromString(record.value(m_kind.due), Qt::ISODate), m_today);
    return {};
}

QVariant RegisterModel::data(const QModelIndex &index, int role) const
{
    const RegisterRecord *record = recordAt(index.row());
    if (!record)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*record, index.column());
    case SecondaryTextRole:
        return index.column() == What ? summary(*record) : QVariant();
    case BadgeTextRole:
    case Qt::AccessibleTextRole:
        return index.column() == Standing ? standing(*record) : QVariant();
    case BadgeToneRole:
        return tone(*record);
    case RecordIdRole:
        return record->reference();
    default:
        return {};
    }
}

bool RegisterModel::looksSame(const RegisterRecord &a, const RegisterRecord &b) const
{
    return a.values == b.values && a.closed == b.closed && a.kind == b.kind;
}

int RegisterIssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RegisterIssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Word ? tr("What") : tr("Why");
}

QVariant RegisterIssueModel::data(const QModelIndex &index, int role) const
{
    const RegisterIssue *issue = recordAt(index.row());
    if (!issue)
        return {};
    if (role == RecordIdRole)
        return issue->reference;
    if (index.column() == Sentence)
        return role == Qt::DisplayRole ? issue->sentence : QVariant();
    if (role == BadgeTextRole || role == Qt::AccessibleTextRole)
        return issueWord(issue->what);
    return role == BadgeToneRole ? QVariant(int(toneOf(issue->what))) : QVariant();
}

} // namespace tocsin::items
