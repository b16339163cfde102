// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rule_book_model.h"

#include "items/item_roles.h"
#include "items/wording.h"
#include "law/rule_words.h"
#include "law/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::items {

using casework::RuleBook;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tocsin::items)
};

qsizetype doubtful(const RuleBook &book)
{
    return book.pack ? std::count_if(book.pack->rules.cbegin(), book.pack->rules.cend(), law::isDoubtful) : 0;
}

/// Rules that are sure, though counsel looks at how they apply to some facts.
qsizetype reviewed(const RuleBook &book)
{
    if (!book.pack)
        return 0;
    return std::count_if(book.pack->rules.cbegin(), book.pack->rules.cend(),
                         [](const law::Rule &rule) { return !law::isDoubtful(rule) && !rule.reviews.isEmpty(); });
}

QString standing(const casework::RulePackInfo &info)
{
    return info.available ? Words::tr("Available") : Words::tr("Older");
}

} // namespace

QString packOrigin(const casework::RulePackInfo &info)
{
    if (info.ofProgram)
        return Words::tr("With the program");
    return info.imported ? Words::tr("Imported") : Words::tr("Kept for its incidents");
}

int RuleBookModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuleBookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pack:
        return tr("Rule pack");
    case Prepared:
        return tr("Prepared");
    case Rules:
        return tr("Rules");
    case Doubt:
        return tr("For counsel");
    case UsedBy:
        return tr("Open incidents");
    default:
        return tr("Source");
    }
}

QVariant RuleBookModel::firstLine(const RuleBook &book, int column)
{
    switch (column) {
    case Pack:
        return book.info.title;
    case Prepared:
        return law::shortDate(book.info.prepared);
    case Rules:
        return book.pack ? figure(book.pack->rules.size()) : tr("Cannot be read");
    case Doubt:
        return doubtful(book) > 0 ? tr("%1 doubtful").arg(figure(doubtful(book))) : tr("None doubtful");
    case UsedBy:
        return book.open.isEmpty() ? tr("None") : figure(book.open.size());
    default:
        return packOrigin(book.info);
    }
}

QVariant RuleBookModel::secondLine(const RuleBook &book, int column)
{
    switch (column) {
    case Pack:
        return u"%1 %2"_s.arg(book.info.pack, book.info.version);
    case Prepared:
        return standing(book.info);
    case Doubt:
        return reviewed(book) > 0 ? tr("%1 on some facts").arg(figure(reviewed(book))) : QString();
    case UsedBy:
        return book.open.join(u", "_s);
    case Source:
        return book.info.imported ? tr("by %1").arg(book.info.keptByName) : QString();
    default:
        return {};
    }
}

QVariant RuleBookModel::data(const QModelIndex &index, int role) const
{
    const RuleBook *book = recordAt(index.row());
    if (!book)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return firstLine(*book, index.column());
    case SecondaryTextRole:
        return secondLine(*book, index.column());
    case EmphasisRole:
        return index.column() == Pack;
    case Qt::ToolTipRole:
        return index.column() == Rules && !book->pack ? QVariant(plainToolTip(book->problem)) : QVariant();
    case RecordIdRole:
        return book->info.name();
    default:
        return {};
    }
}

bool RuleBookModel::looksSame(const RuleBook &a, const RuleBook &b) const
{
    return a.info.available == b.info.available && a.info.imported == b.info.imported
        && a.info.ofProgram == b.info.ofProgram && a.open == b.open && a.problem == b.problem;
}

} // namespace tocsin::items
