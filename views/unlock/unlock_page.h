// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/front_page.h"
#include "shared/path_field.h"
#include "unlock/requests.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace tocsin::views {

class ElidedLabel;
class Form;
class PassphraseField;

/// Opens a store, or opens it again after a lock: person, passphrase, key file where the slot needs one. It shows the
/// file's name and nothing that is in it.
class UnlockPage final : public FrontPage
{
    Q_OBJECT

public:
    explicit UnlockPage(PathChooser chooser = systemPathChooser(), QWidget *parent = nullptr);

    /// The store to open and who can open it. `preferredSlot` is chosen first, if it is there. With no people (the key
    /// file is lost or damaged) only the recovery kit is offered.
    void setStore(const QString &path, const QList<SlotChoice> &people, const QString &preferredSlot = {});
    /// Why the window locked, above the fields: "Locked after 10 idle minutes."
    void setReason(const QString &sentence);

    void focusFirst() override;

Q_SIGNALS:
    void unlockRequested(const tocsin::views::UnlockRequest &request);
    /// The key file or the passphrase is lost: on to the recovery kit.
    void recoverRequested(const QString &path);
    void otherStoreRequested();

private:
    void submit();
    void showSlot();
    [[nodiscard]] const SlotChoice *chosen() const;

    QString m_path;
    QList<SlotChoice> m_people;
    ElidedLabel *m_file;
    QLabel *m_reason;
    Form *m_form;
    QComboBox *m_person;
    PassphraseField *m_passphrase;
    PathField *m_keyFile;
    QPushButton *m_unlock;
    QPushButton *m_recover;
};

} // namespace tocsin::views
