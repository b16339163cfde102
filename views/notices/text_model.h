// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/record_table.h"
#include "jobs/house_texts.h"

namespace tocsin::views {

/// The texts that notices are made of, each with the version in use. Narrows to those that hold some words.
class TextModel final : public items::RecordTable<jobs::HouseText>
{
    Q_OBJECT

public:
    explicit TextModel(QObject *parent = nullptr) : RecordTable(parent) { }

    void setTexts(const QList<jobs::HouseText> &texts);
    void setWords(const QString &words);
    /// -1 if the text is not shown.
    [[nodiscard]] int rowOf(const QString &id) const;
    /// Null if there is no such text; also one that the words leave out.
    [[nodiscard]] const jobs::HouseText *find(const QString &id) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] qint64 idOf(const jobs::HouseText &text) const override { return m_numbers.value(text.id); }
    [[nodiscard]] bool looksSame(const jobs::HouseText &a, const jobs::HouseText &b) const override;

private:
    QList<jobs::HouseText> m_all;
    QHash<QString, qint64> m_numbers;
    QString m_words;

    void show();
};

/// “Letter to individuals, adult, English”.
QString textName(const jobs::HouseText &text);

/// “The program's text”, or “Version 3” of the house.
QString versionName(int version);

} // namespace tocsin::views
