// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/secret.h"

#include <QWidget>

class QLabel;

namespace tocsin::views {

class Form;
class PassphraseField;
class ProgressTrack;

/// A new passphrase, typed twice, with an estimate of its strength in words and as a bar.
class NewPassphrase final : public QWidget
{
    Q_OBJECT

public:
    explicit NewPassphrase(QWidget *parent = nullptr);

    /// True if it may be used; else the reason stands below the field it is about, and the keyboard is in it.
    bool check();
    /// What was typed; both fields are empty afterwards.
    [[nodiscard]] SecretPtr take();

private:
    void showStrength();

    Form *m_form;
    PassphraseField *m_first;
    PassphraseField *m_again;
    ProgressTrack *m_bar;
    QLabel *m_words;
};

} // namespace tocsin::views
