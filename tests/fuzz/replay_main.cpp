// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a fuzz target where libFuzzer is not: every seed as it is, then a fixed number of mutations of each, drawn
// from a generator with a fixed seed, so that a failure comes back the next time. The number of the last input is on
// standard error if the target dies.
#include <QDir>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

constexpr int kMutationsPerSeed = 400;
constexpr int kLargestSeed = 1 << 20;

int currentInput = 0;
char currentSeed[256] = "";

void nameTheInput(int signal)
{
    std::fprintf(stderr, "died of signal %d at mutation %d of %s\n", signal, currentInput, currentSeed);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

class Mutator
{
public:
    explicit Mutator(QList<QByteArray> seeds) : m_seeds(std::move(seeds)) { }

    // One to four changes of the kinds that break parsers: bits, lengths, repetition, boundary bytes, another seed's
    // tail.
    QByteArray mutate(QByteArray bytes)
    {
        const int changes = 1 + below(4);
        for (int i = 0; i < changes; ++i)
            change(&bytes);
        return bytes;
    }

private:
    int below(qsizetype limit) { return limit > 0 ? int(m_random() % uint64_t(limit)) : 0; }

    void change(QByteArray *bytes)
    {
        const int at = below(bytes->size());
        switch (below(6)) {
        case 0:
            if (!bytes->isEmpty())
                (*bytes)[at] = char(uint8_t(bytes->at(at)) ^ uint8_t(1U << below(8)));
            return;
        case 1:
            bytes->truncate(at);
            return;
        case 2:
            bytes->remove(at, 1 + below(16));
            return;
        case 3:
            bytes->insert(at, bytes->mid(below(bytes->size()), 1 + below(64)));
            return;
        case 4: {
            static constexpr char kBoundary[] = {'\0', '\x7f', '\x80', '\xff', '"', '{', '[', '<', ',', '\n', '-', '9'};
            bytes->insert(at, kBoundary[below(sizeof kBoundary)]);
            return;
        }
        default:
            const QByteArray &other = m_seeds.at(below(m_seeds.size()));
            *bytes = bytes->left(at) + other.mid(below(other.size()));
        }
    }

    QList<QByteArray> m_seeds;
    std::mt19937_64 m_random{20260101};
};

void feed(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
}

} // namespace

int main(int argc, char **argv)
{
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QList<QByteArray> seeds;
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read the seed %s\n", qPrintable(name));
            return 2;
        }
        seeds.append(file.read(kLargestSeed));
    }
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", qPrintable(folder.path()));
        return 2;
    }
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL})
        std::signal(signal, nameTheInput);

    Mutator mutator(seeds);
    for (qsizetype seed = 0; seed < seeds.size(); ++seed) {
        std::snprintf(currentSeed, sizeof currentSeed, "%s", qPrintable(names.at(seed)));
        currentInput = 0;
        feed(seeds.at(seed));
        for (currentInput = 1; currentInput <= kMutationsPerSeed; ++currentInput)
            feed(mutator.mutate(seeds.at(seed)));
    }
    std::printf("%lld seeds, %d mutations of each\n", static_cast<long long>(seeds.size()), kMutationsPerSeed);
    return 0;
}
