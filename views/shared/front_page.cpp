// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/front_page.h"

#include "shared/job_bar.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

FrontPage::FrontPage(const QString &title, const QString &sentence, int columnWidth, QWidget *parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(this))
    , m_job(new JobBar(this))
    , m_fields(new QWidget(this))
    , m_content(new QVBoxLayout(m_fields))
{
    setObjectName(u"front"_s);
    setAccessibleName(title);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(metrics::space(2));

    auto *column = new QWidget;
    column->setFixedWidth(columnWidth);
    auto *inColumn = new QVBoxLayout(column);
    inColumn->setContentsMargins(metrics::space(2), metrics::space(3), metrics::space(2), metrics::space(3));
    inColumn->setSpacing(metrics::space(2));
    inColumn->addWidget(makeLabel(title, TypeStyle::Figure, column));
    if (!sentence.isEmpty())
        inColumn->addWidget(makeMutedLabel(sentence, TypeStyle::Body, column));
    inColumn->addWidget(m_notice);
    inColumn->addWidget(m_fields);
    inColumn->addWidget(m_job);

    auto *middle = new QWidget;
    auto *around = new QVBoxLayout(middle);
    around->setContentsMargins(0, 0, 0, 0);
    // Stretches, not an alignment: an aligned column would not grow with its lines.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column);
    row->addStretch(1);
    around->addStretch(2);
    around->addLayout(row);
    around->addStretch(3);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(middle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_notice, &NoticeBar::stepChosen, this, &FrontPage::stepChosen);
}

void FrontPage::showError(const QString &sentence, const QList<NextStep> &steps)
{
    setIdle();
    m_notice->showNotice(Tone::Danger, sentence, steps);
}

void FrontPage::clearError()
{
    m_notice->clear();
}

QString FrontPage::errorText() const
{
    return m_notice->text();
}

void FrontPage::setBusy(const QString &what)
{
    m_busy = true;
    m_notice->clear();
    m_fields->setEnabled(false);
    m_job->start(what, false);
}

void FrontPage::setIdle()
{
    m_busy = false;
    m_job->finish();
    m_fields->setEnabled(true);
    resume();
}

} // namespace tocsin::views
