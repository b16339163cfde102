// SPDX-License-Identifier: GPL-3.0-or-later
#include "unlock/unlock_page.h"

#include "shared/card.h"
#include "shared/elided_label.h"
#include "shared/form.h"
#include "shared/icons.h"
#include "shared/passphrase_field.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumn = 480;

PathAsk keyFileAsk()
{
    PathAsk ask;
    ask.title = UnlockPage::tr("Choose the key file");
    return ask;
}

} // namespace

UnlockPage::UnlockPage(PathChooser chooser, QWidget *parent)
    : FrontPage(tr("Unlock"), {}, kColumn, parent)
    , m_file(new ElidedLabel(this))
    , m_reason(makeMutedLabel({}, TypeStyle::Body, this))
    , m_form(new Form(1, this))
    , m_person(new QComboBox(m_form))
    , m_passphrase(new PassphraseField(tr("Passphrase"), m_form))
    , m_keyFile(new PathField(tr("Key file"), keyFileAsk(), std::move(chooser), m_form))
    , m_unlock(new QPushButton(tr("Unlock"), this))
    , m_recover(new QPushButton(tr("Passphrase or key file lost? Use the recovery kit"), this))
{
    m_file->setFont(typeFont(TypeStyle::Strong));
    m_form->addField(tr("Who are you"), m_person);
    m_form->addField(tr("Passphrase"), m_passphrase);
    m_form->addField(tr("Key file"), m_keyFile, tr("Your slot needs a key file beside the passphrase."));
    setButtonKind(*m_unlock, ButtonKind::Primary);
    m_unlock->setIcon(themedIcon(u"lock"_s, IconInk::OnAccent));
    setButtonKind(*m_recover, ButtonKind::Link);
    auto *other = new QPushButton(tr("Another store"), this);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_unlock);
    buttons->addWidget(other);
    buttons->addStretch(1);
    auto *card = new Card({}, this);
    card->setAccessibleName(tr("Unlock"));
    card->body()->addWidget(m_file);
    card->body()->addWidget(m_reason);
    card->body()->addSpacing(metrics::space(1));
    card->body()->addWidget(m_form);
    card->body()->addSpacing(metrics::space(1));
    card->body()->addLayout(buttons);
    content()->addWidget(card);
    content()->addWidget(m_recover, 0, Qt::AlignLeft);

    connect(m_person, &QComboBox::currentIndexChanged, this, &UnlockPage::showSlot);
    connect(m_passphrase, &PassphraseField::accepted, this, &UnlockPage::submit);
    connect(m_passphrase, &PassphraseField::changed, this, [this] { m_passphrase->setInvalid(false); });
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_recover, &QPushButton::clicked, this, [this] { Q_EMIT recoverRequested(m_path); });
    connect(other, &QPushButton::clicked, this, &UnlockPage::otherStoreRequested);
    setStore({}, {});
    setReason({});
}

void UnlockPage::setStore(const QString &path, const QList<SlotChoice> &people, const QString &preferredSlot)
{
    m_path = path;
    m_people = people;
    m_file->setFullText(QFileInfo(path).fileName());
    m_file->setToolTip(path);
    m_person->clear();
    for (const SlotChoice &person : people)
        m_person->addItem(person.role.isEmpty() ? person.name : tr("%1, %2").arg(person.name, person.role), person.id);
    const int preferred = m_person->findData(preferredSlot);
    m_person->setCurrentIndex(preferred >= 0 ? preferred : (people.isEmpty() ? -1 : 0));
    m_form->setVisible(!people.isEmpty());
    m_unlock->setVisible(!people.isEmpty());
    showSlot();
}

void UnlockPage::setReason(const QString &sentence)
{
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
}

const SlotChoice *UnlockPage::chosen() const
{
    const int row = m_person->currentIndex();
    return row >= 0 && row < m_people.size() ? &m_people[row] : nullptr;
}

void UnlockPage::showSlot()
{
    const SlotChoice *person = chosen();
    m_form->setFieldVisible(m_keyFile, person && person->needsKeyFile);
}

void UnlockPage::submit()
{
    const SlotChoice *person = chosen();
    if (isBusy() || !person)
        return;
    if (m_passphrase->isEmpty())
        return showError(tr("Type your passphrase first."));
    if (person->needsKeyFile && m_keyFile->path().isEmpty())
        return showError(tr("Choose your key file first."));
    UnlockRequest request;
    request.path = m_path;
    request.slotId = person->id;
    request.person = person->name;
    request.passphrase = m_passphrase->take();
    request.keyFile = person->needsKeyFile ? m_keyFile->path() : QString();
    setBusy(tr("Opening the store"));
    Q_EMIT unlockRequested(request);
}

void UnlockPage::focusFirst()
{
    const bool onlyKit = m_people.isEmpty();
    if (onlyKit)
        m_recover->setFocus(Qt::OtherFocusReason);
    else
        m_passphrase->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
