// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "notices/sheet_kinds.h"
#include "shared/card.h"

#include <QMap>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tocsin::views {

class NoticeBar;

/// The words that a person gives a notice: the fields that its kind has (jobs::wordFields()).
class WordsForm final : public Card
{
    Q_OBJECT

public:
    using Words = QMap<QString, QString>;

    explicit WordsForm(QWidget *parent = nullptr);

    /// Fills the fields with a notice's words. While there are unsaved words for the same notice, those stay.
    void setNotice(const casework::Notice &notice);
    /// The notice's words with those of the fields in place.
    [[nodiscard]] Words words() const;
    /// Types words into the fields: an unfinished entry that comes back.
    void setWords(const Words &words);
    [[nodiscard]] bool isChanged() const;

    /// Goes back to the saved words.
    void discard();
    void showError(const QString &sentence);
    void clearError();
    void focusFirst();

Q_SIGNALS:
    void wordsChanged();
    void saveRequested();
    /// The person is done here; unsaved words were discarded.
    void closeRequested();

private:
    casework::Notice m_notice;
    QString m_kind; // that the fields are of
    QList<notices::WordField> m_wanted;
    QMap<QString, QWidget *> m_fields;
    QScrollArea *m_scroll;
    NoticeBar *m_error;
    QLabel *m_effect;
    QPushButton *m_save;
    QPushButton *m_close;
    bool m_filling = false;

    void buildFields();
    [[nodiscard]] QWidget *makeField(const notices::WordField &field);
    [[nodiscard]] QStringList choicesOf(const QString &key) const;
    [[nodiscard]] QString typed(const QString &key) const;
    void fill(const Words &words);
    void onTyped();
    void updateButtons();
};

} // namespace tocsin::views
