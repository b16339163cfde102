// SPDX-License-Identifier: GPL-3.0-or-later
#include "containment/record_form.h"

#include "core/when_done.h"
#include "items/fact_fields.h"
#include "items/wording.h"
#include "jobs/file_digest.h"
#include "law/wording.h"
#include "shared/form.h"
#include "shared/job_slot.h"
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

bool isLong(const RegisterField &field)
{
    return field.type == Type::Words || field.type == Type::List;
}

QString textOf(const QWidget &field)
{
    if (const auto *choice = qobject_cast<const QComboBox *>(&field))
        return choice->currentText();
    if (const auto *words = qobject_cast<const QPlainTextEdit *>(&field))
        return words->toPlainText();
    return qobject_cast<const QLineEdit *>(&field)->text();
}

void write(QWidget &field, const QString &text)
{
    if (auto *choice = qobject_cast<QComboBox *>(&field))
        choice->setCurrentIndex(std::max(0, choice->findText(text)));
    else if (auto *words = qobject_cast<QPlainTextEdit *>(&field))
        words->setPlainText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(&field))
        line->setText(text);
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
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (mayLeave())
            Q_EMIT closed();
    });
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

QVariantMap RecordForm::written() const
{
    QVariantMap fields;
    for (auto each = m_fields.cbegin(); each != m_fields.cend(); ++each)
        fields.insert(each.key(), textOf(*each.value()));
    return {{u"fields"_s, fields},
            {u"parent"_s, m_parent ? m_parent->currentData() : QVariant()},
            {u"file"_s, m_file ? m_file->edit()->text() : QString()},
            {u"reason"_s, m_reason ? m_reason->text() : QString()}};
}

QVariantMap RecordForm::unfinished() const
{
    QVariantMap unfinished = written();
    if (unfinished == m_untouched || m_isSubmitted)
        return {};
    unfinished.insert(u"record"_s, m_record ? m_record->reference() : QString());
    return unfinished;
}

void RecordForm::restore(const QVariantMap &unfinished)
{
    const QVariantMap fields = unfinished.value(u"fields"_s).toMap();
    for (auto each = m_fields.cbegin(); each != m_fields.cend(); ++each)
        write(*each.value(), fields.value(each.key()).toString());
    if (m_parent)
        m_parent->setCurrentIndex(std::max(0, m_parent->findData(unfinished.value(u"parent"_s))));
    if (m_file)
        m_file->edit()->setText(unfinished.value(u"file"_s).toString());
    if (m_reason)
        m_reason->setText(unfinished.value(u"reason"_s).toString());
}

bool RecordForm::mayLeave()
{
    const QVariantMap now = written();
    if (now == m_untouched || now == m_warnedOf)
        return true;
    m_warnedOf = now;
    m_problem->showNotice(Tone::Warning, tr("What you wrote is not entered yet. Leave once more to drop it."));
    return false;
}

void RecordForm::leave()
{
    ++m_shown;
}

void RecordForm::build(const QList<RegisterRecord> &parents)
{
    ++m_shown;
    m_isSubmitted = false;
    setBusy(false);
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
    m_untouched = written();
    m_warnedOf.clear();
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
        return tr("Such as %1").arg(law::shortDate(m_context->today()));
    if (field.type == Type::Moment)
        return tr("Such as %1, in the zone of the organization")
            .arg(items::momentWords(law::Moment{{}, m_context->now()}, m_context->zone()));
    return field.hint;
}

/// Days and moments as they are typed everywhere.
QString RecordForm::shownValue(const RegisterField &field, const QString &value) const
{
    if (field.type == Type::Date) {
        const Result<QDate> day = parseDate(value);
        return day ? law::shortDate(*day) : value;
    }
    const auto at = Instant::parse(value);
    return field.type == Type::Moment && at ? items::momentWords(law::Moment{{}, *at}, m_context->zone()) : value;
}

QString RecordForm::enteredValue(const RegisterField &field) const
{
    const QString written = textOf(*m_fields.value(field.id));
    if (field.type != Type::Moment && field.type != Type::Date)
        return written;
    const QString typed = written.trimmed();
    // What was not touched keeps its seconds.
    if (m_record && typed == shownValue(field, m_record->value(field.id)))
        return m_record->value(field.id);
    const auto moment = items::momentFromWords(typed, m_context->zone());
    if (!moment || !*moment || (*moment)->instant.has_value() != (field.type == Type::Moment))
        return typed; // as it is, to be refused
    return field.type == Type::Moment ? (*moment)->instant->toIso() : (*moment)->date.toString(Qt::ISODate);
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
    m_save->setText(m_record ? tr("Save the chan&ge") : tr("&Enter it"));
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
        submit(casework::AmendRegisterRecord{m_record->id, entered, m_reason ? m_reason->text() : QString()}, m_shown);
        return;
    }
    const casework::AddRegisterRecord command = newRecord(entered);
    if (!m_file) {
        submit(command, m_shown);
        return;
    }
    digest(m_file->path(), tr("Computing digests"), m_shown,
           [this, command, shown = m_shown](const casework::FileDigest &file) {
               casework::AddRegisterRecord whole = command;
               whole.file = file;
               submit(whole, shown);
           });
}

/// As it is entered now: by the time its file is read, the form may show something else.
casework::AddRegisterRecord RecordForm::newRecord(const casework::RegisterValues &entered) const
{
    casework::AddRegisterRecord command{m_context->incident(), m_kind.id, entered, {}, {}};
    if (m_parent)
        command.parent = RegisterRecordId{m_parent->currentData().toLongLong()};
    return command;
}

void RecordForm::digest(const QString &path, const QString &title, int shown,
                        const std::function<void(const casework::FileDigest &)> &use)
{
    if (shown == m_shown)
        setBusy(true);
    auto *job = new JobSlot(this); // its own: what a person goes on to do does not take its answer away
    job->run<casework::FileDigest>(
        title, [path](const Progress &progress) { return jobs::digestFile(path, progress); },
        [this, job, use, shown](const Result<casework::FileDigest> &digest) {
            job->deleteLater();
            if (digest)
                use(*digest);
            else
                fail(digest.error().message, shown);
        });
}

void RecordForm::toggleClosed()
{
    submit(casework::CloseRegisterRecord{m_record->id, m_reason->text(), m_record->closed}, m_shown);
}

void RecordForm::verify()
{
    PathAsk ask;
    ask.title = tr("The copy to verify");
    m_context->pathChooser()(this, ask, [this, id = m_record->id, shown = m_shown](const QString &path) {
        if (path.isEmpty())
            return;
        digest(path, tr("Verifying a copy"), shown, [this, id, shown](const casework::FileDigest &file) {
            submit(casework::VerifyRegisterRecord{id, file, {}}, shown);
        });
    });
}

template <typename Command>
void RecordForm::submit(const Command &command, int shown)
{
    if (shown == m_shown) {
        m_isSubmitted = true;
        setBusy(true);
    }
    whenDone(m_context->file()->submit(command), this,
             [this, shown](const Result<casework::Receipt> &receipt) { finish(receipt, shown); });
}

/// A record is entered once, however often a person presses the button.
void RecordForm::setBusy(bool busy)
{
    for (QPushButton *button : {m_save, m_close, m_verify})
        button->setEnabled(!busy);
    if (busy)
        m_warnedOf = written(); // it is on its way
}

void RecordForm::finish(const Result<casework::Receipt> &receipt, int shown)
{
    if (!receipt)
        return fail(receipt.error().message, shown);
    if (shown == m_shown)
        Q_EMIT closed();
    Q_EMIT saved(*receipt);
}

void RecordForm::fail(const QString &problem, int shown)
{
    if (shown != m_shown) {
        Q_EMIT failed(problem);
        return;
    }
    m_isSubmitted = false;
    setBusy(false);
    m_warnedOf.clear();
    m_problem->showNotice(Tone::Danger, problem);
    if (m_reason && m_reason->text().trimmed().isEmpty())
        m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
