// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/delivery_acts.h"
#include "casework/run.h"
#include "shared/path_field.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;

/// What a person says of a mailing or of a substitute notice.
struct Recording
{
    RunId run = {}; ///< of a mailing
    QDate on = {};
    QString how = {}; ///< of a substitute notice
    QString carrier = {};
    QString reference = {};
    QString path = {}; ///< of the proof; empty without a file
};

/// Day, proof, and which run was mailed or how the substitute notice was given.
class RecordingForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingForm(const PathChooser &chooser, QWidget *parent = nullptr);

    /// Empties the fields and asks for a mailing of one of these runs.
    void askMailing(const QList<casework::Run> &runs, QDate today, const QByteArray &zone);
    void askSubstitute(QDate today);
    void setBusy(bool busy);
    /// It did not work: the keyboard is where it was.
    void comeBack();

Q_SIGNALS:
    /// The fields are as they have to be.
    void accepted(const tocsin::views::Recording &recording);
    void dismissed();

private:
    bool m_isMailing = true;
    bool m_hadFocus = false; ///< the button, before it was busy
    Form *m_form;
    QComboBox *m_run;
    QLineEdit *m_day;
    QLineEdit *m_how;
    QLineEdit *m_carrier;
    QLineEdit *m_reference;
    PathField *m_proof;
    QPushButton *m_save;

    void ask(bool mailing, QDate today);
    void accept();
};

} // namespace tocsin::views
