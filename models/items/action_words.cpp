// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/action_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

struct ActionWords
{
    QLatin1StringView action;
    const char *done; ///< null: it leaves no entry in the ledger
    const char *right; ///< null: nobody chooses to do it
};

constexpr std::array kActions{
    ActionWords{"store.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store created"), nullptr},
    ActionWords{"store.recover"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store opened with the recovery kit"), nullptr},
    ActionWords{"store.rekey"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store encrypted anew"),
                QT_TRANSLATE_NOOP("tocsin::items", "Re-key the store")},
    ActionWords{"store.kit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Recovery kit printed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Print the recovery kit")},
    ActionWords{"store.backup"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Backup made"),
                QT_TRANSLATE_NOOP("tocsin::items", "Back the store up")},
    ActionWords{"store.raw-key"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Raw key shown"),
                QT_TRANSLATE_NOOP("tocsin::items", "See the raw key")},
    ActionWords{"store.migrate"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Store brought up to this version"), nullptr},
    ActionWords{"organization.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Organization changed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Describe the organization")},
    ActionWords{"person.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Person added"),
                QT_TRANSLATE_NOOP("tocsin::items", "Add a person")},
    ActionWords{"person.remove"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Person removed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Remove a person")},
    ActionWords{"person.passphrase"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Passphrase changed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Change one's own passphrase")},
    ActionWords{"incident.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Incident begun"),
                QT_TRANSLATE_NOOP("tocsin::items", "Begin an incident")},
    ActionWords{"incident.describe"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Incident described"),
                QT_TRANSLATE_NOOP("tocsin::items", "Describe an incident")},
    ActionWords{"incident.status"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Status changed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Set an incident's status")},
    ActionWords{"facts.set"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Facts changed"),
                QT_TRANSLATE_NOOP("tocsin::items", "Change the facts")},
    ActionWords{"facts.acknowledge"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change of discovery acknowledged"),
                QT_TRANSLATE_NOOP("tocsin::items", "Acknowledge a change of discovery")},
    ActionWords{"facts.decline"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Change of discovery declined"),
                QT_TRANSLATE_NOOP("tocsin::items", "Decline a change of discovery")},
    ActionWords{"timeline.log"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry logged"),
                QT_TRANSLATE_NOOP("tocsin::items", "Log on the timeline")},
    ActionWords{"timeline.correct"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry corrected"),
                QT_TRANSLATE_NOOP("tocsin::items", "Correct the timeline")},
    ActionWords{"timeline.flag"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Timeline entry flagged"),
                QT_TRANSLATE_NOOP("tocsin::items", "Choose the regulator's chronology")},
    ActionWords{"task.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task added"),
                QT_TRANSLATE_NOOP("tocsin::items", "Add a task")},
    ActionWords{"task.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task edited"),
                QT_TRANSLATE_NOOP("tocsin::items", "Edit a task")},
    ActionWords{"task.move"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Task moved"),
                QT_TRANSLATE_NOOP("tocsin::items", "Move a task")},
    ActionWords{"playbook.start"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Playbook started"),
                QT_TRANSLATE_NOOP("tocsin::items", "Start a playbook")},
    ActionWords{"register.add"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Register entry made"),
                QT_TRANSLATE_NOOP("tocsin::items", "Enter in a register")},
    ActionWords{"register.amend"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Register entry amended"),
                QT_TRANSLATE_NOOP("tocsin::items", "Amend a register")},
    ActionWords{"register.close"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Register entry closed or reopened"),
                QT_TRANSLATE_NOOP("tocsin::items", "Close or reopen in a register")},
    ActionWords{"register.verify"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Forensic copy verified"),
                QT_TRANSLATE_NOOP("tocsin::items", "Verify a forensic copy")},
    ActionWords{"obligation.state"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Work on a duty noted"),
                QT_TRANSLATE_NOOP("tocsin::items", "Set a deadline's state and owner")},
    ActionWords{"obligation.complete"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Duty met"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record a notice as given")},
    ActionWords{"obligation.assign"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Duty given to a person"),
                QT_TRANSLATE_NOOP("tocsin::items", "Give a deadline to a person")},
    ActionWords{"obligation.target"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Internal target set"),
                QT_TRANSLATE_NOOP("tocsin::items", "Set an internal target")},
    ActionWords{"obligation.note"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Note on a duty"),
                QT_TRANSLATE_NOOP("tocsin::items", "Write a note on a deadline")},
    ActionWords{"obligation.snooze"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Reminders put off"),
                QT_TRANSLATE_NOOP("tocsin::items", "Put reminders off")},
    ActionWords{"obligation.override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Date set by counsel"),
                QT_TRANSLATE_NOOP("tocsin::items", "Set counsel's own date")},
    ActionWords{"obligation.lift-override"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Counsel's date taken back"),
                QT_TRANSLATE_NOOP("tocsin::items", "Take counsel's date back")},
    ActionWords{"law.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rule pack imported"),
                QT_TRANSLATE_NOOP("tocsin::items", "Import a rule pack")},
    ActionWords{"law.accept"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rule packs accepted"),
                QT_TRANSLATE_NOOP("tocsin::items", "Accept other rule packs for an incident")},
    ActionWords{"roster.import"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Roster imported"),
                QT_TRANSLATE_NOOP("tocsin::items", "Import a roster")},
    ActionWords{"roster.decide"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Rows of the roster decided"),
                QT_TRANSLATE_NOOP("tocsin::items", "Include or exclude people")},
    ActionWords{"roster.accept-residents"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Counts put into the facts"),
                QT_TRANSLATE_NOOP("tocsin::items", "Put the roster's figures into the facts")},
    ActionWords{"notice.create"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice begun"),
                QT_TRANSLATE_NOOP("tocsin::items", "Begin a notice")},
    ActionWords{"notice.edit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice edited"),
                QT_TRANSLATE_NOOP("tocsin::items", "Edit a notice")},
    ActionWords{"notice.submit"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice sent to review"),
                QT_TRANSLATE_NOOP("tocsin::items", "Submit a notice for approval")},
    ActionWords{"notice.approve"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice approved"),
                QT_TRANSLATE_NOOP("tocsin::items", "Approve a notice")},
    ActionWords{"template.save"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Text of notices saved"),
                QT_TRANSLATE_NOOP("tocsin::items", "Change the texts of notices")},
    ActionWords{"delivery.mailed"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Mailing recorded"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record letters as mailed")},
    ActionWords{"delivery.returned"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Returned letters recorded"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record letters that came back")},
    ActionWords{"delivery.correct-address"_L1, QT_TRANSLATE_NOOP("tocsin::items", "New address recorded"),
                QT_TRANSLATE_NOOP("tocsin::items", "Enter a new address of a person")},
    ActionWords{"delivery.substitute"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Substitute notice recorded"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record a substitute notice")},
    ActionWords{"delivery.take-back"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Record of deliveries taken back"),
                QT_TRANSLATE_NOOP("tocsin::items", "Take back what was recorded of letters")},
    ActionWords{"notice.comment"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Comment on a notice"),
                QT_TRANSLATE_NOOP("tocsin::items", "Comment on notices")},
    ActionWords{"notice.answer-comment"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Comment answered"),
                QT_TRANSLATE_NOOP("tocsin::items", "Answer comments on notices")},
    ActionWords{"notice.settle-comment"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Comment resolved or reopened"),
                QT_TRANSLATE_NOOP("tocsin::items", "Resolve comments on notices")},
    ActionWords{"notice.publish"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Notice published"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record where a notice appeared")},
    ActionWords{"notice.amend-publication"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Place of a notice amended"),
                QT_TRANSLATE_NOOP("tocsin::items", "Amend where a notice appeared")},
    ActionWords{"notice.take-down"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Posting taken down"),
                QT_TRANSLATE_NOOP("tocsin::items", "Record that a posting was taken down")},
    ActionWords{"run.record"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Letters produced"),
                QT_TRANSLATE_NOOP("tocsin::items", "Produce letters")},
    ActionWords{"letter.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Letter saved as a file"),
                QT_TRANSLATE_NOOP("tocsin::items", "Save a letter as a file")},
    ActionWords{"proof.accept"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Proof set accepted"),
                QT_TRANSLATE_NOOP("tocsin::items", "Accept a proof set")},
    ActionWords{"deadlines.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Deadlines exported"),
                QT_TRANSLATE_NOOP("tocsin::items", "Export the deadlines")},
    ActionWords{"annual.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Annual log exported"),
                QT_TRANSLATE_NOOP("tocsin::items", "Export the annual log")},
    ActionWords{"packet.build"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Packet built"),
                QT_TRANSLATE_NOOP("tocsin::items", "Build a packet")},
    ActionWords{"ledger.stamp"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Time stamp of a checkpoint"),
                QT_TRANSLATE_NOOP("tocsin::items", "Have a checkpoint time-stamped")},
    ActionWords{"ledger.export"_L1, QT_TRANSLATE_NOOP("tocsin::items", "Ledger extract exported"),
                QT_TRANSLATE_NOOP("tocsin::items", "Export the ledger")},
    ActionWords{"timeline.privileged"_L1, nullptr,
                QT_TRANSLATE_NOOP("tocsin::items", "Mark and read privileged entries")},
    ActionWords{"recipient.view"_L1, nullptr, QT_TRANSLATE_NOOP("tocsin::items", "See the people affected")},
    ActionWords{"ledger.checkpoint"_L1, nullptr, QT_TRANSLATE_NOOP("tocsin::items", "Make a checkpoint")},
    ActionWords{"ledger.verify"_L1, nullptr, QT_TRANSLATE_NOOP("tocsin::items", "Verify the ledger")},
};

QString wordsFor(const QString &action, const char *ActionWords::*words)
{
    const auto found = std::find_if(kActions.begin(), kActions.end(),
                                    [&action](const ActionWords &each) { return each.action == action; });
    if (found == kActions.end() || !((*found).*words))
        return action;
    return QCoreApplication::translate("tocsin::items", (*found).*words);
}

} // namespace

QString actionDone(const QString &action)
{
    return wordsFor(action, &ActionWords::done);
}

QString actionRight(const QString &action)
{
    return wordsFor(action, &ActionWords::right);
}

} // namespace tocsin::items
