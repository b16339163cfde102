// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/new_store.h"

#include "jobs/recovery_kit.h"
#include "vault/vault.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

Result<std::unique_ptr<casework::CaseFile>> makeStore(const casework::NewCase &request,
                                                      casework::Surroundings surroundings, const QString &kitPath)
{
    if (!kitPath.isEmpty() && QFile::exists(kitPath)) {
        return fail(ErrorCode::BadInput,
                    u"“%1” exists already; name a file for the recovery kit that does not."_s.arg(kitPath));
    }
    TOCSIN_ASSIGN(auto file, casework::CaseFile::create(request, std::move(surroundings)));
    if (kitPath.isEmpty())
        return file;
    if (const Result<> written = writeRecoveryKit(*file, kitPath); !written) {
        // The store is seconds old and holds nothing.
        file.reset();
        vault::removeStore(request.path);
        return forward(written);
    }
    return file;
}

} // namespace tocsin::jobs
