// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/promise.h"
#include "law/engine.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::law;
using tocsin::fuzz::promise;

// Reads any bytes as a rule pack. What is accepted can be evaluated; what is refused says why.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const tocsin::Result<RulePack> pack = parseRulePack(bytes, u"input"_s);
    if (!pack) {
        promise(!pack.error().message.isEmpty());
        return 0;
    }
    Facts facts;
    facts.discovered = Moment{QDate(2026, 3, 2), std::nullopt};
    facts.residents = QMap<QString, qint64>{{u"TX"_s, 600}, {u"CA"_s, 1}};
    facts.data = QStringList{u"phi"_s};
    const Evaluation evaluation = evaluate(facts, {*pack});
    for (const Obligation &duty : evaluation.owed + evaluation.notOwed + evaluation.blocked)
        promise(!duty.citation.isEmpty());
    return 0;
}
