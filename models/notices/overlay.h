// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace tocsin::notices {

/// An office, agency or bureau that a letter names.
struct Office
{
    QString name;
    QString address; ///< on one line
    QStringList phones;
    QString web;
    QString confidence; ///< "verified", "known" or "doubtful"

    /// Everything on one line, as letters print it.
    [[nodiscard]] QString line() const;
};

/// Something that the law of a State has a letter say.
struct OverlayDemand
{
    QString what; ///< for the list of checks: "the right to a police report"
    /// What meets it: an element of the letter ("164.404(c)(1)(A)"), a field ("organization.toll_free"), the key of a
    /// wording ("police-report"), "offer", "enrollment" (an offer that says where to enroll), "title", "headings",
    /// "type-size", or "counsel" for what no program can see.
    QString by;
    QStringList when; ///< kinds of information of which one must be involved; empty: always
};

/// Services against identity theft that the law of a State has the sender offer at no cost.
struct MonitoringDuty
{
    int months = 0;
    QStringList when; ///< kinds of information of which one must be involved
    bool settled = false; ///< that it binds a sender under HIPAA; otherwise it is for counsel
};

/// What the law of one State asks of a letter to the people who live there. The form is set out in FORMAT.md.
struct Overlay
{
    QString state; ///< postal code: "MA"
    QString name;
    QString citation;
    QString confidence; ///< of the demands: "verified", "known" or "doubtful"
    QStringList counsel; ///< sentences for counsel's review
    QMap<QString, QString> title; ///< by language; empty: the template's own
    QMap<QString, QMap<QString, QString>> headings; ///< by element, then language; missing ones stay
    double smallestType = 0; ///< points; 0: nothing asked
    std::optional<Office> office; ///< the State's own
    QList<OverlayDemand> mustSay;
    bool withoutNature = false; ///< the letter must not say what kind of breach it was
    bool withoutResidents = false; ///< nor how many of the State's people it affected
    std::optional<MonitoringDuty> monitoring;

    /// The demands that apply to a person with these kinds of information.
    [[nodiscard]] QList<OverlayDemand> demandsOn(const QStringList &elements) const;
};

/// A file of overlays, read.
struct OverlayFile
{
    QString version; ///< "2026.11"
    QDate asOf; ///< the law was looked at up to this day
    QMap<QString, Office> agencies; ///< "equifax", "experian", "transunion" and "ftc"
    QList<Overlay> overlays; ///< by State
    QString sha256; ///< of the file's bytes

    /// Reads it. Fails with BadInput, naming the place and what would be right. Whether a demand's wording exists is
    /// the matter of OverlaySet.
    static Result<OverlayFile> parse(const QByteArray &json, const QString &source);
};

/// Whether one of `wanted` is among a person's kinds of information, which are compared as dataElement() does; true if
/// nothing is wanted.
bool anyInvolved(const QStringList &wanted, const QStringList &elements);

/// Whether a demand is met by a wording, and not by the letter itself or by a person.
bool isWordingKey(const QString &by);

} // namespace tocsin::notices
