// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/welcome_page.h"

#include "shared/card.h"
#include "shared/icons.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumn = 880;
constexpr int kRecentRows = 4;

/// One way to begin: what it does, and its button.
QPushButton *addWay(QHBoxLayout &row, const QString &icon, const QString &title, const QString &sentence,
                    const QString &button, ButtonKind kind)
{
    auto *card = new Card(title);
    auto *push = new QPushButton(button, card);
    push->setIcon(themedIcon(icon, kind == ButtonKind::Primary ? IconInk::OnAccent : IconInk::Text));
    setButtonKind(*push, kind);
    auto *text = makeMutedLabel(sentence, TypeStyle::Body, card);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    card->body()->addWidget(text, 1);
    card->body()->addSpacing(metrics::space(1));
    card->body()->addWidget(push, 0, Qt::AlignLeft);
    row.addWidget(card, 1);
    return push;
}

} // namespace

void RecentModel::setStores(const QList<RecentStore> &stores)
{
    beginResetModel();
    m_stores = stores;
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_stores.size());
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RecentStore &store = m_stores[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(store.path).fileName();
    case items::SecondaryTextRole:
        return store.lastOpened.isEmpty() ? store.path : tr("%1 · opened %2").arg(store.path, store.lastOpened);
    case items::BadgeTextRole:
        return store.exists ? QVariant() : QVariant(tr("not found"));
    case items::BadgeToneRole:
        return int(Tone::Warning);
    default:
        return {};
    }
}

WelcomePage::WelcomePage(PathChooser chooser, QWidget *parent)
    : FrontPage(
        u"Tocsin"_s,
        tr("For the days after a failed HIPAA audit or a breach of health information: every clock, every notice, "
           "and the proof of what was done. The case stays on this machine, encrypted."),
        kColumn, parent)
    , m_chooser(std::move(chooser))
{
    addWays();
    addRecent();
    setRecentStores({});
}

void WelcomePage::addWays()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space(2));
    m_create = addWay(*row, u"plus"_s, tr("A new store"),
                      tr("One encrypted file for your organization's incidents, and a recovery kit to print."),
                      tr("Create a store"), ButtonKind::Primary);
    auto *open = addWay(*row, u"folder"_s, tr("A store you have"),
                        tr("Open a .tocsin file with your name and passphrase, or with its recovery kit."),
                        tr("Open a store"), ButtonKind::Plain);
    auto *demo = addWay(*row, u"play"_s, tr("Look around first"),
                        tr("An invented breach two weeks in, with clocks running and letters in review."),
                        tr("Try the demo"), ButtonKind::Plain);
    content()->addLayout(row);
    connect(m_create, &QPushButton::clicked, this, &WelcomePage::createRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::browse);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
}

void WelcomePage::addRecent()
{
    m_recentCard = new Card(tr("Opened before"));
    m_recent = new ListView(tr("Stores opened before"), m_recentCard);
    m_model = new RecentModel(this);
    m_recent->setModel(m_model);
    m_recentCard->setContent(m_recent);
    content()->addWidget(m_recentCard);
    connect(m_recent, &ListView::activated, this, &WelcomePage::openRow);
    connect(m_recent, &ListView::clicked, this, &WelcomePage::openRow);
    auto *forget = new QAction(tr("Take off this list (Delete)"), m_recent);
    forget->setShortcut(Qt::Key_Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    m_recent->addAction(forget);
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(forget, &QAction::triggered, this, [this] {
        const int row = m_recent->currentIndex().row();
        if (row >= 0)
            Q_EMIT forgetRequested(m_model->store(row).path);
    });
}

void WelcomePage::setRecentStores(const QList<RecentStore> &stores)
{
    m_model->setStores(stores);
    m_recentCard->setVisible(!stores.isEmpty());
    m_recent->setFixedHeight(std::min(int(stores.size()), kRecentRows) * metrics::kRow);
}

void WelcomePage::browse()
{
    PathAsk ask;
    ask.title = tr("Open a store");
    ask.filter = tr("Case stores (*.tocsin)");
    m_chooser(this, ask, [this](const QString &path) { Q_EMIT openRequested(path); });
}

void WelcomePage::openRow(const QModelIndex &index)
{
    if (index.isValid() && !isBusy())
        Q_EMIT openRequested(m_model->store(index.row()).path);
}

void WelcomePage::focusFirst()
{
    m_create->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
