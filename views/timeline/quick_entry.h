// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tocsin::views {

class NoticeBar;
class WhenField;

/// Says what happened and logs it with Enter. Everything else has a good default: now, the stream used last, in the
/// regulator's chronology.
class QuickEntry : public QWidget
{
    Q_OBJECT

public:
    /// A line alone, or with the choices below it.
    enum class Extent { Line, Full };

    QuickEntry(CaseContext *context, Extent extent, QWidget *parent = nullptr);

    /// Puts the keyboard into the line.
    void begin();
    [[nodiscard]] QString text() const;
    void setText(const QString &text);

Q_SIGNALS:
    void logged(qint64 entry);

private:
    CaseContext *m_context;
    QLineEdit *m_text;
    NoticeBar *m_notice;
    QComboBox *m_stream;
    WhenField *m_when;
    QCheckBox *m_inChronology;
    QCheckBox *m_privileged;
    bool m_busy = false;

    [[nodiscard]] QWidget *makeChoices();
    void log();
    void finish(const Result<casework::Receipt> &receipt);
};

} // namespace tocsin::views
