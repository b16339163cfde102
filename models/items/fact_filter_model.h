// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace tocsin::items {

/// The facts of an outline of which label, key or value has every one of some words, with what is above and below them.
class FactFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FactFilterModel(QObject *parent = nullptr);

    void setWords(const QString &words);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace tocsin::items
