// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/new_passphrase.h"

#include "shared/form.h"
#include "shared/passphrase_field.h"
#include "shared/progress_track.h"
#include "shared/style_sheet.h"
#include "vault/passphrase.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::views {

using vault::kShortestPassphrase;

namespace {

constexpr double kFairBits = 45;
constexpr double kStrongBits = 65;

} // namespace

NewPassphrase::NewPassphrase(QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(2, this))
    , m_first(new PassphraseField(tr("Passphrase"), m_form))
    , m_again(new PassphraseField(tr("Passphrase again"), m_form))
    , m_bar(new ProgressTrack(tr("Strength of the passphrase"), this))
    , m_words(makeMutedLabel({}, TypeStyle::Small, this))
{
    m_form->addField(tr("Passphrase"), m_first);
    m_form->addField(tr("Passphrase again"), m_again);
    m_bar->setRange(0, int(kStrongBits));
    m_bar->setFixedWidth(metrics::space(20));
    auto *strength = new QHBoxLayout;
    strength->setSpacing(metrics::space(1));
    strength->addWidget(m_bar);
    strength->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addLayout(strength);
    setFocusProxy(m_first);
    connect(m_first, &PassphraseField::changed, this, &NewPassphrase::showStrength);
    connect(m_first, &PassphraseField::changed, this, [this] { m_form->clearErrors(); });
    connect(m_again, &PassphraseField::changed, this, [this] { m_form->clearErrors(); });
    showStrength();
}

void NewPassphrase::showStrength()
{
    const double bits = m_first->bits();
    m_bar->setValue(std::min(int(bits), int(kStrongBits)));
    m_bar->setBarTone(bits >= kStrongBits ? Tone::Ok : bits >= kFairBits ? Tone::Neutral : Tone::Warning);
    if (m_first->isEmpty())
        m_words->setText(tr("Four or five words that do not belong together are strong and easy to keep."));
    else if (m_first->length() < kShortestPassphrase)
        m_words->setText(tr("Too short: at least %1 characters.").arg(kShortestPassphrase));
    else if (bits < kFairBits)
        m_words->setText(tr("Weak: add words that do not belong together."));
    else if (bits < kStrongBits)
        m_words->setText(tr("Fair. One more word makes it strong."));
    else
        m_words->setText(tr("Strong."));
    m_bar->setAccessibleDescription(m_words->text());
}

bool NewPassphrase::check()
{
    m_form->clearErrors();
    if (m_first->length() < kShortestPassphrase) {
        m_form->setError(m_first, tr("Use at least %1 characters.").arg(kShortestPassphrase));
        m_first->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (!m_first->sameAs(*m_again)) {
        m_form->setError(m_again, tr("The two are not the same."));
        m_again->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

SecretPtr NewPassphrase::take()
{
    m_again->clear();
    SecretPtr secret = m_first->take();
    showStrength();
    return secret;
}

} // namespace tocsin::views
