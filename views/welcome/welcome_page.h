// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/front_page.h"
#include "shared/path_field.h"

#include <QAbstractListModel>

class QPushButton;

namespace tocsin::views {

class Card;
class ListView;

/// A store that was open on this machine before. Only what the file's name and date tell.
struct RecentStore
{
    QString path;
    QString lastOpened; ///< in words: "today, 09:42"
    bool exists = true;
};

/// The list of them.
class RecentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setStores(const QList<RecentStore> &stores);
    [[nodiscard]] const RecentStore &store(int row) const { return m_stores[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<RecentStore> m_stores;
};

/// Where everyone begins: create a store, open one, or try the demo.
class WelcomePage final : public FrontPage
{
    Q_OBJECT

public:
    explicit WelcomePage(PathChooser chooser = systemPathChooser(), QWidget *parent = nullptr);

    void setRecentStores(const QList<RecentStore> &stores);

    void focusFirst() override;

Q_SIGNALS:
    void createRequested();
    void openRequested(const QString &path);
    void demoRequested();
    /// Take a store off the list; its file stays.
    void forgetRequested(const QString &path);

private:
    void addWays();
    void addRecent();
    void browse();
    void openRow(const QModelIndex &index);

    PathChooser m_chooser;
    QPushButton *m_create = nullptr;
    Card *m_recentCard = nullptr;
    ListView *m_recent = nullptr;
    RecentModel *m_model = nullptr;
};

} // namespace tocsin::views
