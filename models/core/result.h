// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace tocsin {

/// What kind of failure an Error is. The command line turns each into its exit status (see app/).
enum class ErrorCode {
    BadInput, ///< the input is wrong: file, line or field is named, and what would be right
    Usage, ///< the request makes no sense as given
    CheckFailed, ///< the answer is no: a check, a verification or an approval failed
    NotFound, ///< no such record
    Conflict, ///< the record changed or the state does not allow this step
    Locked, ///< wrong passphrase, wrong key file or no such slot
    NotAllowed, ///< the role may not do this
    StoreInUse, ///< another process has the store open
    StoreDamaged, ///< truncated, altered or not a store at all
    StoreTooNew, ///< written by a newer version
    Io, ///< reading or writing failed, a full disk included
    Cancelled, ///< the person cancelled
};

/// A failure as a value. `message` is a whole sentence that helps the person; `detail` is for the log and never holds
/// PHI.
struct Error
{
    ErrorCode code = ErrorCode::BadInput;
    QString message;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// Shorthand for returning a failure: `return fail(ErrorCode::NotFound, u"There is no incident 2026-004."_s);`
inline Failure fail(ErrorCode code, QString message, QString detail = {})
{
    return Failure(Error{code, std::move(message), std::move(detail)});
}

/// Hands an error of one Result on as the failure of another.
template <typename T>
Failure forward(const Result<T> &failed)
{
    return Failure(failed.error());
}

} // namespace tocsin

#define TOCSIN_CONCAT_(a, b) a##b
#define TOCSIN_CONCAT(a, b) TOCSIN_CONCAT_(a, b)

/// Evaluates an expression that gives a Result and returns from the enclosing function if it failed.
#define TOCSIN_TRY(...)                                                                                                \
    do {                                                                                                               \
        auto TOCSIN_CONCAT(tocsinTried, __LINE__) = (__VA_ARGS__);                                                     \
        if (!TOCSIN_CONCAT(tocsinTried, __LINE__))                                                                     \
            return ::tocsin::forward(TOCSIN_CONCAT(tocsinTried, __LINE__));                                            \
    } while (false)

/// Declares a variable from a Result's value, or returns the failure: `TOCSIN_ASSIGN(const auto rows, load());`
#define TOCSIN_ASSIGN(declaration, ...)                                                                                \
    auto TOCSIN_CONCAT(tocsinResult, __LINE__) = (__VA_ARGS__);                                                        \
    if (!TOCSIN_CONCAT(tocsinResult, __LINE__))                                                                        \
        return ::tocsin::forward(TOCSIN_CONCAT(tocsinResult, __LINE__));                                               \
    declaration = std::move(*TOCSIN_CONCAT(tocsinResult, __LINE__))
