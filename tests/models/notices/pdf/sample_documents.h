// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/document/document.h"

namespace tocsin::notices::samples {

/// Who a sample letter goes to. Everyone and everything is made up.
struct Addressee
{
    QString name = QStringLiteral("Maria Castellanos");
    QStringList address{QStringLiteral("4180 Juniper Hollow Road"), QStringLiteral("Apartment 12B"),
                        QStringLiteral("Austin, TX 78704-2219")};
    QStringList data{QStringLiteral("your name and date of birth"),
                     QStringLiteral("the dates of your laboratory tests"), QStringLiteral("your health plan number")};
};

/// A letter of two pages as a breach notice is written, with the addressee's fields in four places.
Document letter(const Addressee &addressee = {});

/// A packet with cover, contents, chapters that refer to each other and a chronology of `entries` rows.
Document packet(int entries);

} // namespace tocsin::notices::samples
