// SPDX-License-Identifier: GPL-3.0-or-later
#include "containment/registers_panel.h"

#include "containment/record_form.h"
#include "items/wording.h"
#include "shared/empty_state.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::RegisterKind;
using casework::RegisterRecord;

namespace {

enum Place { ListPlace, EmptyPlace, FormPlace };

} // namespace

RegistersPanel::RegistersPanel(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new items::RegisterModel(this))
    , m_choice(new QComboBox(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_summary(makeMutedLabel({}, TypeStyle::Small, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TableView(tr("Records of the register"), m_stack))
    , m_empty(new EmptyState(u"evidence"_s, tr("Nothing entered yet"),
                             tr("What is entered here stands in the ledger and on the timeline."),
                             tr("Enter the first"), m_stack))
    , m_form(new RecordForm(context, m_stack))
{
    m_choice->setAccessibleName(tr("Register"));
    for (const RegisterKind &kind : casework::registerKinds())
        m_choice->addItem(kind.plural, kind.id);
    m_add->setAccessibleName(tr("Add to this register"));
    m_table->setModel(m_model);
    m_table->setWrapRows(true);
    m_table->setColumns({{0, 64}, {3, 160}, {0, 84}, {0, 104}});
    m_empty->setActionAllowed(context->may(casework::AddRegisterRecord::kAction));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_form);
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::space(1));
    top->addWidget(m_choice, 1);
    top->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addLayout(top);
    layout->addWidget(m_summary);
    layout->addWidget(m_stack, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_form->leave();
        m_stack->setCurrentIndex(ListPlace);
        show();
    });
    connect(m_add, &QPushButton::clicked, this, &RegistersPanel::add);
    connect(m_empty, &EmptyState::actionTriggered, this, &RegistersPanel::add);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_form, &RecordForm::closed, this, &RegistersPanel::closeForm);
    connect(m_form, &RecordForm::saved, this, &RegistersPanel::saved);
    connect(m_form, &RecordForm::failed, this, &RegistersPanel::failed);
    show();
}

void RegistersPanel::set(const QList<RegisterRecord> &records, const QList<casework::RegisterIssue> &issues)
{
    m_records = records;
    m_issues = issues;
    for (int i = 0; i < m_choice->count(); ++i) {
        const RegisterKind &kind = casework::registerKinds().at(i);
        const auto count = std::count_if(records.begin(), records.end(), [&kind](const RegisterRecord &each) {
            return each.kind == kind.id && !each.closed;
        });
        m_choice->setItemText(i, count == 0 ? kind.plural : tr("%1 · %2").arg(kind.plural, items::figure(count)));
    }
    show();
}

QString RegistersPanel::kind() const
{
    return m_choice->currentData().toString();
}

void RegistersPanel::choose(const QString &kind)
{
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(kind)));
}

bool RegistersPanel::isFormOpen() const
{
    return m_stack->currentIndex() == FormPlace;
}

QList<RegisterRecord> RegistersPanel::parents() const
{
    const QString wanted = casework::registerKind(kind()).value_or(RegisterKind()).parent;
    QList<RegisterRecord> parents = m_records;
    parents.removeIf([&wanted](const RegisterRecord &each) { return each.kind != wanted || each.closed; });
    return parents;
}

void RegistersPanel::show()
{
    const RegisterKind kind = casework::registerKind(this->kind()).value_or(RegisterKind());
    m_model->set(kind.id, m_records, m_issues, m_context->today());
    m_summary->setText(kind.summary);
    m_table->setColumnHidden(items::RegisterModel::Due, kind.due.isEmpty());
    const bool ready = kind.parent.isEmpty() || !parents().isEmpty();
    m_add->setVisible(m_context->may(casework::AddRegisterRecord::kAction));
    m_add->setEnabled(ready);
    m_empty->setActionAllowed(ready && m_context->may(casework::AddRegisterRecord::kAction));
    if (!isFormOpen())
        m_stack->setCurrentIndex(m_model->rowCount() > 0 ? ListPlace : EmptyPlace);
}

void RegistersPanel::add()
{
    m_stack->setCurrentIndex(FormPlace);
    m_form->beginNew(kind(), parents());
}

void RegistersPanel::open(int row)
{
    if (const RegisterRecord *record = m_model->recordAt(row)) {
        m_stack->setCurrentIndex(FormPlace);
        m_form->showRecord(*record);
    }
}

bool RegistersPanel::showRecord(const QString &reference)
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&reference](const RegisterRecord &each) { return each.reference() == reference; });
    if (found == m_records.end())
        return false;
    choose(found->kind);
    m_stack->setCurrentIndex(FormPlace);
    m_form->showRecord(*found);
    return true;
}

void RegistersPanel::leaveForm()
{
    if (m_form->mayLeave())
        closeForm();
}

QVariantMap RegistersPanel::unfinished() const
{
    return isFormOpen() ? m_form->unfinished() : QVariantMap();
}

void RegistersPanel::restore(const QVariantMap &unfinished)
{
    const QString record = unfinished.value(u"record"_s).toString();
    if (record.isEmpty())
        add();
    else if (!showRecord(record))
        return;
    m_form->restore(unfinished);
}

/// The keyboard goes back to the list; the button that had it is gone.
void RegistersPanel::closeForm()
{
    m_form->leave();
    m_stack->setCurrentIndex(ListPlace);
    show();
    if (m_stack->currentIndex() == ListPlace)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_choice->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
