// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/playbook.h"

#include "casework/task.h"
#include "core/json_reader.h"
#include "core/safe_file.h"
#include "core/text.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

// Outside every namespace, as the macro demands: the library is static, so its resources are not registered by
// themselves.
static void registerPlaybooks()
{
    Q_INIT_RESOURCE(playbooks);
}

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kMostBytes = 1 << 20;
constexpr int kMostHours = 168;
constexpr int kMostDays = 120;
constexpr qsizetype kMostSteps = 100;
constexpr qsizetype kMostTitle = 300; // what a task takes
constexpr qsizetype kMostDetail = 2000;

QString readId(JsonReader &reader)
{
    static const QRegularExpression pattern(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
    const QString id = reader.string("id"_L1);
    if (!pattern.match(id).hasMatch())
        reader.failAt("id"_L1, u"lower-case letters, digits and hyphens, such as cdn-leak"_s);
    return id;
}

QString readLine(JsonReader &reader, QLatin1StringView key, qsizetype most, bool required = true)
{
    const QString text = reader.string(key, required);
    const bool wanted = required || reader.has(key);
    if (wanted
        && (text.trimmed().isEmpty() || text.size() > most || text.contains(u'\n') || hasControlCharacters(text)))
        reader.failAt(key, u"one line of at most %1 characters"_s.arg(most));
    return text;
}

/// A count of hours or days, absent where the key is.
std::optional<int> readCount(JsonReader &reader, QLatin1StringView key, int most)
{
    const std::optional<qint64> count = reader.integer(key, 1, most, false);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

void checkTimes(JsonReader &reader, const PlaybookStep &step)
{
    if (step.hours.has_value() == step.days.has_value())
        reader.failAt("hours"_L1, u"either hours or days, and not both"_s);
    for (const auto &[name, most] : kRemediationClasses) {
        if (step.remediationClass == name && (step.hours.value_or(0) > most * 24 || step.days.value_or(0) > most))
            reader.failAt("days"_L1, u"at most %1 days, for a step of class %2"_s.arg(most).arg(name));
    }
}

PlaybookStep readStep(JsonReader &reader)
{
    PlaybookStep step;
    step.id = readId(reader);
    step.title = readLine(reader, "title"_L1, kMostTitle);
    step.detail = readLine(reader, "detail"_L1, kMostDetail);
    const auto stream = streamFromToken(reader.string("stream"_L1));
    if (stream)
        step.stream = *stream;
    else
        reader.failAt("stream"_L1, u"technical, regulatory, communications or command"_s);
    const auto role = roleFromToken(reader.string("role"_L1));
    if (role)
        step.role = *role;
    else
        reader.failAt("role"_L1, u"a role, such as technical-lead"_s);
    step.hours = readCount(reader, "hours"_L1, kMostHours);
    step.days = readCount(reader, "days"_L1, kMostDays);
    const auto &[a, b, c] = kRemediationClasses;
    step.remediationClass = reader.word("class"_L1, {a.name, b.name, c.name}, false);
    step.citation = readLine(reader, "citation"_L1, kMostTitle, false);
    checkTimes(reader, step);
    return step;
}

std::optional<PlaybookAlarm> readAlarm(JsonReader &reader)
{
    std::optional<PlaybookAlarm> alarm;
    reader.object(
        "alarm"_L1,
        [&alarm](JsonReader &inner) {
            const int amber = readCount(inner, "amber_hours"_L1, kMostHours).value_or(0);
            const int red = readCount(inner, "red_hours"_L1, kMostHours).value_or(0);
            if (amber < 1 || red <= amber)
                inner.failAt("red_hours"_L1, u"more hours than amber_hours, and both from 1 to %1"_s.arg(kMostHours));
            alarm = PlaybookAlarm{amber, red};
        },
        false);
    return alarm;
}

/// Where a step stands among the others: hours before days.
std::pair<int, int> orderOf(const PlaybookStep &step)
{
    return step.hours ? std::pair(0, *step.hours) : std::pair(1, step.days.value_or(0));
}

} // namespace

QString PlaybookStep::mark() const
{
    return hours ? u"%1 h"_s.arg(*hours) : u"%1 d"_s.arg(days.value_or(0));
}

Result<Playbook> playbookFromJson(const QJsonObject &document, const QString &source)
{
    JsonReader reader(document, source);
    if (reader.integer("format"_L1, kFormat, kFormat).value_or(0) != kFormat)
        reader.failAt("format"_L1, u"1"_s);
    Playbook playbook;
    playbook.id = readId(reader);
    playbook.version = readLine(reader, "version"_L1, 20);
    playbook.title = readLine(reader, "title"_L1, kMostTitle);
    playbook.summary = readLine(reader, "summary"_L1, kMostDetail);
    readLine(reader, "source"_L1, kMostDetail);
    reader.date("prepared"_L1);
    playbook.alarm = readAlarm(reader);
    QSet<QString> ids;
    reader.objects("steps"_L1, [&](JsonReader &inner) {
        const PlaybookStep step = readStep(inner);
        if (ids.contains(step.id))
            inner.failAt("id"_L1, u"an id that no other step has; “%1” is taken"_s.arg(step.id));
        if (!playbook.steps.isEmpty() && orderOf(step) < orderOf(playbook.steps.last()))
            inner.failAt("hours"_L1, u"steps in the order of their times, hours before days"_s);
        ids.insert(step.id);
        playbook.steps << step;
    });
    if (playbook.steps.isEmpty() || playbook.steps.size() > kMostSteps)
        reader.failAt("steps"_L1, u"1 to %1 steps"_s.arg(kMostSteps));
    TOCSIN_TRY(reader.finish());
    playbook.document = document;
    return playbook;
}

Result<Playbook> parsePlaybook(const QByteArray &bytes, const QString &source)
{
    if (bytes.size() > kMostBytes)
        return fail(ErrorCode::BadInput, u"%1: expected at most 1 MiB."_s.arg(source));
    TOCSIN_ASSIGN(const QJsonObject document, parseJsonObject(bytes, source));
    return playbookFromJson(document, source);
}

Result<QList<Playbook>> loadPlaybooks(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(ErrorCode::BadInput, u"%1: expected a folder with at least one playbook, *.json."_s.arg(folder));
    QList<Playbook> playbooks;
    for (const QString &name : names) {
        TOCSIN_ASSIGN(const QByteArray bytes, readFile(dir.filePath(name), kMostBytes));
        TOCSIN_ASSIGN(Playbook playbook, parsePlaybook(bytes, name));
        const QString wanted = QFileInfo(name).completeBaseName();
        if (playbook.id != wanted)
            return fail(ErrorCode::BadInput, u"%1.id: expected “%2”, the file's name."_s.arg(name, wanted));
        playbooks << std::move(playbook);
    }
    return playbooks;
}

Result<QList<Playbook>> builtInPlaybooks()
{
    registerPlaybooks();
    return loadPlaybooks(u":/playbooks"_s);
}

Result<Playbook> builtInPlaybook(const QString &id)
{
    TOCSIN_ASSIGN(const QList<Playbook> all, builtInPlaybooks());
    QStringList ids;
    for (const Playbook &each : all) {
        if (each.id == id)
            return each;
        ids << each.id;
    }
    return fail(ErrorCode::NotFound, u"There is no playbook “%1”; there are %2."_s.arg(id, ids.join(u", "_s)));
}

} // namespace tocsin::casework
