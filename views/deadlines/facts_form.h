// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fact_fields.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace tocsin::views {

class Form;

/// An incident's facts as fields to edit. Says what is wrong below the field it is about.
class FactsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsForm(QWidget *parent = nullptr);

    /// Shows these facts; what a person typed is gone.
    void setFacts(const law::Facts &facts);
    [[nodiscard]] const law::Facts &original() const { return m_original; }

    /// The facts as edited, or nothing while a field cannot be used.
    [[nodiscard]] const std::optional<law::Facts> &edited() const { return m_edited; }
    /// Whether a person changed a field, usable or not.
    [[nodiscard]] bool isTouched() const;
    /// What is wrong with the facts as a whole, where no field is to blame.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// What is typed, by the facts' keys; only of fields that were changed.
    [[nodiscard]] QVariantMap typed() const;
    void setTyped(const QVariantMap &typed);

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        const items::FactField *field = nullptr;
        QWidget *editor = nullptr;
        Form *form = nullptr;
        QString shown; ///< the text of the facts in force
    };

    QList<Entry> m_entries;
    law::Facts m_original;
    std::optional<law::Facts> m_edited;
    QString m_problem;
    bool m_loading = false;

    void addEntry(const items::FactField &field, Form *form);
    void evaluate();
    void showFailure(const QString &message);
    void showWhatMatters(const law::Facts &facts);
};

} // namespace tocsin::views
