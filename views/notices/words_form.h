// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/notice.h"
#include "shared/card.h"

#include <QMap>

class QLabel;
class QPushButton;

namespace tocsin::views {

class Form;
class NoticeBar;

/// The words that a person gives a notice: the fields of jobs::noticeFields().
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
    QMap<QString, QWidget *> m_fields;
    Form *m_form;
    NoticeBar *m_error;
    QLabel *m_effect;
    QPushButton *m_save;
    QPushButton *m_close;
    bool m_filling = false;

    void addFields();
    [[nodiscard]] QString typed(const QString &key) const;
    void fill(const Words &words);
    void onTyped();
    void updateButtons();
};

} // namespace tocsin::views
