// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pause.h"
#include "jobs/document_run.h"
#include "jobs/letters.h"
#include "shared/case_context.h"
#include "shared/folder_opener.h"
#include "shared/job_slot.h"
#include "shared/theme.h"

#include <QWidget>

namespace tocsin::views {

class JobBar;
class NoticeBar;
class ProductionForm;

/// Producing letters into a folder that a person chooses: asks for it, says if an unfinished run lies there, shows how
/// far the work is, and what came of it. Hidden while it has nothing to say.
class LetterProduction final : public QWidget
{
    Q_OBJECT

public:
    LetterProduction(CaseContext *context, FolderOpener opener, QWidget *parent = nullptr);

    /// Asks how and into which folder, and produces all letters of a notice, or with `proof` above 0 only that many (or
    /// one of every kind), marked as proofs.
    /// `again` is why people who had the notice get it again; empty: only who has none is written to.
    void begin(const QString &noticeKey, int proof, const QString &again = {});
    /// The same for a notice that is one document.
    void beginDocument(const QString &noticeKey);
    [[nodiscard]] bool isRunning() const;
    /// Another notice is in front: what was asked about the last one is over.
    void putAway();
    /// Whether the notice in front goes out by e-mail.
    void setForEmails(bool emails);

Q_SIGNALS:
    /// Work began or ended.
    void runningChanged(bool running);
    /// How is asked, or was answered or given up.
    void askingChanged(bool asking);

private:
    struct Order
    {
        IncidentId incident;
        QString notice;
        bool isDocument = false;
        notices::LetterRunOptions options; ///< its folder also for a document
        QString again = {};
    };

    CaseContext *m_context;
    FolderOpener m_open;
    Order m_order;
    ProductionForm *m_form;
    JobBar *m_bar;
    NoticeBar *m_notice;
    std::shared_ptr<Pause> m_pause; ///< of the run that goes on
    JobSlot m_job; // last, so that it ends first

    void askHow();
    void closeForm();
    void chooseFolder();
    void hold(bool held);
    void lookInto(const QString &folder);
    void offerToGoOn(const Instant &begun);
    void produce();
    void produceDocument();
    void finish(const Result<jobs::LetterRunReport> &report);
    void finishDocument(const Result<jobs::DocumentReport> &report);
    void end(const Error &error);
    void onStep(const QString &id);
    void say(Tone tone, const QString &sentence, bool withFolder);
};

} // namespace tocsin::views
