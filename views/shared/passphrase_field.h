// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tocsin::views {

/// A field for a passphrase: hidden unless the eye is pressed, with a hint when Caps Lock seems to be on. What is typed
/// leaves it only as a Secret, and is overwritten then. (Qt keeps copies of its own while a person types; this shortens
/// their life, it cannot promise that none remains.)
class PassphraseField : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseField(const QString &accessibleName, QWidget *parent = nullptr);
    ~PassphraseField() override;

    /// What was typed; the field is empty afterwards.
    [[nodiscard]] SecretPtr take();
    void clear();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool sameAs(const PassphraseField &other) const;
    /// An estimate in bits; see passphraseBits().
    [[nodiscard]] double bits() const;
    /// In characters, as the rule for new ones counts them (vault::kShortestPassphrase).
    [[nodiscard]] int length() const;

    void setInvalid(bool invalid);
    /// The field itself, for labels (buddy) and for the order of Tab.
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    /// Return was pressed.
    void accepted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setShown(bool shown);

    QLineEdit *m_edit;
    QToolButton *m_eye;
    QLabel *m_caps;
};

/// How hard a passphrase is to guess, in bits, by its length and the kinds of characters in it; runs ("aaaa", "1234")
/// and repeated characters count little. An estimate for a hint: it knows no dictionary. Nothing is kept of the text.
double passphraseBits(QStringView text);

} // namespace tocsin::views
