// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "core/work_pool.h"

#include <QPromise>

#include <memory>

namespace tocsin::casework {

/// Asks as CaseFile::ask() does, on the work pool and with a reader of its own: for questions that take long where many
/// people are affected, so that what a person saves or looks at meanwhile does not wait for them. The answer is about
/// what is committed when it begins. Whoever closes the file waits for the pool first.
template <typename Query>
QFuture<Result<typename Query::Answer>> askAside(CaseFile &file, const Query &query)
{
    using Answer = Result<typename Query::Answer>;
    auto promise = std::make_shared<QPromise<Answer>>();
    const QFuture<Answer> future = promise->future();
    promise->start();
    workPool().start([promise, query, asked = &file] {
        const auto session = asked->openSession();
        promise->addResult(session ? (*session)->ask(query) : Answer(forward(session)));
        promise->finish();
    });
    return future;
}

} // namespace tocsin::casework
