// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fact_fields.h"
#include "items/facts_draft.h"

#include <QWidget>

namespace tocsin::views {

class Form;

/// The commonest of an incident's facts as fields to edit. Says what is wrong below the field it is about.
class FactsForm final : public QWidget
{
    Q_OBJECT

public:
    /// The draft is not owned and must outlive the form.
    explicit FactsForm(items::FactsDraft &draft, QWidget *parent = nullptr);

    /// Whether a field holds what cannot be read at all. Such text is not in the draft.
    [[nodiscard]] bool hasUnreadable() const { return !unreadable().isEmpty(); }
    /// Such text by the facts' keys.
    [[nodiscard]] QVariantMap unreadable() const;
    void setUnreadable(const QVariantMap &texts);
    /// Shows the draft; what cannot be read is gone.
    void showDraft();

Q_SIGNALS:
    /// What cannot be read came or went.
    void changed();

private:
    struct Entry
    {
        const items::FactField *field = nullptr;
        QWidget *editor = nullptr;
        Form *form = nullptr;
        QString unreadable = {}; ///< why its text cannot be read; empty if it can
    };

    items::FactsDraft &m_draft;
    QList<Entry> m_entries;
    bool m_loading = false;

    void addEntry(const items::FactField &field, Form *form);
    void takeText(Entry &entry);
    void takeDraft(const Entry *edited = nullptr);
    [[nodiscard]] const Entry *toBlame() const;
};

} // namespace tocsin::views
