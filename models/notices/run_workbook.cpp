// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/run_workbook.h"

#include "notices/letter_run.h"

#include <QFile>

#include <xlsxwriter.h>

#include <ctime>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr lxw_row_t kMostRows = 1'000'000; // a sheet ends at 1,048,576
constexpr double kWideColumn = 24;

const QStringList kColumns{u"recipient_id"_s, u"outcome"_s,  u"part"_s, u"first_page"_s, u"pages"_s,
                           u"state"_s,        u"language"_s, u"form"_s, u"overlay"_s,    u"sha256"_s};

QString figure(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

QStringList cellsOf(const LetterRunRow &row)
{
    return {row.recipientId, row.outcome,  figure(row.part), figure(row.firstPage), figure(row.pages),
            row.state,       row.language, row.form,         row.overlay,           row.sha256};
}

/// A workbook in the making; what is not closed leaves no file that counts.
class Workbook
{
public:
    Workbook(const QString &folder, const QString &path, const Instant &created)
        : m_folder(QFile::encodeName(folder)), m_path(QFile::encodeName(path))
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_folder.data();
        m_workbook = workbook_new_opt(m_path.constData(), &options);
        lxw_doc_properties properties{};
        properties.created = static_cast<std::time_t>(created.msecs() / 1000);
        if (m_workbook)
            workbook_set_properties(m_workbook, &properties);
    }
    ~Workbook() { close(); }
    Workbook(const Workbook &) = delete;
    Workbook &operator=(const Workbook &) = delete;

    void add(const QStringList &cells)
    {
        if (!m_workbook || m_failed)
            return;
        if (!m_sheet || m_row > kMostRows)
            beginSheet();
        write(cells);
    }

    /// Whether everything is in the file.
    bool close()
    {
        if (!m_workbook)
            return false;
        if (!m_sheet) // nobody in it
            beginSheet();
        const bool closed = workbook_close(m_workbook) == LXW_NO_ERROR;
        m_workbook = nullptr;
        return closed && !m_failed;
    }

private:
    QByteArray m_folder;
    QByteArray m_path;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_row_t m_row = 0;
    bool m_failed = false;

    void beginSheet()
    {
        m_sheet = workbook_add_worksheet(m_workbook, nullptr);
        m_row = 0;
        m_failed = !m_sheet;
        if (m_failed)
            return;
        worksheet_set_column(m_sheet, 0, static_cast<lxw_col_t>(kColumns.size() - 1), kWideColumn, nullptr);
        worksheet_freeze_panes(m_sheet, 1, 0);
        write(kColumns);
    }

    void write(const QStringList &cells)
    {
        for (qsizetype at = 0; at < cells.size() && !m_failed; ++at) {
            m_failed = worksheet_write_string(m_sheet, m_row, static_cast<lxw_col_t>(at),
                                              cells[at].toUtf8().constData(), nullptr)
                != LXW_NO_ERROR;
        }
        ++m_row;
    }
};

} // namespace

Result<> writeRunWorkbook(const QString &folder, const QString &path, const Instant &created)
{
    Workbook workbook(folder, path, created);
    TOCSIN_TRY(readRunRows(folder, [&workbook](const LetterRunRow &row) { workbook.add(cellsOf(row)); }));
    if (workbook.close())
        return {};
    QFile::remove(path);
    return fail(ErrorCode::Io, u"“%1” could not be written; is there room on the disk?"_s.arg(path));
}

} // namespace tocsin::notices
