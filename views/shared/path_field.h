// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace tocsin::views {

/// What file or folder is wanted.
struct PathAsk
{
    enum class Kind { OpenFile, SaveFile, Folder };
    Kind kind = Kind::OpenFile;
    QString title;
    QString filter; ///< as QFileDialog has it: "Case stores (*.tocsin)"
    QString suffix; ///< added to a name without one when saving: "tocsin"
    QString suggested; ///< where the dialog begins
};

/// Asks for a path and hands it to `done`; nothing is called if the person gives up. Injected, so that tests choose.
using PathChooser = std::function<void(QWidget *parent, const PathAsk &ask, std::function<void(QString)> done)>;

/// The system's file dialog, not blocking.
PathChooser systemPathChooser();

/// A path to type or to choose.
class PathField : public QWidget
{
    Q_OBJECT

public:
    PathField(const QString &accessibleName, PathAsk ask, PathChooser chooser, QWidget *parent = nullptr);

    /// Absolute and clean; empty if nothing was given.
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    void setInvalid(bool invalid);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

private:
    PathAsk m_ask;
    PathChooser m_chooser;
    QLineEdit *m_edit;
    QPushButton *m_browse;
};

} // namespace tocsin::views
