// SPDX-License-Identifier: GPL-3.0-or-later
#include "unlock/recover_page.h"

#include "shared/card.h"
#include "shared/elided_label.h"
#include "shared/form.h"
#include "shared/new_passphrase.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::views {

namespace {

constexpr int kColumn = 640;
constexpr int kLongest = 200;

} // namespace

RecoverPage::RecoverPage(const QList<RoleChoice> &roles, QWidget *parent)
    : FrontPage(tr("Open with the recovery kit"),
                tr("The kit's code opens the store without any passphrase. You then get a slot with a new one."),
                kColumn, parent)
    , m_file(new ElidedLabel(this))
    , m_form(new Form(2, this))
    , m_code(new QPlainTextEdit(m_form))
    , m_person(new QLineEdit(m_form))
    , m_role(new QComboBox(m_form))
    , m_passphrase(new NewPassphrase(this))
{
    m_file->setFont(typeFont(TypeStyle::Strong));
    QFont codeFont = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    codeFont.setPixelSize(16);
    m_code->setFont(codeFont);
    m_code->setFixedHeight(metrics::space(11));
    m_code->setTabChangesFocus(true);
    m_code->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_person->setMaxLength(kLongest);
    for (const RoleChoice &role : roles)
        m_role->addItem(role.name, role.id);
    m_form->addField(tr("Code of the kit"), m_code, tr("As printed; spaces, line breaks and case do not matter."), 2);
    m_form->addField(tr("Your name"), m_person);
    m_form->addField(tr("Role"), m_role);

    auto *open = new QPushButton(tr("Open the store"), this);
    setButtonKind(*open, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *card = new Card({}, this);
    card->setAccessibleName(tr("Recovery"));
    card->body()->addWidget(m_file);
    card->body()->addWidget(m_form);
    card->body()->addWidget(m_passphrase);
    card->body()->addSpacing(metrics::space(1));
    card->body()->addLayout(buttons);
    content()->addWidget(card);
    connect(open, &QPushButton::clicked, this, &RecoverPage::submit);
    connect(cancel, &QPushButton::clicked, this, &RecoverPage::cancelled);
}

void RecoverPage::setStore(const QString &path)
{
    m_path = path;
    m_file->setFullText(QFileInfo(path).fileName());
}

void RecoverPage::submit()
{
    if (isBusy())
        return;
    m_form->clearErrors();
    if (m_code->toPlainText().trimmed().isEmpty()) {
        m_form->setError(m_code, tr("Type the code as it is printed on the kit."));
        m_code->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_person->text().trimmed().isEmpty()) {
        m_form->setError(m_person, tr("The new slot needs your name."));
        m_person->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_passphrase->check())
        return;
    RecoverRequest request;
    request.path = m_path;
    QString code = m_code->toPlainText();
    request.code = std::make_shared<const Secret>(code);
    wipe(code);
    request.person = m_person->text().trimmed();
    request.role = m_role->currentData().toString();
    request.passphrase = m_passphrase->take();
    setBusy(tr("Opening the store"));
    Q_EMIT recoverRequested(request);
}

void RecoverPage::focusFirst()
{
    m_code->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
