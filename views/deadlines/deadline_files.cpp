// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/deadline_files.h"

#include "casework/deadlines_export.h"
#include "core/safe_file.h"
#include "core/when_done.h"
#include "law/icalendar.h"
#include "packets/deadlines_pdf.h"
#include "shared/notice_bar.h"

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An incident's dates as they count, with the reasons.
struct CountingDatesQuery
{
    using Answer = law::Evaluation;
    IncidentId incident;

    Result<law::Evaluation> run(casework::Reader &reader) const
    {
        TOCSIN_ASSIGN(const law::Evaluation evaluation, casework::EvaluationQuery{incident}.run(reader));
        TOCSIN_ASSIGN(const QList<casework::ObligationRecord> records,
                      casework::ObligationsQuery{incident}.run(reader));
        return casework::withCounselsDates(evaluation, records);
    }
};

} // namespace

DeadlineFiles::DeadlineFiles(CaseContext &context, NoticeBar &notice, QWidget *page)
    : QObject(page), m_context(context), m_notice(notice), m_page(page)
{
}

void DeadlineFiles::choose(const QString &title, const QString &filter, const QString &suffix,
                           const std::function<void(const QString &)> &write)
{
    const QString stem = m_context.reference().isEmpty() ? u"deadlines"_s : m_context.reference() + u"-deadlines"_s;
    const PathAsk ask{PathAsk::Kind::SaveFile, title, filter, suffix, stem + u'.' + suffix};
    m_context.pathChooser()(m_page, ask, write);
}

void DeadlineFiles::exportCalendar()
{
    choose(tr("Export the deadlines"), tr("Calendars (*.ics)"), u"ics"_s,
           [this](const QString &path) { writeCalendar(path); });
}

void DeadlineFiles::exportPdf()
{
    choose(tr("Deadlines with their reasons"), tr("PDF (*.pdf)"), u"pdf"_s,
           [this](const QString &path) { writePdf(path); });
}

void DeadlineFiles::writeCalendar(const QString &path)
{
    const IncidentId incident = m_context.incident();
    whenDone(m_context.file()->ask(CountingDatesQuery{incident}), this,
             [this, path, incident](const Result<law::Evaluation> &dates) {
                 if (!dates)
                     return sayFailure(dates.error());
                 // The incident's title may say too much for a calendar that others see; the reference is enough.
                 const law::CalendarSubject subject{m_context.reference(), m_context.reference()};
                 const QByteArray calendar = law::toICalendar(*dates, subject, FixedClock(m_context.now()));
                 const Result<> written = writeFileAtomically(path, calendar);
                 if (!written)
                     return sayFailure(written.error());
                 const casework::RecordDeadlinesExport note{incident, casework::DeadlinesForm::Calendar};
                 whenDone(m_context.file()->submit(note), this, [this, path](const Result<casework::Receipt> &noted) {
                     if (noted)
                         return m_notice.showNotice(Tone::Ok,
                                                    tr("Calendar written to %1. Not legal advice.").arg(path));
                     sayFailure(noted.error());
                 });
             });
}

void DeadlineFiles::writePdf(const QString &path)
{
    if (m_job.isRunning())
        return;
    const auto work = [file = m_context.file(), incident = m_context.incident(), path](const Progress &progress) {
        return packets::writeDeadlinesPdf(*file, incident, path, progress);
    };
    m_job.run<int>(tr("Writing the deadlines"), work, [this, path](const Result<int> &pages) {
        if (!pages)
            return sayFailure(pages.error());
        m_notice.showNotice(Tone::Ok, tr("Deadlines written to %1. Not legal advice.").arg(path));
    });
}

void DeadlineFiles::sayFailure(const Error &error)
{
    m_notice.showNotice(Tone::Danger, error.message);
}

} // namespace tocsin::views
