// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notice_model.h"

#include "core/when_done.h"
#include "items/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::ChangeSet;
using casework::Kind;
using casework::Notice;
using casework::NoticeStatus;

Tone noticeTone(NoticeStatus status)
{
    switch (status) {
    case NoticeStatus::InReview:
        return Tone::Warning;
    case NoticeStatus::Approved:
    case NoticeStatus::Produced:
        return Tone::Ok;
    case NoticeStatus::Draft:
        break;
    }
    return Tone::Neutral;
}

NoticeModel::NoticeModel(casework::CaseFile *file, QObject *parent) : RecordListModel(parent), m_file(file)
{
    connect(file, &casework::CaseFile::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(Kind::Notice))
            reload();
        if (changes.touches(Kind::Recipient) || changes.touches(Kind::Roster))
            countLetters();
    });
}

void NoticeModel::setIncident(IncidentId incident)
{
    if (m_incident == incident)
        return;
    m_incident = incident;
    m_letters = 0;
    take(m_notices, {}, [](const Notice &notice) { return notice.id.value; });
    reload();
    countLetters();
}

void NoticeModel::reload()
{
    const int asked = ++m_asked;
    m_ready = false;
    whenDone(m_file->ask(casework::NoticesQuery{m_incident}), this, [this, asked](const Result<QList<Notice>> &answer) {
        if (asked != m_asked)
            return;
        m_ready = true;
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        take(m_notices, *answer, [](const Notice &notice) { return notice.id.value; });
        Q_EMIT loaded();
    });
}

void NoticeModel::countLetters()
{
    whenDone(m_file->ask(casework::RosterTotalsQuery{m_incident}), this,
             [this, incident = m_incident](const Result<casework::RosterTotals> &answer) {
                 if (incident != m_incident || !answer || answer->included == m_letters)
                     return;
                 m_letters = answer->included;
                 touchAll();
             });
}

const Notice *NoticeModel::noticeAt(int row) const
{
    return row >= 0 && row < m_notices.size() ? &m_notices[row] : nullptr;
}

int NoticeModel::rowOf(NoticeId notice) const
{
    const auto found
        = std::find_if(m_notices.cbegin(), m_notices.cend(), [&](const Notice &each) { return each.id == notice; });
    return found == m_notices.cend() ? -1 : static_cast<int>(found - m_notices.cbegin());
}

int NoticeModel::inReview() const
{
    return static_cast<int>(std::count_if(m_notices.cbegin(), m_notices.cend(), [](const Notice &notice) {
        return notice.status == NoticeStatus::InReview;
    }));
}

int NoticeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notices.size());
}

QString NoticeModel::secondLine(const Notice &notice) const
{
    const QString version = tr("version %1").arg(notice.version);
    const QString letters = m_letters == 1 ? tr("1 letter") : tr("%1 letters").arg(figure(m_letters));
    return version + u" · "_s + letters;
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Notice &notice = m_notices[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return notice.title;
    case Qt::AccessibleTextRole:
        return QString(notice.title + u", "_s + secondLine(notice) + u", "_s
                       + casework::noticeStatusName(notice.status));
    case SecondaryTextRole:
        return secondLine(notice);
    case EmphasisRole:
        return true;
    case BadgeTextRole:
        return casework::noticeStatusName(notice.status);
    case BadgeToneRole:
        return static_cast<int>(noticeTone(notice.status));
    case RecordIdRole:
        return QString::number(notice.id.value);
    default:
        return {};
    }
}

} // namespace tocsin::items
