// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/email_run.h"

#include "core/new_folder.h"
#include "core/safe_file.h"
#include "core/text.h"
#include "notices/email_message.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/run_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

/// Whether the person who was read last can be told by e-mail.
bool agrees(const StoreRecipients &people, const notices::LetterRecipient &person)
{
    return people.agreesToEmail() && notices::canBeMailbox(person.email);
}

/// Those who agreed, for the survey and the checks: an e-mail needs no street, so a missing one is filled in here.
class AgreeingPeople final : public notices::RecipientSource
{
public:
    explicit AgreeingPeople(StoreRecipients &people) : m_people(people) { }

    Result<> rewind() override { return m_people.rewind(); }
    Result<> rewindTo(const std::vector<quint32> &) override { return rewind(); } // e-mails are in roster order
    Result<bool> next(notices::LetterRecipient &into) override
    {
        while (true) {
            TOCSIN_ASSIGN(const bool more, m_people.next(into));
            if (!more)
                return false;
            if (agrees(m_people, into))
                break;
        }
        if (notices::postalLines(into).isEmpty()) {
            into.address = {u"-"_s};
            into.city = u"-"_s;
            into.postalCode = u"-"_s;
        }
        return true;
    }

private:
    StoreRecipients &m_people;
};

/// The folder's files, one after the other.
class EmailFolder
{
public:
    EmailFolder(NewFolder &folder, const notices::LetterComposer &composer, const notices::LetterRunOptions &options,
                const Instant &now)
        : m_folder(folder), m_composer(composer), m_options(options), m_now(now)
    {
    }

    Result<> add(const notices::LetterRecipient &person)
    {
        const QString mark = m_options.proof > 0 ? u"Proof, not for sending"_s : QString();
        TOCSIN_ASSIGN(const notices::Letter letter, m_composer.compose(person, mark));
        const QStringList &unfit = letter.emptyFields.isEmpty() ? letter.unknownElements : letter.emptyFields;
        if (!unfit.isEmpty())
            return fail(ErrorCode::CheckFailed,
                        u"The e-mail to %1 cannot be made: “%2” has no value."_s.arg(person.id, unfit.front()));
        const notices::Organization &sender = m_composer.inputs().organization;
        const notices::EmailHead head{sender.name,
                                      sender.email,
                                      notices::fullName(person),
                                      person.email,
                                      (mark.isEmpty() ? QString() : u"[Proof] "_s) + letter.text->title,
                                      m_now};
        ++m_summary.letters;
        TOCSIN_ASSIGN(const QByteArray message, notices::emailMessage(letter.document, head, idOf(letter.sha256)));
        notices::LetterRunRow row = rowOf(person, u"email"_s);
        row.part = partNow();
        row.firstPage = static_cast<int>(m_summary.letters);
        row.pages = 1;
        row.language = letter.text->language;
        row.overlay = letter.overlay ? letter.overlay->state : QString();
        row.sha256 = letter.sha256;
        append(row);
        return write(message);
    }

    void passOver(const notices::LetterRecipient &person)
    {
        ++m_summary.withoutAddress;
        append(rowOf(person, u"no-email"_s));
    }

    Result<notices::LetterRunSummary> finish(const LetterMaterial &material, const notices::RosterSurvey &survey)
    {
        m_summary.csvSha256 = sha256Hex(m_rows);
        m_summary.templatesSha256 = material.inputs.templates.sha256();
        m_summary.proofNeeds = survey.proofNeeds;
        TOCSIN_TRY(writeFileAtomically(m_folder.path(u"run.csv"_s), m_rows));
        TOCSIN_TRY(writeFileAtomically(m_folder.path(u"run.json"_s), manifest(material)));
        return m_summary;
    }

private:
    NewFolder &m_folder;
    const notices::LetterComposer &m_composer;
    const notices::LetterRunOptions &m_options;
    Instant m_now;
    notices::LetterRunSummary m_summary;
    QByteArray m_rows = notices::runCsvHead();
    QCryptographicHash m_files{QCryptographicHash::Sha256};

    /// Tells this message from every other, and says nothing of anybody.
    [[nodiscard]] QString idOf(const QString &letter) const
    {
        const QString all
            = u"tocsin e-mail 1\n%1\n%2\n%3"_s.arg(letter, QString::number(m_summary.letters), m_now.toIso());
        return sha256Hex(all.toUtf8()).left(32);
    }

    [[nodiscard]] int partNow() const
    {
        return m_options.oneFile ? 1 : static_cast<int>((m_summary.letters - 1) / m_options.partSize) + 1;
    }

    static notices::LetterRunRow rowOf(const notices::LetterRecipient &person, const QString &outcome)
    {
        notices::LetterRunRow row;
        row.recipientId = person.id;
        row.outcome = outcome;
        row.state = withoutControlCharacters(person.state).simplified().left(32);
        row.form = notices::toWord(person.form);
        return row;
    }

    void append(const notices::LetterRunRow &row)
    {
        ++m_summary.recipients;
        m_rows += notices::runCsvRow(row);
    }

    Result<> write(const QByteArray &message)
    {
        const QString part = u"part-%1"_s.arg(partNow(), 4, 10, '0'_L1);
        const QString name = part + u"/%1.eml"_s.arg(m_summary.letters, 6, 10, '0'_L1);
        if (m_summary.parts.isEmpty() || m_summary.parts.last().file != part) {
            if (!QDir().mkpath(m_folder.path(part)))
                return fail(ErrorCode::Io, u"“%1” cannot be made."_s.arg(part));
            m_summary.parts.append({partNow(), part, {}, 0, 0, 0, {}});
        }
        notices::LetterRunPart &made = m_summary.parts.last();
        ++made.letters;
        ++made.pages;
        ++m_summary.pages;
        made.bytes += message.size();
        m_files.addData(u"%1  %2\n"_s.arg(sha256Hex(message), name).toUtf8());
        return writeFileAtomically(m_folder.path(name), message);
    }

    [[nodiscard]] QByteArray manifest(const LetterMaterial &material) const
    {
        const QJsonObject counts{{u"recipients"_s, m_summary.recipients},
                                 {u"emails"_s, m_summary.letters},
                                 {u"without_email"_s, m_summary.withoutAddress}};
        return QJsonDocument(QJsonObject{{u"format"_s, u"tocsin-email-run"_s},
                                         {u"format_version"_s, 1},
                                         {u"generated"_s, m_now.toIso()},
                                         {u"letter_date"_s, material.inputs.letterDate.toString(Qt::ISODate)},
                                         {u"proof"_s, m_options.proof > 0},
                                         {u"pinned"_s, material.pinned},
                                         {u"counts"_s, counts},
                                         {u"csv_sha256"_s, m_summary.csvSha256},
                                         {u"files_sha256"_s, QString::fromLatin1(m_files.result().toHex())}})
            .toJson();
    }
};

Result<> fill(EmailFolder &folder, StoreRecipients &people, const notices::RosterSurvey &survey,
              const notices::LetterRunOptions &options, const Progress &progress)
{
    TOCSIN_TRY(people.rewind());
    notices::LetterRecipient person;
    const qint64 total = options.proof > 0 ? std::ssize(survey.proof) : survey.letters;
    for (qint64 position = 0, made = 0;;) {
        TOCSIN_TRY(options.pause ? options.pause->wait(progress) : progress.check());
        TOCSIN_ASSIGN(const bool more, people.next(person));
        if (!more)
            return {};
        if (!agrees(people, person)) {
            if (options.proof == 0)
                folder.passOver(person);
            continue;
        }
        const qint64 here = position++;
        if (options.proof > 0 && !std::binary_search(survey.proof.begin(), survey.proof.end(), here))
            continue;
        TOCSIN_TRY(folder.add(person));
        progress.report(++made, total);
    }
}

} // namespace

Result<notices::LetterRunSummary> makeEmails(StoreRecipients &people, const LetterMaterial &material,
                                             const notices::LetterRunOptions &options, const Instant &now,
                                             const Progress &progress,
                                             const std::function<Result<>(const notices::LetterRunSummary &)> &record)
{
    if (options.shard.of > 1)
        return fail(ErrorCode::Usage, u"E-mails are made in one go; leave --shard away."_s);
    if (options.addresses.any())
        return fail(ErrorCode::Usage, u"E-mails have no envelopes and no labels."_s);
    if (options.partSize < 1 || options.proof < 0)
        return fail(ErrorCode::Usage, u"A folder holds at least one e-mail, and so does a proof set."_s);
    TOCSIN_TRY(notices::loadLetterFonts());
    const notices::LetterComposer composer(material.inputs);
    AgreeingPeople agreeing(people);
    TOCSIN_ASSIGN(const notices::RosterSurvey survey,
                  notices::surveyRoster(composer, agreeing, options.proof, progress, options.proofGrows));
    if (survey.letters == 0)
        return fail(ErrorCode::CheckFailed,
                    u"Nobody in the roster has agreed to be told by e-mail and has a usable address (45 CFR "
                    "164.404(d)(1)(i))."_s);
    TOCSIN_TRY(notices::readyToRun(notices::checkLetters(composer, survey, material.facts)));
    TOCSIN_ASSIGN(const std::unique_ptr<NewFolder> making, NewFolder::begin(options.folder));
    EmailFolder folder(*making, composer, options, now);
    TOCSIN_TRY(fill(folder, people, survey, options, progress));
    TOCSIN_ASSIGN(notices::LetterRunSummary summary, folder.finish(material, survey));
    TOCSIN_TRY(making->settle());
    if (const Result<> recorded = record(summary); !recorded) {
        making->withdraw();
        return forward(recorded);
    }
    return summary;
}

} // namespace tocsin::jobs
