// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/places_panel.h"

#include "core/when_done.h"
#include "items/fact_fields.h"
#include "items/wording.h"
#include "law/wording.h"
#include "shared/badge.h"
#include "shared/empty_layout.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

using casework::Publication;

namespace {

constexpr int kWidth = 240;

QString daysText(int days)
{
    return days == 1 ? PlacesPanel::tr("1 day") : PlacesPanel::tr("%1 days").arg(days);
}

/// What a place's badge says: how long a posting still has to stand, or that an outlet has it.
std::pair<Tone, QString> standing(const Publication &place, QDate today)
{
    if (place.daysShort() > 0)
        return {Tone::Danger, PlacesPanel::tr("! %1 early").arg(daysText(place.daysShort()))};
    if (place.daysLeft(today) > 0)
        return {Tone::Warning, PlacesPanel::tr("still %1").arg(daysText(place.daysLeft(today)))};
    if (place.isPosting())
        return {Tone::Ok, PlacesPanel::tr("✓ Long enough")};
    return place.firstDay.isValid() ? std::pair{Tone::Ok, PlacesPanel::tr("✓ Sent")}
                                    : std::pair{Tone::Neutral, PlacesPanel::tr("Not sent")};
}

QString detail(const Publication &place)
{
    QStringList parts{casework::publicationKindName(place.kind)};
    if (!place.market.isEmpty())
        parts << place.market;
    if (place.firstDay.isValid())
        parts << (place.isPosting() ? PlacesPanel::tr("from %1") : PlacesPanel::tr("sent %1"))
                     .arg(law::shortDate(place.firstDay));
    if (place.required.isValid() && !place.lastDay.isValid())
        parts << PlacesPanel::tr("at least until %1").arg(law::shortDate(place.required));
    if (place.lastDay.isValid())
        parts << PlacesPanel::tr("taken down %1").arg(law::shortDate(place.lastDay));
    if (!place.reason.isEmpty())
        parts << place.reason;
    parts << (place.proof.isEmpty() ? PlacesPanel::tr("no proof yet") : place.proof);
    return parts.join(u" · "_s);
}

QString dayText(QDate day)
{
    return day.isValid() ? law::shortDate(day) : QString();
}

} // namespace

PlacesPanel::PlacesPanel(CaseContext *context, QWidget *parent)
    : Card(tr("Where it appeared or went"), parent)
    , m_context(context)
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_begin(new QPushButton(tr("Add a &place"), this))
    , m_form(new Form(1, this))
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_market(new QLineEdit(this))
    , m_day(new QLineEdit(this))
    , m_proof(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_error(new NoticeBar(this))
    , m_save(new QPushButton(tr("&Record"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    makeForm();
    layOut();
    m_begin->setVisible(context->may(casework::AddPublication::kAction));
    connect(m_begin, &QPushButton::clicked, this, [this] { begin(Task::Add); });
    connect(m_close, &QPushButton::clicked, this, [this] { begin(Task::None); });
    connect(m_save, &QPushButton::clicked, this, &PlacesPanel::save);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PlacesPanel::updateForm);
    connect(m_context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::Publication) || changes.touches(casework::Kind::Facts))
            reload();
    });
    begin(Task::None);
}

void PlacesPanel::makeForm()
{
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_day->setPlaceholderText(tr("Such as %1").arg(law::shortDate(m_context->today())));
    m_form->addField(tr("Kind"), m_kind);
    m_form->addField(tr("Name or web address"), m_name);
    m_form->addField(tr("State or market"), m_market);
    m_form->addField(tr("Day"), m_day);
    m_form->addField(tr("Proof"), m_proof, tr("A screenshot's name, a tear sheet, a confirmation."));
    m_form->addField(tr("Why so early"), m_reason, tr("Only if the law wants it to stand longer."));
    m_form->setContentsMargins(0, 0, 0, 0);
    setButtonKind(*m_save, ButtonKind::Primary);
}

void PlacesPanel::layOut()
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::kGrid);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    body()->addWidget(new ScrollColumn(m_list, kWidth, this), 1);
    m_list->setAutoFillBackground(false); // the card shows through
    body()->addWidget(m_begin, 0, Qt::AlignLeft);
    body()->addWidget(m_form);
    body()->addWidget(m_error);
    body()->addLayout(buttons);
}

void PlacesPanel::setNotice(const casework::Notice &notice)
{
    const bool another = notice.id != m_notice.id;
    if (another)
        keep();
    m_notice = notice;
    if (another) {
        m_places.clear();
        fill();
        begin(Task::None);
    }
    reload();
}

QVariantMap PlacesPanel::unfinished() const
{
    QVariantMap all = m_kept;
    if (m_task != Task::None)
        all.insert(QString::number(m_notice.id.value), written());
    return all;
}

void PlacesPanel::restore(const QVariantMap &unfinished)
{
    m_kept = unfinished;
    reload();
}

QVariantMap PlacesPanel::written() const
{
    return {{u"task"_s, static_cast<int>(m_task)}, {u"place"_s, m_place.number},    {u"kind"_s, m_kind->currentData()},
            {u"name"_s, m_name->text()},           {u"market"_s, m_market->text()}, {u"day"_s, m_day->text()},
            {u"proof"_s, m_proof->text()},         {u"reason"_s, m_reason->text()}};
}

void PlacesPanel::keep()
{
    m_kept = unfinished();
}

/// The form as it was left beside this notice, once its places are known.
void PlacesPanel::bringBack()
{
    const QVariantMap was = m_kept.take(QString::number(m_notice.id.value)).toMap();
    if (was.isEmpty() || m_task != Task::None)
        return;
    const auto task = static_cast<Task>(was.value(u"task"_s).toInt());
    const int number = was.value(u"place"_s).toInt();
    const auto place = std::find_if(m_places.cbegin(), m_places.cend(),
                                    [number](const Publication &each) { return each.number == number; });
    if (task != Task::Add && place == m_places.cend())
        return;
    begin(task, place == m_places.cend() ? Publication() : *place);
    m_kind->setCurrentIndex(std::max(m_kind->findData(was.value(u"kind"_s)), 0));
    m_name->setText(was.value(u"name"_s).toString());
    m_market->setText(was.value(u"market"_s).toString());
    m_day->setText(was.value(u"day"_s).toString());
    m_proof->setText(was.value(u"proof"_s).toString());
    m_reason->setText(was.value(u"reason"_s).toString());
}

void PlacesPanel::reload()
{
    if (m_notice.id.isNull() || casework::writesToPeople(m_notice))
        return;
    whenDone(m_context->file()->ask(casework::PublicationsQuery{m_notice.id}), this,
             [this, id = m_notice.id](const Result<QList<Publication>> &answer) {
                 if (id != m_notice.id)
                     return;
                 if (!answer)
                     return m_error->showNotice(Tone::Danger, answer.error().message);
                 m_places = *answer;
                 fill();
                 bringBack();
             });
}

void PlacesPanel::fill()
{
    emptyLayout(*m_rows);
    for (const Publication &place : std::as_const(m_places))
        addRow(place);
    if (m_places.isEmpty())
        m_rows->addWidget(
            makeMutedLabel(casework::isPublished(m_notice)
                               ? tr("None recorded yet: the posting on the web site, and each outlet that gets it.")
                               : tr("None recorded yet: how and when it reached its reader. That makes it sent.")));
    m_rows->addStretch(1);
}

void PlacesPanel::addRow(const Publication &place)
{
    auto *row = new QWidget(m_list);
    auto *name = makeLabel(place.name, TypeStyle::Strong, row);
    name->setWordWrap(true);
    const auto [tone, words] = standing(place, m_context->today());
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::kGrid);
    first->addWidget(name, 1);
    first->addWidget(new Badge(tone, words, row), 0, Qt::AlignTop);
    auto *line = makeMutedLabel(detail(place), TypeStyle::Small, row);
    line->setWordWrap(true);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(metrics::kGrid);
    const auto addStep = [&](const QString &text, Task task) {
        auto *button = new QPushButton(text, row);
        button->setAccessibleName(tr("%1: %2").arg(text, place.name));
        connect(button, &QPushButton::clicked, this, [this, task, place] { begin(task, place); });
        steps->addWidget(button);
    };
    if (m_context->may(casework::AmendPublication::kAction))
        addStep(tr("Day and proof"), Task::Amend);
    if (place.isPosting() && !place.lastDay.isValid() && m_context->may(casework::TakeDownPublication::kAction))
        addStep(tr("Taken down"), Task::TakeDown);
    steps->addStretch(1);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, metrics::kGrid);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addWidget(line);
    layout->addLayout(steps);
    m_rows->addWidget(row);
}

void PlacesPanel::begin(Task task, const Publication &place)
{
    m_task = task;
    m_place = place;
    m_error->clear();
    m_kind->clear();
    const QStringList kinds = casework::publicationKinds(m_notice);
    for (const QString &kind : kinds)
        m_kind->addItem(casework::publicationKindName(kind), kind);
    if (m_notice.kind == "press-release"_L1)
        m_kind->setCurrentIndex(std::max(m_kind->findData(u"newspaper"_s), 0));
    m_name->clear();
    m_market->clear();
    m_reason->clear();
    m_day->setText(task == Task::Amend ? dayText(place.firstDay) : QString());
    m_proof->setText(task == Task::Amend ? place.proof : QString());
    updateForm();
    if (task == Task::Add)
        m_kind->setFocus(Qt::OtherFocusReason);
    else if (task != Task::None)
        m_day->setFocus(Qt::OtherFocusReason);
}

void PlacesPanel::updateForm()
{
    const bool open = m_task != Task::None;
    const bool adds = m_task == Task::Add;
    const bool outlet = casework::isPublished(m_notice) && m_kind->currentData().toString() != "web"_L1;
    m_form->setFieldVisible(m_kind, adds);
    m_form->setFieldVisible(m_name, adds);
    m_form->setFieldVisible(m_market, adds && outlet);
    m_form->setFieldVisible(m_proof, adds || m_task == Task::Amend);
    m_form->setFieldVisible(m_reason, m_task == Task::TakeDown);
    m_form->setVisible(open);
    m_save->setVisible(open);
    m_close->setVisible(open);
    m_begin->setEnabled(!open);
}

void PlacesPanel::save()
{
    m_form->clearErrors();
    const auto typed = items::dayFromWords(m_day->text());
    if (!typed)
        return m_form->setError(m_day, typed.error().message);
    const QDate day = typed->value_or(QDate());
    if (m_task == Task::Add) {
        submit(casework::AddPublication{m_notice.id, m_kind->currentData().toString(), m_name->text(), m_market->text(),
                                        day, m_proof->text()});
    } else if (m_task == Task::Amend) {
        submit(casework::AmendPublication{m_place.id, day, m_proof->text()});
    } else {
        submit(casework::TakeDownPublication{m_place.id, day, m_reason->text()});
    }
}

/// Once, however often the button is pressed; by the time it is recorded another notice may be in front.
template <typename Command>
void PlacesPanel::submit(const Command &command)
{
    m_save->setEnabled(false);
    const auto finish = [this, notice = m_notice.id](const Result<casework::Receipt> &receipt) {
        m_save->setEnabled(true);
        if (receipt)
            m_kept.remove(QString::number(notice.value));
        if (receipt)
            Q_EMIT done(*receipt);
        if (notice != m_notice.id)
            return; // what was refused is kept with its notice
        if (!receipt)
            return m_error->showNotice(Tone::Danger, receipt.error().message);
        begin(Task::None);
        m_begin->setFocus(Qt::OtherFocusReason);
    };
    whenDone(m_context->file()->submit(command), this, finish);
}

} // namespace tocsin::views
