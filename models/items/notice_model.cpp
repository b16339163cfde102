// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notice_model.h"

#include "core/when_done.h"
#include "items/wording.h"

#include <QRegularExpression>

#include <algorithm>

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
    case NoticeStatus::Sent:
        return Tone::Ok;
    case NoticeStatus::Draft:
        break;
    }
    return Tone::Neutral;
}

NoticeModel::NoticeModel(casework::CaseFile *file, QObject *parent) : RecordTable(parent), m_file(file)
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
    m_void.clear();
    m_dues.clear();
    takeOver({});
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
        takeOver(grouped(*answer));
        if (m_groupOf)
            refreshAll(); // a heading may have moved to a neighbour
        Q_EMIT loaded();
    });
}

void NoticeModel::countLetters()
{
    whenDone(m_file->ask(casework::RosterTotalsQuery{m_incident}), this,
             [this, incident = m_incident](const Result<casework::RosterTotals> &answer) {
                 if (incident != m_incident)
                     return;
                 if (!answer)
                     return Q_EMIT failed(answer.error().message);
                 if (answer->included == m_letters)
                     return;
                 m_letters = answer->included;
                 refreshAll();
             });
}

int NoticeModel::rowOf(NoticeId notice) const
{
    const auto found
        = std::find_if(records().cbegin(), records().cend(), [&](const Notice &each) { return each.id == notice; });
    return found == records().cend() ? -1 : static_cast<int>(found - records().cbegin());
}

int NoticeModel::inReview() const
{
    return static_cast<int>(std::count_if(records().cbegin(), records().cend(), [](const Notice &notice) {
        return notice.status == NoticeStatus::InReview;
    }));
}

void NoticeModel::setVoidApprovals(const QHash<qint64, QString> &reasons)
{
    if (m_void == reasons)
        return;
    m_void = reasons;
    refreshAll();
}

void NoticeModel::setGrouping(std::function<NoticeGroup(const Notice &)> groupOf)
{
    m_groupOf = std::move(groupOf);
    takeOver(grouped(records()));
    refreshAll();
}

void NoticeModel::setDues(const QHash<qint64, QString> &dues)
{
    if (m_dues == dues)
        return;
    m_dues = dues;
    refreshAll();
}

QList<Notice> NoticeModel::grouped(QList<Notice> notices) const
{
    if (m_groupOf) {
        std::stable_sort(notices.begin(), notices.end(),
                         [this](const Notice &a, const Notice &b) { return m_groupOf(a).order < m_groupOf(b).order; });
    }
    return notices;
}

NoticeGroup NoticeModel::groupAt(int row) const
{
    return m_groupOf ? m_groupOf(records()[row]) : NoticeGroup();
}

QString NoticeModel::sectionAt(int row) const
{
    const NoticeGroup group = groupAt(row);
    return row > 0 && groupAt(row - 1).order == group.order ? QString() : group.heading;
}

bool NoticeModel::isVoid(const Notice &notice) const
{
    return notice.status == NoticeStatus::Approved && m_void.contains(notice.id.value);
}

QString NoticeModel::badge(const Notice &notice) const
{
    return isVoid(notice) ? tr("Approval void") : casework::noticeStatusName(notice.status);
}

QString NoticeModel::secondLine(const Notice &notice) const
{
    QString line = tr("version %1").arg(notice.version);
    if (casework::writesToPeople(notice))
        line += u" · "_s + (m_letters == 1 ? tr("1 letter") : tr("%1 letters").arg(figure(m_letters)));
    const QString due = m_dues.value(notice.id.value);
    return due.isEmpty() ? line : QString(due + u'\n' + line);
}

qint64 NoticeModel::idOf(const Notice &record) const
{
    return record.id.value;
}

bool NoticeModel::looksSame(const Notice &a, const Notice &b) const
{
    return a.version == b.version && a.status == b.status && a.title == b.title && a.fields == b.fields;
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Notice &notice = records()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return notice.title;
    case Qt::AccessibleTextRole:
        return QStringList({notice.title, groupAt(index.row()).heading, secondLine(notice), badge(notice)})
            .filter(QRegularExpression(u"."_s))
            .join(u", "_s)
            .replace(u'\n', u", "_s);
    case Qt::ToolTipRole:
        return isVoid(notice) ? plainToolTip(m_void.value(notice.id.value)) : QString();
    case SecondaryTextRole:
        return secondLine(notice);
    case SectionRole:
        return sectionAt(index.row());
    case EmphasisRole:
        return true;
    case BadgeTextRole:
        return badge(notice);
    case BadgeToneRole:
        return static_cast<int>(isVoid(notice) ? Tone::Warning : noticeTone(notice.status));
    case RecordIdRole:
        return QString::number(notice.id.value);
    default:
        return {};
    }
}

} // namespace tocsin::items
