// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/work_pool.h"

#include <QThread>

#include <algorithm>
#include <memory>

namespace tocsin {

namespace {

constexpr int kLeastThreads = 4;

} // namespace

QThreadPool &workPool()
{
    static const auto pool = [] {
        auto made = std::make_unique<QThreadPool>();
        made->setMaxThreadCount(std::max(kLeastThreads, QThread::idealThreadCount()));
        return made;
    }();
    return *pool;
}

} // namespace tocsin
