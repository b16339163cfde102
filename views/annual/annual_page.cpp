// SPDX-License-Identifier: GPL-3.0-or-later
#include "annual/annual_page.h"

#include "annual/annual_entry.h"
#include "core/when_done.h"
#include "items/annual_log_model.h"
#include "items/duty_wording.h"
#include "items/item_roles.h"
#include "law/wording.h"
#include "packets/annual_file.h"
#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::AnnualLogEntry;

namespace {

enum StackPage { EmptyPage, LogPage };

constexpr int kEntryWidth = 392;
constexpr int kFirstYear
    = 2009; // the breach notification rule is in force since 23 September 2009 (74 Fed. Reg. 42740)
constexpr int kLastYear = 2199; // as facts allow

} // namespace

AnnualPage::AnnualPage(CaseContext *context, QWidget *parent)
    : Page({u"annual"_s, tr("Annual log"), tr("Breach"), u"annual"_s}, parent)
    , m_context(context)
    , m_log(new items::AnnualLogModel(this))
    , m_header(new PageHeader(tr("Annual log"), {}, this))
    , m_year(new QSpinBox(this))
    , m_export(new QPushButton(tr("&Export CSV…"), this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TableView(tr("Breaches of the year"), this))
    , m_empty(
          new EmptyState(u"annual"_s, tr("No breach for the annual submission"),
                         tr("Here stand the breaches of fewer than 500 people discovered in the year. HHS is told of "
                            "them within 60 days after its end."),
                         {}, this))
    , m_entry(new AnnualEntry(*context, this))
{
    m_year->setRange(kFirstYear, kLastYear);
    m_year->setAccessibleName(tr("Year of discovery"));
    m_year->setValue(context->today().year());
    m_notice->setClosable(true);
    layOut();
    connect(m_year, &QSpinBox::valueChanged, this, [this] {
        m_yearChosen = true;
        m_notice->clear();
        load();
    });
    connect(m_export, &QPushButton::clicked, this, &AnnualPage::exportCsv);
    connect(m_entry, &AnnualEntry::deadlineWanted, this, &AnnualPage::openDeadline);
    connect(context, &CaseContext::zoneChanged, this, &AnnualPage::load);
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        using casework::Kind;
        if (changes.touches(Kind::Obligation) || changes.touches(Kind::Facts) || changes.touches(Kind::Incident))
            load();
    });
    beginWithTheYearThatIsDue();
}

void AnnualPage::layOut()
{
    m_header->addAction(m_year);
    m_header->addAction(m_export);
    m_table->setModel(m_log);
    m_table->setWrapRows(true);
    m_table->setColumns({{4, 160}, {1, 96}, {1, 72}, {1, 104}, {1, 128}});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showChosen(); });
    auto *list = new Card(tr("Breaches of the year"));
    list->setContent(m_table);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_entry);
    auto *log = new QWidget;
    auto *columns = new QHBoxLayout(log);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metrics::space(2));
    columns->addWidget(list, 3);
    columns->addWidget(new ScrollColumn(side, kEntryWidth, this), 2);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(log);
    constexpr QMargins kBeside(0, 0, ScrollColumn::kGutter, 0); // of what has no scroll bar at its right
    auto *above = new QVBoxLayout;
    above->setContentsMargins(kBeside);
    above->setSpacing(metrics::space(2));
    above->addWidget(m_header);
    above->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage - kBeside);
    layout->setSpacing(metrics::space(2));
    layout->addLayout(above);
    layout->addWidget(m_stack, 1);
}

/// Last year's, while something of it is still to be submitted; else the year that runs.
void AnnualPage::beginWithTheYearThatIsDue()
{
    const int last = m_context->today().year() - 1;
    whenDone(m_context->file()->ask(casework::AnnualLogQuery{last}), this,
             [this, last](const Result<QList<AnnualLogEntry>> &log) {
                 const bool open = log && std::any_of(log->cbegin(), log->cend(), [](const AnnualLogEntry &each) {
                                       return each.submission != casework::Submission::Submitted;
                                   });
                 if (open && !m_yearChosen) {
                     const QSignalBlocker blocker(m_year);
                     m_year->setValue(last);
                 }
                 load();
             });
}

void AnnualPage::load()
{
    const int year = m_year->value();
    whenDone(m_context->file()->ask(casework::AnnualLogQuery{year}), this,
             [this, year](const Result<QList<AnnualLogEntry>> &log) {
                 if (year != m_year->value())
                     return;
                 if (!log)
                     return m_notice->showNotice(Tone::Danger, log.error().message);
                 take(*log);
             });
}

void AnnualPage::take(const QList<AnnualLogEntry> &log)
{
    m_log->set(log, m_context->today());
    m_stack->setCurrentIndex(log.isEmpty() ? EmptyPage : LogPage);
    m_export->setEnabled(!log.isEmpty());
    for (int row = 0; !m_wanted.isEmpty() && row < m_log->rowCount(); ++row) {
        if (m_log->index(row, 0).data(items::RecordIdRole) == m_wanted)
            m_table->selectRow(row);
    }
    m_wanted.clear();
    if (!m_table->currentIndex().isValid() && m_log->rowCount() > 0)
        m_table->selectRow(0);
    showHeader();
    showChosen();
}

void AnnualPage::showHeader()
{
    const QDate last = casework::lastDayToSubmit(m_year->value());
    const QDate today = m_context->today();
    QStringList line{tr("Last day to submit: %1").arg(law::shortDate(last)), items::timeLeft(today, last)};
    if (m_log->rowCount() > 0) {
        line << tr("%1 of %2 submitted")
                    .arg(QString::number(m_log->rowCount() - m_log->openCount()), QString::number(m_log->rowCount()));
    }
    line << tr("not legal advice");
    m_header->setLine(line.join(u" · "_s));
    const bool late = today > last && m_log->openCount() > 0;
    setCount(late ? m_log->openCount() : 0, Tone::Danger, tr("%1 late").arg(m_log->openCount()));
}

void AnnualPage::showChosen()
{
    m_entry->show(m_log->recordAt(m_table->currentIndex().row()));
}

void AnnualPage::openDeadline(const AnnualLogEntry &entry)
{
    m_context->setIncident(entry.incident, entry.reference);
    Q_EMIT navigationRequested(u"deadlines"_s, QString::number(entry.obligation.value));
}

void AnnualPage::exportCsv()
{
    if (m_job.isRunning())
        return;
    const QString name = u"annual-log-%1.csv"_s.arg(m_year->value());
    const PathAsk ask{PathAsk::Kind::SaveFile, tr("Export the annual log"), tr("Spreadsheets (*.csv)"), u"csv"_s, name};
    m_context->pathChooser()(this, ask, [this, year = m_year->value()](const QString &path) {
        if (!path.isEmpty())
            write(year, path);
    });
}

void AnnualPage::write(int year, const QString &path)
{
    const auto work = [file = m_context->file(), year, path](const Progress &) {
        return packets::writeAnnualCsv(*file, year, path);
    };
    m_job.run<void>(tr("Writing the annual log"), work, [this, path](const Result<> &written) {
        if (written)
            m_notice->showNotice(Tone::Ok, tr("Log written to %1. Not legal advice.").arg(path));
        else
            m_notice->showNotice(Tone::Danger, written.error().message);
    });
}

void AnnualPage::focusFirst()
{
    if (m_stack->currentIndex() == LogPage)
        m_table->setFocus(Qt::TabFocusReason);
    else
        m_year->setFocus(Qt::TabFocusReason);
}

QList<Command> AnnualPage::commands()
{
    return {{u"annual.export"_s,
             tr("Export the annual log as CSV"),
             tr("HHS submission year spreadsheet"),
             {},
             [this] { exportCsv(); },
             [this] { return m_export->isEnabled(); }},
            {u"annual.year"_s, tr("Choose the year of the annual log"), tr("HHS breaches under 500"), {}, [this] {
                 m_year->setFocus(Qt::ShortcutFocusReason);
             }}};
}

QVariantMap AnnualPage::place() const
{
    return {{u"year"_s, m_year->value()}, {u"record"_s, m_table->currentIndex().data(items::RecordIdRole)}};
}

void AnnualPage::restorePlace(const QVariantMap &place)
{
    if (place.isEmpty())
        return;
    m_wanted = place.value(u"record"_s).toString();
    m_yearChosen = true;
    const QSignalBlocker blocker(m_year);
    m_year->setValue(place.value(u"year"_s).toInt());
    load();
}

} // namespace tocsin::views
