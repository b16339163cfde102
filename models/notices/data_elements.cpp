// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/data_elements.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

struct Row
{
    QLatin1StringView token;
    QLatin1StringView english;
    bool credit;
    bool plan;
    bool password;
};

constexpr std::array kRows{
    Row{"name"_L1, "Name"_L1, false, false, false},
    Row{"address"_L1, "Mailing address"_L1, false, false, false},
    Row{"phone"_L1, "Phone number"_L1, false, false, false},
    Row{"email"_L1, "E-mail address"_L1, false, false, false},
    Row{"dob"_L1, "Date of birth"_L1, false, false, false},
    Row{"ssn"_L1, "Social Security number"_L1, true, false, false},
    Row{"drivers-license"_L1, "Driver’s license or state ID number"_L1, true, false, false},
    Row{"passport"_L1, "Passport number"_L1, true, false, false},
    Row{"account-number"_L1, "Bank account number"_L1, true, false, false},
    Row{"card-number"_L1, "Credit or debit card number"_L1, true, false, false},
    Row{"password"_L1, "User name and password"_L1, false, false, true},
    Row{"health-plan-id"_L1, "Health plan number"_L1, false, true, false},
    Row{"medical-record-number"_L1, "Medical record number"_L1, false, true, false},
    Row{"claims"_L1, "Claims and billing records"_L1, false, true, false},
    Row{"diagnosis"_L1, "Diagnosis or health condition"_L1, false, true, false},
    Row{"medication"_L1, "Medicines taken"_L1, false, true, false},
    Row{"prescription"_L1, "Prescription details"_L1, false, true, false},
    Row{"lab-results"_L1, "Test results"_L1, false, true, false},
    Row{"provider"_L1, "Name of the doctor or clinic"_L1, false, false, false},
    Row{"order-history"_L1, "Past orders of health products"_L1, false, false, false},
};

} // namespace

std::optional<DataElement> dataElement(const QString &token, const QString &language)
{
    if (language != "en"_L1)
        return std::nullopt;
    const QString wanted = token.trimmed().toLower();
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row &known) { return wanted == known.token; });
    if (row == kRows.end())
        return std::nullopt;
    return DataElement{row->token, QString::fromUtf8(row->english.data(), row->english.size()), row->credit, row->plan,
                       row->password};
}

QStringList dataElementTokens()
{
    QStringList tokens;
    for (const Row &row : kRows)
        tokens.append(QString(row.token));
    return tokens;
}

} // namespace tocsin::notices
