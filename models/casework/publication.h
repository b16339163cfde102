// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"

namespace tocsin::casework {

/// Where a document appeared or went: a posting on a web site from one day to another, an outlet that it was sent to,
/// or a way in which it reached its reader, such as an authority's portal. A document with a day is sent.
struct Publication
{
    PublicationId id;
    NoticeId notice;
    int number = 0; ///< within the notice, from 1
    QString kind = {}; ///< one of publicationKinds()
    QString name = {}; ///< the web address of a posting, the name of an outlet, portal or reader
    QString market = {}; ///< of an outlet: the State or market it serves
    QDate firstDay = {}; ///< first day of a posting; the day on which it was sent, null before
    QDate lastDay = {}; ///< the day on which a posting was taken down; null while it stands, and for outlets
    QString proof = {}; ///< a screenshot's name, a tear sheet, a confirmation
    QString reason = {}; ///< why a posting was taken down early
    QString byName = {}; ///< who recorded the last change
    Instant changed = {};
    /// The last day on which a posting has to stand, by the rules of the incident; null for outlets, and where no rule
    /// says.
    QDate required = {};
    QString citation = {}; ///< of the rule that says so
    bool counselReview = false; ///< the sources call that rule doubtful

    [[nodiscard]] bool isPosting() const;
    /// Days left until the last one required, that one included, as of `today`; 0 when it is over.
    [[nodiscard]] int daysLeft(QDate today) const;
    /// Days by which it was taken down too early; 0 if it was not.
    [[nodiscard]] int daysShort() const;
};

/// Of a notice that is published: web (a posting), newspaper, radio, television, online, wire, other (outlets). Of
/// another document: portal, post, email, fax, hand.
QStringList publicationKinds(const Notice &notice);
/// For people: "Web site", "Newspaper". A word that is none stays as it is.
QString publicationKindName(const QString &kind);

/// Whether a notice is one that appears somewhere: on the web site, or in media.
bool isPublished(const Notice &notice);

/// In the order in which they were recorded.
struct PublicationsQuery
{
    using Answer = QList<Publication>;
    NoticeId notice;
    Result<QList<Publication>> run(Reader &reader) const;
};

/// BadInput for a notice that writes to people, a kind that is not one of its publicationKinds(), a posting without its
/// first day or with no web address, and a day that is still to come or before the discovery of the breach; Conflict
/// for a place that is recorded already. Can be taken back.
struct AddPublication
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.publish");
    NoticeId notice;
    QString kind = {};
    QString name = {};
    QString market = {};
    QDate firstDay = {};
    QString proof = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// The day on which an outlet got the notice, or a posting's first day, and the proof. Can be taken back.
struct AmendPublication
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.amend-publication");
    PublicationId publication;
    QDate firstDay = {};
    QString proof = {};
    Result<Outcome> apply(Writer &writer) const;
};

/// A posting is taken down: BadInput before its first day, and without a reason if that is earlier than the rules of
/// the incident allow. Can be taken back.
struct TakeDownPublication
{
    static constexpr QLatin1StringView kAction = QLatin1StringView("notice.take-down");
    PublicationId publication;
    QDate day = {};
    QString reason = {};
    Result<Outcome> apply(Writer &writer) const;
};

} // namespace tocsin::casework
