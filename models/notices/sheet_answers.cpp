// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/sheet_answers.h"

#include "core/instant.h"
#include "notices/check_parts.h"
#include "notices/contact_forms.h"
#include "notices/email_message.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

CheckResult bad(CheckResult fine, CheckLevel level, const QString &detail)
{
    fine.level = level;
    fine.detail = detail;
    return fine;
}

QString word(const SheetInputs &inputs, const QString &key)
{
    return inputs.words.value(key).trimmed();
}

CheckResult checkChoices(const SheetInputs &inputs)
{
    const CheckResult fine = good(u"choices"_s, u"Choices and dates are ones that the form knows"_s);
    QStringList faults;
    for (const WordField &field : inputs.kind.fields) {
        const QString fault = faultOf(field, inputs.words.value(field.key));
        if (!fault.isEmpty())
            faults << u"%1 (%2): %3"_s.arg(field.title, field.key, fault);
    }
    return faults.isEmpty() ? fine : bad(fine, CheckLevel::Error, faults.join(u'\n'));
}

CheckResult checkContact(const SheetInputs &inputs)
{
    const CheckResult fine = good(u"contact"_s, u"The contact can be reached"_s);
    QStringList faults;
    const QString phone = word(inputs, u"contact_phone"_s);
    if (!phone.isEmpty() && !isTelephone(phone))
        faults << u"contact_phone: “%1” is no telephone number; one looks like 1-312-555-0142."_s.arg(phone.left(40));
    const QString email = word(inputs, u"contact_email"_s);
    if (!email.isEmpty() && !canBeMailbox(email))
        faults << u"contact_email: “%1” is no e-mail address; one looks like privacy@example.org."_s.arg(
            email.left(60));
    return faults.isEmpty() ? fine : bad(fine, CheckLevel::Error, faults.join(u'\n'));
}

/// A yes or no to whether a notice was given, against what the case records of its duty.
CheckResult checkGiven(const SheetInputs &inputs, const QString &key, const QString &notice, const GivenNotice &given)
{
    const CheckResult fine = good(u"answer."_s + key, u"“%1” agrees with the case"_s.arg(notice), inputs.kind.citation);
    const QString answer = word(inputs, key);
    const QString where = given.open.join(u", "_s);
    if (answer == "Yes"_L1 && !given.open.isEmpty()) {
        return bad(fine, CheckLevel::Error,
                   u"%1 says Yes, but the notice is owed and not recorded as given: %2. Record it as given, or answer "
                   "No."_s.arg(key, where));
    }
    if (answer == "No"_L1 && given.done)
        return bad(fine, CheckLevel::Error, u"%1 says No, but the notice is recorded as given."_s.arg(key));
    if (answer == "No"_L1 && !given.open.isEmpty()) {
        return bad(fine, CheckLevel::Warning, u"%1 says No; the notice is owed and still open: %2."_s.arg(key, where));
    }
    return fine;
}

CheckResult checkFiler(const SheetInputs &inputs)
{
    const CheckResult fine = good(u"answer.filer_role"_s, u"“Who files” agrees with the organization"_s);
    const QString role = word(inputs, u"filer_role"_s);
    const bool asAssociate
        = role.startsWith("Business associate"_L1) || role.startsWith("Qualified service organization"_L1);
    const bool isAssociate = inputs.organization.kind == "business-associate"_L1;
    if (role.isEmpty() || asAssociate == isAssociate)
        return fine;
    return bad(fine, CheckLevel::Error,
               u"filer_role says “%1”; the organization is a %2."_s.arg(
                   role, QString(inputs.organization.kind).replace(u'-', u' ')));
}

CheckResult checkTold(const SheetInputs &inputs)
{
    const CheckResult fine = good(u"answer.notice_from"_s, u"“Individuals told from” agrees with the facts"_s);
    const QDate answer = QDate::fromString(word(inputs, u"notice_from"_s), Qt::ISODate);
    if (!answer.isValid() || !inputs.facts.told.isValid() || answer == inputs.facts.told)
        return fine;
    return bad(fine, CheckLevel::Warning,
               u"notice_from gives %1; the facts give %2 as the day on which individuals were told."_s.arg(
                   longDate(answer), longDate(inputs.facts.told)));
}

/// What an office asks for by name has an answer of its own; a day that is planned, until residents are told.
CheckResult checkNeeds(const SheetInputs &inputs, const QStringList &needs)
{
    const CheckResult fine = good(u"needs"_s, u"What the office asks for is answered"_s, inputs.duty.citation);
    QStringList missing;
    for (const QString &key : needs) {
        const WordField *field = inputs.kind.field(key);
        const bool isOver = key == "planned"_L1 && inputs.facts.told.isValid();
        if (field && !isOver && word(inputs, key).isEmpty())
            missing << u"%1 (%2)"_s.arg(field->title, key);
    }
    return missing.isEmpty()
        ? fine
        : bad(fine, CheckLevel::Error, u"%1 asks for: %2."_s.arg(inputs.office.name, missing.join(u", "_s)));
}

bool asks(const SheetInputs &inputs, const QString &key)
{
    return inputs.kind.field(key) != nullptr;
}

} // namespace

QList<CheckResult> checkAnswers(const SheetInputs &inputs)
{
    QList<CheckResult> list{checkChoices(inputs)};
    if (asks(inputs, u"contact_email"_s))
        list << checkContact(inputs);
    QStringList needs = inputs.office.needs;
    if (inputs.facts.dataWords.contains(u"ssn"_s))
        needs += inputs.office.needsWithSsn;
    if (!needs.isEmpty())
        list << checkNeeds(inputs, needs);
    if (asks(inputs, u"filer_role"_s))
        list << checkFiler(inputs);
    if (asks(inputs, u"notice_from"_s))
        list << checkTold(inputs);
    if (asks(inputs, u"media"_s))
        list << checkGiven(inputs, u"media"_s, u"Media notice"_s, inputs.facts.media);
    if (asks(inputs, u"substitute"_s))
        list << checkGiven(inputs, u"substitute"_s, u"Substitute notice"_s, inputs.facts.substitute);
    return list;
}

} // namespace tocsin::notices
