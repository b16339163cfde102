// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/ledger_book.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace tocsin::views {

/// All of one ledger entry: who did what and when, its hash, and what was there before and after.
class LedgerDetails : public QWidget
{
    Q_OBJECT

public:
    explicit LedgerDetails(QWidget *parent = nullptr);

    /// Null: nothing is chosen. `zone` is the one that the time is shown in.
    void setEntry(const casework::LedgerRow *entry, const QByteArray &zone);

private:
    QLabel *m_what;
    QLabel *m_who;
    QLabel *m_hash;
    QLabel *m_beforeTitle;
    QPlainTextEdit *m_before;
    QLabel *m_afterTitle;
    QPlainTextEdit *m_after;
};

} // namespace tocsin::views
