// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "core/safe_file.h"
#include "core/text.h"
#include "core/time_left.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr qint64 kMaxPassphrase = 4096;
constexpr int kMsecsBetweenReports = 200;

// What a signal cancels. A signal handler can reach nothing but globals; the object is kept alive by `kept`.
std::atomic<Progress *> running = nullptr;
std::atomic<bool> interrupted = false;

void onInterrupt(int)
{
    interrupted = true;
    if (Progress *progress = running.load())
        progress->cancel();
}

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// A line for people. Names, words and JSON keys of files that others wrote come back in it, and nothing of them may
/// steer a terminal.
QByteArray plainText(const QString &line)
{
    return withoutControlCharacters(line).remove(u'\r').toUtf8() + '\n';
}

/// Whether somebody watches what is said; a file gets no passing figures.
bool isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

/// Up to the first line break.
vault::SecureBytes firstLine(QByteArray bytes)
{
    qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        end = bytes.size();
    if (end > 0 && bytes.at(end - 1) == '\r')
        --end;
    vault::SecureBytes line = vault::SecureBytes::copyOf(QByteArrayView(bytes).first(end));
    vault::wipe(bytes);
    return line;
}

#ifdef Q_OS_UNIX
/// Waits until a line can be read, or the person wants to stop.
Result<> waitForLine(int descriptor)
{
    pollfd waiting{descriptor, POLLIN, 0};
    for (;;) {
        TOCSIN_TRY(Console::checkInterrupted());
        if (::poll(&waiting, 1, kMsecsBetweenReports) > 0)
            return {};
    }
}

/// Asks at the terminal itself, whatever standard input and output are.
Result<vault::SecureBytes> askTerminal(const QString &prompt, QLatin1StringView option)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0) {
        return fail(ErrorCode::Usage,
                    u"%1: there is no terminal to ask at; name a file with %2."_s.arg(prompt, option));
    }
    termios before{};
    ::tcgetattr(terminal, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &silent);
    const QByteArray question = prompt.toUtf8() + ": ";
    [[maybe_unused]] const auto asked = ::write(terminal, question.constData(), static_cast<size_t>(question.size()));
    Result<> waited = waitForLine(terminal);
    QByteArray typed(kMaxPassphrase, '\0');
    const auto got = waited ? ::read(terminal, typed.data(), static_cast<size_t>(typed.size())) : 0;
    ::tcsetattr(terminal, TCSAFLUSH, &before);
    [[maybe_unused]] const auto ended = ::write(terminal, "\n", 1);
    ::close(terminal);
    TOCSIN_TRY(std::move(waited));
    typed.resize(qMax<qsizetype>(got, 0));
    return firstLine(std::move(typed));
}
#else
Result<vault::SecureBytes> askTerminal(const QString &prompt, QLatin1StringView option)
{
    return fail(ErrorCode::Usage, u"%1: name a file with %2."_s.arg(prompt, option));
}
#endif

} // namespace

int exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CheckFailed:
        return 1;
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Io:
        return 3;
    case ErrorCode::Locked:
        return 4;
    case ErrorCode::NotAllowed:
        return 5;
    case ErrorCode::StoreInUse:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreTooNew:
        return 6;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 1;
}

void Console::result(const QString &line)
{
    write(stdout, plainText(line));
}

void Console::result(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson());
}

void Console::result(const QJsonArray &array)
{
    write(stdout, QJsonDocument(array).toJson());
}

void Console::bytes(const vault::SecureBytes &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    write(stdout, "\n");
}

void Console::say(const QString &line)
{
    // Over the line that shows progress, if one is there.
    write(stderr, (isTerminal() ? "\r\033[K" : "") + plainText(line));
}

void Console::takeSignals()
{
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
#ifdef Q_OS_UNIX
    // A file that may not grow any more is an error to report, not an end without a word.
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

Result<> Console::checkInterrupted()
{
    if (interrupted)
        return fail(ErrorCode::Cancelled, u"Cancelled; nothing half-done was kept."_s);
    return {};
}

Result<std::shared_ptr<const Clock>> Console::clock() const
{
    if (m_options.now.isEmpty())
        return std::make_shared<const SystemClock>();
    const Result<Instant> at = Instant::parse(m_options.now);
    if (!at)
        return fail(ErrorCode::Usage, u"--now: "_s + at.error().message);
    return std::make_shared<const FixedClock>(*at);
}

Result<std::shared_ptr<const law::RulePacks>> Console::packs() const
{
    TOCSIN_ASSIGN(law::RulePacks packs,
                  m_options.lawDir.isEmpty() ? law::builtInRulePacks() : law::loadRulePacks(m_options.lawDir));
    return std::make_shared<const law::RulePacks>(std::move(packs));
}

Result<vault::SecureBytes> Console::passphrase(const QString &file, const QString &prompt,
                                               QLatin1StringView option) const
{
    if (file.isEmpty())
        return askTerminal(prompt, option);
    TOCSIN_ASSIGN(QByteArray content, readFile(file, kMaxPassphrase));
    vault::SecureBytes line = firstLine(std::move(content));
    if (line.isEmpty())
        return fail(ErrorCode::BadInput, u"“%1” has nothing in its first line; a passphrase stands there."_s.arg(file));
    return line;
}

Result<> Console::confirm(const QString &question, const QString &word)
{
    say(question);
    say(u"Type “%1” to go on:"_s.arg(word));
#ifdef Q_OS_UNIX
    TOCSIN_TRY(waitForLine(STDIN_FILENO));
#endif
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::Usage, u"There is nobody to ask."_s);
    if (QString::fromUtf8(input.readLine(kMaxPassphrase)).trimmed() != word)
        return fail(ErrorCode::Cancelled, u"Not confirmed; nothing was done."_s);
    return {};
}

std::shared_ptr<Progress> Console::progress(const QString &what) const
{
    static std::shared_ptr<Progress> kept;
    running = nullptr;
    auto since = std::make_shared<QElapsedTimer>();
    struct Timing
    {
        QElapsedTimer clock;
        TimeLeft left;
    };
    auto timing = std::make_shared<Timing>();
    timing->clock.start();
    kept = std::make_shared<Progress>([what, since, timing, quiet = m_options.quiet](qint64 done, qint64 total) {
        const bool last = total > 0 && done >= total;
        if (quiet || !isTerminal() || (since->isValid() && since->elapsed() < kMsecsBetweenReports && !last))
            return;
        since->start();
        const QString of = total > 0 ? u" of %1"_s.arg(total) : QString();
        const auto seconds = total > 0 && !last ? timing->left.at(done, total, timing->clock.elapsed()) : std::nullopt;
        const QString left
            = seconds ? u", %1:%2 left"_s.arg(*seconds / 60).arg(*seconds % 60, 2, 10, '0'_L1) : QString();
        const QString end = last ? u"\n"_s : QString();
        write(stderr, u"\r%1: %2%3%4\033[K%5"_s.arg(what, QString::number(done), of, left, end).toUtf8());
    });
    running = kept.get();
    if (interrupted)
        kept->cancel();
    return kept;
}

} // namespace tocsin::app
