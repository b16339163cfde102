// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/rule_pack.h"
#include "shared/card.h"

class QLabel;
class QPushButton;

namespace tocsin::items {
class FactFilterModel;
class FactOutlineModel;
class FactsDraft;
} // namespace tocsin::items

namespace tocsin::views {

class FactTree;
class SearchField;

/// "All facts": every fact that rules can listen to, to edit in place, with a line to filter them.
class FactsOutline final : public Card
{
    Q_OBJECT

public:
    /// The draft is not owned and must outlive the card.
    explicit FactsOutline(items::FactsDraft &draft, QWidget *parent = nullptr);

    void setPacks(const law::RulePacks &packs);
    /// Goes to a fact, by its path, and opens it to be edited. For one of a list `recipient` says of which line.
    void showFact(const QString &path, const QString &recipient = {});
    void focusFacts();
    /// What Tab stops at, in its order.
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void leaveWanted();

private:
    QPushButton *m_back;
    items::FactOutlineModel *m_model;
    items::FactFilterModel *m_filter;
    SearchField *m_search;
    QPushButton *m_add;
    QPushButton *m_remove;
    FactTree *m_tree;
    QLabel *m_hint;

    [[nodiscard]] QModelIndex current() const;
    void editSource(const QModelIndex &index);
    void addLine();
    void remove();
    void showCurrent();
    void applySearch(const QString &words);
};

} // namespace tocsin::views
