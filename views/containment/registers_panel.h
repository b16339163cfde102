// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/register_model.h"
#include "shared/case_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class EmptyState;
class RecordForm;
class TableView;

/// The registers of an incident: one at a time as a table, and one record to write or amend in its place.
class RegistersPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RegistersPanel(CaseContext *context, QWidget *parent = nullptr);

    void set(const QList<casework::RegisterRecord> &records, const QList<casework::RegisterIssue> &issues);
    [[nodiscard]] QString kind() const;
    void choose(const QString &kind);
    /// Shows a record by its reference; false if there is none.
    bool showRecord(const QString &reference);
    void add();
    void closeForm();
    /// The same, unless something would be lost that nobody was told of.
    void leaveForm();
    /// What is written in the form and not entered yet; empty if there is nothing.
    [[nodiscard]] QVariantMap unfinished() const;
    /// Opens the form of the register that is chosen, with what was written in it.
    void restore(const QVariantMap &unfinished);
    [[nodiscard]] bool isFormOpen() const;

Q_SIGNALS:
    void saved(const tocsin::casework::Receipt &receipt);
    void failed(const QString &problem);

private:
    CaseContext *m_context;
    QList<casework::RegisterRecord> m_records;
    QList<casework::RegisterIssue> m_issues;
    items::RegisterModel *m_model;
    QComboBox *m_choice;
    QPushButton *m_add;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    RecordForm *m_form;

    [[nodiscard]] QList<casework::RegisterRecord> parents() const;
    void show();
    void open(int row);
};

} // namespace tocsin::views
