// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fact_keys.h"
#include "items/facts_draft.h"
#include "items/json_place.h"

#include <QAbstractItemModel>

#include <memory>

namespace tocsin::items {

struct FactNode;

/// Every fact of a draft as an outline: headings and lists, the facts under them, and the lines of the lists. Values
/// are edited in place; whatever is typed goes into the draft, and its problem is shown at the fact it is about.
///
/// Rows come and go only where lines do, so that selection and open branches stay.
class FactOutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Fact, Value, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole + 200, ///< QString: as failures name it; empty for a heading
        KindRole, ///< int: FactKind of the value to edit
        ErrorRole, ///< QString: what is wrong with it
        HintRole, ///< QString
        IsListRole, ///< bool: lines can be added to it
        IsLineRole, ///< bool: it is a line that can be removed
        ChoicesRole, ///< QList<FactChoice>: choices()
        AnyWordRole, ///< bool: beside the choices any word can be typed
    };

    /// The draft is not owned and must outlive the model.
    explicit FactOutlineModel(FactsDraft &draft, QObject *parent = nullptr);
    ~FactOutlineModel() override;

    /// The rules whose words are offered as choices.
    void setPacks(const law::RulePacks &packs);

    /// What can be chosen in a cell, with the present value; empty where anything can be typed.
    [[nodiscard]] QList<FactChoice> choices(const QModelIndex &index) const;

    /// The row of a fact, "anchors.determined" or "contract[0].to"; of one that is not there the nearest around it.
    [[nodiscard]] QModelIndex find(const QString &path) const;
    /// The row of a fact that an obligation waits for. For lists ("regulator_requests.due") the line of which
    /// `recipient` speaks, where one does ("OCR:DR-1").
    [[nodiscard]] QModelIndex findMissing(const QString &path, const QString &recipient) const;

    /// The list that a row is, or is in; invalid if none.
    [[nodiscard]] QModelIndex listOf(const QModelIndex &index) const;
    /// Adds a line to a list, and gives it; a line that is not named yet is given instead of a second one.
    QModelIndex addLine(const QModelIndex &list);
    void removeLine(const QModelIndex &line);
    /// Whether removeLine() or clearValue() does anything here.
    [[nodiscard]] bool canRemove(const QModelIndex &index) const;
    /// Makes a fact unknown again.
    void clearValue(const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    FactsDraft &m_draft;
    law::RulePacks m_packs;
    std::unique_ptr<FactNode> m_root;
    const FactNode *m_toBlame = nullptr; ///< for what is wrong with the draft
    bool m_removing = false;

    void makeNodes();
    [[nodiscard]] FactNode *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const FactNode &node, int column = Fact) const;
    [[nodiscard]] QJsonValue valueOfNode(const FactNode &node) const;
    [[nodiscard]] bool isChanged(const FactNode &node) const;
    [[nodiscard]] QString wasText(const FactNode &node) const;
    [[nodiscard]] QString shownWords(const FactNode &node, const QJsonValue &value) const;
    [[nodiscard]] QString shownValue(const FactNode &node) const;
    [[nodiscard]] QString summary(const FactNode &list) const;
    [[nodiscard]] QString labelOf(const FactNode &node) const;
    [[nodiscard]] QString hintOf(const FactNode &node) const;
    [[nodiscard]] QString errorOf(const FactNode &node) const;
    [[nodiscard]] bool isEditable(const FactNode &node, int column) const;
    void write(const FactNode &node, const QJsonValue &value);
    bool rename(FactNode &line, const QString &name);
    void syncLines(FactNode &list);
    void insertLine(FactNode &list, const QString &name);
    void takeDraft();
    void touch(const FactNode &parent);
};

} // namespace tocsin::items
