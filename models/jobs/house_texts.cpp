// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/house_texts.h"

#include "casework/roles.h"
#include "core/text.h"
#include "notices/sheet.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

using casework::TemplateVersion;

struct Family
{
    QLatin1StringView kind;
    QLatin1StringView title;
};

/// The kinds that are no documents, as a person looks for them.
constexpr std::array kFamilies{
    Family{"individual"_L1, "Letter to individuals"_L1}, Family{"supplement"_L1, "Supplemental letter"_L1},
    Family{"correction"_L1, "Letter of correction"_L1},  Family{"email"_L1, "E-mail to individuals"_L1},
    Family{"phone"_L1, "Telephone script"_L1},           Family{"wordings"_L1, "Sentences that States ask for"_L1},
};

TemplateVersion shippedVersion(const QString &id, const QByteArray &bytes)
{
    TemplateVersion version{id};
    version.bytes = bytes;
    version.sha256 = sha256Hex(bytes);
    return version;
}

HouseText listed(const notices::Template &text, const QString &title, const QMap<QString, TemplateVersion> &own)
{
    HouseText entry{text.id, title, {}, text.kind, text.audience, own.value(text.id), true};
    if (entry.newest.version == 0)
        entry.newest = TemplateVersion{text.id, 0, {}, text.sha256};
    entry.newest.bytes.clear();
    entry.isShipped = entry.newest.sha256 == text.sha256;
    return entry;
}

QString languageName(const QString &tag)
{
    return tag == "es"_L1 ? u"Spanish"_s : QLocale::languageToString(QLocale(tag).language());
}

QString variantOf(const notices::Template &text)
{
    const QString language = languageName(text.language);
    return text.kind == notices::kWordings ? language : notices::toWord(text.form) + u", "_s + language;
}

/// The ids of all texts that a notice can be made of.
Result<QStringList> textsOf(const casework::Notice &notice)
{
    const QString wordings = notices::kWordings.toString();
    QStringList ids;
    QStringList kinds{notice.kind, wordings};
    if (!casework::writesToPeople(notice)) {
        TOCSIN_ASSIGN(const notices::NoticeKind kind, notices::noticeKind(notice.kind, notice.language));
        ids << kind.templateId;
        kinds = kind.withSample ? QStringList{u"individual"_s, wordings} : QStringList();
    }
    for (const QString &kind : std::as_const(kinds)) {
        TOCSIN_ASSIGN(const std::vector<notices::Template> texts, notices::bundledTemplates(kind));
        for (const notices::Template &text : texts)
            ids << text.id;
    }
    return ids;
}

/// Both forms and languages in the order of a person's looking: English first.
bool comesBefore(const notices::Template &a, const notices::Template &b)
{
    return std::pair(a.language, a.form) < std::pair(b.language, b.form);
}

Result<QMap<QString, TemplateVersion>> newestOf(casework::ReadSession &session)
{
    TOCSIN_ASSIGN(const QList<TemplateVersion> all, session.ask(casework::NewestTemplates()));
    QMap<QString, TemplateVersion> own;
    for (const TemplateVersion &each : all)
        own.insert(each.id, each);
    return own;
}

} // namespace

Result<HouseTexts> HouseTexts::of(casework::ReadSession &session)
{
    HouseTexts texts;
    TOCSIN_ASSIGN(texts.m_own, newestOf(session));
    return texts;
}

void HouseTexts::put(const QString &id, const QByteArray &bytes)
{
    m_own.insert(id, shippedVersion(id, bytes));
}

/// All texts of a kind, the house's where there are any.
Result<std::vector<notices::Template>> HouseTexts::all(QStringView kind) const
{
    TOCSIN_ASSIGN(std::vector<notices::Template> texts, notices::bundledTemplates(kind));
    for (notices::Template &text : texts) {
        const auto own = m_own.constFind(text.id);
        if (own == m_own.cend())
            continue;
        const QString source = u"%1, version %2"_s.arg(own->id).arg(own->version);
        TOCSIN_ASSIGN(text, notices::Template::parse(own->bytes, source));
    }
    return texts;
}

Result<notices::TemplateSet> HouseTexts::letters(const QString &kind) const
{
    TOCSIN_ASSIGN(std::vector<notices::Template> texts, all(kind));
    if (texts.empty() || kind == notices::kWordings)
        return notices::TemplateSet::bundled(kind); // which says what is wrong
    return notices::TemplateSet::of(std::move(texts));
}

Result<notices::OverlaySet> HouseTexts::overlays() const
{
    TOCSIN_ASSIGN(notices::OverlaySet bundled, notices::OverlaySet::bundled());
    TOCSIN_ASSIGN(const std::vector<notices::Template> texts, all(notices::kWordings));
    const bool any = std::any_of(texts.begin(), texts.end(),
                                 [this](const notices::Template &text) { return m_own.contains(text.id); });
    if (!any)
        return bundled;
    std::vector<notices::Wordings> wordings;
    for (const notices::Template &text : texts) {
        TOCSIN_ASSIGN(notices::Wordings read, notices::Wordings::of(text, text.id));
        wordings.push_back(std::move(read));
    }
    return notices::OverlaySet::of(bundled.file(), std::move(wordings));
}

Result<notices::Template> HouseTexts::sheet(const notices::NoticeKind &kind) const
{
    const auto own = m_own.constFind(kind.templateId);
    if (own == m_own.cend())
        return notices::sheetTemplate(kind);
    return notices::Template::parse(own->bytes, u"%1, version %2"_s.arg(own->id).arg(own->version),
                                    notices::sheetBook(kind));
}

Result<> HouseTexts::approvableBy(casework::ReadSession &session, PersonId who, const casework::Notice &notice) const
{
    TOCSIN_ASSIGN(const QStringList ids, textsOf(notice));
    TOCSIN_ASSIGN(const QList<casework::Approval> approvals, session.ask(casework::ApprovalsQuery{notice.id}));
    const std::optional<Instant> approved = approvals.isEmpty() ? std::nullopt : std::optional(approvals.last().at);
    for (const QString &id : ids) {
        const auto own = m_own.constFind(id);
        const auto shipped = notices::bundledTemplate(id);
        if (own == m_own.cend() || (shipped && *shipped == own->bytes))
            continue;
        TOCSIN_ASSIGN(const QList<TemplateVersion> versions, session.ask(casework::TemplateVersions{id}));
        const auto theirs = std::find_if(versions.crbegin(), versions.crend(), [&](const TemplateVersion &each) {
            return each.by == who && (!approved || each.at.msecs() > approved->msecs());
        });
        if (theirs != versions.crend()) {
            return fail(ErrorCode::NotAllowed,
                        u"You saved version %1 of the text “%2”; somebody else has to approve what is made of it."_s
                            .arg(theirs->version)
                            .arg(id));
        }
    }
    return {};
}

Result<QList<HouseText>> houseTexts(casework::ReadSession &session)
{
    using Own = QMap<QString, TemplateVersion>;
    TOCSIN_ASSIGN(const Own own, newestOf(session));
    QList<HouseText> list;
    for (const Family &family : kFamilies) {
        TOCSIN_ASSIGN(std::vector<notices::Template> texts, notices::bundledTemplates(QString(family.kind)));
        std::stable_sort(texts.begin(), texts.end(), comesBefore);
        for (const notices::Template &text : texts) {
            list << listed(text, QString(family.title), own);
            list.back().variant = variantOf(text);
        }
    }
    TOCSIN_ASSIGN(const QList<notices::NoticeKind> kinds, notices::noticeKindsInAllLanguages());
    for (const notices::NoticeKind &kind : kinds) {
        const bool known = std::any_of(list.cbegin(), list.cend(),
                                       [&](const HouseText &entry) { return entry.id == kind.templateId; });
        if (known)
            continue;
        TOCSIN_ASSIGN(const notices::Template text, notices::sheetTemplate(kind));
        list << listed(text, kind.title, own);
        if (!kind.languages.isEmpty())
            list.back().variant = languageName(kind.language);
    }
    return list;
}

Result<TemplateVersion> textVersion(casework::ReadSession &session, const QString &id, std::optional<int> version)
{
    TOCSIN_ASSIGN(const QByteArray shipped, notices::bundledTemplate(id));
    int wanted = version.value_or(0);
    if (!version) {
        TOCSIN_ASSIGN(const QList<TemplateVersion> own, session.ask(casework::TemplateVersions{id}));
        wanted = own.isEmpty() ? 0 : own.last().version;
    }
    if (wanted == 0)
        return shippedVersion(id, shipped);
    return session.ask(casework::TemplateVersionByNumber{id, wanted});
}

Result<QList<TemplateVersion>> textVersions(casework::ReadSession &session, const QString &id)
{
    TOCSIN_ASSIGN(const QByteArray shipped, notices::bundledTemplate(id));
    TOCSIN_ASSIGN(const QList<TemplateVersion> own, session.ask(casework::TemplateVersions{id}));
    TemplateVersion first = shippedVersion(id, shipped);
    first.bytes.clear();
    return QList<TemplateVersion>{first} + own;
}

Result<casework::Receipt> saveText(casework::CaseFile &file, const QString &id, int base, const QByteArray &bytes,
                                   const QString &reason)
{
    if (!file.may(casework::SaveTemplate::kAction)) {
        return fail(
            ErrorCode::NotAllowed,
            u"The role “%1” does not change the texts of notices."_s.arg(casework::roleName(file.actor().role)));
    }
    TOCSIN_ASSIGN(const QByteArray shipped, notices::bundledTemplate(id));
    if (base == 0 && bytes == shipped)
        return fail(ErrorCode::Conflict, u"This is what the program's text says already; nothing was saved."_s);
    TOCSIN_ASSIGN(const QList<notices::TemplateProblem> problems, notices::templateProblems(id, bytes));
    if (!problems.isEmpty()) {
        QStringList lines;
        for (const notices::TemplateProblem &problem : problems)
            lines << u"line %1: %2"_s.arg(problem.line).arg(problem.sentence);
        return fail(ErrorCode::BadInput, u"%1, %2"_s.arg(id, lines.join(u"\n%1, "_s.arg(id))));
    }
    return file.submit(casework::SaveTemplate{id, base, bytes, reason, sha256Hex(shipped)}).result();
}

Result<casework::Receipt> restoreText(casework::CaseFile &file, const QString &id, const QString &reason)
{
    TOCSIN_ASSIGN(const QByteArray shipped, notices::bundledTemplate(id));
    TOCSIN_ASSIGN(const QList<TemplateVersion> own, file.ask(casework::TemplateVersions{id}).result());
    return saveText(file, id, own.isEmpty() ? 0 : own.last().version, shipped, reason);
}

} // namespace tocsin::jobs
