// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/vocabulary.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::intake {

namespace {

constexpr int kOldest = 130;

QString bare(QStringView text)
{
    return text.toString().toLower().replace(u'.', u' ').simplified();
}

QHash<QString, QString> makeElementSynonyms()
{
    return {
        {u"social-security-number"_s, u"ssn"_s},
        {u"social-security"_s, u"ssn"_s},
        {u"date-of-birth"_s, u"dob"_s},
        {u"birth-date"_s, u"dob"_s},
        {u"birthdate"_s, u"dob"_s},
        {u"full-name"_s, u"name"_s},
        {u"names"_s, u"name"_s},
        {u"mailing-address"_s, u"address"_s},
        {u"home-address"_s, u"address"_s},
        {u"e-mail"_s, u"email"_s},
        {u"email-address"_s, u"email"_s},
        {u"phone-number"_s, u"phone"_s},
        {u"telephone"_s, u"phone"_s},
        {u"diagnoses"_s, u"diagnosis"_s},
        {u"medications"_s, u"medication"_s},
        {u"prescriptions"_s, u"prescription"_s},
        {u"medical-record-number"_s, u"mrn"_s},
        {u"health-insurance-number"_s, u"health-plan-id"_s},
        {u"health-plan-number"_s, u"health-plan-id"_s},
        {u"member-id"_s, u"health-plan-id"_s},
        {u"driver-license"_s, u"drivers-license"_s},
        {u"driver's-license"_s, u"drivers-license"_s},
        {u"credit-card"_s, u"payment-card"_s},
        {u"card-number"_s, u"payment-card"_s},
        {u"bank-account"_s, u"financial-account"_s},
        {u"account-number"_s, u"financial-account"_s},
        {u"orders"_s, u"order-history"_s},
        {u"lab-result"_s, u"lab-results"_s},
    };
}

/// English names of all territories that have a code of two letters.
QHash<QString, QString> makeCountries()
{
    QHash<QString, QString> countries{
        {u"usa"_s, u"US"_s},
        {u"u s"_s, u"US"_s},
        {u"u s a"_s, u"US"_s},
        {u"united states"_s, u"US"_s},
        {u"america"_s, u"US"_s},
        {u"united states of america"_s, u"US"_s},
        {u"uk"_s, u"GB"_s},
        {u"england"_s, u"GB"_s},
        {u"scotland"_s, u"GB"_s},
        {u"wales"_s, u"GB"_s},
        {u"great britain"_s, u"GB"_s},
    };
    for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() != 2)
            continue;
        countries.insert(code.toLower(), code);
        countries.insert(bare(QLocale::territoryToString(territory)), code);
    }
    return countries;
}

QHash<QString, QString> makeLanguages()
{
    QHash<QString, QString> languages{{u"español"_s, u"es"_s},   {u"espanol"_s, u"es"_s}, {u"mandarin"_s, u"zh"_s},
                                      {u"cantonese"_s, u"zh"_s}, {u"tagalog"_s, u"tl"_s}, {u"eng"_s, u"en"_s},
                                      {u"spa"_s, u"es"_s}};
    for (int i = QLocale::C + 1; i <= QLocale::LastLanguage; ++i) {
        const auto language = static_cast<QLocale::Language>(i);
        const QString code = QLocale::languageToCode(language);
        if (code.size() != 2)
            continue;
        languages.insert(code, code);
        languages.insert(bare(QLocale::languageToString(language)), code);
    }
    return languages;
}

} // namespace

const QStringList &knownDataElements()
{
    static const QStringList known{
        u"name"_s,
        u"address"_s,
        u"email"_s,
        u"phone"_s,
        u"dob"_s,
        u"ssn"_s,
        u"drivers-license"_s,
        u"passport"_s,
        u"financial-account"_s,
        u"payment-card"_s,
        u"health-plan-id"_s,
        u"mrn"_s,
        u"diagnosis"_s,
        u"medication"_s,
        u"prescription"_s,
        u"treatment"_s,
        u"lab-results"_s,
        u"order-history"_s,
        u"claims"_s,
        u"biometric"_s,
        u"photo"_s,
        u"password"_s,
    };
    return known;
}

QString dataElement(QStringView text)
{
    static const QHash<QString, QString> synonyms = makeElementSynonyms();
    const QString token = text.toString().toLower().replace(u'_', u' ').simplified().replace(u' ', u'-');
    return synonyms.value(token, token);
}

QString countryCode(QStringView text)
{
    if (text == "US"_L1)
        return u"US"_s;
    static const QHash<QString, QString> countries = makeCountries();
    const QString wanted = bare(text);
    if (const auto found = countries.find(wanted); found != countries.end())
        return *found;
    if (wanted.size() != 3)
        return {};
    return QLocale::territoryToCode(QLocale::codeToTerritory(wanted.toUpper()));
}

QString languageCode(QStringView text)
{
    static const QHash<QString, QString> languages = makeLanguages();
    const QString wanted = bare(text);
    if (const auto found = languages.find(wanted); found != languages.end())
        return *found;
    static const QRegularExpression region(u"[-_].*$"_s);
    return languages.value(QString(wanted).remove(region));
}

std::optional<QDate> birthDate(const QString &text, QDate today)
{
    static const QRegularExpression iso(u"^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ]\\d{2}:\\d{2}.*)?$"_s);
    static const QRegularExpression american(u"^(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})(?: \\d{1,2}:\\d{2}.*)?$"_s);
    static const QRegularExpression compact(u"^(\\d{4})(\\d{2})(\\d{2})$"_s);
    QDate date;
    if (const auto packed = compact.match(text); packed.hasMatch())
        date = QDate(packed.capturedView(1).toInt(), packed.capturedView(2).toInt(), packed.capturedView(3).toInt());
    else if (const auto match = iso.match(text); match.hasMatch())
        date = QDate(match.capturedView(1).toInt(), match.capturedView(2).toInt(), match.capturedView(3).toInt());
    else if (const auto other = american.match(text); other.hasMatch())
        date = QDate(other.capturedView(4).toInt(), other.capturedView(1).toInt(), other.capturedView(3).toInt());
    if (!date.isValid() || date > today || date < today.addYears(-kOldest))
        return std::nullopt;
    return date;
}

std::optional<bool> yesOrNo(QStringView text)
{
    const QString word = bare(text);
    if (word == u"yes"_s || word == u"y"_s || word == u"true"_s || word == u"1"_s || word == u"x"_s)
        return true;
    if (word.isEmpty() || word == u"no"_s || word == u"n"_s || word == u"false"_s || word == u"0"_s)
        return false;
    return std::nullopt;
}

bool canBeEmail(const QString &text)
{
    static const QRegularExpression shape(
        u"^[^\\s@,;:<>()\\[\\]\"\\\\.]+(\\.[^\\s@,;:<>()\\[\\]\"\\\\.]+)*"
        "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}][\\p{L}\\p{N}-]{1,62}$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    // RFC 5321, 4.5.3.1.3, as corrected: 254 octets.
    return text.size() <= 254 && shape.match(text).hasMatch();
}

} // namespace tocsin::intake
