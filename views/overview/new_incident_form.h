// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/declaration.h"
#include "law/facts.h"
#include "shared/case_context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace tocsin::views {

class FirstStepsChoice;
class Form;
class NoticeBar;

/// Begins an incident with what is known on the first day. All of it can be changed and added to later.
class NewIncidentForm : public QWidget
{
    Q_OBJECT

public:
    explicit NewIncidentForm(CaseContext *context, QWidget *parent = nullptr);

    void begin();

Q_SIGNALS:
    void created(const tocsin::casework::Receipt &receipt);
    void cancelled();

private:
    /// A date that need not be known yet.
    struct DateChoice
    {
        QWidget *field = nullptr;
        QCheckBox *known = nullptr;
        QDateEdit *date = nullptr;
    };

    CaseContext *m_context;
    Form *m_form;
    QLineEdit *m_title;
    QComboBox *m_kind;
    QComboBox *m_entity;
    DateChoice m_discovered;
    DateChoice m_from;
    DateChoice m_to;
    QList<QCheckBox *> m_elements;
    FirstStepsChoice *m_steps;
    NoticeBar *m_notice;
    bool m_busy = false;

    [[nodiscard]] DateChoice makeDate(const QString &known, const QString &name);
    [[nodiscard]] QWidget *makeElements();
    [[nodiscard]] QWidget *makeScroll();
    void fillChoices();
    [[nodiscard]] std::optional<QDate> discovered() const;
    [[nodiscard]] law::Facts facts() const;
    void create();
    void submit(const casework::DeclareIncident &command);
};

} // namespace tocsin::views
