// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/text_model.h"

#include "items/item_roles.h"
#include "law/wording.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

namespace {

QString stateOf(const jobs::HouseText &text)
{
    if (text.newest.version == 0)
        return TextModel::tr("As it came with the program");
    const QString day = law::shortDate(text.newest.at.localDate());
    return text.isShipped ? TextModel::tr("The program's text, brought back by %1 on %2").arg(text.newest.byName, day)
                          : TextModel::tr("Saved by %1 on %2").arg(text.newest.byName, day);
}

} // namespace

QString textName(const jobs::HouseText &text)
{
    return text.variant.isEmpty() ? text.title : TextModel::tr("%1, %2").arg(text.title, text.variant);
}

QString versionName(int version)
{
    return version == 0 ? TextModel::tr("The program's text") : TextModel::tr("Version %1").arg(version);
}

void TextModel::setTexts(const QList<jobs::HouseText> &texts)
{
    m_all = texts;
    for (const jobs::HouseText &text : texts) {
        if (!m_numbers.contains(text.id))
            m_numbers.insert(text.id, m_numbers.size() + 1);
    }
    show();
}

void TextModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    show();
}

void TextModel::show()
{
    QList<jobs::HouseText> shown;
    for (const jobs::HouseText &text : std::as_const(m_all)) {
        const QString all = textName(text) + u' ' + text.id + u' ' + text.audience;
        const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
        const bool holds = std::all_of(words.cbegin(), words.cend(),
                                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
        if (holds)
            shown << text;
    }
    takeOver(shown);
}

int TextModel::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (records().at(row).id == id)
            return row;
    }
    return -1;
}

const jobs::HouseText *TextModel::find(const QString &id) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&id](const auto &text) { return text.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

QVariant TextModel::data(const QModelIndex &index, int role) const
{
    const jobs::HouseText *text = recordAt(index.row());
    if (!text)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textName(*text);
    case items::SecondaryTextRole:
        return stateOf(*text);
    case items::EmphasisRole:
        return !text->isShipped;
    case items::BadgeTextRole:
        return text->isShipped ? QVariant() : tr("Own, %1").arg(text->newest.version);
    case items::BadgeToneRole:
        return static_cast<int>(items::Tone::Neutral);
    case items::RecordIdRole:
        return text->id;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(textName(*text), stateOf(*text));
    default:
        return {};
    }
}

bool TextModel::looksSame(const jobs::HouseText &a, const jobs::HouseText &b) const
{
    return a.newest.version == b.newest.version && a.isShipped == b.isShipped;
}

} // namespace tocsin::views
