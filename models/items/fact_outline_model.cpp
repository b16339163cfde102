// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fact_outline_model.h"

#include "items/fact_node.h"
#include "items/item_roles.h"
#include "law/fact_words.h"
#include "law/states.h"
#include "law/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

/// "contract" for "contract[].to".
QLatin1StringView listOfKey(const FactKey &key)
{
    return key.path.first(key.path.indexOf("["_L1));
}

} // namespace

FactOutlineModel::FactOutlineModel(FactsDraft &draft, QObject *parent)
    : QAbstractItemModel(parent), m_draft(draft), m_root(std::make_unique<FactNode>())
{
    makeNodes();
    takeDraft();
    connect(&m_draft, &FactsDraft::changed, this, &FactOutlineModel::takeDraft);
}

FactOutlineModel::~FactOutlineModel() = default;

void FactOutlineModel::makeNodes()
{
    FactNode *heading = m_root.get();
    for (const FactKey &key : factKeys()) {
        if (key.isOfLine())
            continue; // each line makes its own
        if (key.isHeading())
            heading = m_root->add(&key, false);
        else
            (key.isTop ? m_root.get() : heading)->add(&key, false);
    }
}

void FactOutlineModel::setPacks(const law::RulePacks &packs)
{
    m_packs = packs;
}

QList<FactChoice> FactOutlineModel::choices(const QModelIndex &index) const
{
    const FactNode *node = nodeOf(index);
    if (node->isNamedLine() && index.column() == Value)
        return {};
    QList<FactChoice> choices = choicesOf(*node->key, m_packs);
    if (!node->isLine)
        return choices;
    // What another line says already is no choice.
    for (const auto &each : node->parent->children) {
        const QString taken = each->isNamedLine() ? each->name : valueOfNode(*each).toString();
        if (each.get() != node)
            choices.removeIf([&taken](const FactChoice &choice) { return choice.token == taken; });
    }
    return choices;
}

QModelIndex FactOutlineModel::find(const QString &path) const
{
    const FactNode *node = m_root->nearest(path);
    return node ? indexOf(*node) : QModelIndex();
}

QModelIndex FactOutlineModel::findMissing(const QString &path, const QString &recipient) const
{
    const FactNode *node = m_root->nearest(path);
    if (!node || !node->isList() || QString(node->key->path) == path)
        return find(path);
    const QString inner = path.section(u'.', -1);
    for (const auto &line : node->children) {
        const QString id = valueOfNode(*line).toObject().value("id"_L1).toString();
        if (!id.isEmpty() && (recipient == id || recipient.endsWith(u':' + id)))
            return find(line->path() + u'.' + inner);
    }
    return indexOf(*node);
}

QModelIndex FactOutlineModel::listOf(const QModelIndex &index) const
{
    for (const FactNode *node = index.isValid() ? nodeOf(index) : nullptr; node; node = node->parent) {
        if (node->isList())
            return indexOf(*node);
    }
    return {};
}

QModelIndex FactOutlineModel::addLine(const QModelIndex &list)
{
    FactNode *node = nodeOf(list);
    for (const auto &each : node->children) {
        if (each->isNamedLine() ? each->name.isEmpty() : valueOfNode(*each) == QJsonValue(QString()))
            return indexOf(*each);
    }
    JsonPlace place = node->place();
    if (node->key->hasNamedLines())
        place << JsonStep{QString()};
    else
        place << JsonStep{{}, static_cast<qsizetype>(node->children.size())};
    const bool isRow = node->key->kind == FactKind::Rows;
    m_draft.setJson(withValueAt(m_draft.json(), place, isRow ? QJsonValue(QJsonObject()) : QJsonValue(QString())));
    return indexOf(*node->children.back());
}

void FactOutlineModel::removeLine(const QModelIndex &line)
{
    FactNode *node = nodeOf(line);
    FactNode *list = node->parent;
    const int row = node->row();
    QJsonObject json = withValueAt(m_draft.json(), node->place(), QJsonValue::Undefined);
    if (list->children.size() == 1)
        json = withValueAt(json, list->place(), QJsonValue::Undefined);
    {
        // Rows and values change together: whoever looks in between sees neither without the other.
        const QScopedValueRollback removing(m_removing, true);
        beginRemoveRows(indexOf(*list), row, row);
        list->children.erase(list->children.begin() + row);
        m_draft.setJson(json);
        endRemoveRows();
    }
    takeDraft();
}

bool FactOutlineModel::canRemove(const QModelIndex &index) const
{
    return index.isValid() && (nodeOf(index)->isLine || nodeOf(index)->hasValue());
}

void FactOutlineModel::clearValue(const QModelIndex &index)
{
    const FactNode *node = nodeOf(index);
    if (node->hasValue() && !node->isLine)
        write(*node, QJsonValue::Undefined);
}

QModelIndex FactOutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children.at(static_cast<size_t>(row)).get());
}

QModelIndex FactOutlineModel::parent(const QModelIndex &child) const
{
    const FactNode *parent = child.isValid() ? nodeOf(child)->parent : nullptr;
    return parent ? indexOf(*parent) : QModelIndex();
}

int FactOutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > Fact ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int FactOutlineModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant FactOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FactNode &node = *nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Fact ? labelOf(node) : shownValue(node);
    case Qt::EditRole:
        if (index.column() == Fact)
            return node.name;
        return node.hasValue() ? wordsOf(node.key->kind, valueOfNode(node), m_draft.zone()) : QVariant();
    case Qt::ToolTipRole:
    case HintRole:
        return hintOf(node);
    case Qt::AccessibleDescriptionRole:
        return errorOf(node).isEmpty() ? hintOf(node) : errorOf(node);
    case PathRole:
        return node.path();
    case SecondaryTextRole:
        return index.column() == Value ? wasText(node) : QString();
    case KindRole:
        return int(node.key->kind);
    case ErrorRole:
        return errorOf(node);
    case EmphasisRole:
        return node.key->isHeading() || node.isList() || isChanged(node);
    case IsListRole:
        return node.isList();
    case IsLineRole:
        return node.isLine;
    case ChoicesRole:
        return QVariant::fromValue(choices(index));
    case AnyWordRole:
        return node.key->kind == FactKind::Word || node.key->kind == FactKind::Words
            || node.key->kind == FactKind::Moments;
    default:
        return {};
    }
}

QVariant FactOutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Fact ? Words::tr("Fact") : Words::tr("Value");
}

Qt::ItemFlags FactOutlineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    flags.setFlag(Qt::ItemIsEditable, isEditable(*nodeOf(index), index.column()));
    return flags;
}

bool FactOutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    FactNode &node = *nodeOf(index);
    if (!isEditable(node, index.column()))
        return false;
    if (index.column() == Fact)
        return rename(node, value.toString().simplified());
    // What is shown again says less than what is stored: a time without its seconds.
    if (value.toString() == data(index, Qt::EditRole).toString())
        return true;
    const QJsonValue typed = valueOf(node.key->kind, value.toString(), m_draft.zone());
    write(node, node.isLine && typed.isUndefined() ? QJsonValue(QString()) : typed);
    return true;
}

FactNode *FactOutlineModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FactNode *>(index.internalPointer()) : m_root.get();
}

QModelIndex FactOutlineModel::indexOf(const FactNode &node, int column) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row(), column, &node);
}

QJsonValue FactOutlineModel::valueOfNode(const FactNode &node) const
{
    return valueAt(m_draft.json(), node.place());
}

bool FactOutlineModel::isChanged(const FactNode &node) const
{
    return valueOfNode(node) != valueAt(m_draft.inForceJson(), node.place());
}

/// What is in force, where something else is tried.
QString FactOutlineModel::wasText(const FactNode &node) const
{
    if (!node.hasValue() || !isChanged(node))
        return {};
    const QString before = shownWords(node, valueAt(m_draft.inForceJson(), node.place()));
    return before.isEmpty() ? Words::tr("was not known") : Words::tr("was %1").arg(before);
}

QString FactOutlineModel::shownValue(const FactNode &node) const
{
    if (node.key->isHeading())
        return {};
    if (node.isList())
        return summary(node);
    if (!node.hasValue())
        return {};
    return shownWords(node, valueOfNode(node));
}

QString FactOutlineModel::shownWords(const FactNode &node, const QJsonValue &value) const
{
    const QString words = wordsOf(node.key->kind, value, m_draft.zone());
    if (words.isEmpty() || (node.key->kind != FactKind::Choice && node.key->kind != FactKind::YesNo))
        return words;
    const QList<FactChoice> choices = choicesOf(*node.key, m_packs);
    for (const FactChoice &choice : choices) {
        if (choice.token == words)
            return choice.words;
    }
    return words;
}

/// What a closed list holds.
QString FactOutlineModel::summary(const FactNode &list) const
{
    QStringList parts;
    for (const auto &line : list.children) {
        QStringList words;
        for (const auto &each : line->children)
            words << shownValue(*each);
        words.removeAll(QString());
        if (line->isNamedLine())
            parts << labelOf(*line) + u' ' + shownValue(*line);
        else
            parts << (line->hasValue() ? shownValue(*line) : words.mid(0, 2).join(u' '));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString FactOutlineModel::labelOf(const FactNode &node) const
{
    if (!node.isLine)
        return node.key->label();
    if (node.key->kind == FactKind::Counts)
        return node.name.isEmpty() ? Words::tr("Choose a State") : law::stateName(node.name);
    if (node.key->kind == FactKind::Moments)
        return node.name.isEmpty() ? Words::tr("Name the recipient") : node.name;
    if (node.key->kind == FactKind::Words)
        return Words::tr("Word");
    const QString first = shownValue(*node.children.front());
    return first.isEmpty() ? Words::tr("New line") : first;
}

QString FactOutlineModel::hintOf(const FactNode &node) const
{
    QStringList parts{node.key->hint()};
    const QStringList rules = node.isLine ? QStringList() : law::rulesCountingFrom(QString(node.key->path), m_packs);
    if (!rules.isEmpty() && node.key->path.startsWith("anchors."_L1))
        parts << Words::tr("Rules count from it: %1").arg(rules.join(u", "_s));
    if (node.key->kind == FactKind::Moment)
        parts << Words::tr("A date such as 27 Feb 2026, with a time if it is known");
    else if (node.key->kind == FactKind::Day)
        parts << Words::tr("A date such as 27 Feb 2026");
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

QString FactOutlineModel::errorOf(const FactNode &node) const
{
    return &node == m_toBlame ? m_draft.problem().sentence : QString();
}

bool FactOutlineModel::isEditable(const FactNode &node, int column) const
{
    return column == Fact ? node.isNamedLine() : node.hasValue();
}

void FactOutlineModel::write(const FactNode &node, const QJsonValue &value)
{
    m_draft.setJson(withValueAt(m_draft.json(), node.place(), value));
}

/// Gives a line another State or recipient, in its place. False if another line has it.
bool FactOutlineModel::rename(FactNode &line, const QString &name)
{
    const auto &all = line.parent->children;
    const bool taken = std::any_of(all.cbegin(), all.cend(),
                                   [&](const auto &each) { return each.get() != &line && each->name == name; });
    if (taken || name == line.name)
        return !taken;
    const QJsonValue value = valueOfNode(line);
    const QJsonObject without = withValueAt(m_draft.json(), line.place(), QJsonValue::Undefined);
    line.name = name;
    m_draft.setJson(withValueAt(without, line.place(), value));
    return true;
}

void FactOutlineModel::insertLine(FactNode &list, const QString &name)
{
    const int row = static_cast<int>(list.children.size());
    beginInsertRows(indexOf(list), row, row);
    FactNode *line = list.add(list.key, true, name);
    if (list.key->kind == FactKind::Rows) {
        for (const FactKey &key : factKeys()) {
            if (key.isOfLine() && listOfKey(key) == list.key->path)
                line->add(&key, false);
        }
    }
    endInsertRows();
}

/// Lines that are gone go, new ones come at the end; all others stay where they are.
void FactOutlineModel::syncLines(FactNode &list)
{
    const QJsonValue value = valueOfNode(list);
    const bool named = list.key->hasNamedLines();
    QStringList names = value.toObject().keys(); // only of lines that have names
    const qsizetype count = named ? names.size() : value.toArray().size();
    for (int row = static_cast<int>(list.children.size()) - 1; row >= 0; --row) {
        const QString name = list.children.at(static_cast<size_t>(row))->name;
        if (named ? names.removeOne(name) : row < count)
            continue;
        beginRemoveRows(indexOf(list), row, row);
        list.children.erase(list.children.begin() + row);
        endRemoveRows();
    }
    while (!named && static_cast<qsizetype>(list.children.size()) < count)
        insertLine(list, {});
    for (const QString &name : std::as_const(names))
        insertLine(list, name);
}

void FactOutlineModel::takeDraft()
{
    if (m_removing)
        return;
    m_toBlame = nullptr;
    const auto sync = [this](const auto &self, FactNode &node) -> void {
        if (node.isList())
            return syncLines(node);
        for (const auto &each : node.children)
            self(self, *each);
    };
    sync(sync, *m_root);
    m_toBlame = m_root->nearest(m_draft.problem().path);
    touch(*m_root);
}

/// Values, summaries and problems may be other ones anywhere.
void FactOutlineModel::touch(const FactNode &parent)
{
    if (parent.children.empty())
        return;
    Q_EMIT dataChanged(indexOf(*parent.children.front()), indexOf(*parent.children.back(), Value));
    for (const auto &each : parent.children)
        touch(*each);
}

} // namespace tocsin::items
