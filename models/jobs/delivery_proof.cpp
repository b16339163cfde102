// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delivery_proof.h"

#include "jobs/file_digest.h"

namespace tocsin::jobs {

Result<casework::DeliveryProof> deliveryProof(const QString &carrier, const QString &reference, const QString &path,
                                              const Progress &progress)
{
    casework::DeliveryProof proof{carrier, reference, {}, {}};
    if (path.isEmpty())
        return proof;
    TOCSIN_ASSIGN(const casework::FileDigest digest, digestFile(path, progress));
    proof.fileName = digest.name;
    proof.fileSha256 = digest.sha256;
    return proof;
}

} // namespace tocsin::jobs
