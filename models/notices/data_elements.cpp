// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/data_elements.h"

#include <QMap>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

struct Row
{
    QLatin1StringView token;
    QStringView english;
    QStringView spanish;
    bool credit;
    bool plan;
    bool password;
};

constexpr std::array kRows{
    Row{"name"_L1, u"Name", u"Nombre", false, false, false},
    Row{"address"_L1, u"Mailing address", u"Dirección postal", false, false, false},
    Row{"phone"_L1, u"Phone number", u"Número de teléfono", false, false, false},
    Row{"email"_L1, u"E-mail address", u"Correo electrónico", false, false, false},
    Row{"dob"_L1, u"Date of birth", u"Fecha de nacimiento", false, false, false},
    Row{"ssn"_L1, u"Social Security number", u"Número de Seguro Social", true, false, false},
    Row{"drivers-license"_L1, u"Driver’s license or state ID number",
        u"Número de licencia de conducir o de identificación estatal", true, false, false},
    Row{"passport"_L1, u"Passport number", u"Número de pasaporte", true, false, false},
    Row{"account-number"_L1, u"Bank account number", u"Número de cuenta bancaria", true, false, false},
    Row{"card-number"_L1, u"Credit or debit card number", u"Número de tarjeta de crédito o débito", true, false, false},
    Row{"password"_L1, u"User name and password", u"Nombre de usuario y contraseña", false, false, true},
    Row{"health-plan-id"_L1, u"Health plan number", u"Número del plan de salud", false, true, false},
    Row{"medical-record-number"_L1, u"Medical record number", u"Número de expediente médico", false, true, false},
    Row{"claims"_L1, u"Claims and billing records", u"Reclamos y registros de cobros", false, true, false},
    Row{"diagnosis"_L1, u"Diagnosis or health condition", u"Diagnóstico o estado de salud", false, true, false},
    Row{"medication"_L1, u"Medicines taken", u"Medicinas que se toman", false, true, false},
    Row{"prescription"_L1, u"Prescription details", u"Detalles de recetas", false, true, false},
    Row{"lab-results"_L1, u"Test results", u"Resultados de pruebas", false, true, false},
    Row{"provider"_L1, u"Name of the doctor or clinic", u"Nombre del médico o de la clínica", false, false, false},
    Row{"order-history"_L1, u"Past orders of health products", u"Pedidos anteriores de productos de salud", false,
        false, false},
    Row{"treatment"_L1, u"Treatment received", u"Tratamiento recibido", false, true, false},
    Row{"biometric"_L1, u"Biometric data, such as a fingerprint", u"Datos biométricos, como una huella digital", false,
        false, false},
    Row{"photo"_L1, u"Photograph", u"Fotografía", false, false, false},
};

} // namespace

QString dataToken(const QString &word)
{
    static const QMap<QString, QString> others{{u"financial-account"_s, u"account-number"_s},
                                               {u"payment-card"_s, u"card-number"_s},
                                               {u"mrn"_s, u"medical-record-number"_s}};
    const QString token = word.trimmed().toLower();
    return others.value(token, token);
}

std::optional<DataElement> dataElement(const QString &token, const QString &language)
{
    const bool spanish = language == "es"_L1;
    if (!spanish && language != "en"_L1)
        return std::nullopt;
    const QString wanted = dataToken(token);
    const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row &known) { return wanted == known.token; });
    if (row == kRows.end())
        return std::nullopt;
    return DataElement{row->token, (spanish ? row->spanish : row->english).toString(), row->credit, row->plan,
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
