// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/evaluation.h"
#include "law/rule_pack.h"

#include <QWidget>

class QGridLayout;

namespace tocsin::views {

/// Where a duty comes from, line by line: citation, the version in force, who sets the clock, how sure the rule is, and
/// its source.
class RuleFacts final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleFacts(QWidget *parent = nullptr);

    /// `packs` are those that the incident is computed with.
    void show(const law::Obligation &duty, const law::RulePacks &packs);

private:
    QGridLayout *m_lines;

    void addLine(const QString &name, const QString &value);
};

/// How sure a rule is, in words; doubtful ones need counsel's review.
QString confidenceText(const law::Obligation &duty);

} // namespace tocsin::views
