// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace tocsin::test {

/// Milliseconds that a test waits for what has to happen: a bound for a hung program, not for a slow one.
constexpr int kPatience = 240'000;

} // namespace tocsin::test

// Qt's own bound of five seconds is one for slow programs.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), tocsin::test::kPatience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, words) QTRY_VERIFY2_WITH_TIMEOUT((expression), words, tocsin::test::kPatience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), tocsin::test::kPatience)
