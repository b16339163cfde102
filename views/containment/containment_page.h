// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/register_model.h"
#include "shared/case_context.h"
#include "shared/page.h"

namespace tocsin::views {

class Card;
class ChecklistPanel;
class NoticeBar;
class PageHeader;
class RegistersPanel;
class TableView;
class UndoOffer;

/// The first days of an incident: what is expired or missing on top, the checklist of a playbook, and the registers.
class ContainmentPage final : public Page
{
    Q_OBJECT

public:
    explicit ContainmentPage(CaseContext *context, QWidget *parent = nullptr);

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// A record's reference, such as AR-1.
    bool showRecord(const QString &recordId) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    CaseContext *m_context;
    items::RegisterIssueModel *m_issues;
    QList<casework::RegisterRecord> m_records;
    PageHeader *m_header;
    NoticeBar *m_notice;
    UndoOffer *m_undo;
    Card *m_issueCard;
    TableView *m_issueTable;
    ChecklistPanel *m_checklist;
    RegistersPanel *m_registers;
    IncidentId m_shown;
    QVariantMap m_unfinished; ///< written before a lock, or before another incident came to the front
    QMap<qint64, QVariantMap> m_kept; ///< what is half written in other incidents
    QString m_wanted; ///< reference to show once the records are there
    bool m_ready = false;
    bool m_failed = false; ///< what is expired or missing could not be read
    int m_asked = 0;

    void makeParts(QWidget *content);
    void connectParts();
    void showIncident();
    void reload();
    void loadIssues();
    void showIssues(const QList<casework::RegisterIssue> &issues);
    void showCount();
};

} // namespace tocsin::views
