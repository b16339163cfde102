// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/answers_panel.h"

#include "jobs/documents.h"
#include "shared/empty_layout.h"
#include "shared/notice_bar.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr int kWidth = 240;

} // namespace

AnswersPanel::AnswersPanel(CaseContext *context, QWidget *parent)
    : Card(tr("Answers to type"), parent)
    , m_context(context)
    , m_error(new NoticeBar(this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list))
    , m_copied(makeMutedLabel(tr("What is copied is taken off the clipboard after a minute."), TypeStyle::Small, this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::kGrid);
    m_copied->setWordWrap(true);
    body()->addWidget(m_error);
    body()->addWidget(new ScrollColumn(m_list, kWidth, this), 1);
    m_list->setAutoFillBackground(false); // the card shows through
    body()->addWidget(m_copied);
}

void AnswersPanel::setNotice(const casework::Notice &notice)
{
    if (notice.id != m_notice) {
        m_notice = notice.id;
        fill({});
    }
    const auto work = [file = m_context->file(), notice](const Progress &) -> Result<QList<notices::SheetRow>> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        return jobs::answerRows(*session, notice, file->now());
    };
    m_job.run<QList<notices::SheetRow>>(tr("Reading the answers"), work, [this](const auto &rows) {
        if (!rows)
            return m_error->showNotice(Tone::Danger, rows.error().message);
        m_error->clear();
        if (*rows != m_shown)
            fill(*rows);
    });
}

void AnswersPanel::fill(const QList<notices::SheetRow> &rows)
{
    m_shown = rows;
    emptyLayout(*m_rows);
    QString heading;
    for (const notices::SheetRow &row : rows) {
        if (row.heading != heading)
            m_rows->addWidget(makeLabel(row.heading, TypeStyle::Strong, m_list));
        heading = row.heading;
        addRow(row);
    }
    m_rows->addStretch(1);
    Q_EMIT counted(static_cast<int>(rows.size()));
}

void AnswersPanel::addRow(const notices::SheetRow &row)
{
    auto *holder = new QWidget(m_list);
    auto *label = makeMutedLabel(row.label, TypeStyle::Small, holder);
    auto *value = makeLabel(row.value, TypeStyle::Body, holder);
    value->setWordWrap(true);
    auto *button = new QPushButton(tr("Copy"), holder);
    button->setAccessibleName(tr("Copy %1").arg(row.label));
    button->setAccessibleDescription(row.value);
    button->setEnabled(!row.value.isEmpty());
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, row] { copy(row); });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(label);
    texts->addWidget(value);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::kGrid);
    line->addLayout(texts, 1);
    line->addWidget(button, 0, Qt::AlignTop);
    m_rows->addWidget(holder);
}

void AnswersPanel::copy(const notices::SheetRow &row)
{
    QGuiApplication::clipboard()->setText(row.value);
    m_copied->setText(tr("“%1” is copied, and is taken off the clipboard after a minute.").arg(row.label));
}

} // namespace tocsin::views
