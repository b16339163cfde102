// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/rule_pack_record.h"
#include "jobs/rule_files.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"
#include "shared/page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tocsin::items {
class RuleBookModel;
class RuleFilterModel;
class RuleModel;
} // namespace tocsin::items

namespace tocsin::views {

class Card;
class JobBar;
class NoticeBar;
class PageHeader;
class RuleImportPanel;
class RuleText;
class SearchField;
class TableView;

/// The rule packs of the store and the program, the rules in each, and taking in others after seeing what they change.
class RulesPage final : public Page
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the page.
    explicit RulesPage(CaseContext *context, QWidget *parent = nullptr);
    ~RulesPage() override;

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// The name of a pack, "hipaa@2026.11".
    bool showRecord(const QString &recordId) override;

private:
    CaseContext *m_context;
    items::RuleBookModel *m_books;
    items::RuleModel *m_rules;
    items::RuleFilterModel *m_shown;
    PageHeader *m_header;
    QPushButton *m_import;
    QPushButton *m_importFolder;
    JobBar *m_bar;
    NoticeBar *m_notice;
    QStackedWidget *m_stack; ///< the packs, or what an import would change
    TableView *m_bookTable;
    Card *m_ruleCard;
    SearchField *m_search;
    QCheckBox *m_doubtful;
    TableView *m_ruleTable;
    QLabel *m_none;
    RuleText *m_text;
    RuleImportPanel *m_importPanel;
    QString m_wanted; ///< a pack to choose once it is there
    QString m_wantedRule;
    JobSlot m_job; // last, so that it ends first

    QWidget *makeBooks();
    Card *makeRules();
    void layOut();
    void load();
    void take(const QList<casework::RuleBook> &books);
    void choose(const QString &pack);
    void showBook();
    void showRows();
    void showRule();
    [[nodiscard]] bool mayImport() const;
    void showAllowed();
    void chooseFiles(bool folder);
    void compare(const QString &path);
    void finish(const Result<jobs::RuleComparison> &comparison);
};

} // namespace tocsin::views
