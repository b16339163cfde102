// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/store_opener.h"

#include "jobs/demo.h"
#include "jobs/new_store.h"

#include <QCoreApplication>
#include <QThread>

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

void waitFor(const std::shared_future<void> &closed)
{
    if (closed.valid())
        closed.wait();
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
    return jobs::startJob<OpenedCase>(Words::tr("Unlocking"), [*this, request](const Progress &) {
        waitFor(closed);
        return unlockStore(request.path, request.person, bytesOf(request.passphrase), request.keyFile, surroundings);
    });
}

jobs::StartedJob<OpenedCase> StoreOpener::create(const views::CreateRequest &request) const
{
    return jobs::startJob<OpenedCase>(Words::tr("Making the store"), [*this, request](const Progress &) {
        waitFor(closed);
        return makeStore(request, surroundings);
    });
}

jobs::StartedJob<OpenedCase> StoreOpener::recover(const views::RecoverRequest &request) const
{
    return jobs::startJob<OpenedCase>(Words::tr("Recovering"), [*this, request](const Progress &) {
        waitFor(closed);
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
    return jobs::startJob<OpenedCase>(
        Words::tr("Making the demo"), [*this, folder](const Progress &progress) -> Result<OpenedCase> {
            waitFor(closed);
            TOCSIN_ASSIGN(const jobs::DemoReport made,
                          jobs::makeDemo(folder, surroundings.clock->now(), surroundings.packs, progress));
            return unlockStore(made.store, made.person, vault::SecureBytes::fromText(made.passphrase), {},
                               surroundings);
        });
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
