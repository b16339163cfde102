// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/hardening.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tocsin::vault {

Result<> hardenProcess()
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        return fail(ErrorCode::Io, u"Core dumps could not be turned off, so secrets might reach the disk."_s);
#endif
#ifdef Q_OS_LINUX
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        return fail(ErrorCode::Io, u"The process could not be closed to others, so secrets might be read from it."_s);
#endif
    return {};
}

} // namespace tocsin::vault
