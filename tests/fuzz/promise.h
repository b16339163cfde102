// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace tocsin::fuzz {

/// Ends the run if what must hold for every input does not. Unlike Q_ASSERT it is there in every kind of build.
inline void promise(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace tocsin::fuzz
