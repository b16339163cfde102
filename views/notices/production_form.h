// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace tocsin::views {

/// How the letters of a run come to the mail house: how many to a file, in which order, what is kept in files of its
/// own, and what is made for the outside. What was chosen last stays for as long as the page does.
class ProductionForm final : public QFrame
{
    Q_OBJECT

public:
    explicit ProductionForm(QWidget *parent = nullptr);

    /// Without a folder.
    [[nodiscard]] notices::LetterRunOptions options() const;
    /// Of e-mails only their number in a folder is asked.
    void setForEmails(bool emails);
    void focusFirst();

Q_SIGNALS:
    void accepted();
    void dismissed();

private:
    QLabel *m_size;
    QSpinBox *m_partSize;
    QCheckBox *m_oneFile;
    QComboBox *m_order;
    QCheckBox *m_language;
    QCheckBox *m_overlay;
    QCheckBox *m_letterForm;
    QCheckBox *m_envelopes;
    QCheckBox *m_labels;
    QList<QWidget *> m_ofLetters; ///< what e-mails have no use for
    bool m_forEmails = false;
};

} // namespace tocsin::views
