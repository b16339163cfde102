// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliveries/recording_form.h"

#include "items/wording.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

QString runText(const casework::Run &run, const QByteArray &zone)
{
    const QString letters = run.letters == 1 ? RecordingForm::tr("1 letter")
                                             : RecordingForm::tr("%1 letters").arg(items::figure(run.letters));
    const QString share
        = run.shardOf > 1 ? RecordingForm::tr(", share %1 of %2").arg(run.shardIndex).arg(run.shardOf) : QString();
    return RecordingForm::tr("Wave %1%2: %3 of %4")
        .arg(QString::number(run.wave), share, letters, law::shortDate(run.finished.inZone(zone).localDate()));
}

PathAsk proofAsk()
{
    return {PathAsk::Kind::OpenFile, RecordingForm::tr("A file that shows it"), {}, {}, {}};
}

} // namespace

RecordingForm::RecordingForm(const PathChooser &chooser, QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(2, this))
    , m_run(new QComboBox(m_form))
    , m_day(new QLineEdit(m_form))
    , m_how(new QLineEdit(m_form))
    , m_carrier(new QLineEdit(m_form))
    , m_reference(new QLineEdit(m_form))
    , m_proof(new PathField(tr("Proof file"), proofAsk(), chooser, m_form))
    , m_save(new QPushButton(tr("&Record"), this))
{
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->addField(tr("Letters"), m_run, {}, 2);
    m_form->addField(tr("How it was &given"), m_how, tr("Such as: home page for 90 days; calls by telephone."), 2);
    m_form->addField(tr("&Day"), m_day, tr("Such as 2026-03-20."));
    m_form->addField(tr("&Carrier"), m_carrier, tr("Who took them."));
    m_form->addField(tr("Re&ference"), m_reference, tr("Of the mail house, the carrier or the outlet."), 2);
    m_form->addField(tr("Pr&oof file"), m_proof, tr("Its name and hash are kept; the file stays where it is."), 2);
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *later = new QPushButton(tr("&Not now"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(later);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGrid);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &RecordingForm::accept);
    connect(later, &QPushButton::clicked, this, &RecordingForm::dismissed);
    for (QLineEdit *each : {m_day, m_how, m_reference})
        connect(each, &QLineEdit::textChanged, this, [this, each] { m_form->setError(each, {}); });
}

void RecordingForm::askMailing(const QList<casework::Run> &runs, QDate today, const QByteArray &zone)
{
    m_run->clear();
    for (const casework::Run &run : runs)
        m_run->addItem(runText(run, zone), run.id.value);
    ask(true, today);
    m_run->setFocus(Qt::OtherFocusReason);
}

void RecordingForm::askSubstitute(QDate today)
{
    ask(false, today);
    m_how->setFocus(Qt::OtherFocusReason);
}

void RecordingForm::ask(bool mailing, QDate today)
{
    m_isMailing = mailing;
    for (QLineEdit *each : {m_how, m_carrier, m_reference})
        each->clear();
    m_proof->setPath({});
    m_day->setText(today.toString(Qt::ISODate));
    m_form->clearErrors();
    m_form->setFieldVisible(m_run, mailing);
    m_form->setFieldVisible(m_carrier, mailing);
    m_form->setFieldVisible(m_how, !mailing);
    setBusy(false);
}

void RecordingForm::setBusy(bool busy)
{
    m_hadFocus = busy && (m_hadFocus || m_save->hasFocus());
    m_save->setEnabled(!busy);
}

void RecordingForm::comeBack()
{
    const bool had = m_hadFocus;
    setBusy(false);
    if (had)
        m_save->setFocus(Qt::OtherFocusReason);
}

void RecordingForm::accept()
{
    const QDate day = QDate::fromString(m_day->text().trimmed(), Qt::ISODate);
    m_form->clearErrors();
    if (!m_isMailing && m_how->text().trimmed().isEmpty()) {
        m_form->setError(m_how, tr("Say how it was given."));
        return m_how->setFocus(Qt::OtherFocusReason);
    }
    if (!day.isValid()) {
        m_form->setError(m_day, tr("A day looks like 2026-03-20."));
        return m_day->setFocus(Qt::OtherFocusReason);
    }
    if (m_reference->text().trimmed().isEmpty() && m_proof->path().isEmpty()) {
        m_form->setError(m_reference, tr("Proof is needed: a reference, a file, or both."));
        return m_reference->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT accepted({RunId{m_isMailing ? m_run->currentData().toLongLong() : 0}, day, m_how->text(), m_carrier->text(),
                     m_reference->text(), m_proof->path()});
}

} // namespace tocsin::views
