// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/theme.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QVariant>
#include <QWidget>

#include <functional>

namespace tocsin::views {

/// Something a person can do, found with Ctrl+K and, if it has one, by its shortcut.
struct Command
{
    QString id; ///< stable, such as "timeline.log"
    QString title; ///< as a person reads it: "Log what happened"
    QString words; ///< further words that find it
    QKeySequence shortcut;
    std::function<void()> run;
    std::function<bool()> allowed = [] { return true; }; ///< asked each time the palette opens
};

/// What the rail shows of a page.
struct PageInfo
{
    QString id; ///< stable: "timeline"
    QString title; ///< "Timeline"
    QString section; ///< heading in the rail ("Breach"), empty for the first group
    QString icon; ///< a name in resources/icons
};

/// One page of the window. The shell owns it and destroys it when the window locks, so a page holds nothing that is not
/// in the store, except its place.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(PageInfo info, QWidget *parent = nullptr);

    [[nodiscard]] const PageInfo &info() const { return m_info; }

    /// Puts the keyboard where a person would begin. The default takes the first widget of the page that takes focus.
    virtual void focusFirst();

    /// What can be done here. The palette offers it from any page; run() is called with this page in front.
    [[nodiscard]] virtual QList<Command> commands();

    /// Where the person is: selection, filter, scroll, an unfinished entry. Kept in memory over a lock and given back
    /// to restorePlace() of the next page with this id.
    [[nodiscard]] virtual QVariantMap place() const;
    virtual void restorePlace(const QVariantMap &place);

    /// Shows the record with this id, as chosen in the palette or on another page. False if it is not here.
    virtual bool showRecord(const QString &recordId);

    /// The count beside the title in the rail: 0 hides it. Danger makes it red; `words` says what is counted ("3
    /// late").
    void setCount(int count, Tone tone, const QString &words);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] Tone countTone() const { return m_tone; }
    [[nodiscard]] const QString &countWords() const { return m_countWords; }

Q_SIGNALS:
    void countChanged();
    /// Asks the shell to show another page, and a record there if `recordId` is not empty.
    void navigationRequested(const QString &pageId, const QString &recordId);

private:
    PageInfo m_info;
    int m_count = 0;
    Tone m_tone = Tone::Neutral;
    QString m_countWords;
};

} // namespace tocsin::views
