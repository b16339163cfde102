// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/approvals_list.h"

#include "items/wording.h"
#include "shared/badge.h"
#include "shared/empty_layout.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr qsizetype kShown = 2;
constexpr int kReasonsWidth = 240;
constexpr int kReasonsHeight = 120;

Badge *makeBadge(bool counts, QWidget *parent)
{
    auto *badge = new Badge(counts ? Tone::Ok : Tone::Neutral,
                            counts ? ApprovalsList::tr("✓ Counts") : ApprovalsList::tr("Void"), parent);
    badge->setToolTip(counts ? ApprovalsList::tr("Given to exactly what the letters say now.")
                             : ApprovalsList::tr("The words, the facts or the roster have changed since."));
    return badge;
}

/// What the approver let stand: a link that opens the reasons.
void addAccepted(QVBoxLayout &layout, const QList<casework::AcceptedWarning> &accepted)
{
    const QString closed = accepted.size() == 1 ? ApprovalsList::tr("1 warning let stand: why")
                                                : ApprovalsList::tr("%1 warnings let stand: why").arg(accepted.size());
    auto *link = new QPushButton(closed);
    setButtonKind(*link, ButtonKind::Link);
    QStringList lines;
    for (const casework::AcceptedWarning &each : accepted)
        lines << ApprovalsList::tr("%1\nBecause: %2").arg(each.warning, each.reason);
    auto *words = makeMutedLabel(lines.join(u"\n\n"_s));
    auto *area = new ScrollColumn(words, kReasonsWidth);
    area->setFixedHeight(kReasonsHeight);
    words->setAutoFillBackground(false); // the card shows through
    area->hide();
    QObject::connect(link, &QPushButton::clicked, area, [link, area, closed] {
        area->setVisible(!area->isVisible());
        link->setText(area->isVisible() ? ApprovalsList::tr("Hide the reasons") : closed);
    });
    layout.addWidget(link, 0, Qt::AlignLeft);
    layout.addWidget(area);
}

QWidget *makeRow(const casework::Approval &approval, const QString &pinned, const QByteArray &zone)
{
    auto *row = new QWidget;
    auto *who = makeLabel(ApprovalsList::tr("%1, %2").arg(approval.byName, casework::roleName(approval.role)));
    who->setWordWrap(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::kGrid);
    first->addWidget(who, 1);
    if (!pinned.isEmpty())
        first->addWidget(makeBadge(approval.pinned == pinned, row), 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addWidget(
        makeMutedLabel(ApprovalsList::tr("version %1 · %2")
                           .arg(QString::number(approval.version), items::momentText(approval.at.inZone(zone)))));
    if (!approval.accepted.isEmpty())
        addAccepted(*layout, approval.accepted);
    return row;
}

} // namespace

ApprovalsList::ApprovalsList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::kGrid);
}

void ApprovalsList::setApprovals(const QList<casework::Approval> &approvals, const QString &pinned,
                                 const QByteArray &zone)
{
    emptyLayout(*m_rows);
    if (approvals.isEmpty()) {
        m_rows->addWidget(makeMutedLabel(tr("None yet. An approval is given to one exact version.")));
        return;
    }
    const qsizetype shown = std::min(approvals.size(), kShown);
    for (qsizetype i = 0; i < shown; ++i)
        m_rows->addWidget(makeRow(approvals[approvals.size() - 1 - i], pinned, zone));
    if (approvals.size() > shown) {
        const qsizetype more = approvals.size() - shown;
        m_rows->addWidget(makeMutedLabel(more == 1 ? tr("and one earlier, in the ledger")
                                                   : tr("and %1 earlier, in the ledger").arg(more)));
    }
}

} // namespace tocsin::views
