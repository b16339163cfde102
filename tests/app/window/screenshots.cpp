// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every front and every page of the window to PNG files, on the demo and on a new store, in each theme, at two
// sizes: `screenshots FOLDER [PATTERN]`. A pattern such as "*deadlines*light*" takes fewer. Beside each file it prints
// what looks wrong. For eyes, not a test.
#include "app/window/window_desk.h"
#include "views/view_checks.h"

#include "casework/incident.h"
#include "casework/notice.h"
#include "casework/register_record.h"
#include "deadlines/fact_tree.h"
#include "items/delivery_people_model.h"
#include "items/fact_outline_model.h"
#include "jobs/documents.h"
#include "jobs/stream_check.h"
#include "law/facts.h"
#include "notices/pdf/letter_fonts.h"
#include "notices/template_edit.h"
#include "shared/table_view.h"
#include "shared/theme.h"
#include "unlock/create_store_page.h"
#include "unlock/unlock_page.h"
#include "welcome/welcome_page.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin;
using namespace tocsin::views;
using tocsin::test::StoreOnDisk;
using tocsin::test::WindowDesk;

namespace {

constexpr int kPreview = 1500; // milliseconds in which a letter is composed and drawn

struct Scene
{
    QString name;
    std::function<void(WindowDesk &)> show;
    int wait = 350; ///< milliseconds until it stands still
};

void chooseCommand(WindowDesk &desk, const QString &pageId, const QString &commandId)
{
    desk.showPage(pageId);
    const QList<Page *> pages = desk.window().findChildren<Page *>();
    for (Page *page : pages) {
        const QList<Command> commands = page->commands();
        for (const Command &command : commands) {
            if (command.id == commandId)
                command.run();
        }
    }
}

void retype(views::TemplateEdit &edit, const QString &from, const QString &to)
{
    QTextCursor cursor = edit.document()->find(from);
    cursor.insertText(to);
}

/// A text that somebody is changing, with a fault, and beside it what differs.
void changeAText(WindowDesk &desk)
{
    desk.showPage(u"texts"_s);
    WindowDesk::settle(kPreview);
    if (auto *edit = desk.window().findChild<views::TemplateEdit *>()) {
        retype(*edit, u"We are sorry that this happened."_s, u"We regret that this happened to you."_s);
        retype(*edit, u"{{organization.email}}"_s, u"{{organization.mail}}"_s);
    }
    chooseCommand(desk, u"texts"_s, u"texts.versions"_s);
}

void tryOtherFacts(WindowDesk &desk)
{
    desk.showPage(u"deadlines"_s);
    if (auto *day = desk.window().findChild<QLineEdit *>(u"fact.discovered"_s))
        day->setText(u"27 Feb 2026"_s);
}

/// Every fact of the incident, one of them tried, and one that cannot be.
void editAllFacts(WindowDesk &desk)
{
    chooseCommand(desk, u"deadlines"_s, u"deadlines.all-facts"_s);
    WindowDesk::settle();
    auto *tree = desk.find<FactTree>();
    if (!tree)
        return;
    const auto at = [tree](const QString &path) {
        return tree->model()->match(tree->model()->index(0, 0), items::FactOutlineModel::PathRole, path, 1,
                                    Qt::MatchExactly | Qt::MatchRecursive);
    };
    const auto type = [&](const QString &path, const QString &text) {
        for (const QModelIndex &fact : at(path))
            tree->model()->setData(fact.siblingAtColumn(items::FactOutlineModel::Value), text);
    };
    type(u"discovered"_s, u"27 Feb 2026"_s);
    type(u"anchors.determined"_s, u"5 Mar 2026"_s);
    tree->editCell(at(u"residents"_s).value(0));
}

void misspellAFact(WindowDesk &desk)
{
    editAllFacts(desk);
    auto *tree = desk.find<FactTree>();
    if (!tree)
        return;
    const QModelIndexList found
        = tree->model()->match(tree->model()->index(0, 0), items::FactOutlineModel::PathRole, u"anchors.determined"_s,
                               1, Qt::MatchExactly | Qt::MatchRecursive);
    for (const QModelIndex &fact : found) {
        const QModelIndex value = fact.siblingAtColumn(items::FactOutlineModel::Value);
        tree->model()->setData(value, u"5 Febuary"_s);
        tree->editCell(value);
    }
}

/// As a person starts it: forty hours ago.
void startProtocol(WindowDesk &desk)
{
    desk.showPage(u"containment"_s);
    for (QLineEdit *from : desk.window().findChildren<QLineEdit *>()) {
        if (from->isVisible() && from->accessibleName() == u"The hours count from"_s)
            from->setText(u"2026-03-18 17:42"_s);
    }
    for (QPushButton *button : desk.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().contains(u"Start the playbook"_s))
            button->click();
    }
}

/// The annual log of a house with a second, small breach.
void showASmallBreach(WindowDesk &desk)
{
    CaseContext &context = *desk.session().context();
    if (context.file()->ask(casework::IncidentsQuery()).result()->size() < 2) {
        casework::CreateIncident small;
        small.title = u"Letter in the wrong envelope"_s;
        small.facts = law::parseFacts(R"({"entity":"covered-entity","timezone":"America/Chicago",
            "discovered":"2026-02-10","occurred":{"from":"2026-02-09","to":"2026-02-09"},"residents":{"IL":3},
            "data":["phi","name","diagnosis"],"secured":{"encrypted":false}})",
                                      u"facts"_s)
                          .value_or(law::Facts());
        const auto made = context.file()->submit(small).result();
        WindowDesk::settle();
    }
    desk.showPage(u"annual"_s);
}

/// The program's `hipaa`, changed as a later edition might be, about to be taken.
void compareRules(WindowDesk &desk)
{
    QFile shipped(u":/law/hipaa.json"_s);
    if (!shipped.open(QIODevice::ReadOnly))
        return;
    QByteArray changed = shipped.readAll();
    changed.replace("\"version\": \"2026.11.1\"", "\"version\": \"2027.1\"");
    changed.replace("\"days\": 60", "\"days\": 45");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"hipaa.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(changed) != changed.size() || !file.flush())
        return;
    desk.session().context()->setPathChooser(
        [path](QWidget *, const PathAsk &, const std::function<void(QString)> &chosen) { chosen(path); });
    chooseCommand(desk, u"rules"_s, u"rules.import"_s);
    WindowDesk::settle(kPreview);
}

/// What is in sight of the page with this name or text.
template <typename Widget>
Widget *inSight(WindowDesk &desk, const QString &name)
{
    const QList<Widget *> all = desk.window().findChildren<Widget *>();
    for (Widget *each : all) {
        QString text = each->accessibleName();
        if (const auto *button = qobject_cast<QPushButton *>(each))
            text = QString(button->text()).remove(u'&');
        if (each->isVisible() && text == name)
            return each;
    }
    return nullptr;
}

void press(WindowDesk &desk, const QString &text)
{
    if (auto *button = inSight<QPushButton>(desk, text))
        button->click();
    WindowDesk::settle(kPreview);
}

void type(WindowDesk &desk, const QString &field, const QString &text)
{
    if (auto *edit = inSight<QLineEdit>(desk, field))
        edit->setText(text);
}

/// Letters that were mailed, and a list of returned mail that is looked at before it is recorded.
void importReturns(WindowDesk &desk)
{
    desk.showPage(u"deliveries"_s);
    WindowDesk::settle(kPreview);
    press(desk, u"Mailed…"_s);
    type(desk, u"Reference"_s, u"Job 4711"_s);
    type(desk, u"Carrier"_s, u"Mail House"_s);
    press(desk, u"Record"_s);
    QByteArray list = "recipient_id,reason,date\n";
    auto *table = inSight<TableView>(desk, u"Letters by person"_s);
    const auto *model = table ? qobject_cast<items::DeliveryPeopleModel *>(table->model()) : nullptr;
    for (int row = 0; model && row < 11; ++row) {
        if (const auto *person = model->recordAt(row))
            list += person->person.recipientId.toUtf8() + (row == 4 ? ",UTF,soon\n" : ",UTF,\n");
    }
    list += "R-none,ANK,\n";
    static const QTemporaryDir folder; // until the program ends, as the list is read later
    QFile file(folder.filePath(u"returned.csv"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(list);
    file.close();
    press(desk, u"Returned mail…"_s);
    type(desk, u"List of returned mail"_s, file.fileName());
    press(desk, u"Look at it"_s);
}

/// The same, recorded; one of them chosen, whose new address is being written.
void recordReturns(WindowDesk &desk)
{
    if (!inSight<QPushButton>(desk, u"Look at it"_s))
        importReturns(desk);
    for (const auto &text : {u"Record 9"_s, u"Record 10"_s})
        press(desk, text);
    press(desk, u"Done"_s);
    if (auto *table = inSight<TableView>(desk, u"Letters by person"_s))
        table->setCurrentIndex(table->model()->index(0, 0));
    WindowDesk::settle(kPreview);
}

/// The report to HHS, and where it went.
void showAReport(WindowDesk &desk)
{
    desk.showPage(u"notices"_s);
    WindowDesk::settle(kPreview);
    if (auto *list = inSight<QListView>(desk, u"Notices"_s))
        list->setCurrentIndex(list->model()->index(1, 0));
    WindowDesk::settle(kPreview);
    press(desk, u"Places"_s);
}

/// Two streams that count differently.
void contradict(WindowDesk &desk)
{
    CaseContext &context = *desk.session().context();
    if (context.file()->ask(jobs::StreamCheck{context.incident()}).result()->isEmpty()) {
        for (const auto &[text, stream] :
             {std::pair(u"Access log read to the end: records of 1,200 people were opened"_s,
                        casework::Stream::Technical),
              std::pair(u"HHS worksheet: 1,500 people are affected"_s, casework::Stream::Regulatory)})
            context.file()->submit(casework::LogEntry{context.incident(), text, {}, {}, stream}).waitForFinished();
    }
    desk.showPage(u"timeline"_s);
}

qint64 enter(CaseContext &context, const QString &kind, const casework::RegisterValues &values, qint64 parent = 0)
{
    const casework::AddRegisterRecord command{context.incident(), kind, values, RegisterRecordId{parent}, {}};
    return context.file()->submit(command).result().value_or(casework::Receipt()).id;
}

/// Lanes with an inquiry that asks for two things, and one that asks for nothing yet.
void askAsAuthorities(WindowDesk &desk)
{
    CaseContext &context = *desk.session().context();
    if (context.file()->ask(casework::RegisterRecords{context.incident(), u"inquiry"_s}).result()->isEmpty()) {
        const qint64 texas = enter(context, u"inquiry"_s,
                                   {{u"authority"_s, u"AG:TX"_s},
                                    {u"number"_s, u"CID-26-118"_s},
                                    {u"contact"_s, u"J. Roe, 512-555-0100"_s},
                                    {u"received"_s, u"2026-03-10"_s}});
        for (const auto &[request, due] : {std::pair(u"Copy of the notice"_s, u"2026-03-18"_s),
                                           std::pair(u"Residents by county"_s, u"2026-04-02"_s)})
            enter(context, u"inquiry-request"_s, {{u"request"_s, request}, {u"due"_s, due}}, texas);
        enter(context, u"inquiry"_s,
              {{u"authority"_s, u"AG:CA"_s}, {u"number"_s, u"2026-0417"_s}, {u"received"_s, u"2026-03-16"_s}});
        enter(context, u"partner"_s,
              {{u"name"_s, u"Blue Plan of Texas"_s},
               {u"kind"_s, u"payer"_s},
               {u"contact"_s, u"Vendor assurance, 512-555-0111"_s},
               {u"status"_s, u"pending-verification"_s},
               {u"since"_s, u"2026-03-12"_s},
               {u"contract"_s, u"Network agreement of 2024, section 9.4"_s}});
    }
    chooseCommand(desk, u"deadlines"_s, u"deadlines.lanes"_s);
}

/// The letter to a partner of the register.
void writeToAPartner(WindowDesk &desk)
{
    askAsAuthorities(desk);
    CaseContext &context = *desk.session().context();
    auto letter = context.file()->ask(casework::NoticeByKey{context.incident(), u"partner-pa-1"_s}).result();
    if (!letter) {
        (void)jobs::addNotice(*context.file(), context.incident(), u"partner"_s, u"PA-1"_s);
        letter = context.file()->ask(casework::NoticeByKey{context.incident(), u"partner-pa-1"_s}).result();
    }
    WindowDesk::settle(kPreview);
    desk.showPage(u"notices"_s, letter ? QString::number(letter->id.value) : QString());
}

QList<Scene> fronts()
{
    const auto welcome = [](WindowDesk &desk) { desk.session().showWelcome(); };
    const auto create = [welcome](WindowDesk &desk) {
        welcome(desk);
        Q_EMIT desk.find<WelcomePage>()->createRequested();
    };
    const auto unlock = [](WindowDesk &desk) { desk.showUnlock(); };
    const auto refused = [](WindowDesk &desk) {
        desk.showUnlock();
        desk.find<UnlockPage>()->showError(u"The store is damaged: its end is missing."_s,
                                           {{u"restore"_s, u"Restore a backup…"_s}});
    };
    const auto recover = [](WindowDesk &desk) {
        desk.showUnlock();
        Q_EMIT desk.find<UnlockPage>()->recoverRequested(desk.store().path);
    };
    return {{u"welcome"_s, welcome},
            {u"create"_s, create},
            {u"unlock"_s, unlock},
            {u"restore"_s, refused},
            {u"recover"_s, recover}};
}

QList<Scene> pages()
{
    QList<Scene> scenes;
    for (const auto *id : {"overview", "timeline", "tasks", "containment", "deadlines", "people", "notices",
                           "deliveries", "texts", "annual", "packets", "ledger", "rules", "access"}) {
        const QString page = QString::fromLatin1(id);
        scenes << Scene{page, [page](WindowDesk &desk) { desk.showPage(page); },
                        page == u"notices"_s || page == u"texts"_s ? kPreview : 350};
    }
    scenes << Scene{u"entry"_s, [](WindowDesk &desk) { desk.showPage(u"timeline"_s, u"new"_s); }}
           << Scene{u"incident"_s, [](WindowDesk &desk) { chooseCommand(desk, u"overview"_s, u"incident.new"_s); }};
    return scenes;
}

const Scene kPalette{u"palette"_s, [](WindowDesk &desk) { desk.window().openPalette(); }};

QList<Scene> demoPages()
{
    QList<Scene> scenes = pages();
    scenes << Scene{u"task"_s, [](WindowDesk &desk) { desk.showPage(u"tasks"_s, u"T-5"_s); }}
           << Scene{u"started"_s, startProtocol}
           << Scene{u"record"_s,
                    [](WindowDesk &desk) {
                        chooseCommand(desk, u"containment"_s, u"containment.add-access-restriction"_s);
                    }}
           << Scene{u"newtask"_s, [](WindowDesk &desk) { chooseCommand(desk, u"tasks"_s, u"tasks.add"_s); }}
           << Scene{u"calendar"_s,
                    [](WindowDesk &desk) { chooseCommand(desk, u"deadlines"_s, u"deadlines.calendar"_s); }}
           << Scene{u"lanes"_s, [](WindowDesk &desk) { chooseCommand(desk, u"deadlines"_s, u"deadlines.lanes"_s); }}
           << Scene{u"list"_s, [](WindowDesk &desk) { chooseCommand(desk, u"deadlines"_s, u"deadlines.list"_s); }}
           << Scene{u"whatif"_s, tryOtherFacts} << Scene{u"allfacts"_s, editAllFacts}
           << Scene{u"changedtext"_s, changeAText, kPreview}
           << Scene{u"produce"_s, [](WindowDesk &desk) { chooseCommand(desk, u"notices"_s, u"notices.produce"_s); },
                    kPreview}
           << Scene{u"returns"_s, importReturns} << Scene{u"returned"_s, recordReturns}
           << Scene{u"moved"_s,
                    [](WindowDesk &desk) {
                        recordReturns(desk);
                        press(desk, u"New address…"_s);
                    }}
           << Scene{u"textfields"_s, [](WindowDesk &desk) { chooseCommand(desk, u"texts"_s, u"texts.field"_s); }}
           << Scene{u"wrongfact"_s, misspellAFact} << Scene{u"smallbreach"_s, showASmallBreach}
           << Scene{u"disagree"_s, contradict} << Scene{u"inquiries"_s, askAsAuthorities}
           << Scene{u"disagreeing-packet"_s, [](WindowDesk &desk) { desk.showPage(u"packets"_s); }}
           << Scene{u"partner"_s,
                    [](WindowDesk &desk) {
                        askAsAuthorities(desk);
                        desk.showPage(u"containment"_s, u"PA-1"_s);
                    }}
           << Scene{u"partner-letter"_s, writeToAPartner, kPreview} << Scene{u"newrules"_s, compareRules}
           << Scene{u"report"_s, showAReport} << kPalette
           << Scene{u"locked"_s,
                    [](WindowDesk &desk) { desk.session().lock(u"Locked because nobody used it for a while."_s); }};
    return scenes;
}

/// Takes those pictures of which the name fits.
class Photographer
{
public:
    Photographer(QString folder, const QString &pattern)
        : m_folder(std::move(folder))
        , m_wanted(QRegularExpression::fromWildcard(pattern.isEmpty() ? u"*"_s : pattern))
        , m_out(stdout)
    {
        QDir().mkpath(m_folder);
    }

    void takeAll(const StoreOnDisk &store, const QString &kind, const QString &look, QSize size)
    {
        const QString suffix = u'-' + look + u'-' + QString::number(size.width());
        QList<Scene> before = kind == u"demo"_s ? fronts() : QList<Scene>();
        QList<Scene> after = kind == u"demo"_s ? demoPages() : pages() << kPalette;
        for (QList<Scene> *scenes : {&before, &after})
            scenes->removeIf(
                [&](const Scene &scene) { return !m_wanted.match(kind + u'-' + scene.name + suffix).hasMatch(); });
        if (before.isEmpty() && after.isEmpty())
            return;
        WindowDesk desk(store, size);
        for (const Scene &scene : std::as_const(before))
            take(desk, scene, kind + u'-' + scene.name + suffix);
        desk.showUnlock();
        if (!desk.unlock())
            m_out << kind << " does not open\n";
        for (const Scene &scene : std::as_const(after))
            take(desk, scene, kind + u'-' + scene.name + suffix);
    }

private:
    void take(WindowDesk &desk, const Scene &scene, const QString &name)
    {
        scene.show(desk);
        WindowDesk::settle(scene.wait);
        const QString path = m_folder + u'/' + name + u".png"_s;
        m_out << path << (desk.window().grab().save(path) ? "\n" : " failed\n");
        const QStringList problems = viewchecks::clippedTexts(desk.window())
            + viewchecks::unnamedControls(desk.window()) + viewchecks::sidewaysScrolls(desk.window());
        for (const QString &problem : problems)
            m_out << "   " << problem << '\n';
        m_out.flush();
    }

    QString m_folder;
    QRegularExpression m_wanted;
    QTextStream m_out;
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir stores;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, stores.filePath(u"settings"_s));
    QCoreApplication::setOrganizationName(u"tocsin-screenshots"_s);
    const auto demo = test::makeDemoStore(stores.filePath(u"demo"_s));
    const auto empty = test::makeEmptyStore(stores.path());
    if (!notices::loadLetterFonts() || !demo || !empty)
        return 1;
    Photographer photographer(app.arguments().value(1, u"."_s), app.arguments().value(2));
    const QList<std::pair<QString, ThemeChoice>> looks{
        {u"light"_s, ThemeChoice::Light}, {u"dark"_s, ThemeChoice::Dark}, {u"contrast"_s, ThemeChoice::HighContrast}};
    for (const auto &[look, choice] : looks) {
        applyTheme(app, choice);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            photographer.takeAll(*demo, u"demo"_s, look, size);
            photographer.takeAll(*empty, u"new"_s, look, size);
        }
    }
    return 0;
}
