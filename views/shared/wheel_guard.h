// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tocsin::views {

/// Keeps the wheel from turning what nobody is using: a choice, a number or a date that the pointer only passes while a
/// person scrolls a page stays as it is, and the page scrolls. Watches the whole application as long as it lives.
class WheelGuard final : public QObject
{
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tocsin::views
