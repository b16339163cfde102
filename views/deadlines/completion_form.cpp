// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadlines/completion_form.h"

#include "core/when_done.h"
#include "items/fact_fields.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

CompletionForm::CompletionForm(CaseContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_form(new Form(2, this))
    , m_kind(new QComboBox(m_form))
    , m_text(new QLineEdit(m_form))
    , m_day(new QLineEdit(m_form))
    , m_choose(new QPushButton(tr("Choose a file…"), this))
    , m_record(new QPushButton(tr("Record as done"), this))
    , m_problem(new NoticeBar(this))
{
    for (const QString &kind : casework::proofKinds())
        m_kind->addItem(casework::proofKindName(kind), kind);
    m_form->addField(tr("Proved by"), m_kind);
    m_form->addField(tr("Done on"), m_day);
    m_form->addField(tr("The proof"), m_text, {}, 2);
    setButtonKind(*m_record, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Not yet"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    buttons->addWidget(m_record);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CompletionForm::showKind);
    connect(m_choose, &QPushButton::clicked, this, &CompletionForm::chooseFile);
    connect(m_record, &QPushButton::clicked, this, &CompletionForm::record);
    connect(m_text, &QLineEdit::returnPressed, m_record, &QPushButton::click); // nothing while it is disabled
    connect(cancel, &QPushButton::clicked, this, &CompletionForm::finished);
    setFocusProxy(m_text);
    showKind();
}

void CompletionForm::begin(ObligationId obligation, const QByteArray &zone)
{
    m_obligation = obligation;
    m_zone = zone;
    m_form->clearErrors();
    m_problem->clear();
    m_kind->setCurrentIndex(0);
    m_text->clear();
    m_day->setText(law::shortDate(today()));
}

QVariantMap CompletionForm::unfinished() const
{
    return {{u"kind"_s, m_kind->currentData()}, {u"text"_s, m_text->text()}, {u"day"_s, m_day->text()}};
}

void CompletionForm::restore(const QVariantMap &unfinished)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(unfinished.value(u"kind"_s))));
    m_text->setText(unfinished.value(u"text"_s).toString());
    m_day->setText(unfinished.value(u"day"_s).toString());
}

QDate CompletionForm::today() const
{
    return m_zone.isEmpty() ? m_context.today() : m_context.now().inZone(m_zone).localDate();
}

void CompletionForm::showKind()
{
    static const QHash<QString, const char *> examples{
        {u"portal-number"_s, QT_TR_NOOP("The number that the portal gave")},
        {u"mailing"_s, QT_TR_NOOP("The mailing's tracking id")},
        {u"file"_s, QT_TR_NOOP("The name of the file")},
        {u"statement"_s, QT_TR_NOOP("Who did what, in a sentence")},
        {u"other"_s, QT_TR_NOOP("What it is and where it is kept")},
    };
    const QString kind = m_kind->currentData().toString();
    m_text->setPlaceholderText(tr(examples.value(kind)));
    m_choose->setVisible(kind == "file"_L1);
}

void CompletionForm::chooseFile()
{
    const PathAsk ask{PathAsk::Kind::OpenFile, tr("The file that proves it"), {}, {}, {}};
    m_context.pathChooser()(this, ask, [this](const QString &path) { m_text->setText(QFileInfo(path).fileName()); });
}

void CompletionForm::record()
{
    m_form->clearErrors();
    m_problem->clear();
    const Result<std::optional<QDate>> day = items::dayFromWords(m_day->text());
    if (!day || !*day || **day > today()) {
        m_form->setError(m_day, tr("Write the day on which it was done, such as 27 Feb 2026; not a day to come."));
        m_day->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_text->text().trimmed().isEmpty()) {
        m_form->setError(m_text, tr("Say what proves it."));
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_record->setEnabled(false);
    const casework::Proof proof{m_kind->currentData().toString(), m_text->text(), **day};
    whenDone(m_context.file()->submit(casework::CompleteObligation{m_obligation, proof}), this,
             [this](const Result<casework::Receipt> &receipt) {
                 m_record->setEnabled(true);
                 if (!receipt) {
                     m_problem->showNotice(Tone::Danger, receipt.error().message);
                     return;
                 }
                 m_text->clear();
                 Q_EMIT finished();
             });
}

} // namespace tocsin::views
