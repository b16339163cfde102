// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/case_file.h"
#include "jobs/job.h"
#include "unlock/requests.h"

#include <future>

namespace tocsin::app {

/// An open store on its way out of a job: futures want what can be copied.
using OpenedCase = std::shared_ptr<casework::CaseFile>;

/// The jobs behind the fronts. Each waits first until `closed` is ready: the store that was open before may be the
/// same.
struct StoreOpener
{
    casework::Surroundings surroundings;
    std::shared_future<void> closed;

    [[nodiscard]] jobs::StartedJob<OpenedCase> unlock(const views::UnlockRequest &request) const;
    [[nodiscard]] jobs::StartedJob<OpenedCase> create(const views::CreateRequest &request) const;
    [[nodiscard]] jobs::StartedJob<OpenedCase> recover(const views::RecoverRequest &request) const;
    /// Makes the demo in a new folder and opens its store.
    [[nodiscard]] jobs::StartedJob<OpenedCase> demo(const QString &folder) const;
};

/// Waits until nothing is being opened or made any more, as before the application ends.
void waitForOpening();

/// Destroys an open store on a thread of its own, once every job has stopped; ready when the store is closed.
std::shared_future<void> closeInBackground(OpenedCase file);

} // namespace tocsin::app
