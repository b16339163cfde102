// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/house_style.h"

#include "core/safe_file.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

constexpr qint64 kMostBytes = qint64{4} * 1024 * 1024;

Result<std::optional<notices::Picture>> printed(const QByteArray &png, const QString &alternate)
{
    if (png.isEmpty())
        return std::nullopt;
    return notices::readPicture(png, alternate).map([](const notices::Picture &picture) {
        return std::optional(picture);
    });
}

} // namespace

Result<QByteArray> pictureFrom(const QString &path)
{
    TOCSIN_ASSIGN(const QByteArray bytes, readFile(path, kMostBytes));
    const auto picture = notices::housePicture(bytes);
    if (!picture)
        return fail(ErrorCode::BadInput, u"%1: %2"_s.arg(QFileInfo(path).fileName(), picture.error().message));
    return *picture;
}

Result<HouseStyle> houseStyle(casework::CaseFile &file)
{
    TOCSIN_ASSIGN(const casework::Organization organization, file.ask(casework::OrganizationQuery()).result());
    return HouseStyle{organization.letterhead, organization.signature};
}

Result<casework::Receipt> setHouseStyle(casework::CaseFile &file, const HouseStyle &style)
{
    TOCSIN_ASSIGN(casework::Organization organization, file.ask(casework::OrganizationQuery()).result());
    organization.letterhead = style.letterhead;
    organization.signature = style.signature.name.trimmed().isEmpty() ? casework::Signature() : style.signature;
    TOCSIN_TRY(senderOf(organization));
    return file.submit(casework::SetOrganization{organization}).result();
}

Result<notices::Organization> senderOf(const casework::Organization &from)
{
    notices::Organization sender{from.name,     from.kind,  from.timezone, from.address,
                                 from.tollFree, from.email, from.website,  from.privacyOfficer};
    TOCSIN_ASSIGN(sender.letterhead, printed(from.letterhead, from.name));
    sender.signature.name = from.signature.name;
    sender.signature.title = from.signature.title;
    TOCSIN_ASSIGN(sender.signature.picture,
                  printed(from.signature.picture, u"Signature of %1"_s.arg(from.signature.name)));
    return sender;
}

} // namespace tocsin::jobs
