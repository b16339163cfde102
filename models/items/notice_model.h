// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/notice.h"
#include "items/item_roles.h"
#include "items/record_table.h"

#include <functional>

namespace tocsin::items {

/// How far a notice is, as a tone. The word beside it is casework::noticeStatusName().
Tone noticeTone(casework::NoticeStatus status);

/// Where a notice stands in the list: its group, by the order and the heading of that.
struct NoticeGroup
{
    int order = 0;
    QString heading;
};

/// The notices of an incident by group, and in it in the order in which they were made, with their versions, the number
/// of letters and the date on which they are due.
class NoticeModel final : public RecordTable<casework::Notice>
{
    Q_OBJECT

public:
    explicit NoticeModel(casework::CaseFile *file, QObject *parent = nullptr);

    void setIncident(IncidentId incident);
    /// Notices whose approval does not count any more, each with the reason: they are not shown as approved.
    void setVoidApprovals(const QHash<qint64, QString> &reasons);
    /// How notices are put in groups; without it there is one, with no heading.
    void setGrouping(std::function<NoticeGroup(const casework::Notice &)> groupOf);
    /// In words, by notice: "due 30 Apr 2026".
    void setDues(const QHash<qint64, QString> &dues);

    /// False until the notices of this incident have come.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// -1 if there is no such notice.
    [[nodiscard]] int rowOf(NoticeId notice) const;
    /// People of the roster who get a letter.
    [[nodiscard]] qint64 letters() const { return m_letters; }
    /// Notices that wait for an approval.
    [[nodiscard]] int inReview() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The rows now are what the store has.
    void loaded();
    void failed(const QString &message);

protected:
    [[nodiscard]] qint64 idOf(const casework::Notice &record) const override;
    [[nodiscard]] bool looksSame(const casework::Notice &a, const casework::Notice &b) const override;

private:
    casework::CaseFile *m_file;
    IncidentId m_incident;
    qint64 m_letters = 0;
    QHash<qint64, QString> m_void;
    QHash<qint64, QString> m_dues;
    std::function<NoticeGroup(const casework::Notice &)> m_groupOf;
    int m_asked = 0; // numbers the questions, so that an answer that was overtaken is let go
    bool m_ready = false;

    void reload();
    void countLetters();
    [[nodiscard]] bool isVoid(const casework::Notice &notice) const;
    [[nodiscard]] QString badge(const casework::Notice &notice) const;
    [[nodiscard]] QList<casework::Notice> grouped(QList<casework::Notice> notices) const;
    [[nodiscard]] NoticeGroup groupAt(int row) const;
    [[nodiscard]] QString sectionAt(int row) const;
    [[nodiscard]] QString secondLine(const casework::Notice &notice) const;
};

} // namespace tocsin::items
