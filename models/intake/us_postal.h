// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace tocsin::intake {

/// True for the USPS code of a State, the District of Columbia or a territory (AS, GU, MP, PR, VI).
/// Source: USPS Publication 28, appendix B.
bool isStateCode(QStringView code);

/// True for the three military "States" AA, AE and AP.
bool isMilitaryState(QStringView code);

/// The code for a State as people write it, in any case: "CA", "california", "Calif.", "N.Y.", "District of Columbia".
/// Empty if there is none.
QString stateCode(QStringView text);

/// The State in which a ZIP code's first five digits lie, by its first three; military prefixes give AA, AE or AP.
/// Empty for a prefix that is not in use. Source: USPS, 3-Digit ZIP Code Prefix Matrix (Domestic Mail Manual, L002).
QString stateOfZip(QStringView zip);

/// The State or territory in which somebody with this address lives: by the State as people write it, or else by the
/// ZIP. Empty abroad, for military addresses, and where neither says. An empty country is the United States.
QString stateOfResidence(const QString &country, const QString &state, const QString &zip);

/// True if the ZIP can lie in the State: by its prefix, or as one of the few ZIP codes that are served across a border.
bool zipLiesIn(QStringView zip, QStringView state);

} // namespace tocsin::intake
