// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_run.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace tocsin::views {

/// How the letters of a run come to the mail house: how many to a file, in which order, and what is kept in files of
/// its own. What was chosen last stays for as long as the page does.
class ProductionForm final : public QFrame
{
    Q_OBJECT

public:
    explicit ProductionForm(QWidget *parent = nullptr);

    /// Without a folder.
    [[nodiscard]] notices::LetterRunOptions options() const;
    void focusFirst();

Q_SIGNALS:
    void accepted();
    void dismissed();

private:
    QSpinBox *m_partSize;
    QCheckBox *m_oneFile;
    QComboBox *m_order;
    QCheckBox *m_language;
    QCheckBox *m_overlay;
    QCheckBox *m_letterForm;
};

} // namespace tocsin::views
