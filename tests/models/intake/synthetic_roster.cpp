// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/synthetic_roster.h"

#include "core/text.h"

#include <QFile>

#include <xlsxwriter.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::tests {

namespace {

struct Place
{
    const char16_t *city;
    const char16_t *state;
    const char16_t *zip; ///< the first three digits
};

constexpr std::array<Place, 8> kPlaces{{
    {u"Austin", u"TX", u"787"},
    {u"Fresno", u"CA", u"937"},
    {u"Boston", u"MA", u"021"},
    {u"Newark", u"NJ", u"071"},
    {u"Chicago", u"IL", u"606"},
    {u"Hagåtña", u"GU", u"969"},
    {u"San Juan", u"PR", u"009"},
    {u"Brooklyn", u"NY", u"112"},
}};
constexpr std::array kFirstNames{u"Ana", u"Đức", u"Zoë", u"Łukasz", u"John", u"李小龙", u"خالد", u"Núria"};
constexpr std::array kLastNames{u"Müller", u"O'Brien",    u"García-Márquez", u"Smith",
                                u"Nguyễn", u"عبد الرحمن", u"Walker"};

template <typename T, size_t N>
const T &pick(const std::array<T, N> &choices, int number)
{
    return choices[static_cast<size_t>(number) % N];
}

/// A small generator of pseudo-random numbers that gives the same everywhere (Knuth, MMIX).
quint32 scramble(int number)
{
    quint64 x = static_cast<quint64>(number) * 6364136223846793005ULL + 1442695040888963407ULL;
    x ^= x >> 29;
    return static_cast<quint32>((x * 6364136223846793005ULL) >> 33);
}

enum Column {
    Id,
    First,
    Last,
    Street,
    Unit,
    City,
    State,
    Zip,
    Country,
    Email,
    Consent,
    Language,
    Born,
    Status,
    Deputy,
    Data
};

void makeDifficult(QStringList &row, int kind)
{
    switch (kind) {
    case 0:
        row[State].clear();
        break;
    case 1:
        row[Zip] = row[Zip].mid(1);
        break;
    case 2:
        row[Unit] = u"Suite 4\n c/o Front Desk"_s;
        break;
    case 3:
        row[First] = u"=HYPERLINK(\"http://example.org\")"_s;
        break;
    case 4:
        row[Country] = u"CA"_s;
        row[State] = u"ON"_s;
        row[Zip] = u"M5H 2S6"_s;
        break;
    case 5:
        row[Street].clear();
        break;
    case 6:
        row[Status] = u"minor"_s;
        row[Born] = u"2015-06-15"_s;
        break;
    case 7:
        row[Status] = u"deceased"_s;
        break;
    case 8:
        row[Last] += QChar(0x07);
        break;
    default:
        row[City] = u"APO"_s;
        row[State] = u"AE"_s;
        row[Zip] = u"09128"_s;
        break;
    }
}

} // namespace

QStringList rosterHeader()
{
    return u"recipient_id,first_name,last_name,address_1,address_2,city,state,postal_code,country,email,email_consent,"
           "language,date_of_birth,status,representative,data_elements"_s.split(u',');
}

QStringList syntheticPerson(int number)
{
    const quint32 random = scramble(number);
    const Place &place = pick(kPlaces, static_cast<int>(random % 97));
    QStringList row{
        u"R%1"_s.arg(number, 7, 10, QChar(u'0')),
        QString::fromUtf16(pick(kFirstNames, static_cast<int>(random % 89))),
        QString::fromUtf16(pick(kLastNames, static_cast<int>(random % 83))),
        QString::number(100 + number) + u" Chestnut Ter"_s,
        random % 4 == 0 ? u"Apt %1"_s.arg(random % 300) : QString(),
        QString::fromUtf16(place.city),
        QString::fromUtf16(place.state),
        QString::fromUtf16(place.zip) + u"%1"_s.arg(1 + random % 9, 2, 10, QChar(u'0')),
        u"US"_s,
        random % 3 == 0 ? QString() : u"person%1@example.org"_s.arg(number),
        random % 5 == 0 ? u"yes"_s : u"no"_s,
        random % 7 == 0 ? u"es"_s : u"en"_s,
        u"19%1-0%2-1%3"_s.arg(40 + random % 60).arg(1 + random % 9).arg(random % 10),
        u"adult"_s,
        QString(),
        random % 2 == 0 ? u"name;address;order-history"_s : u"name;address;ssn;prescription"_s,
    };
    if (number % 20 == 0)
        makeDifficult(row, (number / 20) % 10);
    return row;
}

QByteArray syntheticCsv(int people)
{
    QByteArray csv = rosterHeader().join(u',').toUtf8() + '\n';
    for (int number = 1; number <= people; ++number) {
        QStringList cells = syntheticPerson(number);
        for (QString &cell : cells)
            cell = csvField(cell);
        csv += cells.join(u',').toUtf8() + '\n';
    }
    return csv;
}

bool writeXlsx(const QString &path, const QList<QStringList> &rows)
{
    lxw_workbook *const workbook = workbook_new(QFile::encodeName(path).constData());
    lxw_worksheet *const sheet = workbook_add_worksheet(workbook, nullptr);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column) {
            const QString &cell = rows.at(row).at(column);
            if (!cell.isEmpty())
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                       cell.toUtf8().constData(), nullptr);
        }
    }
    return workbook_close(workbook) == LXW_NO_ERROR;
}

bool writeSyntheticXlsx(const QString &path, int people)
{
    QList<QStringList> rows{rosterHeader()};
    for (int number = 1; number <= people; ++number)
        rows.append(syntheticPerson(number));
    return writeXlsx(path, rows);
}

} // namespace tocsin::tests
