// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/store_opener.h"

#include "jobs/demo.h"
#include "jobs/new_store.h"

#include <QCoreApplication>
#include <QThread>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::app)
};

vault::SecureBytes bytesOf(const views::SecretPtr &secret)
{
    return secret ? vault::SecureBytes::copyOf(secret->view()) : vault::SecureBytes();
}

/// The file belongs to the window's thread from here on.
Result<OpenedCase> handedOver(Result<std::unique_ptr<casework::CaseFile>> opened)
{
    if (!opened)
        return forward(opened);
    OpenedCase file = std::move(*opened);
    file->moveToThread(QCoreApplication::instance()->thread());
    return file;
}

/// Where stores are opened, once the one before is closed. Not the work pool: closing waits until that is done, and
/// would wait for what waits for it.
QThreadPool &openers()
{
    static QThreadPool pool;
    return pool;
}

/// Runs `open(progress)` once the store before is closed.
template <typename Open>
jobs::StartedJob<OpenedCase> startOpening(const QString &title, const std::shared_future<void> &closed, Open open)
{
    return jobs::startJob<OpenedCase>(
        title,
        [closed, open = std::move(open)](const Progress &progress) -> Result<OpenedCase> {
            if (closed.valid())
                closed.wait();
            return open(progress);
        },
        openers());
}

casework::Organization organizationOf(const views::OrganizationFields &fields)
{
    return {fields.name,  fields.kind,    fields.timeZone.toLatin1(), fields.address, fields.tollFree,
            fields.email, fields.website, fields.privacyOfficer};
}

Result<OpenedCase> makeStore(const views::CreateRequest &request, const casework::Surroundings &surroundings)
{
    casework::NewCase made;
    made.path = request.path;
    made.organization = organizationOf(request.organization);
    made.personName = request.person;
    TOCSIN_ASSIGN(made.role, casework::roleFromToken(request.role));
    made.passphrase = bytesOf(request.passphrase);
    return handedOver(jobs::makeStore(made, surroundings, request.kitPath));
}

Result<OpenedCase> unlockStore(const QString &path, const QString &person, vault::SecureBytes passphrase,
                               const QString &keyFile, const casework::Surroundings &surroundings)
{
    casework::UnlockCase request;
    request.path = path;
    request.personName = person;
    request.passphrase = std::move(passphrase);
    request.keyFile = keyFile;
    return handedOver(casework::CaseFile::unlock(request, surroundings));
}

} // namespace

jobs::StartedJob<OpenedCase> StoreOpener::unlock(const views::UnlockRequest &request) const
{
    return startOpening(Words::tr("Unlocking"), closed, [*this, request](const Progress &) {
        return unlockStore(request.path, request.person, bytesOf(request.passphrase), request.keyFile, surroundings);
    });
}

jobs::StartedJob<OpenedCase> StoreOpener::create(const views::CreateRequest &request) const
{
    return startOpening(Words::tr("Making the store"), closed,
                        [*this, request](const Progress &) { return makeStore(request, surroundings); });
}

jobs::StartedJob<OpenedCase> StoreOpener::recover(const views::RecoverRequest &request) const
{
    return startOpening(Words::tr("Recovering"), closed, [*this, request](const Progress &) {
        casework::RecoverCase recovered;
        recovered.path = request.path;
        recovered.code = bytesOf(request.code);
        recovered.personName = request.person;
        recovered.passphrase = bytesOf(request.passphrase);
        return handedOver(casework::CaseFile::recover(recovered, surroundings));
    });
}

jobs::StartedJob<OpenedCase> StoreOpener::demo(const QString &folder) const
{
    return startOpening(
        Words::tr("Making the demo"), closed, [*this, folder](const Progress &progress) -> Result<OpenedCase> {
            TOCSIN_ASSIGN(const jobs::DemoReport made,
                          jobs::makeDemo(folder, surroundings.clock->now(), surroundings.packs, progress));
            return unlockStore(made.store, made.person, vault::SecureBytes::fromText(made.passphrase), {},
                               surroundings);
        });
}

void waitForOpening()
{
    openers().waitForDone();
}

std::shared_future<void> closeInBackground(OpenedCase file)
{
    jobs::cancelRunningJobs();
    auto done = std::make_shared<std::promise<void>>();
    std::shared_future<void> closed = done->get_future().share();
    auto *thread = QThread::create([done, file]() mutable {
        workPool().waitForDone();
        file.reset();
        done->set_value();
    });
    file->moveToThread(thread);
    file.reset();
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return closed;
}

} // namespace tocsin::app
