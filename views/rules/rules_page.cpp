// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rules_page.h"

#include "core/when_done.h"
#include "items/item_roles.h"
#include "items/rule_book_model.h"
#include "items/rule_model.h"
#include "items/wording.h"
#include "rules/rule_import_panel.h"
#include "rules/rule_text.h"
#include "shared/card.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/scroll_column.h"
#include "shared/search_field.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

enum StackPage { BooksPage, ImportPage };

constexpr int kMostBooks = 3; // rows before the table scrolls
constexpr int kTextWidth = 376;
constexpr QMargins kBeside(0, 0, ScrollColumn::kGutter, 0); // of what has no scroll bar at its right

} // namespace

RulesPage::RulesPage(CaseContext *context, QWidget *parent)
    : Page({u"rules"_s, tr("Rules"), tr("Readiness"), u"assessment"_s}, parent)
    , m_context(context)
    , m_books(new items::RuleBookModel(this))
    , m_rules(new items::RuleModel(this))
    , m_shown(new items::RuleFilterModel(this))
    , m_header(new PageHeader(tr("Rules"), {}, this))
    , m_import(new QPushButton(tr("&Import rules…"), this))
    , m_importFolder(new QPushButton(tr("Import a &folder…"), this))
    , m_bar(new JobBar(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_bookTable(new TableView(tr("Rule packs"), this))
    , m_ruleCard(new Card(tr("Rules of the pack"), this))
    , m_search(new SearchField(tr("Recipient, State, citation"), this))
    , m_doubtful(new QCheckBox(tr("For &counsel only"), this))
    , m_ruleTable(new TableView(tr("Rules of the pack"), this))
    , m_none(makeMutedLabel({}, TypeStyle::Body, this))
    , m_text(new RuleText(this))
    , m_importPanel(new RuleImportPanel(*context, this))
{
    m_notice->setClosable(true);
    layOut();
    connect(m_import, &QPushButton::clicked, this, [this] { chooseFiles(false); });
    connect(m_importFolder, &QPushButton::clicked, this, [this] { chooseFiles(true); });
    connect(m_bar, &JobBar::cancelRequested, &m_job, &JobSlot::cancel);
    connect(&m_job, &JobSlot::progressed, m_bar,
            [this](qint64 done, qint64 total) { m_bar->setProgress(done, total, tr("files")); });
    connect(m_importPanel, &RuleImportPanel::left, this, [this] {
        m_stack->setCurrentIndex(BooksPage);
        showAllowed();
        m_notice->showNotice(Tone::Neutral, tr("Nothing was taken in."));
        focusFirst();
    });
    connect(m_importPanel, &RuleImportPanel::taken, this, [this](const QString &packs) {
        m_stack->setCurrentIndex(BooksPage);
        showAllowed();
        m_wanted = packs.section(u", "_s, 0, 0);
        m_notice->showNotice(Tone::Ok,
                             tr("%1 is available. Each incident keeps its rules until somebody accepts these for it, "
                                "under Deadlines.")
                                 .arg(packs));
        load();
        focusFirst();
    });
    connect(context->file(), &casework::CaseFile::changed, this, [this](const casework::ChangeSet &changes) {
        if (changes.touches(casework::Kind::RulePack) || changes.touches(casework::Kind::Incident))
            load();
    });
    showAllowed();
    load();
}

RulesPage::~RulesPage() = default;

void RulesPage::layOut()
{
    setButtonKind(*m_import, ButtonKind::Primary);
    m_header->addAction(m_importFolder);
    m_header->addAction(m_import);
    m_stack->addWidget(makeBooks());
    auto *comparison = new QWidget;
    auto *beside = new QVBoxLayout(comparison);
    beside->setContentsMargins(kBeside);
    beside->addWidget(m_importPanel);
    m_stack->addWidget(comparison);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(kBeside);
    above->setSpacing(metrics::space(2));
    above->addWidget(m_header);
    above->addWidget(m_bar);
    above->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPage - kBeside);
    layout->setSpacing(metrics::space(2));
    layout->addLayout(above);
    layout->addWidget(m_stack, 1);
}

QWidget *RulesPage::makeBooks()
{
    m_bookTable->setModel(m_books);
    m_bookTable->setColumns({{3, 190}, {1, 96}, {1, 64}, {1, 120}, {2, 120}, {1, 128}});
    m_bookTable->setMostRows(kMostBooks);
    connect(m_bookTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showBook(); });
    auto *books = new Card(tr("Rule packs"));
    books->setContent(m_bookTable);
    auto *column = new QWidget;
    auto *text = new QVBoxLayout(column);
    text->setContentsMargins(0, 0, 0, 0);
    text->addWidget(m_text);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(metrics::space(2));
    lower->addWidget(makeRules(), 3);
    lower->addWidget(new ScrollColumn(column, kTextWidth, this), 2);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(2));
    auto *above = new QVBoxLayout;
    above->setContentsMargins(kBeside);
    above->addWidget(books);
    layout->addLayout(above);
    layout->addLayout(lower, 1);
    return page;
}

Card *RulesPage::makeRules()
{
    m_shown->setSourceModel(m_rules);
    m_ruleTable->setModel(m_shown);
    m_ruleTable->setWrapRows(true);
    m_ruleTable->setColumns({{5, 200}, {3, 120}, {0, 164}});
    m_search->setAccessibleName(tr("Find a rule"));
    auto *filters = new QHBoxLayout;
    filters->setSpacing(metrics::space(1));
    filters->addWidget(m_search, 1);
    filters->addWidget(m_doubtful);
    m_ruleCard->body()->addLayout(filters);
    m_ruleCard->body()->addWidget(m_none);
    m_ruleCard->body()->addWidget(m_ruleTable, 1);
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &words) {
        m_shown->setWords(words);
        showRows();
    });
    connect(m_search, &SearchField::resultsWanted, this, [this] { m_ruleTable->setFocus(Qt::OtherFocusReason); });
    connect(m_doubtful, &QCheckBox::toggled, this, [this](bool only) {
        m_shown->setDoubtfulOnly(only);
        showRows();
    });
    connect(m_ruleTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { showRule(); });
    return m_ruleCard;
}

bool RulesPage::mayImport() const
{
    return m_context->may(casework::ImportRulePacks::kAction);
}

void RulesPage::showAllowed()
{
    const bool idle = !m_job.isRunning() && m_stack->currentIndex() == BooksPage;
    m_header->setVisible(m_stack->currentIndex() == BooksPage);
    m_header->setLine(mayImport()
                          ? tr("What every date follows from. Not legal advice; what is marked so is for counsel.")
                          : tr("The compliance lead or legal counsel takes in rules."));
    for (QPushButton *button : {m_import, m_importFolder}) {
        button->setVisible(mayImport());
        button->setEnabled(idle);
    }
}

void RulesPage::load()
{
    whenDone(m_context->file()->ask(casework::RuleBooksQuery{}), this,
             [this](const Result<QList<casework::RuleBook>> &books) {
                 if (!books)
                     return m_notice->showNotice(Tone::Danger, books.error().message);
                 take(*books);
             });
}

void RulesPage::take(const QList<casework::RuleBook> &books)
{
    m_books->set(books);
    choose(m_wanted);
    if (!m_bookTable->currentIndex().isValid() && m_books->rowCount() > 0)
        m_bookTable->selectRow(0);
}

void RulesPage::choose(const QString &pack)
{
    for (int row = 0; row < m_books->rowCount(); ++row) {
        if (m_books->recordAt(row)->info.name() != pack)
            continue;
        m_wanted.clear();
        m_bookTable->selectRow(row);
        return;
    }
}

void RulesPage::showBook()
{
    const casework::RuleBook *book = m_books->recordAt(m_bookTable->currentIndex().row());
    m_ruleCard->setTitle(book ? tr("Rules of %1").arg(book->info.name()) : tr("Rules of the pack"));
    m_rules->set(book && book->pack ? *book->pack : law::RulePack(), m_context->today());
    showRows();
}

void RulesPage::showRows()
{
    const casework::RuleBook *book = m_books->recordAt(m_bookTable->currentIndex().row());
    const bool any = m_shown->rowCount() > 0;
    m_none->setText(book && !book->pack ? book->problem : tr("No rule of this pack passes the filter."));
    m_none->setVisible(!any);
    m_ruleTable->setVisible(any);
    for (int row = 0; !m_wantedRule.isEmpty() && row < m_shown->rowCount(); ++row) {
        if (m_shown->index(row, 0).data(items::RecordIdRole) == m_wantedRule)
            m_ruleTable->selectRow(row);
    }
    if (any)
        m_wantedRule.clear();
    if (!m_ruleTable->currentIndex().isValid() && any)
        m_ruleTable->selectRow(0);
    showRule();
}

void RulesPage::showRule()
{
    m_text->show(m_shown->ruleAt(m_ruleTable->currentIndex()), m_rules->pack());
}

void RulesPage::chooseFiles(bool folder)
{
    PathAsk ask;
    ask.kind = folder ? PathAsk::Kind::Folder : PathAsk::Kind::OpenFile;
    ask.title = folder ? tr("A folder of rule packs") : tr("A rule pack");
    ask.filter = tr("Rule packs (*.json)");
    m_context->pathChooser()(this, ask, [this](const QString &path) {
        if (!path.isEmpty() && !m_job.isRunning())
            compare(path);
    });
}

void RulesPage::compare(const QString &path)
{
    m_notice->clear();
    m_bar->start(tr("Comparing %1").arg(QFileInfo(path).fileName()));
    const auto work = [file = m_context->file(), path](const Progress &progress) {
        return jobs::compareRuleFiles(*file, path, progress);
    };
    m_job.run<jobs::RuleComparison>(tr("Comparing rules"), work,
                                    [this](const Result<jobs::RuleComparison> &comparison) { finish(comparison); });
    showAllowed();
}

void RulesPage::finish(const Result<jobs::RuleComparison> &comparison)
{
    m_bar->finish();
    if (comparison) {
        m_importPanel->show(*comparison);
        m_stack->setCurrentIndex(ImportPage);
    } else {
        const bool stopped = comparison.error().code == ErrorCode::Cancelled;
        m_notice->showNotice(stopped ? Tone::Neutral : Tone::Danger, comparison.error().message);
    }
    showAllowed();
}

void RulesPage::focusFirst()
{
    if (m_stack->currentIndex() == BooksPage)
        m_bookTable->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

QList<Command> RulesPage::commands()
{
    const auto allowed = [this] { return m_import->isEnabled() && mayImport(); };
    return {{u"rules.import"_s,
             tr("Import rules"),
             tr("law pack update newer"),
             {},
             [this] { chooseFiles(false); },
             allowed},
            {u"rules.import-folder"_s,
             tr("Import a folder of rules"),
             tr("law packs update"),
             {},
             [this] { chooseFiles(true); },
             allowed},
            {u"rules.find"_s, tr("Find a rule"), tr("law citation State search"), {}, [this] {
                 if (m_stack->currentIndex() == BooksPage)
                     m_search->setFocus(Qt::ShortcutFocusReason);
             }}};
}

QVariantMap RulesPage::place() const
{
    return {{u"pack"_s, m_bookTable->currentIndex().data(items::RecordIdRole)},
            {u"rule"_s, m_ruleTable->currentIndex().data(items::RecordIdRole)},
            {u"words"_s, m_search->text()},
            {u"doubtful"_s, m_doubtful->isChecked()}};
}

void RulesPage::restorePlace(const QVariantMap &place)
{
    m_search->setText(place.value(u"words"_s).toString());
    m_shown->setWords(m_search->text());
    m_doubtful->setChecked(place.value(u"doubtful"_s).toBool());
    m_wanted = place.value(u"pack"_s).toString();
    m_wantedRule = place.value(u"rule"_s).toString();
    choose(m_wanted);
}

bool RulesPage::showRecord(const QString &recordId)
{
    m_wanted = recordId;
    choose(recordId);
    return m_wanted.isEmpty() || m_books->rowCount() == 0;
}

} // namespace tocsin::views
