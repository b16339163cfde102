// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/new_incident_form.h"

#include "casework/incident.h"
#include "core/when_done.h"
#include "law/wording.h"
#include "notices/data_elements.h"
#include "overview/first_steps_choice.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"
#include "shared/wrap_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::IncidentKind;
using law::EntityKind;

namespace {

const QString kHealthInformation = u"phi"_s;

std::optional<QDate> chosen(const QCheckBox &known, const QDateEdit &date)
{
    return known.isChecked() ? std::optional(date.date()) : std::nullopt;
}

} // namespace

NewIncidentForm::NewIncidentForm(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new Form(3, this))
    , m_title(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_entity(new QComboBox(this))
    , m_discovered(makeDate(tr("Known"), tr("Day of discovery")))
    , m_from(makeDate(tr("Known"), tr("First day it went on")))
    , m_to(makeDate(tr("Known"), tr("Last day it went on")))
    , m_steps(new FirstStepsChoice(context, this))
    , m_notice(new NoticeBar(this))
{
    fillChoices();
    m_discovered.known->setChecked(true);
    m_form->addField(tr("&Title"), m_title, tr("A few plain words, such as “Order export left readable”."), 3);
    m_form->addField(tr("&What it is"), m_kind);
    m_form->addField(tr("&We are"), m_entity, {}, 2);
    m_form->addField(tr("&Discovered on"), m_discovered.field, tr("The first day anyone here knew, or should have."));
    m_form->addField(tr("Went on &from"), m_from.field);
    m_form->addField(tr("t&o"), m_to.field);
    m_form->addField(tr("With it"), m_steps, {}, 3);
    m_form->addField(tr("What was in it"), makeElements(), {}, 3);
    auto *create = new QPushButton(tr("Begin the incident"), this);
    setButtonKind(*create, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(create);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(makeScroll(), 1);
    layout->addWidget(m_notice);
    layout->addLayout(buttons); // in sight however low the window is
    connect(create, &QPushButton::clicked, this, &NewIncidentForm::create);
    connect(m_title, &QLineEdit::returnPressed, this, &NewIncidentForm::create);
    connect(m_title, &QLineEdit::textEdited, this, [this] { m_form->setError(m_title, {}); });
    const auto dayChanged = [this] { m_steps->setDiscovered(discovered()); };
    connect(m_discovered.known, &QCheckBox::toggled, this, dayChanged);
    connect(m_discovered.date, &QDateEdit::dateChanged, this, dayChanged);
    connect(cancel, &QPushButton::clicked, this, &NewIncidentForm::cancelled);
}

QWidget *NewIncidentForm::makeScroll()
{
    auto *fields = new QWidget(this);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(fields);
    area->viewport()->setAutoFillBackground(false); // the card's ground shows through
    fields->setAutoFillBackground(false);
    return area;
}

NewIncidentForm::DateChoice NewIncidentForm::makeDate(const QString &known, const QString &name)
{
    DateChoice choice{new QWidget(this), nullptr, nullptr};
    choice.known = new QCheckBox(known, choice.field);
    choice.known->setAccessibleName(tr("%1 is known").arg(name));
    choice.date = new QDateEdit(m_context->today(), choice.field);
    choice.date->setAccessibleName(name);
    choice.date->setCalendarPopup(true);
    choice.date->setDisplayFormat(u"d MMM yyyy"_s);
    choice.date->setEnabled(false);
    choice.field->setFocusProxy(choice.known);
    auto *row = new QHBoxLayout(choice.field);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(choice.known);
    row->addWidget(choice.date, 1);
    connect(choice.known, &QCheckBox::toggled, choice.date, &QWidget::setEnabled);
    return choice;
}

QWidget *NewIncidentForm::makeElements()
{
    auto *box = new QWidget(this);
    auto *columns = new WrapLayout(0, box, WrapLayout::Width::Widest);
    QStringList tokens{kHealthInformation};
    tokens += notices::dataElementTokens();
    for (const QString &token : std::as_const(tokens)) {
        const auto element = notices::dataElement(token, u"en"_s);
        auto *check = new QCheckBox(element ? element->phrase : tr("Protected health information"), box);
        check->setProperty("token", token);
        columns->addWidget(check);
        m_elements << check;
    }
    m_elements.constFirst()->setChecked(true);
    box->setFocusProxy(m_elements.constFirst());
    return box;
}

void NewIncidentForm::fillChoices()
{
    for (const IncidentKind kind : {IncidentKind::Breach, IncidentKind::FailedAudit, IncidentKind::Both})
        m_kind->addItem(casework::kindName(kind), casework::kindToken(kind));
    const QList<std::pair<EntityKind, QString>> entities{
        {EntityKind::CoveredEntity, tr("A covered entity: provider, plan or clearinghouse")},
        {EntityKind::BusinessAssociate, tr("A business associate of a covered entity")},
        {EntityKind::PhrVendor, tr("A vendor of personal health records")},
        {EntityKind::Business, tr("A business not under HIPAA")}};
    for (const auto &[kind, name] : entities)
        m_entity->addItem(name, static_cast<int>(kind));
}

void NewIncidentForm::begin()
{
    m_steps->begin();
    m_steps->setDiscovered(discovered());
    m_title->setFocus(Qt::OtherFocusReason);
}

std::optional<QDate> NewIncidentForm::discovered() const
{
    return chosen(*m_discovered.known, *m_discovered.date);
}

law::Facts NewIncidentForm::facts() const
{
    law::Facts facts;
    facts.entity = static_cast<EntityKind>(m_entity->currentData().toInt());
    facts.timezone = m_context->zone();
    if (const auto day = discovered())
        facts.discovered = law::Moment{*day, {}};
    const law::Occurrence occurred{chosen(*m_from.known, *m_from.date), chosen(*m_to.known, *m_to.date)};
    if (occurred.from || occurred.to)
        facts.occurred = occurred;
    QStringList kinds;
    for (const QCheckBox *element : m_elements) {
        if (element->isChecked())
            kinds << element->property("token").toString();
    }
    facts.data = kinds;
    return facts;
}

void NewIncidentForm::create()
{
    if (m_busy)
        return;
    if (m_title->text().trimmed().isEmpty()) {
        m_form->setError(m_title, tr("Give it a title, so that it can be told from others."));
        m_title->setFocus(Qt::OtherFocusReason);
        return;
    }
    // The same reading as a facts file gets, so that what contradicts itself is refused here.
    const Result<law::Facts> checked = law::acceptFacts(law::toJson(facts()));
    if (!checked) {
        m_notice->showNotice(Tone::Danger, checked.error().message);
        return;
    }
    const Result<jobs::FirstSteps> steps = m_steps->steps();
    if (!steps) {
        m_notice->showNotice(Tone::Danger, steps.error().message);
        m_steps->focusMoment();
        return;
    }
    const Result<casework::DeclareIncident> command
        = jobs::declaration({m_title->text(),
                             casework::kindFromToken(m_kind->currentData().toString()).value_or(IncidentKind::Breach),
                             *checked,
                             {}},
                            *steps);
    if (!command) {
        m_notice->showNotice(Tone::Danger, command.error().message);
        return;
    }
    submit(*command);
}

void NewIncidentForm::submit(const casework::DeclareIncident &command)
{
    m_busy = true;
    whenDone(m_context->file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        m_busy = false;
        if (!receipt) {
            m_notice->showNotice(Tone::Danger, receipt.error().message);
            return;
        }
        m_notice->clear();
        m_title->clear();
        Q_EMIT created(*receipt);
    });
}

} // namespace tocsin::views
