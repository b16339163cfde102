// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"

#include <QObject>

namespace tocsin::views {

class CaseContext;
class NoticeBar;

/// What a page was told was done, with a button to take it back; Ctrl+Z takes back the latest about the page's records
/// of the incident in front.
/// In a field where something can be typed, Ctrl+Z stays the field's own.
class UndoOffer final : public QObject
{
    Q_OBJECT

public:
    /// `kind` is what the page's records are. The notice shows the offer and what became of it; the shortcut works
    /// while the keyboard is somewhere in `page`.
    UndoOffer(CaseContext *context, casework::Kind kind, NoticeBar *notice, QWidget *page);

    /// Says what was done, if it can be taken back; otherwise the notice goes.
    void offer(const casework::Receipt &receipt);
    /// Takes back the latest.
    void undo();

Q_SIGNALS:
    void undone(const tocsin::casework::Undone &undone);

private:
    CaseContext *m_context;
    casework::Kind m_kind;
    NoticeBar *m_notice;
    qint64 m_offered = 0; ///< ledger entry of what the button takes back
    bool m_busy = false;

    void takeBack(qint64 sequence);
};

} // namespace tocsin::views
