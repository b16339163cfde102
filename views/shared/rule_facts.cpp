// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rule_facts.h"

#include "items/clock_marks.h"
#include "law/wording.h"
#include "shared/empty_layout.h"
#include "shared/style_sheet.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNameWidth = 88;

const law::RulePack *packOf(const law::Obligation &duty, const law::RulePacks &packs)
{
    const QString id = duty.rule.section(u'/', 0, 0);
    const auto found = std::find_if(packs.cbegin(), packs.cend(), [&id](const auto &pack) { return pack.id == id; });
    return found == packs.cend() ? nullptr : &*found;
}

/// The last day of the version that was used; null while it is in force.
QDate lastDayOf(const law::Obligation &duty, const law::RulePack &pack)
{
    const QString id = duty.rule.section(u'/', 1).section(u'#', 0, 0);
    for (const law::Rule &rule : pack.rules) {
        for (const law::RuleVersion &version : rule.versions) {
            if (rule.id == id && version.from == duty.inForceFrom)
                return version.to;
        }
    }
    return {};
}

QString versionText(const law::Obligation &duty, const law::RulePack *pack)
{
    QStringList parts;
    const QDate last = pack ? lastDayOf(duty, *pack) : QDate();
    const QString from = law::shortDate(duty.inForceFrom);
    if (duty.inForceFrom.isValid() && last.isValid())
        parts << RuleFacts::tr("%1 to %2").arg(from, law::shortDate(last));
    else if (duty.inForceFrom.isValid())
        parts << RuleFacts::tr("since %1").arg(from);
    if (pack)
        parts << RuleFacts::tr("rules %1 %2").arg(pack->id, pack->version);
    return parts.join(u" · "_s);
}

} // namespace

RuleFacts::RuleFacts(QWidget *parent) : QWidget(parent), m_lines(new QGridLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(metrics::space(1));
    m_lines->setVerticalSpacing(4);
    m_lines->setColumnMinimumWidth(0, kNameWidth);
    m_lines->setColumnStretch(1, 1);
}

void RuleFacts::show(const law::Obligation &duty, const law::RulePacks &packs)
{
    emptyLayout(*m_lines);
    const law::RulePack *pack = packOf(duty, packs);
    addLine(tr("Citation"), duty.citation);
    addLine(tr("In force"), versionText(duty, pack));
    addLine(tr("Set by"), law::sentenceCase(items::natureText(duty.nature)));
    addLine(tr("Certainty"), confidenceText(duty));
    addLine(tr("Source"), pack ? pack->sources.value(duty.source, duty.source) : duty.source);
    if (duty.tightest)
        addLine(tr("Tightest"), tr("A contract runs to the same recipient; no clock to it ends before this one."));
}

void RuleFacts::addLine(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_lines->count() / 2;
    auto *text = makeLabel(value, TypeStyle::Body, this);
    text->setWordWrap(true);
    text->setMinimumWidth(kNameWidth); // an address is one long word, and the panel is not made for its width
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(u"%1: %2"_s.arg(name, value));
    m_lines->addWidget(makeMutedLabel(name, TypeStyle::Body, this), row, 0, Qt::AlignTop);
    m_lines->addWidget(text, row, 1);
}

QString confidenceText(const law::Obligation &duty)
{
    QString text;
    if (duty.confidence == "verified"_L1)
        text = RuleFacts::tr("Checked against its source.");
    else if (duty.confidence == "known"_L1)
        text = RuleFacts::tr("Known, but not checked against its source.");
    else if (duty.confidence == "doubtful"_L1)
        text = RuleFacts::tr("The sources leave doubt.");
    return duty.counselReview ? QString(text + u' ' + RuleFacts::tr("Needs counsel's review.")).trimmed() : text;
}

} // namespace tocsin::views
