// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/incident.h"
#include "casework/notice.h"
#include "jobs/house_texts.h"
#include "jobs/notice_standing.h"
#include "notices/checks.h"
#include "notices/compose.h"
#include "notices/letter_run.h"

#include <QHash>

namespace tocsin::jobs {

/// Everything a notice's letters are made of.
struct LetterMaterial
{
    casework::Incident incident;
    casework::Notice notice;
    notices::LetterInputs inputs;
    notices::NoticeFacts facts;
    bool standardWords = false; ///< nobody has written yet what happened or what is being done
    qint64 undecided = 0; ///< people who get no letter until somebody decides
    qint64 people = 0; ///< whom the roster counts; the facts may say otherwise
    int rosterRevision = 0;
    /// SHA-256 over template, words, organization and roster revision: what an approval is given to.
    QString pinned;
    QJsonObject pinnedParts; ///< what it is made of, each by its hash
    HouseTexts texts = {};
    QHash<RecipientId, notices::EarlierLetter> earlier = {}; ///< of a follow-up: what people had before
};

/// Gathers it, for letters dated on the day of `at` in the organization's zone.
Result<LetterMaterial> letterMaterial(casework::ReadSession &session, IncidentId incident, const QString &noticeKey,
                                      const Instant &at);
/// The same for a notice that need not be in the store.
Result<LetterMaterial> letterMaterialOf(casework::ReadSession &session, const casework::Notice &notice,
                                        const Instant &at);

/// Puts other words in the material, to see a letter before the words are saved. `pinned` stays that of the saved ones.
void tryWords(LetterMaterial &material, const QMap<QString, QString> &fields);

/// The program's general sentences, where nobody has written others, for readers who are not the people affected.
void tellOthers(notices::IncidentFields &incident);

/// Puts another text in the material, to see a letter before the text is saved. Fails with BadInput, naming the line.
Result<> tryText(LetterMaterial &material, const QString &id, const QByteArray &bytes);

/// Every check of a notice, the good ones included. Reads the whole roster.
Result<QList<notices::CheckResult>> checkNotice(casework::ReadSession &session, const LetterMaterial &material,
                                                const Progress &progress);

/// One person's letter as PDF, for the eye.
Result<QByteArray> previewLetter(casework::ReadSession &session, const LetterMaterial &material, RecipientId recipient);

/// How the notices of an incident stand at a moment. A notice keeps its status when something beside it changes, its
/// approval does not: whoever shows a status asks this.
Result<QList<NoticeStanding>> noticeStandings(casework::ReadSession &session, IncidentId incident, const Instant &at);

struct LetterRunReport
{
    notices::LetterRunSummary summary;
    bool approved = false; ///< this exact version has an approval
    QString approvalVoid; ///< see NoticeStanding
    QString folder;
    notices::LetterWave wave; ///< whom it wrote to
    qint64 toldOtherwise = 0; ///< see casework::Wave
    notices::Medium medium = notices::Medium::Post;
    notices::Shard shard = {};

    /// Whether there was nothing to make, because the letters fill fewer files than there are shares. Such a share is
    /// recorded all the same: a wave is complete once each of its shares was run.
    [[nodiscard]] bool isEmptyShare() const { return shard.of > 1 && summary.parts.isEmpty(); }
};

/// Produces the letters or e-mails of a notice into a folder and records run and deliveries. Fails with CheckFailed
/// unless this exact version is approved and a proof set of it was accepted (acceptProof()); only a proof needs
/// neither. See notices::runLetters for what is refused, kept and resumed. A run that was finished but never recorded,
/// because the program died in between, is only recorded; one that is recorded fails with Conflict.
///
/// It writes to the notice's next wave (casework::WaveQuery), and to people who had this notice, as a letter or by
/// e-mail, only if `again` says why; that is recorded.
Result<LetterRunReport> runNotice(casework::CaseFile &file, IncidentId incident, const QString &noticeKey,
                                  notices::LetterRunOptions options, const Progress &progress,
                                  const QString &again = {});

} // namespace tocsin::jobs
