// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/contact_forms.h"

#include "notices/email_message.h"
#include "notices/fields.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

/// The first number that looks like one to call and cannot be dialled in the United States, or nothing.
QString badPhoneIn(const QString &text)
{
    static const QRegularExpression candidate(u"(?<![0-9,.-])[(+]?[0-9]{1,3}[()][-. ]?[0-9][0-9. -]{4,}[0-9]"
                                              "|(?<![0-9,.-])\\+?[0-9]{1,4}(?:[-.][0-9]{2,4}){2,3}(?![0-9-])"_s);
    // Dates, and addresses of computers.
    static const QRegularExpression other(u"^[0-9]{4}([-.])[0-9]{2}\\1[0-9]{2}$"
                                          "|^[0-9]{1,2}([-.])[0-9]{1,2}\\2(?:[0-9]{2}){1,2}$"
                                          "|^[0-9]{1,3}(?:\\.[0-9]{1,3}){3}$"_s);
    static const QRegularExpression dialled(u"^1-[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}$"_s);
    auto matches = candidate.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured();
        const bool abroad = found.startsWith(u'+') && !found.startsWith("+1"_L1);
        if (!abroad && !dialled.match(printedPhone(found)).hasMatch() && !other.match(found).hasMatch())
            return found;
    }
    return {};
}

/// The first text that is meant as a web address and is none, or nothing.
QString badWebAddressIn(const QString &text)
{
    static const QRegularExpression candidate(u"\\bwww[.,][^\\s]*|[a-z]+:/{1,3}[^\\s]*"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression closing(u"[.,;:!?)”’\"']+$"_s);
    auto matches = candidate.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured().remove(closing);
        const bool lacksEnd = found.startsWith("www."_L1, Qt::CaseInsensitive) && found.count(u'.') < 2;
        if (lacksEnd || !isWebAddress(found))
            return found;
    }
    return {};
}

/// The first number of seven digits, which nobody can dial from elsewhere, or nothing. Numbers of files look the same.
QString shortPhoneIn(const QString &text)
{
    static const QRegularExpression candidate(u"(?<![\\w,./-])(?<!case |file |claim |order |policy |caso |expediente "
                                              u"|number |no\\. |# )[2-9][0-9]{2}-[0-9]{4}"
                                              "(?![\\w-])(?<!\\) [0-9]{3}-[0-9]{4})(?<![0-9] [0-9]{3}-[0-9]{4})"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return candidate.match(text).captured();
}

/// The first text with an @ that is no e-mail address, or nothing.
QString badEmailIn(const QString &text)
{
    static const QRegularExpression candidate(u"[^\\s<>()“”\"]*@[^\\s<>()“”\"]*"_s);
    static const QRegularExpression closing(u"[.,;:!?’']+$"_s);
    auto matches = candidate.globalMatch(text);
    while (matches.hasNext()) {
        const QString found = matches.next().captured().remove(closing);
        if (!canBeMailbox(found.startsWith("mailto:"_L1) ? found.mid(7) : found))
            return found;
    }
    return {};
}

} // namespace

bool isWebAddress(const QString &text)
{
    const QUrl url(text.contains("://"_L1) ? text : QString(u"https://"_s + text), QUrl::StrictMode);
    static const QRegularExpression host(u"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}$"_s);
    const bool web
        = url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && url.userInfo().isEmpty();
    return web && !text.contains(u' ') && host.match(url.host(QUrl::FullyEncoded)).hasMatch();
}

bool isTelephone(const QString &text)
{
    static const QRegularExpression form(u"^\\+?[0-9][0-9 ().-]*[0-9](?:,? (?:ext\\.?|extension) ?[0-9]{1,6})?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(u"[^0-9]"_s);
    return form.match(text).hasMatch() && QString(text).remove(other).size() >= 10;
}

QString contactFaultIn(const QString &text)
{
    QString phone = badPhoneIn(text);
    if (phone.isEmpty())
        phone = shortPhoneIn(text);
    if (!phone.isEmpty())
        return u"“%1” is no telephone number; one looks like 1-800-555-0142."_s.arg(phone);
    if (const QString email = badEmailIn(text); !email.isEmpty())
        return u"“%1” is no e-mail address; one looks like privacy@example.org."_s.arg(email);
    if (const QString web = badWebAddressIn(text); !web.isEmpty())
        return u"“%1” is no web address; one looks like www.example.org/notice."_s.arg(web);
    return {};
}

} // namespace tocsin::notices
