// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>

namespace tocsin::law {

/// What the reporting organization is. Only the first two are under HIPAA (45 CFR 160.103).
enum class EntityKind { CoveredEntity, BusinessAssociate, PhrVendor, Business };

/// When something happened: a local date, or an instant where the hour matters or was known.
struct Moment
{
    QDate date; ///< set when only the day is known
    std::optional<Instant> instant; ///< set when the hour is known; then `date` is null

    /// The civil date in `zone` (an IANA name); with an empty zone, in the offset the instant was written with.
    [[nodiscard]] QDate dateIn(const QByteArray &zone) const;
    friend bool operator==(const Moment &, const Moment &) = default;
};

/// Who knew of the breach, and since when.
struct Knowledge
{
    QString by; ///< "workforce", "privacy-officer", …; the knowledge of "wrongdoer" is nobody's (164.404(a)(2))
    Moment on;
    friend bool operator==(const Knowledge &, const Knowledge &) = default;
};

/// A business associate found the breach (164.410).
struct AssociateReport
{
    std::optional<Moment> discovered;
    std::optional<bool> agent; ///< the entity's agent under the federal common law of agency
    std::optional<Moment> toldCoveredEntity;
    friend bool operator==(const AssociateReport &, const AssociateReport &) = default;
};

struct Occurrence
{
    std::optional<QDate> from;
    std::optional<QDate> to;
    friend bool operator==(const Occurrence &, const Occurrence &) = default;
};

struct Securing
{
    std::optional<bool> encrypted;
    std::optional<bool> keyCompromised;
    friend bool operator==(const Securing &, const Securing &) = default;
};

/// What the entity concluded about whether there was a breach at all (164.402).
struct Assessment
{
    QString outcome; ///< "low-probability", "exception" or "breach"
    QString citation; ///< of the exception claimed, such as "164.402(1)(ii)"
    std::optional<bool> documented;
    std::optional<int> factors; ///< how many factors were assessed
    friend bool operator==(const Assessment &, const Assessment &) = default;
};

/// An official's statement that notice would impede an investigation (164.412).
struct DelayStatement
{
    std::optional<QDate> stated;
    std::optional<QDate> until;
    friend bool operator==(const DelayStatement &, const DelayStatement &) = default;
};

struct LawEnforcement
{
    bool written = false; ///< else oral
    DelayStatement statement;
    std::optional<DelayStatement> writtenFollowup; ///< only after an oral one
    friend bool operator==(const LawEnforcement &, const LawEnforcement &) = default;
};

/// A clock that a contract sets; days or hours, never both.
struct ContractClock
{
    QString to; ///< recipient
    std::optional<int> days;
    std::optional<int> hours;
    QString name = {}; ///< which contract, "payer agreement 2024"; tells two for one recipient apart; may be empty
    friend bool operator==(const ContractClock &, const ContractClock &) = default;
};

/// What a regulator asked for in writing, such as the documents of a data request. The letter's own date counts; `due`
/// and `days` never stand together.
struct RegulatorRequest
{
    QString id; ///< "DR-1"; no other request or correction has it
    QString from; ///< recipient, "OCR"
    QDate received;
    std::optional<QDate> due;
    std::optional<int> days;
    std::optional<QDate> extendedTo; ///< later than the date before it
    friend bool operator==(const RegulatorRequest &, const RegulatorRequest &) = default;
};

/// A period of 30 to 60 days in which a regulator lets the entity correct what it found.
struct CorrectionPeriod
{
    QString id;
    QString from;
    QDate received;
    int days = 30;
    std::optional<QDate> extendedTo;
    friend bool operator==(const CorrectionPeriod &, const CorrectionPeriod &) = default;
};

/// A finding as the clocks see it: how quickly its kind has to be remedied, and since when the entity knows of it.
struct FindingClock
{
    QString id;
    QString remediationClass; ///< "A", "B" or "C": 7, 14 or 30 days
    std::optional<QDate> confirmed;
    std::optional<QDate> cureFrom; ///< first day on which the entity knew, or should have (45 CFR 160.410)
    friend bool operator==(const FindingClock &, const FindingClock &) = default;
};

/// Substitute notice that has to stay up (45 CFR 164.404(d)(2)(ii)).
struct Posting
{
    std::optional<QDate> webFrom; ///< first day of the posting on the web site
    std::optional<QDate> phoneFrom; ///< first day of the toll-free line
    friend bool operator==(const Posting &, const Posting &) = default;
};

/// Records to be kept.
struct Retention
{
    std::optional<QDate> from; ///< the last of them was made then, or was last in effect
    friend bool operator==(const Retention &, const Retention &) = default;
};

/// An incident's facts, as far as the law's clocks need them. Everything but `entity` may be absent. The JSON form is
/// described in models/law/FORMAT.md.
struct Facts
{
    EntityKind entity = EntityKind::CoveredEntity;
    QByteArray timezone; ///< IANA name, or empty
    std::optional<Moment> discovered;
    QList<Knowledge> known;
    std::optional<AssociateReport> associate;
    std::optional<Occurrence> occurred;
    std::optional<QMap<QString, qint64>> residents; ///< people affected by State code
    std::optional<qint64> elsewhere; ///< people affected who live in no State, or nobody knows where
    std::optional<qint64> unreachable; ///< people without a usable address (164.404(d)(2))
    std::optional<QStringList> data; ///< "phi", "name", "ssn", …
    std::optional<Securing> secured;
    std::optional<Assessment> assessment;
    std::optional<LawEnforcement> lawEnforcement;
    QList<ContractClock> contract;
    QList<RegulatorRequest> regulatorRequests;
    QList<CorrectionPeriod> corrections;
    QList<FindingClock> findings;
    std::optional<Posting> posting;
    std::optional<Retention> retention;
    QMap<QString, Moment> anchors; ///< "determined", "aware", …
    QMap<QString, Moment> done; ///< notices already given, by recipient
    QStringList flags;
    QStringList abroad;
    std::optional<int> year;

    /// Everyone affected: all residents and those elsewhere. Absent while no residents are given or nobody is counted
    /// yet.
    [[nodiscard]] std::optional<qint64> peopleAffected() const;

    friend bool operator==(const Facts &, const Facts &) = default;
};

/// The keys that facts.anchors may have.
const QStringList &anchorNames();

/// Whether a text has the form of a recipient: words of letters and digits with hyphens or colons between them.
bool isRecipient(const QString &text);

/// "covered-entity", "business-associate", "phr-vendor" or "business".
QString entityWord(EntityKind kind);

/// Reads facts strictly. Fails with BadInput for whatever is malformed: the message names the key
/// ("facts.residents.TX") and says what would be right. This is how facts that were accepted once are read back,
/// whatever is asked of others since.
Result<Facts> factsFromJson(const QJsonObject &object);
/// The same for facts that come in: those that contradict themselves (checkFacts) are refused as well.
Result<Facts> acceptFacts(const QJsonObject &object);
/// The same from a file's bytes; `source` names the file in messages. At most 1 MiB.
Result<Facts> parseFacts(const QByteArray &bytes, const QString &source);

/// The canonical form: what parseFacts reads back as equal facts. Absent facts are absent keys.
QJsonObject toJson(const Facts &facts);

} // namespace tocsin::law
