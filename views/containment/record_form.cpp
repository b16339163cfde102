// SPDX-License-Identifier: GPL-3.0-or-later
#include "containment/record_form.h"

#include "core/when_done.h"
#include "items/wording.h"
#include "jobs/file_digest.h"
#include "shared/form.h"
#include "shared/notice_bar.h"
#include "shared/path_field.h"
#include "shared/scroll_column.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;
using casework::RegisterField;
using casework::RegisterRecord;
using Type = RegisterField::Type;

namespace {

constexpr int kFormWidth = metrics::space(30);
constexpr int kFieldHeight = metrics::space(9);
const QString kMomentForm = u"yyyy-MM-dd HH:mm"_s;

bool isLong(const RegisterField &field)
{
    return field.type == Type::Words || field.type == Type::List;
}

} // namespace

RecordForm::RecordForm(CaseContext *context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(new QVBoxLayout(this))
    , m_heading(makeLabel({}, TypeStyle::Strong, this))
    , m_problem(new NoticeBar(this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_verify(new QPushButton(tr("&Verify the file…"), this))
    , m_cancel(new QPushButton(tr("&Back to the list"), this))
{
    setButtonKind(*m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::space(1));
    for (QPushButton *button : {m_save, m_close, m_verify, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space(1));
    m_layout->addWidget(m_heading);
    m_layout->addWidget(m_problem);
    m_layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &RecordForm::save);
    connect(m_close, &QPushButton::clicked, this, &RecordForm::toggleClosed);
    connect(m_verify, &QPushButton::clicked, this, &RecordForm::verify);
    connect(m_cancel, &QPushButton::clicked, this, &RecordForm::closed);
}

void RecordForm::beginNew(const QString &kind, const QList<RegisterRecord> &parents)
{
    m_kind = casework::registerKind(kind).value_or(casework::RegisterKind());
    m_record.reset();
    m_heading->setText(tr("New: %1").arg(m_kind.title));
    build(parents);
    m_fields.value(m_kind.fields.first().id)->setFocus(Qt::OtherFocusReason);
}

void RecordForm::showRecord(const RegisterRecord &record)
{
    m_kind = casework::registerKind(record.kind).value_or(casework::RegisterKind());
    m_record = record;
    m_heading->setText(tr("%1 · %2 · by %3, %4")
                           .arg(record.reference(), record.closed ? tr("Closed") : m_kind.title, record.createdBy,
                                items::momentText(record.created.inZone(m_context->zone()))));
    build({});
    m_fields.value(m_kind.fields.first().id)->setFocus(Qt::OtherFocusReason);
}

void RecordForm::build(const QList<RegisterRecord> &parents)
{
    m_problem->clear();
    delete m_body;
    m_fields.clear();
    m_parent = nullptr;
    m_file = nullptr;
    m_reason = nullptr;
    m_form = new Form(1);
    if (!m_kind.parent.isEmpty() && !m_record) {
        m_parent = new QComboBox(m_form);
        for (const RegisterRecord &each : parents)
            m_parent->addItem(tr("%1 %2").arg(each.reference(), each.name()), each.id.value);
        m_form->addField(tr("Belongs to"), m_parent);
    }
    for (const RegisterField &field : std::as_const(m_kind.fields)) {
        QWidget *widget = makeField(field);
        m_fields.insert(field.id, widget);
        m_form->addField(field.required ? tr("%1 *").arg(field.label) : field.label, widget, hintOf(field));
    }
    if (m_kind.needsFile && !m_record) {
        PathAsk ask;
        ask.title = tr("The copied file");
        m_file = new PathField(tr("The copied file"), ask, m_context->pathChooser(), m_form);
        m_form->addField(tr("File *"), m_file, tr("Size, SHA-256 and SHA-512 are computed from it"));
    }
    if (m_record && !m_kind.isFinal) {
        m_reason = new QLineEdit(m_form);
        m_form->addField(tr("Why *"), m_reason, tr("Why it is amended, closed or opened again"));
    }
    auto *column = new ScrollColumn(m_form, kFormWidth, this);
    column->viewport()->setAutoFillBackground(false); // the card's ground shows through
    m_form->setAutoFillBackground(false);
    m_body = column;
    m_layout->insertWidget(1, m_body, 1);
    m_body->show(); // at once, so that the keyboard can go there
    if (m_record && m_record->file)
        m_problem->showNotice(Tone::Neutral,
                              tr("%1, %2 bytes. SHA-256 %3 SHA-512 %4")
                                  .arg(m_record->file->name, items::figure(m_record->file->size),
                                       m_record->file->sha256, m_record->file->sha512));
    showButtons();
}

QWidget *RecordForm::makeField(const RegisterField &field)
{
    const QString value = m_record ? shownValue(field, m_record->value(field.id)) : QString();
    const bool writable
        = !m_record || (!m_kind.isFinal && !m_record->closed && m_context->may(casework::AmendRegisterRecord::kAction));
    if (field.type == Type::Choice) {
        auto *choice = new QComboBox(m_form);
        choice->addItems(field.choices);
        choice->setCurrentIndex(std::max(0, choice->findText(value)));
        choice->setEnabled(writable);
        return choice;
    }
    if (isLong(field)) {
        auto *words = new QPlainTextEdit(value, m_form);
        words->setTabChangesFocus(true);
        words->setFixedHeight(kFieldHeight);
        words->setReadOnly(!writable);
        return words;
    }
    auto *line = new QLineEdit(value, m_form);
    line->setReadOnly(!writable);
    line->setCursorPosition(0);
    return line;
}

QString RecordForm::hintOf(const RegisterField &field) const
{
    if (field.type == Type::Date)
        return tr("Such as %1").arg(m_context->today().toString(Qt::ISODate));
    if (field.type == Type::Moment)
        return tr("Such as %1, in the zone of the organization")
            .arg(m_context->now().toDateTime().toString(kMomentForm));
    return field.hint;
}

/// Moments are shown as the clock on the wall has them.
QString RecordForm::shownValue(const RegisterField &field, const QString &value) const
{
    const auto at = Instant::parse(value);
    if (field.type != Type::Moment || !at)
        return value;
    return at->inZone(m_context->zone()).toDateTime().toString(kMomentForm);
}

QString RecordForm::enteredValue(const RegisterField &field) const
{
    QWidget *widget = m_fields.value(field.id);
    if (const auto *choice = qobject_cast<QComboBox *>(widget))
        return choice->currentText();
    if (const auto *words = qobject_cast<QPlainTextEdit *>(widget))
        return words->toPlainText();
    const QString typed = qobject_cast<QLineEdit *>(widget)->text().trimmed();
    if (field.type != Type::Moment)
        return typed;
    // What was not touched keeps its seconds.
    if (m_record && typed == shownValue(field, m_record->value(field.id)))
        return m_record->value(field.id);
    const QDateTime face = QDateTime::fromString(typed, kMomentForm);
    if (!face.isValid())
        return typed;
    return Instant::fromDateTime(QDateTime(face.date(), face.time(), QTimeZone(m_context->zone()))).toIso();
}

casework::RegisterValues RecordForm::values() const
{
    casework::RegisterValues values;
    for (const RegisterField &field : m_kind.fields)
        values.insert(field.id, enteredValue(field));
    return values;
}

void RecordForm::showButtons()
{
    const bool open = m_record && !m_record->closed && !m_kind.isFinal;
    m_save->setText(m_record ? tr("&Save the change") : tr("&Enter it"));
    m_save->setVisible(m_record ? open && m_context->may(casework::AmendRegisterRecord::kAction)
                                : m_context->may(casework::AddRegisterRecord::kAction));
    m_close->setText(open ? tr("&Close the record") : tr("&Open it again"));
    m_close->setVisible(m_record && !m_kind.isFinal && m_context->may(casework::CloseRegisterRecord::kAction));
    m_verify->setVisible(open && m_record->file && m_context->may(casework::VerifyRegisterRecord::kAction));
}

void RecordForm::save()
{
    m_form->clearErrors();
    const casework::RegisterValues entered = values();
    for (const RegisterField &field : std::as_const(m_kind.fields)) {
        const Result<QString> checked = casework::checkedValue(field, entered.value(field.id));
        if (checked)
            continue;
        const bool empty = entered.value(field.id).trimmed().isEmpty();
        m_form->setError(m_fields.value(field.id), empty ? tr("This is needed.") : checked.error().message);
        m_fields.value(field.id)->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_record) {
        whenDone(m_context->file()->submit(
                     casework::AmendRegisterRecord{m_record->id, entered, m_reason ? m_reason->text() : QString()}),
                 this, [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
        return;
    }
    if (!m_file) {
        saveNew({});
        return;
    }
    m_save->setEnabled(false);
    m_job.run<casework::FileDigest>(
        tr("Computing digests"),
        [path = m_file->path()](const Progress &progress) { return jobs::digestFile(path, progress); },
        [this](const Result<casework::FileDigest> &digest) {
            m_save->setEnabled(true);
            if (digest)
                saveNew(*digest);
            else
                m_problem->showNotice(Tone::Danger, digest.error().message);
        });
}

void RecordForm::saveNew(const std::optional<casework::FileDigest> &file)
{
    casework::AddRegisterRecord command{m_context->incident(), m_kind.id, values(), {}, file};
    if (m_parent)
        command.parent = RegisterRecordId{m_parent->currentData().toLongLong()};
    whenDone(m_context->file()->submit(command), this,
             [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
}

void RecordForm::toggleClosed()
{
    const casework::CloseRegisterRecord command{m_record->id, m_reason->text(), m_record->closed};
    whenDone(m_context->file()->submit(command), this,
             [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
}

void RecordForm::verify()
{
    PathAsk ask;
    ask.title = tr("The copy to verify");
    m_context->pathChooser()(this, ask, [this, id = m_record->id](const QString &path) {
        if (path.isEmpty())
            return;
        m_job.run<casework::FileDigest>(
            tr("Verifying a copy"), [path](const Progress &progress) { return jobs::digestFile(path, progress); },
            [this, id](const Result<casework::FileDigest> &digest) {
                if (!digest) {
                    m_problem->showNotice(Tone::Danger, digest.error().message);
                    return;
                }
                whenDone(m_context->file()->submit(casework::VerifyRegisterRecord{id, *digest, {}}), this,
                         [this](const Result<casework::Receipt> &receipt) { finish(receipt); });
            });
    });
}

void RecordForm::finish(const Result<casework::Receipt> &receipt)
{
    if (receipt) {
        Q_EMIT saved(*receipt);
        return;
    }
    m_problem->showNotice(Tone::Danger, receipt.error().message);
    if (m_reason && m_reason->text().trimmed().isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
