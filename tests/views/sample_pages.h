// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/page.h"
#include "shell/top_strip.h"

#include <QList>

class QLineEdit;
class QStandardItemModel;

namespace tocsin::viewchecks {

/// A page made of the shared widgets, with invented content in which every text that stands for a case holds
/// caseWord().
class SamplePage final : public views::Page
{
    Q_OBJECT

public:
    explicit SamplePage(views::PageInfo info, QWidget *parent = nullptr);

    [[nodiscard]] QList<views::Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    bool showRecord(const QString &recordId) override;

    QLineEdit *entry = nullptr;
    QString shownRecord;
    int commandRuns = 0;
};

/// The word in every invented text of a case, to search a locked window for.
QString caseWord();

/// Deadlines, as on look/overview.png.
class OverviewSample final : public views::Page
{
    Q_OBJECT

public:
    explicit OverviewSample(QWidget *parent = nullptr);
};

/// The pages of the rail, in their order.
QList<views::Page *> samplePages();

/// An incident at day 17 with five ticks.
views::IncidentHeader sampleIncident();

/// A table's rows as the deadlines have them.
QStandardItemModel *sampleDeadlines(QObject *parent);

} // namespace tocsin::viewchecks
