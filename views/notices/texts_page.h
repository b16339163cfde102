// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/house_texts.h"
#include "notices/text_drafts.h"
#include "shared/case_context.h"
#include "shared/job_slot.h"
#include "shared/page.h"

#include <QTimer>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tocsin::views {

class Card;
class FieldList;
class HouseStylePanel;
class LetterPreview;
class ListView;
class NoticeBar;
class SearchField;
class SegmentedFilter;
class TemplateEdit;
class TextModel;
class TextProblems;
class TextVersions;

/// The texts that notices are made of: each with its editor, what is wrong in it by line, the letter it makes for
/// somebody of the roster, the fields it may use, and its versions.
class TextsPage final : public Page
{
    Q_OBJECT

public:
    /// `context` is not owned and must outlive the page.
    explicit TextsPage(CaseContext *context, QWidget *parent = nullptr);
    ~TextsPage() override;

    void focusFirst() override;
    [[nodiscard]] QList<Command> commands() override;
    [[nodiscard]] QVariantMap place() const override;
    void restorePlace(const QVariantMap &place) override;
    /// The id of a text.
    bool showRecord(const QString &recordId) override;

Q_SIGNALS:
    /// A text stands in the editor.
    void opened();
    /// What stands in the editor was looked at.
    void checked();

private:
    /// The text in the editor, as the store has it.
    struct Opened
    {
        casework::TemplateVersion newest;
        QList<casework::TemplateVersion> versions;
        std::vector<notices::FieldInfo> fields;
    };

    CaseContext *m_context;
    TextModel *m_model;
    QString m_wanted; ///< a text to open once it is listed
    QString m_asked; ///< the text that is open or about to be
    QString m_id; ///< the text in the editor
    QByteArray m_saved; ///< what the newest version says
    int m_base = 0; ///< the version that what is typed was made on
    int m_newest = 0;
    TextDrafts m_drafts;
    bool m_filling = false;
    bool m_isFiltering = false; ///< the list, by words
    bool m_mayEdit;

    NoticeBar *m_notice;
    SearchField *m_search;
    ListView *m_list;
    Card *m_card;
    QPushButton *m_restore;
    TemplateEdit *m_edit;
    TextProblems *m_problems;
    QLineEdit *m_reason;
    QPushButton *m_save;
    QPushButton *m_discard;
    SegmentedFilter *m_sides;
    QStackedWidget *m_side;
    LetterPreview *m_preview;
    FieldList *m_fields;
    TextVersions *m_versions;
    HouseStylePanel *m_house;
    QTimer m_soon;
    JobSlot m_listing;
    JobSlot m_opening;
    JobSlot m_checking;
    JobSlot m_saving; // last, so that they end first

    void layOut();
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] Card *makeEditor();
    [[nodiscard]] Card *makeSide();
    void connectParts();
    void load();
    void choose(const QString &id);
    void open(const QString &id);
    void show(const Opened &text);
    void put(const QByteArray &bytes);
    void type(const QByteArray &bytes);
    void filter(const QString &words);
    [[nodiscard]] QByteArray typed() const;
    [[nodiscard]] bool isChanged() const { return typed() != m_saved; }
    void keepDraft();
    void onTyped();
    void check();
    void showProblems(const QList<notices::TemplateProblem> &problems);
    void updateButtons();
    void sayWhoSaved(const casework::TemplateVersion &newest);
    void save();
    void finishSaving(const QString &id, int base, const Result<casework::Receipt> &receipt);
    void restore();
};

} // namespace tocsin::views
