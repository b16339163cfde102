// SPDX-License-Identifier: GPL-3.0-or-later
#include "law/nature.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::law {

namespace {

constexpr std::array kWords{"statutory"_L1, "contract"_L1, "regulator"_L1, "internal"_L1, "keep-until"_L1};

} // namespace

QString natureWord(Nature nature)
{
    return kWords.at(static_cast<size_t>(nature));
}

std::optional<Nature> natureFromWord(const QString &word)
{
    for (size_t index = 0; index < kWords.size(); ++index) {
        if (kWords.at(index) == word)
            return static_cast<Nature>(index);
    }
    return std::nullopt;
}

} // namespace tocsin::law
