// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_session.h"
#include "patience.h"

#include "core/text.h"

#include <QDirIterator>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::test {

CliSession::CliSession()
{
    for (const QString &folder : {u"work"_s, u"home"_s, u"tmp"_s, u"in"_s})
        QDir().mkpath(path(folder));
    for (const QString &name : {u"Ada"_s, u"Tom"_s, u"Olga"_s})
        write(u"in/%1.pass"_s.arg(name), CaseFixture::passphraseOf(name).view().toByteArray() + '\n');
    write(u"in/facts.json"_s, facts());
    write(u"in/organization.json"_s, QJsonDocument(CaseFixture::organization().toJson()).toJson());
}

QString CliSession::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QByteArray CliSession::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CliSession::files(const QString &folder) const
{
    QStringList found;
    QDirIterator walk(path(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString name = QDir(m_folder.path()).relativeFilePath(walk.next());
        found << u"%1 %2"_s.arg(name, sha256Hex(read(name)));
    }
    found.sort();
    return found;
}

void CliSession::makeStore(bool withOthers)
{
    casework::NewCase request;
    request.path = store();
    request.organization = CaseFixture::organization();
    request.personName = u"Ada"_s;
    request.passphrase = CaseFixture::passphraseOf(u"Ada"_s);
    request.cost = vault::KdfCost::forTests();
    auto file = casework::CaseFile::create(request, m_other.surroundings());
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    const QList<std::pair<QString, casework::Role>> others{{u"Tom"_s, casework::Role::TechnicalLead},
                                                           {u"Olga"_s, casework::Role::Observer}};
    for (const auto &[name, role] : withOthers ? others : QList<std::pair<QString, casework::Role>>()) {
        casework::AddPerson person{name, role, CaseFixture::passphraseOf(name), {}, vault::KdfCost::forTests()};
        if (!(*file)->addPerson(std::move(person)).result())
            qFatal("cannot add a person");
    }
}

void CliSession::makeIncident() const
{
    const Ran made
        = ada({u"incident"_s, u"new"_s, store(), u"--title"_s, u"Export"_s, u"--facts"_s, path(u"in/facts.json"_s)});
    if (made.status != 0)
        qFatal("%s", qPrintable(made.said));
}

void CliSession::importPeople(int count) const
{
    QByteArray csv = "recipient_id,first_name,last_name,address_1,city,state,postal_code,status,data_elements\n";
    for (int n = 1; n <= count; ++n) {
        const QByteArray number = QByteArray::number(n);
        csv += "R" + number + ",Ann,Sample," + number + " Main St,Austin,TX,73301,adult,name\n";
    }
    const Ran imported = ada({u"roster"_s, u"import"_s, store(), u"2026-001"_s, write(u"in/roster.csv"_s, csv)});
    if (imported.status != 0)
        qFatal("%s", qPrintable(imported.said));
}

QStringList CliSession::as(const QString &name) const
{
    return {u"--as"_s,
            name,
            u"--passphrase-file"_s,
            path(u"in/%1.pass"_s.arg(name)),
            u"--now"_s,
            u"2026-03-20T09:42:00-05:00"_s};
}

QProcessEnvironment CliSession::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path(u"home"_s));
    for (const QString &kind : {u"CACHE"_s, u"CONFIG"_s, u"DATA"_s, u"STATE"_s})
        environment.insert(u"XDG_%1_HOME"_s.arg(kind), path(u"home/"_s + kind.toLower()));
    environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"home"_s));
    environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
    environment.insert(u"SQLITE_TMPDIR"_s, path(u"tmp"_s));
    environment.remove(u"DISPLAY"_s);
    return environment;
}

std::unique_ptr<QProcess> CliSession::start(const QStringList &arguments, const std::function<void()> &prepare) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setWorkingDirectory(work());
    if (prepare)
        process->setChildProcessModifier(prepare);
    process->start(QStringLiteral(TOCSIN_EXECUTABLE), arguments);
    process->waitForStarted(kPatience);
    return process;
}

Ran CliSession::finish(QProcess &process)
{
    process.closeWriteChannel();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(kPatience))
        process.kill();
    Ran ran;
    ran.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.said = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

Ran CliSession::run(const QStringList &arguments, const QByteArray &input, const std::function<void()> &prepare) const
{
    const auto process = start(arguments, prepare);
    process->write(input);
    return finish(*process);
}

void CliSession::addCounsel() const
{
    write(u"in/Lee.pass"_s, "passphrase of Lee\n");
    const auto file = open();
    casework::AddPerson lee{
        u"Lee"_s, casework::Role::LegalCounsel, CaseFixture::passphraseOf(u"Lee"_s), {}, vault::KdfCost::forTests()};
    if (!file || !(*file)->addPerson(std::move(lee)).result())
        qFatal("cannot add Lee");
}

void CliSession::approveLetters() const
{
    const QStringList notice{store(), u"2026-001"_s, u"individual-en"_s};
    addCounsel();
    QStringList because;
    const Ran checked = ada(QStringList{u"notices"_s, u"check"_s, u"--json"_s} + notice);
    for (const QJsonValue &each : checked.json()["checks"_L1].toArray()) {
        if (each["level"_L1].toString() == u"warning"_s)
            because << u"--reason"_s << each["id"_L1].toString() + u"=Counsel looked at it."_s;
    }
    const bool approved = ada(QStringList{u"notices"_s, u"submit"_s} + notice).status == 0
        && run(QStringList{u"notices"_s, u"approve"_s} + notice + because + as(u"Lee"_s)).status == 0;
    const bool proven = approved
        && ada(QStringList{u"letters"_s, u"run"_s} + notice
               + QStringList{u"--proof"_s, u"12"_s, u"--out"_s, path(u"proof"_s)})
                .status
            == 0
        && ada(QStringList{u"letters"_s, u"accept-proof"_s} + notice + QStringList{u"--folder"_s, path(u"proof"_s)})
                .status
            == 0;
    if (!proven)
        qFatal("the letters are not approved and proven");
}

QString CliSession::verifyFault() const
{
    const Ran ran = ada({u"ledger"_s, u"verify"_s, store(), u"--json"_s});
    return ran.status == 0 && ran.json()["verifies"_L1].toBool() ? QString()
                                                                 : u"exit %1: %2"_s.arg(ran.status).arg(ran.said);
}

Result<std::unique_ptr<casework::CaseFile>> CliSession::open() const
{
    return casework::CaseFile::unlock({store(), u"Ada"_s, CaseFixture::passphraseOf(u"Ada"_s), {}},
                                      m_other.surroundings());
}

QByteArray CliSession::facts()
{
    return QJsonDocument(law::toJson(CaseFixture::facts())).toJson();
}

std::function<void()> withFileLimit(qint64 bytes)
{
    return [bytes] {
        const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    };
}

} // namespace tocsin::test
