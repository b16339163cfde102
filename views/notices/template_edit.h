// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template_check.h"

#include <QPlainTextEdit>

namespace tocsin::views {

class TemplateHighlighter;

/// The text of a template, with the numbers of its lines and a mark beside each line that has to be set right.
class TemplateEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TemplateEdit(QWidget *parent = nullptr);

    void setProblems(const QList<notices::TemplateProblem> &problems);
    /// Puts the cursor at the beginning of a line, counted from 1.
    void goToLine(int line);
    /// Types a field at the cursor in the way it is used: a value on its own, a list as a section of items, a flag as
    /// an empty section.
    void insertField(const notices::FieldInfo &field);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;

    Gutter *m_gutter;
    TemplateHighlighter *m_highlighter;
    QHash<int, QString> m_problems; // by line

    [[nodiscard]] int gutterWidth() const;
    void layOutGutter();
    void paintGutter(QPaintEvent *event);
    void markLines();
    [[nodiscard]] int lineAt(int y) const;
};

} // namespace tocsin::views
