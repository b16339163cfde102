// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_acts.h"
#include "casework/notice.h"
#include "casework/run.h"
#include "jobs/returned_mail.h"
#include "shared/card.h"
#include "shared/case_context.h"
#include "shared/folder_opener.h"
#include "shared/job_slot.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;
class JobBar;
class LetterProduction;
class NoticeBar;
class RecordingForm;
class ReturnedForm;
class UndoOffer;
struct Recording;

/// What there is to record about the letters of one notice, and what is done next about them.
struct DeliveryView
{
    casework::Notice notice; ///< a null id: there is none
    QList<casework::Notice> notices; ///< that write to people
    casework::DeliveryFunnel funnel;
    QList<casework::DeliveryAct> acts;
    QList<casework::Run> runs; ///< of the notice, without proofs
    qint64 substituteOwed = 0; ///< people whom the notice does not reach and no substitute notice with proof did
    qint64 withoutAddress = 0; ///< of the incident: by these the form of the substitute notice goes
};

/// Recording that letters were mailed, came back, or gave way to a substitute notice, each with proof; and writing to
/// who is left or to everybody again. One thing at a time, in place.
class RecordPanel final : public Card
{
    Q_OBJECT

public:
    RecordPanel(CaseContext &context, FolderOpener opener, QWidget *parent = nullptr);

    void show(const DeliveryView &view);
    /// Another incident or notice comes: what was asked or goes on about the last one is over, and says nothing here.
    void putAway();

    void recordMailing();
    void recordReturns();
    [[nodiscard]] bool canRecordMailing() const;
    [[nodiscard]] bool canRecordReturns() const;

private:
    enum class Task { None, Mailing, Returns, Substitute, Again };

    CaseContext &m_context;
    DeliveryView m_view;
    Task m_task = Task::None;
    QWidget *m_buttons; ///< what can be begun, while nothing is
    QPushButton *m_mailed;
    QPushButton *m_returned;
    QPushButton *m_substitute;
    QPushButton *m_rest;
    QPushButton *m_again;
    QLabel *m_hint;
    RecordingForm *m_recording;
    ReturnedForm *m_returns;
    QWidget *m_reasonPart;
    Form *m_reasonForm;
    QLineEdit *m_reason;
    JobBar *m_bar;
    NoticeBar *m_notice;
    UndoOffer *m_undo;
    LetterProduction *m_production;
    JobSlot m_job; // last, so that it ends first

    [[nodiscard]] static QString titleOf(Task task);
    void makeButtons();
    void makeReason();
    void begin(Task task);
    /// What was begun is done or given up: the keyboard goes back to where it began.
    void leave();
    void updateButtons();
    [[nodiscard]] QList<casework::Run> toMail() const;
    [[nodiscard]] qint64 inStates(std::initializer_list<casework::DeliveryState> states) const;
    void record(const Recording &recording);
    void finishRecording(const Result<casework::Receipt> &receipt);
    void readReturns(const QString &path, QDate on, const QString &sha256);
    void finishReturns(const Result<jobs::ReturnedMailReport> &report);
    void writeAgain();
    void say(const Error &error);
};

} // namespace tocsin::views
