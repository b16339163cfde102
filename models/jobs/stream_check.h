// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"
#include "law/facts.h"

#include <QDate>

namespace tocsin::jobs {

/// A figure or a day that an entry of the timeline says.
struct StreamStatement
{
    TimelineEntryId entry;
    casework::Stream stream = casework::Stream::Command;
    Instant at = {};
    QString value = {}; ///< for people: "1,200" or "3 Mar 2026"
    QString passage = {}; ///< the words around it, quoted from the entry

    friend bool operator==(const StreamStatement &, const StreamStatement &) = default;
};

/// What the streams of a timeline say differently from each other, or from the facts.
struct StreamContradiction
{
    enum class About { People, Discovery, Occurrence };

    About about = About::People;
    QString facts = {}; ///< what the facts say; empty while they do not
    QList<StreamStatement> statements = {}; ///< those that disagree, by entry; at most kMostStatements
    qsizetype more = 0; ///< statements beyond these

    static constexpr qsizetype kMostStatements = 20;
    friend bool operator==(const StreamContradiction &, const StreamContradiction &) = default;
};

/// "people", "discovery" or "occurrence".
QString aboutToken(StreamContradiction::About about);
/// "The number of people affected" and so on, for the beginning of a sentence.
QString aboutWords(StreamContradiction::About about);
/// "The number of people affected: technical says 1,200, regulatory says 1,500; the facts say 1,800."
QString contradictionSentence(const StreamContradiction &contradiction);

/// Compares what the entries say about how many people are affected, when it was discovered, and when it began: stream
/// with stream, and each with the facts. An entry that another one corrects says nothing any more, and what the program
/// wrote itself is left out. A number that the facts give for one State, or for people without an address, agrees; so
/// does a number below ten that no word nearby ties to the breach.
QList<StreamContradiction> contradictionsIn(const QList<casework::TimelineEntry> &entries, const law::Facts &facts);

/// The same from the store, over what this person may see: at most the 5,000 entries logged last that hold a figure.
struct StreamCheck
{
    using Answer = QList<StreamContradiction>;
    IncidentId incident;
    Result<QList<StreamContradiction>> run(casework::Reader &reader) const;
};

} // namespace tocsin::jobs
