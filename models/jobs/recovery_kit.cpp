// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/recovery_kit.h"

#include "notices/pdf/letter_fonts.h"
#include "notices/pdf/pdf_writer.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using namespace notices;

/// The code in lines of five groups: short enough to type without losing the place.
Runs codeLines(const QString &code)
{
    const QStringList groups = code.split(u'-');
    QStringList lines;
    for (qsizetype first = 0; first < groups.size(); first += 5)
        lines << groups.mid(first, 5).join(u" - "_s);
    return bold(lines.join(u'\n'));
}

Paragraph paragraph(Runs runs)
{
    Paragraph made;
    made.runs = std::move(runs);
    return made;
}

Document kit(const casework::Organization &organization, const casework::CaseFile &file, const QString &code)
{
    Document document;
    document.metadata.title = u"Recovery kit"_s;
    document.metadata.author = organization.name;
    document.metadata.created = file.now();
    document.typography.body = Face::Sans;
    document.page.footer = u"Keep this page where you keep what opens your safe"_s;
    const QString day = longDate(file.now().inZone(organization.timezone).localDate());
    document.blocks = {
        Heading{1, plain(u"Recovery kit"_s), {}},
        paragraph(
            plain(u"This page opens the case store of %1, even if every passphrase is forgotten or the key file is "
                  "lost. Whoever holds it can read everything in the store. Print it, lock it away, and destroy the "
                  "file it was printed from."_s.arg(organization.name))),
        Table{u"What the kit is for"_s,
              {{1, Alignment::Start}, {3, Alignment::Start}},
              {},
              {{bold(u"Store file"_s), plain(QFileInfo(file.path()).fileName())},
               {bold(u"Store id"_s), plain(file.storeId())},
               {bold(u"Made on"_s), plain(day)},
               {bold(u"Made by"_s), plain(file.actor().name)}}},
        Heading{2, plain(u"Recovery code"_s), {}},
        paragraph(codeLines(code)),
        Heading{2, plain(u"How to use it"_s), {}},
        List{true,
             1,
             {{plain(u"Put the store file on a computer with Tocsin. The key file beside it is not needed."_s)},
              {plain(u"Choose “Use the recovery kit” on the page that asks for the passphrase, or run "
                     "tocsin recover STORE --code-file FILE."_s)},
              {plain(u"Type the code. Capitals do not matter. Each group is checked by itself, so that a slip is found "
                     "where it was made."_s)},
              {plain(u"Set a new passphrase, then print a new kit."_s)}}},
        paragraph(
            plain(u"This kit is void as soon as the store is given a new key: after “tocsin rekey”, or when somebody's "
                  "access is taken away."_s)),
    };
    return document;
}

} // namespace

Result<> writeRecoveryKit(casework::CaseFile &file, const QString &path)
{
    if (QFile::exists(path))
        return fail(ErrorCode::BadInput, u"“%1” exists already; name a file that does not."_s.arg(path));
    TOCSIN_TRY(loadLetterFonts());
    TOCSIN_ASSIGN(const casework::Organization organization, file.ask(casework::OrganizationQuery()).result());
    TOCSIN_ASSIGN(const auto code, file.recoveryCode().result());
    QString text = QString::fromLatin1(code->view().toByteArray());
    const auto written = writeDocument(kit(organization, file, text), path);
    vault::wipe(text);
    if (!written)
        return forward(written);
    if (!QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Io, u"“%1” was written, but could not be closed to other users."_s.arg(path));
    return {};
}

} // namespace tocsin::jobs
