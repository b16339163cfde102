// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QLineEdit;

namespace tocsin::views {

class ListView;

/// One thing that Ctrl+K can find.
struct PaletteItem
{
    QString title;
    QString detail; ///< second line, may be empty
    QString kind; ///< what it is, in a word: "Page", "Command", "Task"
    QString words; ///< further words that find it
    std::function<void()> run;
};

/// Where records come from. The answer may come at once or later, on the window's thread; an answer to words that are
/// no longer asked for is dropped.
class PaletteSource
{
public:
    using Deliver = std::function<void(const QList<PaletteItem> &)>;
    virtual ~PaletteSource() = default;
    virtual void find(const QString &words, const Deliver &deliver) = 0;
};

/// What the palette lists at the moment.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setItems(const QList<PaletteItem> &items);
    [[nodiscard]] const PaletteItem &item(int row) const { return m_items[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteItem> m_items;
};

/// Ctrl+K: finds any page, command or record by a few letters. It lies over the window it was made for; Escape or a
/// click beside it closes it and gives the keyboard back to where it was.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// What is always findable; asked each time the palette opens.
    void setItems(std::function<QList<PaletteItem>()> items);
    /// Records; not owned, may be null. The source is asked from the second letter on.
    void setSource(PaletteSource *source);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return isVisible(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool handleKey(int key);
    void search();
    void deliver(quint64 question, const QList<PaletteItem> &records);
    void show(const QList<PaletteItem> &items);
    void moveBy(int rows);
    void runCurrent();
    void place();

    QPointer<QWidget> m_window;
    QPointer<QWidget> m_focusBefore;
    QFrame *m_box;
    QLineEdit *m_words;
    ListView *m_list;
    QLabel *m_nothing;
    PaletteModel *m_model;
    std::function<QList<PaletteItem>()> m_makeItems;
    QList<PaletteItem> m_items;
    QList<PaletteItem> m_found;
    PaletteSource *m_source = nullptr;
    quint64 m_question = 0;
};

} // namespace tocsin::views
