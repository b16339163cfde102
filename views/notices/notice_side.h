// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "shared/case_context.h"

#include <QMap>
#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace tocsin::views {

class AnswersPanel;
class CommentsPanel;
class NoticeReview;
class PlacesPanel;
class SegmentedFilter;

/// What stands beside a notice, one at a time: its checks and approvals, the comments, the answers of a form to copy,
/// or the places where it appeared.
class NoticeSide final : public QWidget
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit NoticeSide(CaseContext *context, QWidget *parent = nullptr);

    void setNotice(const casework::Notice &notice);
    void clear();
    /// To the answers again, because the facts that they give have changed.
    void recheck();

    [[nodiscard]] NoticeReview *review() const { return m_review; }
    /// "checks", "comments", "answers" or "places".
    [[nodiscard]] QString part() const;
    void showPart(const QString &part);
    /// What was typed beside the notices and not sent, to come back over a lock.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    void done(const tocsin::casework::Receipt &receipt);

private:
    CaseContext *m_context;
    casework::Notice m_notice;
    SegmentedFilter *m_choice;
    QStackedWidget *m_stack;
    NoticeReview *m_review;
    CommentsPanel *m_comments;
    AnswersPanel *m_answers;
    PlacesPanel *m_places;
    QMap<QString, int> m_counts;
    QString m_wanted; ///< a part to show as soon as it is offered
    QStringList m_offered; ///< the parts that can be chosen now

    void updateChoice();
    void count(const QString &part, int number);
};

} // namespace tocsin::views
