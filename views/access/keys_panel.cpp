// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/keys_panel.h"

#include "core/when_done.h"
#include "jobs/recovery_kit.h"
#include "shared/card.h"
#include "shared/form.h"
#include "shared/job_bar.h"
#include "shared/new_passphrase.h"
#include "shared/notice_bar.h"
#include "shared/passphrase_field.h"
#include "shared/style_sheet.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kRekey = "rekey"_L1;
constexpr auto kKeep = "keep"_L1;

Result<> withoutReceipt(const Result<casework::Receipt> &receipt)
{
    return receipt ? Result<>() : Result<>(forward(receipt));
}

} // namespace

KeysPanel::KeysPanel(CaseContext &context, vault::KdfCost cost, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_cost(cost)
    , m_form(new Form(1, this))
    , m_current(new PassphraseField(tr("Passphrase now"), m_form))
    , m_next(new NewPassphrase(this))
    , m_change(new QPushButton(tr("Change my passphrase"), this))
    , m_passphraseNotice(new NoticeBar(this))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    layout->addWidget(makeStoreCard());
    layout->addWidget(makePassphraseCard());
    layout->addStretch(1);
}

Card *KeysPanel::makePassphraseCard()
{
    auto *card = new Card(tr("My passphrase"), this);
    m_form->addField(tr("Passphrase &now"), m_current);
    card->body()->addWidget(m_form);
    card->body()->addWidget(makeMutedLabel(tr("The new one:"), TypeStyle::Body, card));
    card->body()->addWidget(m_next);
    card->body()->addWidget(m_passphraseNotice);
    card->body()->addWidget(m_change, 0, Qt::AlignLeft);
    card->setVisible(m_context.may("person.passphrase"_L1));
    connect(m_change, &QPushButton::clicked, this, &KeysPanel::changePassphrase);
    connect(m_current, &PassphraseField::changed, this, [this] { m_form->setError(m_current, {}); });
    return card;
}

Card *KeysPanel::makeStoreCard()
{
    auto *card = new Card(tr("The store"), this);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_notice);
    const auto add = [&](QLatin1StringView action, const QString &text, const QString &sentence, auto run) {
        if (!m_context.may(action))
            return;
        auto *button = new QPushButton(text, card);
        card->body()->addWidget(button, 0, Qt::AlignLeft);
        card->body()->addWidget(makeMutedLabel(sentence, TypeStyle::Small, card));
        card->body()->addSpacing(metrics::space(1));
        connect(button, &QPushButton::clicked, this, run);
        m_buttons << button;
    };
    add("store.backup"_L1, tr("Back up to a file…"),
        tr("One encrypted file, checked after it is written. It opens with the passphrases of today."),
        &KeysPanel::backUp);
    add("store.kit"_L1, tr("Make the recovery kit…"),
        tr("One page with the store's key. It opens the store if every passphrase is lost: print it, lock it away, and "
           "destroy the file."),
        &KeysPanel::makeKit);
    add("store.rekey"_L1, tr("Re-key the store…"),
        tr("A new key for the whole store, for when the kit or a copy may be in wrong hands."), &KeysPanel::askToRekey);
    card->setVisible(!m_buttons.isEmpty());
    connect(m_notice, &NoticeBar::stepChosen, this, [this](const QString &step) {
        m_notice->clear();
        if (step == kRekey)
            rekey();
    });
    return card;
}

void KeysPanel::changePassphrase()
{
    m_passphraseNotice->clear();
    if (m_current->isEmpty()) {
        m_form->setError(m_current, tr("Type the passphrase you have now."));
        m_current->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_next->check())
        return;
    casework::ChangePassphrase request;
    request.current = vault::SecureBytes::copyOf(m_current->take()->view());
    request.next = vault::SecureBytes::copyOf(m_next->take()->view());
    request.cost = m_cost;
    m_change->setEnabled(false);
    whenDone(m_context.file()->changePassphrase(std::move(request)), this,
             [this](const Result<casework::Receipt> &receipt) {
                 m_change->setEnabled(true);
                 if (receipt)
                     m_passphraseNotice->showNotice(Tone::Ok, tr("Changed. The next unlocking asks for the new one."));
                 else
                     m_passphraseNotice->showNotice(Tone::Danger, receipt.error().message);
             });
}

void KeysPanel::makeKit()
{
    const PathAsk ask{PathAsk::Kind::SaveFile, tr("Make the recovery kit"), tr("PDF (*.pdf)"), u"pdf"_s,
                      u"recovery-kit.pdf"_s};
    m_context.pathChooser()(this, ask, [this](const QString &path) {
        begin(tr("Making the recovery kit"));
        const auto work
            = [file = m_context.file(), path](const Progress &) { return jobs::writeRecoveryKit(*file, path); };
        m_job.run<void>(tr("Making the recovery kit"), work, [this, path](const Result<> &written) {
            finish(written,
                   tr("%1 is written. Print it, lock the paper away, and destroy the file: whoever reads it can "
                      "open the store.")
                       .arg(QFileInfo(path).fileName()));
        });
    });
}

void KeysPanel::backUp()
{
    const QString name = QFileInfo(m_context.file()->path()).completeBaseName();
    const QString day = m_context.today().toString(Qt::ISODate);
    const PathAsk ask{PathAsk::Kind::SaveFile, tr("Back the store up"), tr("Backups (*.tocsin-backup)"),
                      u"tocsin-backup"_s, u"%1-%2.tocsin-backup"_s.arg(name, day)};
    m_context.pathChooser()(this, ask, [this](const QString &path) {
        begin(tr("Backing the store up"));
        whenDone(m_context.file()->backup(path), this, [this, path](const Result<> &written) {
            finish(written, tr("Backed up and checked: %1.").arg(QFileInfo(path).fileName()));
        });
    });
}

void KeysPanel::askToRekey()
{
    m_notice->showNotice(
        Tone::Warning,
        tr("Give the store a new key? It takes a while, and the recovery kit is void afterwards: make a "
           "new one. Passphrases stay."),
        {{kRekey, tr("Re-key now")}, {kKeep, tr("Not now")}});
}

void KeysPanel::rekey()
{
    begin(tr("Re-keying the store"));
    whenDone(m_context.file()->rekey(), this, [this](const Result<casework::Receipt> &receipt) {
        finish(withoutReceipt(receipt), tr("The store has a new key. The old recovery kit is void: make a new one."));
    });
}

void KeysPanel::begin(const QString &text)
{
    m_notice->clear();
    m_bar->start(text, false);
    for (QPushButton *button : m_buttons)
        button->setEnabled(false);
}

void KeysPanel::finish(const Result<> &result, const QString &sentence)
{
    m_bar->finish();
    for (QPushButton *button : m_buttons)
        button->setEnabled(true);
    if (result)
        m_notice->showNotice(Tone::Ok, sentence);
    else
        m_notice->showNotice(Tone::Danger, result.error().message);
}

} // namespace tocsin::views
