// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tocsin::law {

/// The postal codes under which people are counted, in alphabetical order: the 50 States, DC, and the territories AS,
/// GU, MP, PR, VI, which 45 CFR 160.103 counts as States. Military addresses (AA, AE, AP) are none.
const QStringList &stateCodes();

[[nodiscard]] bool isStateCode(const QString &code);

/// "Texas" for TX; the code itself when it is not one of stateCodes().
QString stateName(const QString &code);

} // namespace tocsin::law
