// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/run_model.h"

#include "core/when_done.h"
#include "items/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::Run;

namespace {

QString kindWord(const Run &run)
{
    if (run.kind == "proof"_L1)
        return RunModel::tr("Proof");
    return run.kind == "shard"_L1 ? RunModel::tr("Share") : RunModel::tr("Full");
}

QString lettersText(const Run &run)
{
    return run.letters == 1 ? RunModel::tr("1 letter") : RunModel::tr("%1 letters").arg(figure(run.letters));
}

} // namespace

RunModel::RunModel(casework::CaseFile *file, QByteArray zone, QObject *parent)
    : RecordTable(parent), m_file(file), m_zone(std::move(zone))
{
    connect(file, &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Run))
            reload();
    });
}

void RunModel::setNotice(IncidentId incident, NoticeId notice)
{
    if (m_incident == incident && m_notice == notice)
        return;
    m_incident = incident;
    m_notice = notice;
    reload();
}

void RunModel::setZone(const QByteArray &zone)
{
    m_zone = zone;
    refreshAll();
}

void RunModel::reload()
{
    const int asked = ++m_asked;
    whenDone(m_file->ask(casework::RunsQuery{m_incident}), this, [this, asked](const Result<QList<Run>> &answer) {
        if (asked != m_asked)
            return;
        if (!answer) {
            Q_EMIT failed(answer.error().message);
            return;
        }
        QList<Run> own;
        std::copy_if(answer->cbegin(), answer->cend(), std::back_inserter(own),
                     [this](const Run &run) { return run.notice == m_notice; });
        takeOver(own);
        Q_EMIT loaded();
    });
}

QString RunModel::secondLine(const Run &run) const
{
    const QString files = run.parts == 1 ? tr("1 file") : tr("%1 files").arg(figure(run.parts));
    return tr("version %1 · %2 pages in %3 · %4 · %5")
        .arg(QString::number(run.noticeVersion), figure(run.pages), files, momentText(run.finished.inZone(m_zone)),
             run.byName);
}

qint64 RunModel::idOf(const Run &record) const
{
    return record.id.value;
}

bool RunModel::looksSame(const Run &a, const Run &b) const
{
    return a.id == b.id; // what was recorded of one never changes
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Run &run = records()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return lettersText(run);
    case Qt::AccessibleTextRole:
        return QString(lettersText(run) + u", "_s + kindWord(run) + u", "_s + secondLine(run));
    case SecondaryTextRole:
        return secondLine(run);
    case BadgeTextRole:
        return kindWord(run);
    case BadgeToneRole:
        return static_cast<int>(run.kind == "full"_L1 ? Tone::Ok : Tone::Neutral);
    case RecordIdRole:
        return QString::number(run.id.value);
    default:
        return {};
    }
}

} // namespace tocsin::items
