// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace tocsin::notices {

/// Where the window of a #10 envelope shows a US Letter sheet folded in thirds. Points from the sheet's top left.
///
/// Measurements: the envelope is 9 1/2 by 4 1/8 inches; its standard left window is 4 1/2 wide and 1 1/8 high, 7/8 from
/// the left edge and 1/2 from the bottom one (the usual stock of US envelope makers). The folded sheet is 8 1/2 by 3
/// 2/3 inches, so it can slide by 1 inch across and by 0.458 inch up and down. USPS Domestic Mail Manual 601.6.3 asks
/// that all of the address shows at every position of the sheet.
namespace address_window {

constexpr double kInch = 72;
constexpr double kEnvelopeHeight = 4.125 * kInch;
constexpr double kPlayAcross = 1.0 * kInch;
constexpr double kPlayDown = kEnvelopeHeight - 11.0 / 3 * kInch;
constexpr double kWindowLeft = 0.875 * kInch;
constexpr double kWindowWidth = 4.5 * kInch;
constexpr double kWindowTop = kEnvelopeHeight - (0.5 + 1.125) * kInch;
constexpr double kWindowHeight = 1.125 * kInch;

/// The part of the sheet that shows at every position: 7/8 to 4 3/8 inches across, 2 1/2 to 3 1/6 inches down.
inline QRectF alwaysVisible()
{
    return {kWindowLeft, kWindowTop, kWindowWidth - kPlayAcross, kWindowHeight - kPlayDown};
}

/// The part that shows at some position. Nothing but the address may be here: a letter about a breach must not be read
/// through its envelope.
inline QRectF everVisible()
{
    return {0, kWindowTop - kPlayDown, kWindowLeft + kWindowWidth, kWindowHeight + kPlayDown};
}

/// Where the address is set: 1/8 inch (DMM 601.6.3) within the sides of what always shows, so that it also lines up
/// with the margin of the letter. Above and below, it is centred and keeps as much clearance as its lines allow: four
/// lines of 10 points use most of the 48 points that a sheet free to slide leaves.
inline QRectF addressBox()
{
    constexpr double kClear = 0.125 * kInch;
    return alwaysVisible().adjusted(kClear, 0, -kClear, 0);
}

/// What follows the address begins here, below everything that the window can show.
constexpr double kBodyTop = 11.0 / 3 * kInch + 6;

} // namespace address_window

} // namespace tocsin::notices
