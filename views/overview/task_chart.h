// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/task_progress_model.h"

#include <QChartView>

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace tocsin::views {

/// Tasks over time: a line for all there were, an area below it for those that were done. The gap is what is left. It
/// takes no keys; the table of the same model says the same, and the accessible description says it in a sentence.
class TaskChart final : public QChartView
{
    Q_OBJECT

public:
    explicit TaskChart(items::TaskProgressModel *model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    items::TaskProgressModel *m_model;
    QLineSeries *m_all;
    QLineSeries *m_doneLine;
    QAreaSeries *m_done;
    QDateTimeAxis *m_days;
    QValueAxis *m_count;

    void refresh();
    void paintInTheme();
};

} // namespace tocsin::views
