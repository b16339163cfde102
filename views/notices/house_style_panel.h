// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/house_style.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"

#include <QVariantMap>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::views {

class NoticeBar;

/// The letterhead and the signature that all notices of the house are printed with.
class HouseStylePanel final : public QWidget
{
    Q_OBJECT

public:
    /// `context` is not owned.
    explicit HouseStylePanel(CaseContext *context, QWidget *parent = nullptr);

    /// What was entered and not saved, field by field, to come back over a lock; empty if there is nothing.
    [[nodiscard]] QVariantMap unfinished() const;
    void restore(const QVariantMap &unfinished);

Q_SIGNALS:
    /// What the store has stands in the fields.
    void loaded();

private:
    /// A picture with what can be done with it.
    struct PictureRow
    {
        QLabel *shown = nullptr;
        QPushButton *choose = nullptr;
        QPushButton *remove = nullptr;
        QByteArray png;
    };

    CaseContext *m_context;
    jobs::HouseStyle m_saved;
    QVariantMap m_unfinished; ///< of before a lock, until the store's is read
    bool m_mayEdit;
    NoticeBar *m_notice;
    PictureRow m_letterhead;
    PictureRow m_picture;
    QLineEdit *m_name;
    QLineEdit *m_title;
    QPushButton *m_save;
    JobSlot m_reading;
    JobSlot m_choosing;
    JobSlot m_saving; // last, so that they end first

    void layOut();
    [[nodiscard]] QWidget *makeRow(PictureRow &row, const QString &choose, const QString &remove);
    void load();
    void bringBack();
    void put(PictureRow &row, const QByteArray &png);
    void choose(PictureRow &row);
    [[nodiscard]] jobs::HouseStyle entered() const;
    void updateButtons();
    void save();
};

} // namespace tocsin::views
