// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"
#include "shared/job_slot.h"
#include "vault/key_file.h"

#include <QWidget>

class QPushButton;

namespace tocsin::views {

class Card;
class Form;
class JobBar;
class NewPassphrase;
class NoticeBar;
class PassphraseField;

/// One's own passphrase, and the store's key: the recovery kit, a backup, a new key. Shows only what the role may do.
class KeysPanel final : public QWidget
{
    Q_OBJECT

public:
    KeysPanel(CaseContext &context, vault::KdfCost cost, QWidget *parent = nullptr);

    void makeKit();
    void backUp();

private:
    CaseContext &m_context;
    vault::KdfCost m_cost;
    Form *m_form;
    PassphraseField *m_current;
    NewPassphrase *m_next;
    QPushButton *m_change;
    NoticeBar *m_passphraseNotice;
    JobBar *m_bar;
    NoticeBar *m_notice;
    QList<QPushButton *> m_buttons;
    JobSlot m_job;

    Card *makePassphraseCard();
    Card *makeStoreCard();
    void changePassphrase();
    void askToRekey();
    void rekey();
    void begin(const QString &text);
    void finish(const Result<> &result, const QString &sentence);
};

} // namespace tocsin::views
