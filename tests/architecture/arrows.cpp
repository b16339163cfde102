// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/arrows.h"

#include <QDir>
#include <QRegularExpression>

#include <vector>

namespace tocsin::architecture {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Room
{
    QString name;
    QStringList uses;
    bool paints = false; ///< Qt Gui is among its libraries
};

// design.md section 1, in its order.
const std::vector<Room> &rooms()
{
    static const std::vector<Room> table = {
        {u"core"_s, {}},
        {u"law"_s, {u"core"_s}},
        {u"vault"_s, {u"core"_s}},
        {u"ledger"_s, {u"core"_s}},
        {u"casework"_s, {u"law"_s, u"vault"_s, u"ledger"_s}},
        {u"intake"_s, {u"core"_s}},
        {u"notices"_s, {u"core"_s}, true},
        {u"packets"_s, {u"casework"_s, u"notices"_s, u"ledger"_s}, true},
        {u"jobs"_s, {u"casework"_s, u"intake"_s, u"notices"_s, u"packets"_s}, true},
        {u"items"_s, {u"casework"_s}, true},
        {u"views"_s, {u"items"_s, u"jobs"_s}, true},
        {u"app"_s, {u"views"_s}, true},
    };
    return table;
}

const Room *findRoom(const QString &name)
{
    for (const Room &room : rooms()) {
        if (room.name == name)
            return &room;
    }
    return nullptr;
}

bool showsWidgets(const QString &room)
{
    return room == "views"_L1 || room == "app"_L1;
}

bool paints(const QString &room)
{
    const Room *found = findRoom(room);
    return found && found->paints;
}

QString topOf(const QString &path)
{
    return path.section(u'/', 0, 0);
}

// The file an include means: beside the including one, else from the root of its own part of the tree, else of another.
QString resolve(const QString &from, const QString &include, const QSet<QString> &tree)
{
    const QStringList bases{from.section(u'/', 0, -2), topOf(from), u"models"_s, u"views"_s, u"app"_s};
    for (const QString &base : bases) {
        const QString path = QDir::cleanPath(base + u'/' + include);
        if (tree.contains(path))
            return path;
    }
    return {};
}

QString arrowProblem(const QString &room, const QString &other)
{
    if (other.isEmpty() || mayUse(room, other))
        return {};
    return u"%1 must not use %2 (design.md section 1)"_s.arg(room, other);
}

QString foreignProblem(const QString &room, const QString &header, const QtHeaders &qt)
{
    const QString name = header.section(u'/', -1);
    const QString module = header.contains(u'/') ? header.section(u'/', 0, 0) : QString();
    if (name == "sqlite3.h"_L1 && room != "vault"_L1)
        return u"only vault may include sqlite3.h"_s;
    if (module == "QtSql"_L1 || name.startsWith("QSql"_L1))
        return u"Qt SQL is not used"_s;
    const bool isWidgets = qt.widgets.contains(name) || module == "QtWidgets"_L1 || module == "QtCharts"_L1;
    if (isWidgets && !showsWidgets(room))
        return u"<%1> is for views/ and app/ only"_s.arg(header);
    const bool isGui = qt.gui.contains(name) || module == "QtGui"_L1;
    if (isGui && !isWidgets && !paints(room))
        return u"<%1> is Qt Gui, which %2 does without"_s.arg(header, room);
    return {};
}

QString linkProblem(const QString &room, const QString &link, const QHash<QString, Target> &targets)
{
    if (const auto own = targets.constFind(link); own != targets.cend())
        return arrowProblem(room, roomOf(own->folder));
    static const QRegularExpression shown(
        u"^Qt6?::(Widgets|OpenGLWidgets|Charts|PdfWidgets|SvgWidgets|PrintSupport)$"_s);
    static const QRegularExpression painted(u"^Qt6?::(Gui|Pdf|Svg|OpenGL)$"_s);
    if (shown.match(link).hasMatch() && !showsWidgets(room))
        return u"%1 is for views/ and app/ only"_s.arg(link);
    if (painted.match(link).hasMatch() && !paints(room))
        return u"%1 does without %2"_s.arg(room, link);
    if (link.endsWith("::Sql"_L1) || link.endsWith("::Network"_L1))
        return u"%1 is not used: no Qt SQL, no network"_s.arg(link);
    if (link.contains("sqlcipher"_L1, Qt::CaseInsensitive) && room != "vault"_L1)
        return u"only vault may link SQLCipher"_s;
    return {};
}

void readHeaderNames(const QString &folder, QSet<QString> *names)
{
    const QStringList found = QDir(folder).entryList(QDir::Files);
    names->unite(QSet<QString>(found.cbegin(), found.cend()));
}

} // namespace

QtHeaders QtHeaders::installed()
{
    QtHeaders headers;
    const QString include = QStringLiteral(TOCSIN_QT_INCLUDE_DIR);
    readHeaderNames(include + u"/QtGui"_s, &headers.gui);
    for (const char *module : {"QtWidgets", "QtCharts", "QtPdfWidgets", "QtSvgWidgets"})
        readHeaderNames(include + u'/' + QLatin1StringView(module), &headers.widgets);
    return headers;
}

QString roomOf(const QString &path)
{
    const QString top = topOf(path);
    if (showsWidgets(top))
        return top;
    return top == "models"_L1 ? path.section(u'/', 1, 1) : QString();
}

bool mayUse(const QString &from, const QString &to)
{
    if (from == to)
        return true;
    const Room *room = findRoom(from);
    if (!room)
        return false;
    for (const QString &used : room->uses) {
        if (mayUse(used, to))
            return true;
    }
    return false;
}

QStringList includeProblems(const QString &path, const QString &text, const QSet<QString> &tree, const QtHeaders &qt)
{
    static const QRegularExpression directive(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    const QString room = roomOf(path);
    QStringList problems;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = directive.match(line);
        if (!match.hasMatch())
            continue;
        const QString header = match.captured(2);
        const QString own = resolve(path, header, tree);
        QString problem = own.isEmpty() ? foreignProblem(room, header, qt) : arrowProblem(room, roomOf(own));
        if (own.isEmpty() && problem.isEmpty() && match.captured(1) == "\""_L1)
            problem = u"\"%1\" is no file of the tree; foreign headers go in <>"_s.arg(header);
        if (!problem.isEmpty())
            problems += u"%1:%2: %3"_s.arg(path, QString::number(number), problem);
    }
    return problems;
}

QStringList linkProblems(const Target &target, const QHash<QString, Target> &targets)
{
    QStringList problems;
    const QString room = roomOf(target.folder);
    for (const QString &link : target.links) {
        const QString problem = linkProblem(room, link, targets);
        if (!problem.isEmpty())
            problems += u"%1 (%2): %3"_s.arg(target.name, target.folder, problem);
    }
    return problems;
}

QHash<QString, Target> readTargets(const QString &listing)
{
    QHash<QString, Target> targets;
    for (const QString &line : listing.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'|');
        if (fields.size() != 3)
            continue;
        targets.insert(fields.at(1), {fields.at(1), fields.at(0), fields.at(2).split(u';', Qt::SkipEmptyParts)});
    }
    return targets;
}

} // namespace tocsin::architecture
