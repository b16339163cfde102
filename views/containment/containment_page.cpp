// SPDX-License-Identifier: GPL-3.0-or-later
#include "containment/containment_page.h"

#include "containment/checklist_panel.h"
#include "containment/registers_panel.h"
#include "core/when_done.h"
#include "shared/card.h"
#include "shared/incident_gate.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "shared/undo_offer.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::RegisterIssue;

namespace {

constexpr int kMostIssues = 3; // rows; the rest scrolls

} // namespace

ContainmentPage::ContainmentPage(CaseContext *context, QWidget *parent)
    : Page({u"containment"_s, tr("Containment"), {}, u"shield"_s}, parent)
    , m_context(context)
    , m_issues(new items::RegisterIssueModel(this))
    , m_header(new PageHeader(tr("Containment"),
                              tr("The first days: what to do by which hour, and what was restricted, "
                                 "logged, copied and asked."),
                              this))
    , m_notice(new NoticeBar(this))
    , m_undo(new UndoOffer(context, casework::Kind::RegisterRecord, m_notice, this))
{
    m_notice->setClosable(true);
    auto *content = new QWidget;
    makeParts(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage);
    layout->addWidget(new IncidentGate(
        *context, tr("Here stand the checklist of the first 72 hours and the registers of an incident."), content,
        this));
    connectParts();
    showIncident();
}

void ContainmentPage::makeParts(QWidget *content)
{
    m_issueCard = new Card(tr("Expired or missing"), content);
    m_issueTable = new TableView(tr("What is expired or missing"), m_issueCard);
    m_issueTable->setModel(m_issues);
    m_issueTable->setWrapRows(true);
    m_issueTable->setColumns({{0, 104}, {1, 240}});
    m_issueTable->setMostRows(kMostIssues);
    m_issueCard->setContent(m_issueTable);
    m_issueCard->hide();
    auto *checklist = new Card(tr("Playbook"), content);
    m_checklist = new ChecklistPanel(m_context, checklist);
    checklist->setContent(m_checklist);
    auto *registers = new Card(tr("Registers"), content);
    m_registers = new RegistersPanel(m_context, registers);
    registers->setContent(m_registers);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::space(2));
    columns->addWidget(checklist, 1);
    columns->addWidget(registers, 1);
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(metrics::space(2));
    parts->addWidget(m_header);
    parts->addWidget(m_notice);
    parts->addWidget(m_issueCard);
    parts->addLayout(columns, 1);
}

void ContainmentPage::connectParts()
{
    connect(m_context, &CaseContext::incidentChanged, this, &ContainmentPage::showIncident);
    connect(m_context, &CaseContext::zoneChanged, this, &ContainmentPage::reload);
    connect(m_context, &CaseContext::minutePassed, this, [this] {
        if (m_ready)
            loadIssues(); // something may have expired
    });
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::RegisterRecord) || changes.touches(casework::Kind::Facts))
            reload();
    });
    connect(m_checklist, &ChecklistPanel::changed, this, &ContainmentPage::showCount);
    connect(m_checklist, &ChecklistPanel::started, m_undo, &UndoOffer::offer);
    connect(m_checklist, &ChecklistPanel::taskWanted, this,
            [this](const QString &reference) { Q_EMIT navigationRequested(u"tasks"_s, reference); });
    connect(m_registers, &RegistersPanel::saved, m_undo, &UndoOffer::offer);
    connect(m_registers, &RegistersPanel::failed, this,
            [this](const QString &problem) { m_notice->showNotice(Tone::Danger, problem); });
    connect(m_issueTable, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const RegisterIssue *issue = m_issues->recordAt(index.row());
        if (issue && !m_registers->showRecord(issue->reference))
            m_registers->choose(issue->kind);
    });
}

void ContainmentPage::showIncident()
{
    m_notice->clear();
    m_ready = false;
    m_failed = false;
    if (m_registers->isFormOpen()) {
        m_kept.insert(m_shown.value, {{u"register"_s, m_registers->kind()}, {u"form"_s, m_registers->unfinished()}});
        m_registers->closeForm();
    }
    m_shown = m_context->incident();
    const QVariantMap kept = m_kept.take(m_shown.value);
    m_unfinished = kept.value(u"form"_s).toMap();
    if (!m_unfinished.isEmpty())
        m_registers->choose(kept.value(u"register"_s).toString());
    m_checklist->begin();
    reload();
}

void ContainmentPage::reload()
{
    const int asked = ++m_asked;
    if (m_context->incident().isNull()) {
        m_registers->set({}, {});
        showIssues({});
        return;
    }
    whenDone(m_context->file()->ask(casework::RegisterRecords{m_context->incident()}), this,
             [this, asked](const Result<QList<casework::RegisterRecord>> &records) {
                 if (asked != m_asked)
                     return;
                 if (!records) {
                     m_notice->showNotice(Tone::Danger, records.error().message);
                     return;
                 }
                 m_records = *records;
                 loadIssues();
             });
}

void ContainmentPage::loadIssues()
{
    whenDone(m_context->file()->ask(casework::RegisterIssues{m_context->incident(), m_context->now()}), this,
             [this, asked = m_asked](const Result<QList<RegisterIssue>> &issues) {
                 if (asked != m_asked)
                     return;
                 const QList<RegisterIssue> known = issues.value_or(QList<RegisterIssue>());
                 m_registers->set(m_records, known);
                 showIssues(known);
                 if (!issues)
                     m_notice->showNotice(
                         Tone::Danger, tr("What is expired or missing cannot be read: %1").arg(issues.error().message));
                 else if (m_failed)
                     m_notice->clear();
                 m_failed = !issues;
                 m_ready = true;
                 if (!m_unfinished.isEmpty())
                     m_registers->restore(std::exchange(m_unfinished, {}));
                 if (!m_wanted.isEmpty())
                     m_registers->showRecord(std::exchange(m_wanted, {}));
             });
}

void ContainmentPage::showIssues(const QList<RegisterIssue> &issues)
{
    m_issues->set(issues);
    m_issueCard->setVisible(!issues.isEmpty());
    showCount();
}

/// What is late on the checklists or expired in the registers; what is only incomplete is not pressing.
void ContainmentPage::showCount()
{
    int count = m_checklist->late();
    for (const RegisterIssue &issue : m_issues->records()) {
        if (issue.what != RegisterIssue::What::Missing && issue.what != RegisterIssue::What::Absent)
            ++count;
    }
    setCount(count, Tone::Danger, count > 0 ? tr("%1 late or expired").arg(count) : QString());
}

void ContainmentPage::focusFirst()
{
    if (m_context->incident().isNull())
        Page::focusFirst();
    else
        m_checklist->focusFirst();
}

void ContainmentPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_registers->isFormOpen())
        m_registers->leaveForm();
    else
        Page::keyPressEvent(event);
}

QList<Command> ContainmentPage::commands()
{
    const auto mayAdd
        = [this] { return !m_context->incident().isNull() && m_context->may(casework::AddRegisterRecord::kAction); };
    QList<Command> commands;
    for (const casework::RegisterKind &kind : casework::registerKinds()) {
        if (!kind.parent.isEmpty())
            continue;
        commands << Command{u"containment.add-"_s + kind.id,
                            tr("Enter: %1").arg(kind.title),
                            kind.summary,
                            {},
                            [this, id = kind.id] {
                                m_registers->choose(id);
                                m_registers->add();
                            },
                            mayAdd};
    }
    return commands;
}

QVariantMap ContainmentPage::place() const
{
    return {{u"playbook"_s, m_checklist->playbook()},
            {u"register"_s, m_registers->kind()},
            {u"incident"_s, m_context->incident().value},
            {u"form"_s, m_registers->unfinished()}};
}

void ContainmentPage::restorePlace(const QVariantMap &place)
{
    m_checklist->choose(place.value(u"playbook"_s).toString());
    m_registers->choose(place.value(u"register"_s).toString());
    if (place.value(u"incident"_s).toLongLong() == m_context->incident().value)
        m_unfinished = place.value(u"form"_s).toMap(); // once the records are there
}

bool ContainmentPage::showRecord(const QString &recordId)
{
    if (!m_ready) {
        m_wanted = recordId;
        return true;
    }
    return m_registers->showRecord(recordId);
}

} // namespace tocsin::views
