// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/checks.h"

#include <QMap>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace tocsin::views {

/// The warnings of a notice, each with a field for why it stands. Hidden while there are none. What was typed stays
/// while the same warnings come again.
class WarningReasons final : public QWidget
{
    Q_OBJECT

public:
    using Reasons = QMap<QString, QString>; ///< by id of the check

    explicit WarningReasons(QWidget *parent = nullptr);

    void setWarnings(const QList<notices::CheckResult> &warnings);
    /// Of the warnings shown, those with a reason.
    [[nodiscard]] Reasons reasons() const;
    /// What was typed so far, also for warnings that are not shown now.
    [[nodiscard]] const Reasons &typed() const { return m_typed; }
    /// Types reasons into the fields, now or when their warnings come: an unfinished entry that comes back.
    void setReasons(const Reasons &reasons);
    [[nodiscard]] qsizetype unexplained() const;
    /// To the first field that is empty.
    void focusFirst();

Q_SIGNALS:
    void reasonsChanged();

private:
    QVBoxLayout *m_rows;
    QList<notices::CheckResult> m_warnings;
    QMap<QString, QLineEdit *> m_fields;
    Reasons m_typed; ///< also for warnings that are not shown now

    void addRow(const notices::CheckResult &warning);
};

} // namespace tocsin::views
