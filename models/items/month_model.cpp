// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/month_model.h"

#include "items/wording.h"
#include "law/wording.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

constexpr int kWeek = 7;

/// The weekday of a column, 1 is Monday.
int weekdayOf(Qt::DayOfWeek firstDay, int column)
{
    return (int(firstDay) - 1 + column) % kWeek + 1;
}

} // namespace

MonthModel::MonthModel(Qt::DayOfWeek firstDay, QObject *parent) : QAbstractTableModel(parent), m_firstDay(firstDay) { }

void MonthModel::setMonth(QDate day)
{
    const QDate first(day.year(), day.month(), 1);
    if (!first.isValid() || first == m_month)
        return;
    beginResetModel();
    m_month = first;
    const int before = (first.dayOfWeek() - int(m_firstDay) + kWeek) % kWeek;
    m_from = first.addDays(-before);
    m_weeks = (before + first.daysInMonth() + kWeek - 1) / kWeek;
    endResetModel();
}

void MonthModel::setClocks(const IncidentClocks &clocks)
{
    if (clocks == m_clocks)
        return;
    m_clocks = clocks;
    m_dates.clear();
    const QList<DateMark> dates = datesOf(m_clocks);
    for (const DateMark &date : dates)
        m_dates[date.day] << date;
    if (m_weeks > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_weeks - 1, kWeek - 1));
}

QModelIndex MonthModel::indexOf(QDate day) const
{
    const qint64 place = m_from.daysTo(day);
    if (!m_from.isValid() || !day.isValid() || place < 0 || place >= qint64(m_weeks) * kWeek)
        return {};
    return index(int(place / kWeek), int(place % kWeek));
}

QDate MonthModel::dayAt(const QModelIndex &index) const
{
    return index.isValid() ? m_from.addDays(index.row() * kWeek + index.column()) : QDate();
}

QList<DateMark> MonthModel::datesOn(QDate day) const
{
    return m_dates.value(day);
}

int MonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_weeks;
}

int MonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kWeek;
}

QString MonthModel::sentenceOf(QDate day) const
{
    QString sentence = dayHeading(day);
    if (day == m_clocks.today)
        sentence += u", "_s + tr("today");
    const QList<DateMark> dates = datesOn(day);
    if (dates.isEmpty())
        return sentence + u": "_s + tr("nothing is due");
    QStringList each;
    for (const DateMark &date : dates)
        each << dateSentence(m_clocks, date);
    return u"%1: %2. %3"_s.arg(sentence, law::counted(dates.size(), tr("date"), tr("dates")), each.join(u"; "_s));
}

QVariant MonthModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QDate day = dayAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(day.day());
    case Qt::AccessibleTextRole:
        return sentenceOf(day);
    case Qt::ToolTipRole:
        return datesOn(day).isEmpty() ? QVariant() : plainToolTip(sentenceOf(day));
    case kInMonthRole:
        return day.month() == m_month.month();
    default:
        return {};
    }
}

QVariant MonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kWeek)
        return {};
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    if (role == Qt::DisplayRole)
        return english.dayName(weekdayOf(m_firstDay, section), QLocale::ShortFormat);
    return role == Qt::AccessibleTextRole ? QVariant(english.dayName(weekdayOf(m_firstDay, section))) : QVariant();
}

} // namespace tocsin::items
