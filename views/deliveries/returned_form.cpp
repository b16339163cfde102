// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/returned_form.h"

#include "items/roster_wording.h"
#include "items/wording.h"
#include "shared/form.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

constexpr qsizetype kMostLines = 12; // named of each kind; the figure counts them all

PathAsk listAsk()
{
    return {PathAsk::Kind::OpenFile,
            ReturnedForm::tr("A list of returned mail"),
            ReturnedForm::tr("Lists (*.csv *.xlsx)"),
            {},
            {}};
}

QString summaryText(const jobs::ReturnedMailReport &report)
{
    const QString taken = report.dryRun ? ReturnedForm::tr("Of %1 rows %2 would be recorded.")
                                        : ReturnedForm::tr("Of %1 rows %2 are recorded.");
    const QString then = report.dryRun && report.accepted > 0 ? ReturnedForm::tr("With them:") + u' ' : QString();
    return taken.arg(items::figure(report.rows), items::figure(report.accepted)) + u' ' + then
        + items::addressSentence(report.withoutAddress);
}

} // namespace

QStringList returnedLines(const jobs::ReturnedMailReport &report)
{
    QStringList all;
    for (auto kind = report.problems.begin(); kind != report.problems.end(); ++kind) {
        QStringList lines;
        for (const qint64 line : kind->mid(0, kMostLines))
            lines << QString::number(line);
        const QString more = kind->size() > kMostLines ? u" …"_s : QString();
        const QString where = kind->size() == 1 ? ReturnedForm::tr("Line %1") : ReturnedForm::tr("Lines %1");
        all << u"%1: %2"_s.arg(where.arg(lines.join(u", "_s) + more), jobs::returnedProblem(kind.key()));
    }
    return all;
}

ReturnedForm::ReturnedForm(const PathChooser &chooser, QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(1, this))
    , m_file(new PathField(tr("List of returned mail"), listAsk(), chooser, m_form))
    , m_day(new QLineEdit(m_form))
    , m_summary(makeLabel({}, TypeStyle::Body, this))
    , m_problems(makeMutedLabel({}, TypeStyle::Small, this))
    , m_go(new QPushButton(this))
    , m_close(new QPushButton(tr("&Not now"), this))
{
    m_form->addField(tr("&List of returned mail"), m_file,
                     tr("CSV or XLSX with a first line that names its columns: recipient_id, reason, date."));
    m_form->addField(
        tr("&Day of rows without one"), m_day,
        tr("Such as 2026-03-20. Leave it empty if they may be of several days: rows without a day count as "
           "of today then, and a row that could be an earlier return is kept out."));
    m_summary->setWordWrap(true);
    setButtonKind(*m_go, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_go);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_form);
    layout->addWidget(m_summary);
    layout->addWidget(m_problems);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &ReturnedForm::go);
    connect(m_close, &QPushButton::clicked, this, &ReturnedForm::dismissed);
    connect(m_file, &PathField::changed, this, &ReturnedForm::forget);
    connect(m_day, &QLineEdit::textChanged, this, &ReturnedForm::forget);
    forget();
}

void ReturnedForm::ask()
{
    m_file->setPath({});
    m_day->clear();
    forget();
    setBusy(false);
    m_file->setFocus(Qt::OtherFocusReason);
}

void ReturnedForm::setBusy(bool busy)
{
    if (busy)
        m_hadFocus = m_go->hasFocus();
    m_go->setEnabled(!busy);
    if (!busy && std::exchange(m_hadFocus, false))
        m_go->setFocus(Qt::OtherFocusReason);
}

void ReturnedForm::forget()
{
    m_seen.reset();
    m_form->clearErrors();
    m_summary->hide();
    m_problems->hide();
    m_go->setText(tr("Loo&k at it"));
    m_close->setText(tr("&Not now"));
}

void ReturnedForm::show(const jobs::ReturnedMailReport &report)
{
    m_summary->setText(summaryText(report));
    m_summary->show();
    m_problems->setText(returnedLines(report).join(u'\n'));
    m_problems->setVisible(!report.problems.isEmpty());
    m_seen.reset();
    m_go->setText(tr("Loo&k at it"));
    if (!report.dryRun) {
        m_close->setText(tr("Do&ne"));
        return;
    }
    if (report.accepted > 0) {
        m_seen = report;
        m_go->setText(tr("&Record %1").arg(items::figure(report.accepted)));
    }
}

void ReturnedForm::go()
{
    const QDate day = QDate::fromString(m_day->text().trimmed(), Qt::ISODate);
    m_form->clearErrors();
    if (m_file->path().isEmpty()) {
        m_form->setError(m_file, tr("Choose the list."));
        return m_file->setFocus(Qt::OtherFocusReason);
    }
    if (!day.isValid() && !m_day->text().trimmed().isEmpty()) {
        m_form->setError(m_day, tr("A day looks like 2026-03-20."));
        return m_day->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT wanted(m_file->path(), day, m_seen ? m_seen->fileSha256 : QString());
}

} // namespace tocsin::views
