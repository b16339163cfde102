// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "casework/facts_record.h"
#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/obligation.h"
#include "casework/register_record.h"
#include "jobs/sample_letter.h"
#include "notices/sheet.h"
#include "notices/sheet_checks.h"

namespace tocsin::jobs {

/// Whether a notice is one document, and not a letter per person.
bool isDocument(const casework::Notice &notice);

/// Whom a notice is for: "individuals", "regulators", "states", "public", "partners" or "inside".
QString noticeGroup(const casework::Notice &notice);

/// What people wrote in the other notices of an incident.
QList<notices::OtherNotice> othersThan(const casework::Notice &notice, const QList<casework::Notice> &all);

/// What all documents of an incident are made of.
struct DocumentGround
{
    LetterMaterial letters; ///< whose account, offer and dates the documents give
    casework::FactsRevision facts;
    QList<casework::ObligationRecord> duties;
    QList<casework::Notice> notices;
    QList<casework::RegisterRecord> partners; ///< of the register, closed ones too
    QDate mailed = {}; ///< the first letter or e-mail to individuals; invalid before
    bool lettersApproved = false; ///< the letter to individuals is approved as it is now, or was produced
};

Result<DocumentGround> documentGround(casework::ReadSession &session, IncidentId incident, const Instant &at);

/// Everything one document is made of.
struct DocumentMaterial
{
    casework::Incident incident;
    casework::Notice notice;
    notices::SheetInputs inputs;
    std::optional<SampleLetter> sample; ///< of the individual letter, where the kind attaches one
    bool standardWords = false; ///< nobody has written yet what happened or what is being done
    /// Key of the report to HHS of which the office gets a copy; empty if none is approved.
    QString reportEnclosed = {};
    QString reportVoid = {}; ///< why its approval does not count any more; empty if it does
    QList<notices::OtherNotice> others;
    int factsRevision = 0;
    /// SHA-256 over template, words, organization, the figures of the facts, the duty and the letter attached: what an
    /// approval is given to. The date of the document is no part of it.
    QString pinned;
    QJsonObject pinnedParts; ///< what it is made of, each by its hash
    HouseTexts texts = {};
    std::optional<notices::LetterInputs> sampled = {}; ///< what the sample is made of
    notices::NoticeFacts sampledFacts = {};
    std::optional<qint64> namesToEnclose = {}; ///< people in the roster whose names the office gets; absent: gets none
    bool sampledApproved = false; ///< see DocumentGround::lettersApproved
};

/// The duty that a notice meets, among those of its incident; null if no rule asks for it.
const casework::ObligationRecord *dutyOf(const DocumentGround &ground, const casework::Notice &notice);

/// Fails with NotFound for a kind that the program does not know.
Result<DocumentMaterial> documentOn(const DocumentGround &ground, const casework::Notice &notice);
/// Gathers it, for a document dated on the day of `at` in the organization's zone; only here `reportVoid` is looked up.
Result<DocumentMaterial> documentMaterial(casework::ReadSession &session, IncidentId incident, const QString &noticeKey,
                                          const Instant &at);

/// Puts other words in the material, to see a document before they are saved. `pinned` stays that of the saved ones.
void tryWords(DocumentMaterial &material, const QMap<QString, QString> &fields);

/// Likewise another text. Fails with BadInput, naming the line.
Result<> tryText(DocumentMaterial &material, const QString &id, const QByteArray &bytes);

/// Every check of a document, the good ones included.
QList<notices::CheckResult> checkDocument(const DocumentMaterial &material);

/// Looks up which kinds of information the roster lists, for checkDocument(). It reads the whole roster.
Result<> takeRosterKinds(casework::ReadSession &session, DocumentMaterial &material);

/// The lines of a form, for whoever types them into a portal; none for letters and for documents that are no form.
Result<QList<notices::SheetRow>> answerRows(casework::ReadSession &session, const casework::Notice &notice,
                                            const Instant &at);

/// As PDF, with the sample of the letter after it, for the eye.
Result<QByteArray> previewDocument(const DocumentMaterial &material);

/// A notice that can be added to an incident.
struct NoticeOffer
{
    notices::NoticeKind kind;
    QString recipient; ///< of the law; empty for other audiences
    QString title;
    enum class Need {
        Owed,
        Waits, ///< a fact is missing to say whether
        Free, ///< no rule asks for it; a person may
        Done, ///< the duty is recorded as met
    };
    Need need = Need::Free;
    law::Due due = {};
    QString citation = {};
    /// Key of the notice to this recipient that is there already; of several, the one that is furthest.
    QString existing = {};
    casework::NoticeStatus status = casework::NoticeStatus::Draft; ///< of that one
    QStringList all = {}; ///< the keys of all of them, in the order in which they were made
};

/// What can be added: what is owed first, by date, then what waits for a fact, then what a person may want, then what
/// is done.
Result<QList<NoticeOffer>> noticeOffers(casework::ReadSession &session, IncidentId incident);

/// Adds a notice of a kind, for a recipient that the kind serves and that there is (BadInput if not; empty where it
/// serves only one or none), or for a record of the kind's register such as PA-1, with the kind's presets as its words.
/// The key is made from both, with a number where it is taken. `language` is one that the kind has a text in (NotFound
/// if it has none).
Result<casework::Receipt> addNotice(casework::CaseFile &file, IncidentId incident, const QString &kind,
                                    const QString &recipient, const QString &language = QStringLiteral("en"));

} // namespace tocsin::jobs
