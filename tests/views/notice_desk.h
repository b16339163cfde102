// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/letter_preview.h"
#include "notices/letter_production.h"
#include "notices/notice_review.h"
#include "notices/notices_page.h"
#include "notices/words_form.h"
#include "shell/main_window.h"
#include "views/notice_case.h"
#include "views/view_checks.h"

#include <QLineEdit>
#include <QPdfDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <functional>

namespace tocsin::test {

/// What is visible and has that accessible name; nullptr if nothing has.
template <typename Widget>
Widget *named(const QWidget &around, const QString &name)
{
    const QList<Widget *> all = around.findChildren<Widget *>();
    for (Widget *each : all) {
        if (each->isVisible() && each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

/// The page in the window, as a person has it.
class Desk
{
public:
    explicit Desk(NoticeCase &data, int width = 1280, int height = 800)
    {
        page = new views::NoticesPage(&data.context(), [this](const QString &folder) { opened << folder; });
        window.openCase(QStringLiteral("store/ada"), {page});
        window.showPage(QStringLiteral("notices"));
        shown = viewchecks::showAt(window, width, height);
        preview = page->findChild<views::LetterPreview *>();
        review = page->findChild<views::NoticeReview *>();
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->text().startsWith(text) && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool has(const QString &text) const { return !viewchecks::textsWith(*page, text).isEmpty(); }
    /// Does something as soon as letters are being produced, and not a moment later.
    void onceRunning(const std::function<void()> &act) const
    {
        const auto *production = page->findChild<views::LetterProduction *>();
        QObject::connect(production, &views::LetterProduction::runningChanged, page, [act](bool running) {
            if (running)
                act();
        });
    }
    /// The first field of the notice's words.
    [[nodiscard]] QPlainTextEdit *words() const
    {
        return page->findChild<views::WordsForm *>()->findChild<QPlainTextEdit *>();
    }
    [[nodiscard]] bool isReady() const { return review->isVisible() && review->isChecked(); }
    /// Whether a button is there and open.
    [[nodiscard]] bool isOpen(const QString &text) const { return button(text) && button(text)->isEnabled(); }
    [[nodiscard]] QString letterText() const
    {
        auto *document = page->findChild<QPdfDocument *>();
        QString text;
        for (int i = 0; i < document->pageCount(); ++i)
            text += document->getAllText(i).text();
        return text.simplified();
    }
    /// Lines to type in, by their accessible name.
    [[nodiscard]] QList<QLineEdit *> fieldsFor(const QString &name) const
    {
        QList<QLineEdit *> found = page->findChildren<QLineEdit *>();
        found.removeIf([&](QLineEdit *each) { return !each->isVisible() || !each->accessibleName().startsWith(name); });
        return found;
    }
    void explainAll() const
    {
        for (QLineEdit *field : fieldsFor(QStringLiteral("Why this stands")))
            field->setText(QStringLiteral("Known"));
    }
    void press(const QString &text) const { QTest::mouseClick(button(text), Qt::LeftButton); }

    QStringList opened;
    views::MainWindow window;
    views::NoticesPage *page = nullptr;
    views::LetterPreview *preview = nullptr;
    views::NoticeReview *review = nullptr;
    bool shown = false;
};

} // namespace tocsin::test
