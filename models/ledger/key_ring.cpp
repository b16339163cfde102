// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/key_ring.h"

#include "core/text.h"
#include "ledger/entry.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

bool isNameable(const QString &text)
{
    return !text.isEmpty() && text.isValidUtf16() && !hasControlCharacters(text);
}

bool overlap(const KeySpan &a, const KeySpan &b)
{
    constexpr qint64 kOpen = std::numeric_limits<qint64>::max();
    return a.from <= b.to.value_or(kOpen) && b.from <= a.to.value_or(kOpen);
}

} // namespace

Result<> KeyRing::add(const KeySpan &span)
{
    if (span.key.size() != kKeySize || !isNameable(span.name) || !isNameable(span.role) || span.from < 1
        || (span.to && *span.to < span.from)) {
        return fail(
            ErrorCode::BadInput,
            u"A key of the ledger needs %1 bytes, a name, a role, and a first entry not after its last one."_s.arg(
                kKeySize));
    }
    QList<KeySpan> &spans = m_spans[span.key];
    if (std::any_of(spans.cbegin(), spans.cend(), [&](const KeySpan &each) { return overlap(each, span); }))
        return fail(ErrorCode::BadInput, u"Two spans of the key of %1 overlap."_s.arg(span.name));
    spans.append(span);
    return {};
}

std::optional<KeySpan> KeyRing::at(const QByteArray &key, qint64 sequence) const
{
    const auto found = m_spans.constFind(key);
    if (found == m_spans.cend())
        return std::nullopt;
    const auto span = std::find_if(found->cbegin(), found->cend(),
                                   [sequence](const KeySpan &each) { return each.covers(sequence); });
    return span == found->cend() ? std::nullopt : std::optional(*span);
}

} // namespace tocsin::ledger
