// SPDX-License-Identifier: GPL-3.0-or-later
#include "containment/checklist_panel.h"

#include "casework/facts_record.h"
#include "core/when_done.h"
#include "items/fact_fields.h"
#include "items/wording.h"
#include "shared/notice_bar.h"
#include "shared/progress_track.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Alarm;
using casework::Playbook;
using casework::PlaybookRun;

namespace {

enum Place { StartPlace, ChecklistPlace };

Tone toneOf(Alarm alarm, bool late)
{
    return alarm == Alarm::Red ? Tone::Danger : alarm == Alarm::Amber || late ? Tone::Warning : Tone::Ok;
}

} // namespace

ChecklistPanel::ChecklistPanel(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_playbooks(casework::builtInPlaybooks().value_or(QList<Playbook>()))
    , m_model(new items::ChecklistModel(this))
    , m_choice(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_problem(new NoticeBar(this))
{
    // The protocol of the first days is the one that every incident has.
    std::stable_partition(m_playbooks.begin(), m_playbooks.end(),
                          [](const Playbook &each) { return each.alarm.has_value(); });
    m_choice->setAccessibleName(tr("Playbook"));
    for (const Playbook &each : std::as_const(m_playbooks))
        m_choice->addItem(each.title, each.id);
    m_stack->addWidget(makeStart());
    m_stack->addWidget(makeChecklist());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_choice);
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
    connect(m_choice, &QComboBox::activated, this, [this] { m_isFresh = false; });
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_problem->clear();
        show();
    });
    connect(context, &CaseContext::minutePassed, this, [this] { // marks pass while the page is looked at
        show();
        Q_EMIT changed();
    });
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Task) || changes.touches(casework::Kind::PlaybookRun)
            || changes.touches(casework::Kind::Facts))
            reload();
    });
}

QWidget *ChecklistPanel::makeStart()
{
    auto *place = new QWidget(m_stack);
    m_summary = makeLabel({}, TypeStyle::Body, place);
    m_summary->setWordWrap(true);
    m_from = new QLineEdit(place);
    m_from->setAccessibleName(tr("The hours count from"));
    m_from->setMaximumWidth(metrics::space(24));
    auto *label = makeLabel(tr("The hours count &from"), TypeStyle::Strong, place);
    label->setBuddy(m_from);
    m_fromHint = makeMutedLabel({}, TypeStyle::Small, place);
    m_start = new QPushButton(tr("&Start the playbook"), place);
    setButtonKind(*m_start, ButtonKind::Primary);
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, metrics::space(1), 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_summary);
    layout->addWidget(label);
    layout->addWidget(m_from, 0, Qt::AlignLeft);
    layout->addWidget(m_fromHint);
    layout->addWidget(m_start, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &ChecklistPanel::start);
    return place;
}

QWidget *ChecklistPanel::makeChecklist()
{
    auto *place = new QWidget(m_stack);
    m_sentence = makeLabel({}, TypeStyle::Body, place);
    m_sentence->setWordWrap(true);
    m_track = new ProgressTrack(tr("Steps done"), place);
    m_table = new TableView(tr("Steps of the playbook"), place);
    m_table->setModel(m_model);
    m_table->setWrapRows(true);
    m_table->setColumns({{0, 104}, {3, 160}, {1, 84}, {0, 96}});
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_sentence);
    layout->addWidget(m_track);
    layout->addWidget(m_table, 1);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT taskWanted(index.data(items::RecordIdRole).toString()); });
    return place;
}

void ChecklistPanel::begin()
{
    m_problem->clear();
    m_from->setModified(false);
    m_isFresh = true;
    reload();
}

void ChecklistPanel::reload()
{
    const int asked = ++m_asked;
    if (m_context->incident().isNull()) {
        take({});
        return;
    }
    whenDone(m_context->file()->ask(casework::PlaybookRuns{m_context->incident()}), this,
             [this, asked](const Result<QList<PlaybookRun>> &runs) {
                 if (asked != m_asked)
                     return;
                 if (runs)
                     take(*runs);
                 else
                     m_problem->showNotice(Tone::Danger, runs.error().message);
             });
    loadDiscovery();
}

void ChecklistPanel::take(const QList<PlaybookRun> &runs)
{
    m_runs = runs;
    if (std::exchange(m_isFresh, false) && !runs.isEmpty())
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(runs.first().playbook.id)));
    for (int i = 0; i < m_choice->count(); ++i) {
        const QString id = m_choice->itemData(i).toString();
        const bool isStarted
            = std::any_of(runs.begin(), runs.end(), [&id](const PlaybookRun &each) { return each.playbook.id == id; });
        m_choice->setItemText(i, isStarted ? tr("%1 · started").arg(m_playbooks.at(i).title) : m_playbooks.at(i).title);
    }
    show();
    Q_EMIT changed();
}

/// The moment that is offered: discovery as the facts know it.
void ChecklistPanel::loadDiscovery()
{
    whenDone(m_context->file()->ask(casework::CurrentFacts{m_context->incident()}), this,
             [this](const Result<casework::FactsRevision> &facts) {
                 const std::optional<law::Moment> discovered
                     = facts ? facts->facts.discovered : std::optional<law::Moment>();
                 if (discovered && discovered->instant) {
                     setFrom(discovered->instant->inZone(m_context->zone()));
                     m_fromHint->setText(tr("The discovery, as the facts have it."));
                     return;
                 }
                 setFrom(m_context->now());
                 m_fromHint->setText(
                     tr("The facts do not know the hour of discovery: enter the moment of the discovery "
                        "or of the notice."));
             });
}

void ChecklistPanel::setFrom(const Instant &at)
{
    if (!m_from->isModified())
        m_from->setText(items::momentWords(law::Moment{{}, at}, m_context->zone()));
}

/// Absent unless it is a moment as the clock on the wall has it.
std::optional<Instant> ChecklistPanel::from() const
{
    const auto moment = items::momentFromWords(m_from->text(), m_context->zone());
    return moment && *moment ? (*moment)->instant : std::nullopt;
}

const PlaybookRun *ChecklistPanel::run() const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [this](const PlaybookRun &each) { return each.playbook.id == playbook(); });
    return found == m_runs.end() ? nullptr : &*found;
}

QString ChecklistPanel::playbook() const
{
    return m_choice->currentData().toString();
}

void ChecklistPanel::choose(const QString &playbook)
{
    m_isFresh = false;
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(playbook)));
}

int ChecklistPanel::late() const
{
    int late = 0;
    for (const PlaybookRun &each : m_runs)
        late += each.late(m_context->now(), m_context->zone());
    return late;
}

void ChecklistPanel::focusFirst()
{
    if (m_stack->currentIndex() == ChecklistPlace)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_choice->setFocus(Qt::OtherFocusReason);
}

void ChecklistPanel::show()
{
    if (const PlaybookRun *shown = run()) {
        m_model->set(shown->steps, m_context->now(), m_context->zone());
        showProgress(*shown);
        m_stack->setCurrentIndex(ChecklistPlace);
        return;
    }
    const int index = m_choice->currentIndex();
    if (index >= 0)
        m_summary->setText(tr("%1 %2 steps, each a task with its hour or day.")
                               .arg(m_playbooks.at(index).summary, items::figure(m_playbooks.at(index).steps.size())));
    const bool may = m_context->may(casework::StartPlaybook::kAction);
    m_from->setReadOnly(!may);
    m_start->setVisible(may);
    m_stack->setCurrentIndex(StartPlace);
}

void ChecklistPanel::showProgress(const PlaybookRun &run)
{
    const int late = run.late(m_context->now(), m_context->zone());
    const Alarm alarm = run.alarmAt(m_context->now());
    QString sentence = tr("%1 of %2 done; counted from %3.")
                           .arg(items::figure(run.done()), items::figure(run.steps.size()),
                                items::momentText(run.anchor.inZone(m_context->zone())));
    if (late > 0)
        sentence += u' ' + (late == 1 ? tr("1 step is late.") : tr("%1 steps are late.").arg(late));
    if (alarm == Alarm::Red)
        sentence += u' ' + tr("Red: %1 hours are over.").arg(run.playbook.alarm->redHours);
    else if (alarm == Alarm::Amber)
        sentence += u' ' + tr("Amber: %1 hours are over.").arg(run.playbook.alarm->amberHours);
    m_sentence->setText(sentence);
    setTone(*m_sentence, toneOf(alarm, late > 0) == Tone::Ok ? Tone::Neutral : toneOf(alarm, late > 0));
    m_track->setRange(0, static_cast<int>(run.steps.size()));
    m_track->setValue(run.done());
    m_track->setBarTone(toneOf(alarm, late > 0));
}

void ChecklistPanel::start()
{
    if (m_choice->currentIndex() < 0)
        return;
    const std::optional<Instant> at = from();
    if (!at) {
        m_problem->showNotice(Tone::Danger,
                              tr("Enter the moment with its hour, such as %1.")
                                  .arg(items::momentWords(law::Moment{{}, m_context->now()}, m_context->zone())));
        m_from->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->clear();
    m_start->setEnabled(false);
    const casework::StartPlaybook command{m_context->incident(), m_playbooks.at(m_choice->currentIndex()), at};
    whenDone(m_context->file()->submit(command), this, [this](const Result<casework::Receipt> &receipt) {
        m_start->setEnabled(true);
        if (!receipt) {
            m_problem->showNotice(Tone::Danger, receipt.error().message);
            return;
        }
        Q_EMIT started(*receipt);
    });
}

} // namespace tocsin::views
