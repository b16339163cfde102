// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace tocsin::views {

/// Fields under their labels, in one or two columns. A label is its field's buddy and name; an error stands below its
/// field, in words.
class Form : public QWidget
{
    Q_OBJECT

public:
    explicit Form(int columns = 1, QWidget *parent = nullptr);

    /// Adds a field; `hint` is a muted line below it. `span` columns wide. An ampersand in the label makes its key.
    void addField(const QString &label, QWidget *field, const QString &hint = {}, int span = 1);

    /// Takes a field away, label and all, or brings it back.
    void setFieldVisible(QWidget *field, bool visible);

    /// Shows what is wrong with a field, in place of its hint; an empty text takes the error away.
    void setError(QWidget *field, const QString &error);
    void clearErrors();
    [[nodiscard]] QString error(QWidget *field) const;

private:
    struct Below
    {
        QLabel *line = nullptr;
        QString hint;
        bool wrong = false;
    };

    QGridLayout *m_grid;
    QHash<QWidget *, Below> m_below;
    int m_columns;
    int m_next = 0;
};

} // namespace tocsin::views
