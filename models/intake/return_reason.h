// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tocsin::intake {

/// The code for a reason of a return as carriers and mail houses write it, code or words, in any case: “UTF”, “Unable
/// to forward”, “NOT DELIVERABLE AS ADDRESSED - UNABLE TO FORWARD” give UTF. Empty for what is no reason. Source: the
/// endorsements of USPS DMM 507, exhibit 1.4.1; their abbreviations as labels and mail houses print them.
QString returnReason(const QString &text);

/// The codes that returnReason() gives, the last of which is OTHER.
QStringList returnReasons();

} // namespace tocsin::intake
