// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace tocsin::notices {

// What a text in English or Spanish says in figures and dates, for holding against the facts and other notices.

/// A day that a text names.
struct SaidDay
{
    QDate day; ///< invalid for a day that does not exist, such as February 30
    qsizetype at = 0; ///< where it stands, and how many characters it has
    qsizetype length = 0;

    friend bool operator==(const SaidDay &, const SaidDay &) = default;
};

/// Every whole date: "March 3, 2026", "3 Mar. 2026", "3 de marzo de 2026", "3/3/2026" as Americans read it,
/// "2026-03-03".
QList<SaidDay> daysIn(const QString &text);

/// A day on which a text says that the breach was found out.
struct SaidDiscovery
{
    QDate day;
    bool byOthers = false; ///< such as a vendor; whether their knowledge is the sender's is for a person to say
};
QList<SaidDiscovery> discoveriesIn(const QString &text);

/// A time that a text gives with both ends: "between January 11 and March 2, 2026".
struct SaidSpan
{
    QDate from;
    QDate to;

    friend bool operator==(const SaidSpan &, const SaidSpan &) = default;
};
QList<SaidSpan> spansIn(const QString &text);

/// A number of people: "1,204 Illinois residents".
struct SaidCount
{
    qint64 count = 0;
    QString written;
    qsizetype end = 0; ///< where the text goes on behind it
};
QList<SaidCount> peopleIn(const QString &text);

/// The time for which services are offered.
struct SaidService
{
    int months = 0; ///< the shortest; 0 if none is named
    int longest = 0; ///< the same, if one is named
};
/// What an offer in English or Spanish says: "24 months", "two years", "doce meses". The time that people have to
/// enroll is none.
SaidService serviceIn(const QString &offer);

/// Whether an offer says where to enroll: a telephone number, a web address, an e-mail address or a code.
bool saysHowToEnroll(const QString &offer);

/// Kinds of information that a text says were involved, as tokens of data_elements.h: those that have a name of their
/// own, such as Social Security numbers. What stands in a sentence with a "no" is left out.
QStringList kindsIn(const QString &text);

} // namespace tocsin::notices
