// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace tocsin::architecture {

/// Which headers belong to a Qt module, as its include folder says: class headers and lower-case ones.
struct QtHeaders
{
    QSet<QString> gui;
    QSet<QString> widgets; ///< Qt Widgets, and what only shows something: Charts, PdfWidgets, SvgWidgets

    /// Reads the include folders of the installed Qt.
    static QtHeaders installed();
};

/// A target of the build, as CMake describes it.
struct Target
{
    QString name;
    QString folder; ///< where it is declared, relative to the root, such as "models/law"
    QStringList links;
};

/// The room a path belongs to: "law" for models/law/…, "views" and "app" for these two, empty for anything else.
QString roomOf(const QString &path);

/// True if the table of rooms lets `from` use `to`, directly or through rooms it may use. Everything may use itself.
bool mayUse(const QString &from, const QString &to);

/// Every wrong include of one source file, as sentences that begin with "path:line: ". `tree` holds the paths of all
/// program sources, by which an include is resolved.
QStringList includeProblems(const QString &path, const QString &text, const QSet<QString> &tree, const QtHeaders &qt);

/// Every wrong link of one target; `targets` are all targets of the build by name.
QStringList linkProblems(const Target &target, const QHash<QString, Target> &targets);

/// The targets in the listing that CMake wrote at configure time (tests/architecture/CMakeLists.txt).
QHash<QString, Target> readTargets(const QString &listing);

} // namespace tocsin::architecture
