// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/notice_side.h"

#include "casework/notice_comment.h"
#include "notices/answers_panel.h"
#include "notices/comments_panel.h"
#include "notices/notice_review.h"
#include "notices/places_panel.h"
#include "shared/segmented_filter.h"
#include "shared/theme.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kInARow = 3;
const QString kChecks = u"checks"_s;
const QString kComments = u"comments"_s;
const QString kAnswers = u"answers"_s;
const QString kPlaces = u"places"_s;

} // namespace

NoticeSide::NoticeSide(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_choice(new SegmentedFilter(tr("Beside the notice"), this))
    , m_stack(new QStackedWidget(this))
    , m_review(new NoticeReview(context, this))
    , m_comments(new CommentsPanel(context, this))
    , m_answers(new AnswersPanel(context, this))
    , m_places(new PlacesPanel(context, this))
{
    for (QWidget *each : {static_cast<QWidget *>(m_review), static_cast<QWidget *>(m_comments),
                          static_cast<QWidget *>(m_answers), static_cast<QWidget *>(m_places)})
        m_stack->addWidget(each);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_choice);
    layout->addWidget(m_stack, 1);
    connect(m_choice, &SegmentedFilter::currentChanged, this, &NoticeSide::showPart);
    connect(m_comments, &CommentsPanel::counted, this, [this](int open) { count(kComments, open); });
    connect(m_answers, &AnswersPanel::counted, this, [this](int answers) { count(kAnswers, answers); });
    connect(m_places, &PlacesPanel::done, this, &NoticeSide::done);
    connect(m_review, &NoticeReview::done, this, &NoticeSide::done);
    updateChoice();
}

void NoticeSide::setNotice(const casework::Notice &notice)
{
    m_notice = notice;
    m_review->setNotice(notice);
    m_comments->setNotice(notice);
    m_answers->setNotice(notice);
    m_places->setNotice(notice);
    updateChoice();
}

void NoticeSide::clear()
{
    m_notice = {};
    m_review->clear();
    m_counts.clear();
    updateChoice();
}

void NoticeSide::recheck()
{
    m_review->recheck();
    if (!m_notice.id.isNull())
        m_answers->setNotice(m_notice);
}

/// What is counted is not always there: only forms have answers, letters have no places.
void NoticeSide::updateChoice()
{
    const bool some = !m_notice.id.isNull();
    QList<Segment> segments{{kChecks, tr("Checks")}};
    if (some && m_context->may(casework::AddComment::kAction))
        segments.append({kComments, tr("Comments"), m_counts.value(kComments)});
    if (some && m_counts.value(kAnswers) > 0)
        segments.append({kAnswers, tr("Answers")}); // their number, as that of places, has no room
    if (some && !casework::writesToPeople(m_notice))
        segments.append({kPlaces, tr("Places")});
    QStringList offered;
    for (const Segment &segment : std::as_const(segments))
        offered << segment.id;
    if (offered == m_offered)
        return; // the same buttons stay, and with them the focus
    m_offered = offered;
    m_choice->setColumns(segments.size() > kInARow ? 2 : kInARow); // there is no room for four
    m_choice->setSegments(segments);
    m_choice->setVisible(segments.size() > 1);
    if (m_offered.contains(m_wanted))
        showPart(std::exchange(m_wanted, {}));
}

QVariantMap NoticeSide::unfinished() const
{
    return {{u"reasons"_s, m_review->unfinished()},
            {kComments, m_comments->unfinished()},
            {kPlaces, m_places->unfinished()}};
}

void NoticeSide::restore(const QVariantMap &unfinished)
{
    m_review->restore(unfinished.value(u"reasons"_s).toMap());
    m_comments->restore(unfinished.value(kComments).toMap());
    m_places->restore(unfinished.value(kPlaces).toMap());
}

void NoticeSide::count(const QString &part, int number)
{
    const bool same = m_counts.value(part) == number;
    const bool cameOrWent = part == kAnswers && (m_counts.value(part) > 0) != (number > 0);
    m_counts.insert(part, number);
    if (cameOrWent)
        updateChoice();
    if (part != kComments || same)
        return;
    m_choice->setCount(part, number);
    m_review->recheck(); // open comments are one of its warnings
}

QString NoticeSide::part() const
{
    return m_choice->current();
}

void NoticeSide::showPart(const QString &part)
{
    const QMap<QString, QWidget *> parts{
        {kChecks, m_review}, {kComments, m_comments}, {kAnswers, m_answers}, {kPlaces, m_places}};
    m_wanted = m_offered.contains(part) ? QString() : part; // once it is counted
    m_choice->setCurrent(part);
    m_stack->setCurrentWidget(parts.value(m_choice->current(), m_review));
}

} // namespace tocsin::views
