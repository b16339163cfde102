// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template_check.h"
#include "shared/table_view.h"

class QStandardItemModel;

namespace tocsin::views {

/// What has to be set right in a text before it can be saved, line by line. Hidden while there is nothing.
class TextProblems final : public ListView
{
    Q_OBJECT

public:
    explicit TextProblems(QWidget *parent = nullptr);

    void setProblems(const QList<notices::TemplateProblem> &problems);
    [[nodiscard]] bool isEmpty() const;

Q_SIGNALS:
    /// Somebody wants to see that line of the text.
    void lineChosen(int line);

private:
    QStandardItemModel *m_model;
};

} // namespace tocsin::views
