// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/delivery_wording.h"

#include <QWidget>

class QBarSet;
class QChartView;
class QGridLayout;
class QLabel;
class QValueAxis;

namespace tocsin::views {

/// The funnel from the roster to the mailbox: for each step its name, its number and a bar. What became of letters
/// beside the way has a hatched bar of another colour. It takes no keys; the accessible description says it in a
/// sentence.
class FunnelChart final : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void show(const casework::DeliveryFunnel &funnel);

protected:
    void changeEvent(QEvent *event) override;

private:
    QBarSet *m_steps;
    QBarSet *m_beside;
    QValueAxis *m_people;
    QChartView *m_bars;
    QGridLayout *m_rows;
    QList<QLabel *> m_numbers;

    void makeBars();
    void makeRows(const QList<items::FunnelStage> &stages);
    void paintInTheme();
};

} // namespace tocsin::views
