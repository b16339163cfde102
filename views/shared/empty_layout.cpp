// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/empty_layout.h"

#include <QLayout>
#include <QWidget>

namespace tocsin::views {

void emptyLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace tocsin::views
