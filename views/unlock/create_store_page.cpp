// SPDX-License-Identifier: GPL-3.0-or-later
#include "unlock/create_store_page.h"

#include "shared/card.h"
#include "shared/form.h"
#include "shared/new_passphrase.h"
#include "shared/style_sheet.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumn = 840;
constexpr int kLongest = 200; ///< characters in a field of one line

QLineEdit *lineEdit(QWidget *parent, const QString &example = {})
{
    auto *edit = new QLineEdit(parent);
    edit->setMaxLength(kLongest);
    edit->setPlaceholderText(example);
    return edit;
}

/// The zones in which a covered entity of the United States sits; the clocks run in the one chosen.
QComboBox *zoneBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    const QStringList zones{u"America/New_York"_s, u"America/Chicago"_s,     u"America/Denver"_s,
                            u"America/Phoenix"_s,  u"America/Los_Angeles"_s, u"America/Anchorage"_s,
                            u"Pacific/Honolulu"_s, u"America/Puerto_Rico"_s, u"Pacific/Guam"_s};
    box->addItems(zones);
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (zones.contains(here))
        box->setCurrentText(here);
    return box;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return lines;
}

} // namespace

CreateStorePage::CreateStorePage(const QList<RoleChoice> &roles, const PathChooser &chooser, QWidget *parent)
    : FrontPage(
        tr("A new store"),
        tr("Everything can be changed later, except that a lost passphrase without the recovery kit stays lost."),
        kColumn, parent)
{
    addStore(chooser);
    addOrganization();
    addPerson(roles);
    addButtons();
}

void CreateStorePage::addStore(const PathChooser &chooser)
{
    PathAsk storeAsk;
    storeAsk.kind = PathAsk::Kind::SaveFile;
    storeAsk.title = tr("Where the store goes");
    storeAsk.filter = tr("Case stores (*.tocsin)");
    storeAsk.suffix = u"tocsin"_s;
    PathAsk kitAsk;
    kitAsk.kind = PathAsk::Kind::SaveFile;
    kitAsk.title = tr("Where the recovery kit goes");
    kitAsk.filter = tr("PDF (*.pdf)");
    kitAsk.suffix = u"pdf"_s;
    auto *card = new Card(tr("Files"), this);
    m_storeForm = new Form(2, card);
    m_path = new PathField(tr("Store"), storeAsk, chooser, m_storeForm);
    m_kit = new PathField(tr("Recovery kit (PDF)"), kitAsk, chooser, m_storeForm);
    m_storeForm->addField(tr("Store"), m_path, tr("One encrypted file, and one with its key slots beside it."));
    m_storeForm->addField(
        tr("Recovery kit (PDF)"), m_kit,
        tr("Print it, lock the paper away, delete the file. It opens the store if all else is lost."));
    card->setContent(m_storeForm);
    content()->addWidget(card);
    connect(m_path, &PathField::changed, this, &CreateStorePage::suggestKit);
}

void CreateStorePage::addOrganization()
{
    auto *card = new Card(tr("Organization, as letters will name it"), this);
    m_organizationForm = new Form(2, card);
    m_name = lineEdit(m_organizationForm);
    m_kind = new QComboBox(m_organizationForm);
    m_kind->addItem(tr("Covered entity"), u"covered-entity"_s);
    m_kind->addItem(tr("Business associate"), u"business-associate"_s);
    m_address = new QPlainTextEdit(m_organizationForm);
    m_address->setTabChangesFocus(true);
    m_address->setFixedHeight(metrics::space(10));
    m_zone = zoneBox(m_organizationForm);
    m_officer = lineEdit(m_organizationForm);
    m_tollFree = lineEdit(m_organizationForm, tr("1-800-555-0100"));
    m_email = lineEdit(m_organizationForm, tr("privacy@example.org"));
    m_website = lineEdit(m_organizationForm, tr("https://example.org"));
    m_organizationForm->addField(tr("Name"), m_name);
    m_organizationForm->addField(tr("Kind"), m_kind);
    m_organizationForm->addField(tr("Postal address, line by line"), m_address);
    m_organizationForm->addField(tr("Time zone"), m_zone, tr("The clocks run in it."));
    m_organizationForm->addField(tr("Privacy officer"), m_officer);
    m_organizationForm->addField(tr("Toll-free number"), m_tollFree);
    m_organizationForm->addField(tr("E-mail"), m_email);
    m_organizationForm->addField(tr("Website"), m_website);
    card->setContent(m_organizationForm);
    content()->addWidget(card);
}

void CreateStorePage::addPerson(const QList<RoleChoice> &roles)
{
    auto *card = new Card(tr("You, the first person who can open it"), this);
    m_personForm = new Form(2, card);
    m_person = lineEdit(m_personForm);
    m_role = new QComboBox(m_personForm);
    for (const RoleChoice &role : roles)
        m_role->addItem(role.name, role.id);
    m_personForm->addField(tr("Your name"), m_person);
    m_personForm->addField(tr("Role"), m_role);
    m_passphrase = new NewPassphrase(card);
    card->body()->addWidget(m_personForm);
    card->body()->addWidget(m_passphrase);
    content()->addWidget(card);
}

void CreateStorePage::addButtons()
{
    m_create = new QPushButton(tr("Create the store"), this);
    setButtonKind(*m_create, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_create);
    row->addWidget(cancel);
    row->addStretch(1);
    content()->addLayout(row);
    connect(m_create, &QPushButton::clicked, this, &CreateStorePage::submit);
    connect(cancel, &QPushButton::clicked, this, &CreateStorePage::cancelled);
}

void CreateStorePage::suggestKit()
{
    const bool untouched = m_kit->path().isEmpty() || m_kit->path() == m_suggestedKit;
    const QFileInfo store(m_path->path());
    if (!untouched || store.completeBaseName().isEmpty())
        return;
    m_kit->setPath(store.absolutePath() + u'/' + store.completeBaseName() + u"-recovery-kit.pdf"_s);
    m_suggestedKit = m_kit->path();
}

QWidget *CreateStorePage::firstProblem()
{
    struct Need
    {
        Form *form;
        QWidget *field;
        bool met;
        QString error;
    };
    const bool storeIsNew = !QFileInfo::exists(m_path->path());
    const Need needs[] = {
        {m_storeForm, m_path, !m_path->path().isEmpty() && storeIsNew,
         storeIsNew ? tr("Choose where the store goes.") : tr("There is a file of that name; choose another.")},
        {m_storeForm, m_kit, !m_kit->path().isEmpty(), tr("Choose where the recovery kit goes.")},
        {m_organizationForm, m_name, !m_name->text().trimmed().isEmpty(), tr("Letters need the organization's name.")},
        {m_organizationForm, m_address, !linesOf(m_address->toPlainText()).isEmpty(),
         tr("Letters need a return address.")},
        {m_personForm, m_person, !m_person->text().trimmed().isEmpty(), tr("The ledger signs with your name.")},
    };
    QWidget *first = nullptr;
    for (const Need &need : needs) {
        need.form->setError(need.field, need.met ? QString() : need.error);
        if (!need.met && !first)
            first = need.field;
    }
    return first;
}

void CreateStorePage::submit()
{
    if (isBusy())
        return;
    if (QWidget *problem = firstProblem()) {
        showError(tr("Some fields still need an answer; each says what."));
        problem->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_passphrase->check())
        return;
    CreateRequest request;
    request.path = m_path->path();
    request.kitPath = m_kit->path();
    request.organization
        = {m_name->text().trimmed(),          m_kind->currentData().toString(), m_zone->currentText(),
           linesOf(m_address->toPlainText()), m_tollFree->text().trimmed(),     m_email->text().trimmed(),
           m_website->text().trimmed(),       m_officer->text().trimmed()};
    request.person = m_person->text().trimmed();
    request.role = m_role->currentData().toString();
    request.passphrase = m_passphrase->take();
    setBusy(tr("Making the store and its recovery kit"));
    Q_EMIT createRequested(request);
}

void CreateStorePage::focusFirst()
{
    m_path->setFocus(Qt::OtherFocusReason);
}

void CreateStorePage::resume()
{
    m_create->setFocus(Qt::OtherFocusReason);
}

} // namespace tocsin::views
