// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/people_panel.h"

#include "core/when_done.h"
#include "items/person_model.h"
#include "shared/form.h"
#include "shared/job_bar.h"
#include "shared/new_passphrase.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Person;

namespace {

constexpr auto kRemove = "remove"_L1;
constexpr auto kKeep = "keep"_L1;

} // namespace

PeoplePanel::PeoplePanel(CaseContext &context, vault::KdfCost cost, QWidget *parent)
    : Card(tr("People with access"), parent)
    , m_context(context)
    , m_cost(cost)
    , m_model(new items::PersonModel(this))
    , m_table(new TableView(tr("People with access"), this))
    , m_add(new QPushButton(tr("Add a person…"), this))
    , m_remove(new QPushButton(tr("Remove…"), this))
    , m_notice(new NoticeBar(this))
    , m_bar(new JobBar(this))
    , m_adding(new QWidget(this))
    , m_form(new Form(2, m_adding))
    , m_name(new QLineEdit(m_form))
    , m_role(new QComboBox(m_form))
    , m_passphrase(new NewPassphrase(m_adding))
{
    setButtonKind(*m_remove, ButtonKind::Danger);
    addToHeader(m_remove);
    addToHeader(m_add);
    m_table->setModel(m_model);
    m_table->setColumns({{2, 140}, {2, 140}, {0, 100}});
    m_table->setWrapRows(true);
    makeForm();
    body()->addWidget(m_notice);
    body()->addWidget(m_bar);
    body()->addWidget(m_adding);
    body()->addWidget(m_table, 1);
    connect(m_add, &QPushButton::clicked, this, &PeoplePanel::beginAdding);
    connect(m_remove, &QPushButton::clicked, this, &PeoplePanel::askToRemove);
    connect(m_notice, &NoticeBar::stepChosen, this, [this](const QString &step) {
        m_notice->clear();
        if (step == kRemove)
            remove();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePanel::showButtons);
    connect(context.file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Person))
            load();
    });
    load();
    showButtons();
}

void PeoplePanel::makeForm()
{
    for (const casework::Role role : casework::allRoles())
        m_role->addItem(casework::roleName(role), int(role));
    m_role->setCurrentIndex(m_role->count() - 1); // the one that may least
    m_form->addField(tr("&Name"), m_name);
    m_form->addField(tr("Ro&le"), m_role);
    auto *add = new QPushButton(tr("Add"), m_adding);
    auto *cancel = new QPushButton(tr("Cancel"), m_adding);
    setButtonKind(*add, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(add);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(m_adding);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_passphrase);
    layout->addLayout(buttons);
    m_adding->hide();
    connect(add, &QPushButton::clicked, this, &PeoplePanel::add);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_name->clear();
        (void)m_passphrase->take();
        m_adding->hide();
        m_add->setFocus(Qt::OtherFocusReason);
    });
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_form->setError(m_name, {}); });
}

void PeoplePanel::load()
{
    whenDone(m_context.file()->ask(casework::PeopleQuery{}), this, [this](const Result<QList<Person>> &people) {
        if (people)
            m_model->set(*people, m_context.file()->actor().id);
        else
            m_notice->showNotice(Tone::Danger, people.error().message);
        showButtons();
    });
}

const Person *PeoplePanel::chosen() const
{
    return m_model->recordAt(m_table->currentIndex().row());
}

void PeoplePanel::showButtons()
{
    const bool working = m_bar->isRunning();
    m_add->setVisible(m_context.may("person.add"_L1));
    m_add->setEnabled(!working);
    m_remove->setVisible(m_context.may("person.remove"_L1));
    const Person *person = chosen();
    // Nobody locks themselves out.
    m_remove->setEnabled(!working && person && person->isActive() && person->id != m_context.file()->actor().id);
}

void PeoplePanel::beginAdding()
{
    m_notice->clear();
    m_adding->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void PeoplePanel::add()
{
    if (m_name->text().trimmed().isEmpty()) {
        m_form->setError(m_name, tr("Give the person's name."));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_passphrase->check())
        return;
    casework::AddPerson request;
    request.name = m_name->text().trimmed();
    request.role = casework::Role(m_role->currentData().toInt());
    request.passphrase = vault::SecureBytes::copyOf(m_passphrase->take()->view());
    request.cost = m_cost;
    const QString sentence
        = tr("%1 has access now, as %2.").arg(request.name, casework::roleName(request.role).toLower());
    m_bar->start(tr("Making the key slot"), false);
    showButtons();
    whenDone(m_context.file()->addPerson(std::move(request)), this,
             [this, sentence](const Result<casework::Receipt> &receipt) {
                 if (receipt) {
                     m_name->clear();
                     m_adding->hide();
                 }
                 finish(receipt, sentence);
             });
}

void PeoplePanel::askToRemove()
{
    const Person *person = chosen();
    if (!person)
        return;
    m_leaving = person->id;
    m_notice->showNotice(
        Tone::Warning,
        tr("Remove %1? The store gets a new key, which takes a while, and the recovery kit is void: print a new one. "
           "Backups made until now stay readable to %1. What %1 did stays in the ledger.")
            .arg(person->name),
        {{kRemove, tr("Remove and re-key")}, {kKeep, tr("Keep")}});
}

void PeoplePanel::remove()
{
    m_bar->start(tr("Re-keying the store"), false);
    showButtons();
    whenDone(m_context.file()->removePerson(m_leaving), this, [this](const Result<casework::Receipt> &receipt) {
        finish(receipt, tr("Removed, and the store is re-keyed. The old recovery kit is void: make a new one."));
    });
}

void PeoplePanel::finish(const Result<casework::Receipt> &receipt, const QString &sentence)
{
    m_bar->finish();
    showButtons();
    if (receipt)
        m_notice->showNotice(Tone::Ok, sentence);
    else
        m_notice->showNotice(Tone::Danger, receipt.error().message);
}

} // namespace tocsin::views
