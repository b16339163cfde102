// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/deadline_files.h"

#include "packets/deadlines_files.h"
#include "shared/notice_bar.h"

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

DeadlineFiles::DeadlineFiles(CaseContext &context, NoticeBar &notice, QWidget *page)
    : QObject(page), m_context(context), m_notice(notice), m_page(page)
{
}

void DeadlineFiles::choose(const QString &title, const QString &filter, const QString &suffix,
                           const std::function<void(const QString &)> &write)
{
    if (m_job.isRunning())
        return;
    const QString stem = m_context.reference().isEmpty() ? u"deadlines"_s : m_context.reference() + u"-deadlines"_s;
    const PathAsk ask{PathAsk::Kind::SaveFile, title, filter, suffix, stem + u'.' + suffix};
    m_context.pathChooser()(m_page, ask, write);
}

void DeadlineFiles::exportCalendar()
{
    const auto write = [this](const QString &path) {
        const auto work = [file = m_context.file(), incident = m_context.incident(), path](const Progress &progress) {
            return packets::writeDeadlinesCalendar(*file, incident, path, progress);
        };
        m_job.run<void>(tr("Writing the calendar"), work, [this, path](const Result<> &written) {
            if (!written)
                return sayFailure(written.error());
            m_notice.showNotice(Tone::Ok, tr("Calendar written to %1. Not legal advice.").arg(path));
        });
    };
    choose(tr("Export the deadlines"), tr("Calendars (*.ics)"), u"ics"_s, write);
}

void DeadlineFiles::exportPdf()
{
    const auto write = [this](const QString &path) {
        const auto work = [file = m_context.file(), incident = m_context.incident(), path](const Progress &progress) {
            return packets::writeDeadlinesPdf(*file, incident, path, progress);
        };
        m_job.run<int>(tr("Writing the deadlines"), work, [this, path](const Result<int> &pages) {
            if (!pages)
                return sayFailure(pages.error());
            m_notice.showNotice(Tone::Ok, tr("Deadlines written to %1. Not legal advice.").arg(path));
        });
    };
    choose(tr("Deadlines with their reasons"), tr("PDF (*.pdf)"), u"pdf"_s, write);
}

void DeadlineFiles::sayFailure(const Error &error)
{
    m_notice.showNotice(Tone::Danger, error.message);
}

} // namespace tocsin::views
