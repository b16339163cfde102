// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

namespace tocsin::views {

class ElidedLabel;

/// The line at the bottom: saved, verified, locks when.
class StatusLine final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setSaved(const QString &text); ///< "acme.tocsin · encrypted · saved 09:42"
    void setVerified(const QString &text); ///< "Ledger 1,482 entries · head 9f3c…21ab · verified"
    void setLocks(const QString &text); ///< "Locks after 10 min idle"
    void clear();

private:
    ElidedLabel *m_saved;
    ElidedLabel *m_verified;
    ElidedLabel *m_locks;
};

} // namespace tocsin::views
