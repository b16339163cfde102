// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/promise.h"
#include "law/engine.h"

#include <QJsonDocument>

#include <cstddef>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::law;
using tocsin::fuzz::promise;

// Reads any bytes as a facts file. What is accepted survives its canonical form and can be evaluated; what is refused
// says why.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const RulePacks packs = builtInRulePacks().value();
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const tocsin::Result<Facts> facts = parseFacts(bytes, u"input"_s);
    if (!facts) {
        promise(!facts.error().message.isEmpty());
        return 0;
    }
    const tocsin::Result<Facts> again = parseFacts(QJsonDocument(toJson(*facts)).toJson(), u"again"_s);
    promise(again && *again == *facts);
    const Evaluation evaluation = evaluate(*facts, packs);
    promise(compare(evaluation, evaluate(*again, packs)).isEmpty());
    for (const Obligation &duty : evaluation.owed)
        promise(!duty.why.isEmpty() && (duty.due.isNull() || duty.due.day().isValid()));
    return 0;
}
