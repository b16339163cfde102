// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/when_field.h"

#include "shared/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::Precision;

namespace {

enum Kind { Now, Exactly, About, NotKnown };

} // namespace

WhenField::WhenField(bool offersNow, const Instant &now, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_time(new QDateTimeEdit(this))
{
    m_kind->setAccessibleName(tr("When it happened"));
    if (offersNow)
        m_kind->addItem(tr("Now"), Now);
    m_kind->addItem(tr("At a time"), Exactly);
    m_kind->addItem(tr("About a time"), About);
    m_kind->addItem(tr("Time not known"), NotKnown);
    m_time->setAccessibleName(tr("Date and time it happened"));
    m_time->setDisplayFormat(u"d MMM yyyy HH:mm"_s);
    m_time->setCalendarPopup(true);
    // The clock face has no zone of its own; at() puts it into the one it is meant in.
    m_time->setTimeSpec(Qt::UTC);
    m_time->setVisible(!offersNow);
    fill(now);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_kind);
    layout->addWidget(m_time);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const int kind = m_kind->currentData().toInt();
        m_time->setVisible(kind == Exactly || kind == About);
    });
}

void WhenField::fill(const Instant &at)
{
    const QDateTime local = at.toDateTime();
    m_zone = at.zone();
    m_time->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC));
}

void WhenField::set(const Instant &at, Precision precision)
{
    fill(at);
    const int kind = precision == Precision::Exact ? Exactly : precision == Precision::Approximate ? About : NotKnown;
    m_kind->setCurrentIndex(m_kind->findData(kind));
}

void WhenField::setNow(const Instant &now)
{
    fill(now);
    m_kind->setCurrentIndex(0);
}

std::optional<Instant> WhenField::at() const
{
    const int kind = m_kind->currentData().toInt();
    if (kind != Exactly && kind != About)
        return std::nullopt;
    const QDateTime face = m_time->dateTime();
    return Instant(QDateTime(face.date(), face.time(), QTimeZone(m_zone)).toMSecsSinceEpoch(), m_zone);
}

Precision WhenField::precision() const
{
    switch (m_kind->currentData().toInt()) {
    case About:
        return Precision::Approximate;
    case NotKnown:
        return Precision::Unknown;
    default:
        return Precision::Exact;
    }
}

} // namespace tocsin::views
