// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_table.h"
#include "law/rule_pack.h"

#include <QSortFilterProxyModel>

namespace tocsin::items {

/// The rules of one pack for a table: what about and how long, by which provision, how sure.
class RuleModel final : public RecordTable<law::Rule>
{
    Q_OBJECT

public:
    enum Column { What, Citation, Certainty, ColumnCount };

    explicit RuleModel(QObject *parent = nullptr) : RecordTable(parent) { }

    /// Of each rule the text in force on `today` is shown.
    void set(const law::RulePack &pack, QDate today);
    [[nodiscard]] const law::RulePack &pack() const { return m_pack; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] qint64 idOf(const law::Rule &rule) const override { return qint64(qHash(rule.id)); }
    /// Two packs can have different rules of one name; all are shown anew when the pack changes.
    [[nodiscard]] bool looksSame(const law::Rule &, const law::Rule &) const override { return false; }

private:
    law::RulePack m_pack;
    QDate m_today;

    [[nodiscard]] QVariant firstLine(const law::Rule &rule, int column) const;
    [[nodiscard]] QVariant secondLine(const law::Rule &rule, int column) const;
};

/// Whether counsel has to look: "Doubtful", "Review on some facts", "Checked", "Not checked".
QString certaintyWord(const law::Rule &rule);

/// The rules that hold words in their title, recipient, State, citation or id; and if so asked only those for counsel.
class RuleFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RuleFilterModel(QObject *parent = nullptr) : QSortFilterProxyModel(parent) { }

    void setWords(const QString &words);
    void setDoubtfulOnly(bool only);
    /// The rule of a row; null if there is none.
    [[nodiscard]] const law::Rule *ruleAt(const QModelIndex &index) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_words;
    bool m_doubtfulOnly = false;
};

} // namespace tocsin::items
