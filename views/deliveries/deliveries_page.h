// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/folder_opener.h"
#include "shared/page.h"

#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;

namespace tocsin::items {
class DeliveryLogModel;
}

namespace tocsin::views {

class DeliveryPeople;
class FunnelChart;
class ListView;
class NoticeBar;
class RecordPanel;
struct DeliveryView;

/// What became of the letters of a notice: the funnel from the roster to the mailbox, what was recorded, and every
/// person's standing for those whose role may see people.
class DeliveriesPage final : public Page
{
    Q_OBJECT

public:
    explicit DeliveriesPage(CaseContext *context, FolderOpener opener = systemFolderOpener(),
                            QWidget *parent = nullptr);
    ~DeliveriesPage() override;

    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;

private:
    CaseContext *m_context;
    IncidentId m_incident;
    QString m_key; ///< of the notice in front, empty until somebody chooses
    QStackedWidget *m_stack;
    QComboBox *m_notices;
    FunnelChart *m_chart;
    QLabel *m_sentence;
    NoticeBar *m_failure;
    items::DeliveryLogModel *m_acts;
    ListView *m_log;
    QLabel *m_noActs;
    RecordPanel *m_record;
    DeliveryPeople *m_people = nullptr; ///< null if the role may not see people
    int m_asked = 0; ///< numbers the questions, so that an answer that was overtaken is let go

    [[nodiscard]] QWidget *makeColumn();
    [[nodiscard]] QWidget *makePeople();
    void load();
    void forget();
    void take(const DeliveryView &view);
    void fillNotices(const DeliveryView &view);
    void choose(int index);
};

} // namespace tocsin::views
