// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/register_check.h"
#include "items/record_table.h"

namespace tocsin::items {

/// The records of one register. Each says what it holds in two lines, its date if it has one, and how it stands.
class RegisterModel final : public RecordTable<casework::RegisterRecord>
{
    Q_OBJECT

public:
    enum Column { Reference, What, Due, Standing, ColumnCount };

    using RecordTable::RecordTable;

    /// `all` are the records of every register; shown are those of `kind`. Open ones come first.
    void set(const QString &kind, const QList<casework::RegisterRecord> &all,
             const QList<casework::RegisterIssue> &issues, QDate today);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::RegisterRecord &record) const override { return record.id.value; }
    [[nodiscard]] bool looksSame(const casework::RegisterRecord &a, const casework::RegisterRecord &b) const override;

private:
    casework::RegisterKind m_kind;
    QHash<qint64, QString> m_parents; ///< what a record belongs to, by its id
    QHash<qint64, casework::RegisterIssue::What> m_issues; ///< the most pressing of each record
    QDate m_today;

    [[nodiscard]] QVariant text(const casework::RegisterRecord &record, int column) const;
    [[nodiscard]] QString summary(const casework::RegisterRecord &record) const;
    [[nodiscard]] QString standing(const casework::RegisterRecord &record) const;
    [[nodiscard]] int tone(const casework::RegisterRecord &record) const;
};

/// What an issue is, in a word: "Expired".
QString issueWord(casework::RegisterIssue::What what);

/// What is expired, missing or broken in an incident's registers.
class RegisterIssueModel final : public RecordTable<casework::RegisterIssue>
{
    Q_OBJECT

public:
    enum Column { Word, Sentence, ColumnCount };

    using RecordTable::RecordTable;

    void set(const QList<casework::RegisterIssue> &issues) { takeOver(issues); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const casework::RegisterIssue &issue) const override { return issue.record.value; }
    [[nodiscard]] bool looksSame(const casework::RegisterIssue &a, const casework::RegisterIssue &b) const override
    {
        return a.what == b.what && a.sentence == b.sentence;
    }
};

} // namespace tocsin::items
