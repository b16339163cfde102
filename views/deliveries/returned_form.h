// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/returned_mail.h"
#include "shared/path_field.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class Form;

/// A list of returned mail, looked at before it is recorded: first what would be taken, and by line what would not.
class ReturnedForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ReturnedForm(const PathChooser &chooser, QWidget *parent = nullptr);

    void ask();
    void setBusy(bool busy);
    /// What a look found, or what was recorded.
    void show(const jobs::ReturnedMailReport &report);
    /// There is nothing to be shown any more, but the file may be looked at again.
    void forget();

Q_SIGNALS:
    /// A person wants to see what a list would do, or, with its hash, to record it.
    void wanted(const QString &path, QDate on, const QString &sha256);
    void dismissed();

private:
    Form *m_form;
    PathField *m_file;
    QLineEdit *m_day;
    QLabel *m_summary;
    QLabel *m_problems;
    QPushButton *m_go;
    QPushButton *m_close;
    bool m_hadFocus = false; ///< the button, before it was busy
    std::optional<jobs::ReturnedMailReport> m_seen; ///< what the last look found, while the fields are as they were

    void go();
};

/// By kind the lines that are not taken, and what would be right.
QStringList returnedLines(const jobs::ReturnedMailReport &report);

} // namespace tocsin::views
