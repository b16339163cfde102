// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/record_search.h"

#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/packet.h"
#include "casework/task.h"
#include "casework/timeline.h"
#include "core/when_done.h"
#include "items/clock_marks.h"
#include "items/duty_wording.h"
#include "items/wording.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

using views::PaletteItem;

constexpr int kMost = 8; // of each kind

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::app)
};

QString packetTitle(const casework::Packet &packet)
{
    return Words::tr("Packet %1").arg(packet.number);
}

/// All kinds in one answer, found on the store's thread.
struct FoundRecords
{
    QList<casework::Task> tasks;
    QList<casework::ObligationRecord> duties;
    QList<casework::Notice> notices;
    QList<casework::Packet> packets;
    QList<casework::TimelineEntry> entries;
};

struct RecordQuery
{
    using Answer = FoundRecords;
    IncidentId incident;
    QString words;

    Result<FoundRecords> run(casework::Reader &reader) const
    {
        FoundRecords found;
        TOCSIN_ASSIGN(const QList<casework::Task> tasks, casework::TasksQuery{incident}.run(reader));
        for (const casework::Task &task : tasks) {
            if (found.tasks.size() < kMost
                && QString(task.reference() + u' ' + task.title).contains(words, Qt::CaseInsensitive))
                found.tasks << task;
        }
        TOCSIN_ASSIGN(const QList<casework::ObligationRecord> duties, casework::ObligationsQuery{incident}.run(reader));
        for (const casework::ObligationRecord &duty : duties) {
            using Standing = casework::ObligationRecord::Standing;
            const bool counts
                = duty.standing == Standing::Owed || duty.standing == Standing::Withdrawn || duty.isOpen();
            const QStringList text{duty.duty.recipient, items::recipientTitle(duty.duty.recipient), duty.duty.title,
                                   duty.duty.citation};
            if (counts && found.duties.size() < kMost && text.join(u' ').contains(words, Qt::CaseInsensitive))
                found.duties << duty;
        }
        TOCSIN_ASSIGN(const QList<casework::Notice> notices, casework::NoticesQuery{incident}.run(reader));
        for (const casework::Notice &notice : notices) {
            if (found.notices.size() < kMost && notice.title.contains(words, Qt::CaseInsensitive))
                found.notices << notice;
        }
        TOCSIN_ASSIGN(const QList<casework::Packet> packets, casework::PacketsQuery{incident}.run(reader));
        for (const casework::Packet &packet : packets) {
            if (found.packets.size() < kMost && packetTitle(packet).contains(words, Qt::CaseInsensitive))
                found.packets << packet;
        }
        casework::TimelineIds entries;
        entries.incident = incident;
        entries.search = words;
        entries.most = kMost;
        TOCSIN_ASSIGN(const QList<TimelineEntryId> ids, entries.run(reader));
        TOCSIN_ASSIGN(found.entries, casework::TimelineEntries{ids}.run(reader));
        return found;
    }
};

QList<PaletteItem> itemsOf(const FoundRecords &found, const QByteArray &zone, const RecordSearch::Show &show)
{
    QList<PaletteItem> items;
    for (const casework::Task &task : found.tasks) {
        items << PaletteItem{task.reference() + u"  "_s + task.title,
                             casework::columnName(task.column),
                             Words::tr("Task"),
                             {},
                             [show, id = task.reference()] { show(u"tasks"_s, id); }};
    }
    for (const casework::ObligationRecord &duty : found.duties) {
        QStringList facts{items::recipientTitle(duty.duty.recipient), duty.duty.citation};
        if (!duty.due().isNull())
            facts.insert(1, items::dueWords(duty.due()));
        items << PaletteItem{duty.duty.title.isEmpty() ? facts.first() : duty.duty.title,
                             facts.join(u" · "_s),
                             Words::tr("Deadline"),
                             {},
                             [show, id = duty.id.value] { show(u"deadlines"_s, QString::number(id)); }};
    }
    for (const casework::Notice &notice : found.notices) {
        items << PaletteItem{notice.title,
                             casework::noticeStatusName(notice.status),
                             Words::tr("Notice"),
                             {},
                             [show, id = notice.id.value] { show(u"notices"_s, QString::number(id)); }};
    }
    for (const casework::Packet &packet : found.packets) {
        items << PaletteItem{packetTitle(packet),
                             Words::tr("%1, by %2").arg(items::momentText(packet.built.inZone(zone)), packet.byName),
                             Words::tr("Packet"),
                             {},
                             [show, id = packet.id.value] { show(u"packets"_s, QString::number(id)); }};
    }
    for (const casework::TimelineEntry &entry : found.entries) {
        items << PaletteItem{entry.text.section(u'\n', 0, 0),
                             items::momentText(entry.at.inZone(zone)),
                             Words::tr("Timeline"),
                             {},
                             [show, id = entry.id.value] { show(u"timeline"_s, QString::number(id)); }};
    }
    return items;
}

} // namespace

void RecordSearch::find(const QString &words, const Deliver &deliver)
{
    if (!m_context || m_context->incident().isNull()) {
        deliver({});
        return;
    }
    whenDone(m_context->file()->ask(RecordQuery{m_context->incident(), words}), m_context.data(),
             [deliver, show = m_show, zone = m_context->zone()](const Result<FoundRecords> &found) {
                 deliver(found ? itemsOf(*found, zone, show) : QList<PaletteItem>());
             });
}

} // namespace tocsin::app
