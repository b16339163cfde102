// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/demo_roster.h"

#include "core/text.h"

#include <QStringList>

#include <array>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::jobs {

namespace {

struct Place
{
    QLatin1StringView city;
    QLatin1StringView state;
    int firstZip;
    int people;
};

// Larger States first; the shares make California and Texas pass the media threshold and Nevada stay far below it.
constexpr std::array kPlaces{
    Place{"Los Angeles"_L1, "CA"_L1, 90004, 512}, Place{"San Diego"_L1, "CA"_L1, 92103, 371},
    Place{"Sacramento"_L1, "CA"_L1, 95814, 321},  Place{"Houston"_L1, "TX"_L1, 77004, 340},
    Place{"Austin"_L1, "TX"_L1, 78702, 272},      Place{"Chicago"_L1, "IL"_L1, 60611, 214},
    Place{"Evanston"_L1, "IL"_L1, 60201, 63},     Place{"Denver"_L1, "CO"_L1, 80203, 88},
    Place{"Boston"_L1, "MA"_L1, 2116, 54},        Place{"Las Vegas"_L1, "NV"_L1, 89104, 41},
    Place{"Seattle"_L1, "WA"_L1, 98103, 42},
};

constexpr std::array kFirst{"Alma",  "Bruno", "Carmen", "Daniel", "Esther", "Felix", "Grace", "Hugo",  "Iris",
                            "Jonas", "Keiko", "Liam",   "Marta",  "Noor",   "Olga",  "Pablo", "Quinn", "Rosa",
                            "Samir", "Thảo",  "Ulrike", "Víctor", "Wanda",  "Xiu",   "Yusuf", "Zoë"};
constexpr std::array kLast{"Abbott",   "Baptiste", "Castillo",  "Dvořák",   "Eriksen",   "Ferreira", "Goldberg",
                           "Haddad",   "Ibáñez",   "Johansson", "Kowalski", "Lindqvist", "Mbeki",    "Nguyễn",
                           "O'Rourke", "Petrov",   "Quispe",    "Rossi",    "Sørensen",  "Tanaka",   "Unger",
                           "Vargas",   "Whitaker", "Yamamoto",  "Zielińska"};
constexpr std::array kStreets{"Alder",    "Birch",  "Canyon", "Delta",  "Elm",
                              "Foothill", "Garden", "Harbor", "Island", "Juniper"};
constexpr std::array kKinds{"St", "Ave", "Rd", "Ln", "Way"};
constexpr std::array kElements{"name;address;order-history", "name;address;order-history;prescription",
                               "name;address;email;order-history", "name;address;dob;order-history;diagnosis"};

/// A fixed generator; std::uniform_int_distribution may differ between libraries, the remainder does not.
class Dice
{
public:
    size_t below(size_t limit) { return static_cast<size_t>(m_engine()) % limit; }
    template <size_t N>
    QString of(const std::array<const char *, N> &words)
    {
        return QString::fromUtf8(words.at(below(N)));
    }

private:
    std::mt19937 m_engine{20260303};
};

QString zipText(int zip)
{
    return u"%1"_s.arg(zip, 5, 10, '0'_L1);
}

QStringList person(int number, const Place &place, Dice &dice, QDate today)
{
    const QDate born = today.addDays(-static_cast<qint64>(19 * 365 + dice.below(60 * 365)));
    const QString street
        = u"%1 %2 %3"_s.arg(QString::number(100 + dice.below(9000)), dice.of(kStreets), dice.of(kKinds));
    const QString unit = dice.below(4) == 0 ? u"Apt %1"_s.arg(1 + dice.below(400)) : QString();
    return {u"W%1"_s.arg(number, 6, 10, '0'_L1),
            dice.of(kFirst),
            dice.of(kLast),
            street,
            unit,
            place.city,
            place.state,
            zipText(place.firstZip),
            u"US"_s,
            u"customer%1@example.org"_s.arg(number),
            dice.below(3) == 0 ? u"yes"_s : u"no"_s,
            u"en"_s,
            born.toString(Qt::ISODate),
            u"adult"_s,
            QString(),
            dice.of(kElements)};
}

// The columns that difficulties touch.
enum Column { Address = 3, Unit = 4, City = 5, State = 6, Zip = 7, Born = 12, Status = 13, Representative = 14 };

/// Gives some rows the troubles that a real export has.
void trouble(QStringList &row, int number, QDate today)
{
    if (number % 190 == 7) { // moved away and left no address
        row[Address].clear();
        row[Unit].clear();
        row[City].clear();
        row[Zip].clear();
    } else if (number % 230 == 11) {
        row[Zip] = u"00000"_s;
    } else if (number % 97 == 5) {
        row[Status] = u"minor"_s;
        row[Born] = today.addYears(-11).toString(Qt::ISODate);
        row[Representative] = u"Parent of "_s + row.at(1);
    } else if (number % 260 == 17) {
        row[Status] = u"deceased"_s;
        row[Representative] = u"Estate of "_s + row.at(2);
    } else if (row.at(State) == u"MA"_s && number % 3 == 0) {
        row[Zip] = QString::number(row.at(Zip).toInt()); // a spreadsheet ate the leading zero
    }
}

QByteArray line(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells)
        fields << csvField(cell);
    return fields.join(u',').toUtf8() + "\r\n";
}

} // namespace

QByteArray demoRoster(QDate today)
{
    QByteArray csv
        = "recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,email_consent,"
          "language,date_of_birth,status,representative,data_elements\r\n";
    Dice dice;
    int number = 0;
    for (const Place &place : kPlaces) {
        for (int each = 0; each < place.people; ++each) {
            ++number;
            QStringList row = person(number, place, dice, today);
            trouble(row, number, today);
            csv += line(row);
        }
    }
    return csv;
}

} // namespace tocsin::jobs
