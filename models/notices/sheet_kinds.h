// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace tocsin::notices {

/// One of the words that a person gives a notice.
struct WordField
{
    enum class Type {
        Text, ///< one line
        Paragraphs,
        Choice, ///< one of `choices`
        Choices, ///< one or more of them, one to a line
        Date, ///< ISO 8601
    };

    QString key; ///< {{words.key}} in the template
    QString title;
    QString hint = {};
    Type type = Type::Text;
    QStringList choices = {};
    QString preset = {}; ///< what a new notice begins with
    bool optional = false; ///< may stay empty

    friend bool operator==(const WordField &, const WordField &) = default;
};

/// A kind of notice that is one document and not a letter per person.
struct NoticeKind
{
    QString kind; ///< "hhs-report"
    QString title;
    QString group; ///< "regulators", "states", "public", "partners" or "inside"
    QString audience; ///< who reads it, for whoever chooses
    /// Whom of the law it tells: "HHS", "media:*" for all that begin so. Empty where no rule asks for it.
    QStringList recipients;
    QString about; ///< the recipient whose figures and dates it gives, where it does not come from the law itself
    QString registerKind = {}; ///< the register whose records it can be for, "partner"; empty for none
    QString citation; ///< of the rule behind the kind; the duty's own, where there is one, goes before it
    QString templateId; ///< of the text in `language`
    QString language = QStringLiteral("en");
    QStringList languages = {}; ///< in which there is a text besides English: "es"
    QStringList approvers; ///< role tokens
    bool isWorksheet = false; ///< typed from and not sent: it may say what stays in the house (filing.h)
    bool isPublic = false; ///< read by the public: its reading level is checked
    bool withSample = false; ///< a sample of the individual letter is part of it
    bool withElements = false; ///< has to give the five elements of 164.404(c), as 164.406(c) says
    QList<WordField> fields;

    [[nodiscard]] bool serves(const QString &recipient) const;
    [[nodiscard]] const WordField *field(const QString &key) const;
    /// What the words of a new notice begin with, by their keys; fields that begin empty are left out.
    [[nodiscard]] QMap<QString, QString> presets() const;
};

/// How an office wants to be told, of resources/notices/offices.json.
struct FilingOffice
{
    QString id; ///< as the rule packs name it, "AG:TX"
    QString name;
    QString how;
    QStringList asks = {}; ///< what it asks for by name
    QStringList needs = {}; ///< answers without which it gets no notice, by their keys
    QStringList needsWithSsn = {}; ///< the same where a Social Security number was involved
    QStringList encloses = {}; ///< what goes with it: "names" of the people there, "hhs-report"
    bool counselReview = false; ///< the sources are not sure
};

/// Every kind of document, in the order in which they are offered. Reading happens once.
Result<QList<NoticeKind>> noticeKinds();
/// A kind in one of its languages. Fails with NotFound, and names the kinds or the languages there are.
Result<NoticeKind> noticeKind(const QString &kind, const QString &language = QStringLiteral("en"));
/// Every kind in every language that it has.
Result<QList<NoticeKind>> noticeKindsInAllLanguages();
/// The kind that tells a recipient of the law; none for letters and for duties that are no notices.
std::optional<NoticeKind> kindFor(const QList<NoticeKind> &kinds, const QString &recipient);

/// The office; one that is not in the file gets its id as its name.
Result<FilingOffice> filingOffice(const QString &id);

/// Reads a file of the form of kinds.json, strictly.
Result<QList<NoticeKind>> parseNoticeKinds(const QByteArray &json, const QString &source);

/// What is wrong with a word that a person gave: not one of the choices, no date. Empty if it is well. Emptiness is no
/// fault here.
QString faultOf(const WordField &field, const QString &value);

} // namespace tocsin::notices
