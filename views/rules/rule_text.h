// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/rule_pack.h"
#include "shared/card.h"

class QLabel;
class QVBoxLayout;

namespace tocsin::views {

/// One rule as it stands in its pack: whom it is about, and each of its texts with clock, threshold, citation, time in
/// force, certainty and source.
class RuleText final : public Card
{
    Q_OBJECT

public:
    explicit RuleText(QWidget *parent = nullptr);

    /// A null rule empties it.
    void show(const law::Rule *rule, const law::RulePack &pack);

private:
    QLabel *m_title;
    QLabel *m_whom;
    QWidget *m_texts;
    QVBoxLayout *m_list;

    void addText(const law::Rule &rule, const law::RuleVersion &version, const law::RulePack &pack);
    void addReviews(const law::Rule &rule, const law::RulePack &pack);
};

} // namespace tocsin::views
