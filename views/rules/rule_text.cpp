// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rule_text.h"

#include "items/duty_wording.h"
#include "law/rule_words.h"
#include "law/states.h"
#include "law/wording.h"
#include "shared/page_header.h"
#include "shared/rule_facts.h"
#include "shared/style_sheet.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QString confidenceWord(law::Confidence confidence)
{
    switch (confidence) {
    case law::Confidence::Verified:
        return u"verified"_s;
    case law::Confidence::Doubtful:
        return u"doubtful"_s;
    case law::Confidence::Known:
        break;
    }
    return u"known"_s;
}

/// The rule's text as a duty would name it.
law::Obligation dutyOf(const law::Rule &rule, const law::RuleVersion &version, const law::RulePack &pack)
{
    law::Obligation duty;
    duty.recipient = law::ruleRecipient(rule);
    duty.rule = pack.id + u'/' + rule.id;
    duty.citation = version.citation;
    duty.source = version.source;
    duty.inForceFrom = version.from;
    duty.nature = rule.nature;
    duty.confidence = confidenceWord(version.confidence);
    duty.counselReview = version.confidence == law::Confidence::Doubtful;
    return duty;
}

} // namespace

RuleText::RuleText(QWidget *parent)
    : Card(tr("The rule"), parent)
    , m_title(makeLabel({}, TypeStyle::Strong, this))
    , m_whom(makeMutedLabel({}, TypeStyle::Body, this))
    , m_texts(nullptr)
    , m_list(new QVBoxLayout)
{
    m_list->setContentsMargins(0, 0, 0, 0);
    m_title->setWordWrap(true);
    body()->addWidget(m_title);
    body()->addWidget(m_whom);
    body()->addLayout(m_list);
    body()->addStretch(1);
}

void RuleText::show(const law::Rule *rule, const law::RulePack &pack)
{
    delete std::exchange(m_texts, nullptr);
    m_title->setVisible(rule != nullptr);
    if (!rule) {
        m_whom->setText(tr("Choose one in the list to see its texts."));
        return;
    }
    m_title->setText(law::ruleTitle(rule->title, rule->state));
    QStringList facts{items::recipientTitle(law::ruleRecipient(*rule)), rule->statute};
    facts.removeAll(QString());
    m_whom->setText(facts.join(u" · "_s));
    m_texts = new QWidget(this);
    auto *texts = new QVBoxLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(metrics::space(1));
    for (auto version = rule->versions.crbegin(); version != rule->versions.crend(); ++version)
        addText(*rule, *version, pack);
    addReviews(*rule, pack);
    m_list->addWidget(m_texts);
}

void RuleText::addText(const law::Rule &rule, const law::RuleVersion &version, const law::RulePack &pack)
{
    QLayout *texts = m_texts->layout();
    auto *clock = makeLabel(law::sentenceCase(law::deadlineWords(version.deadline)), TypeStyle::Strong, m_texts);
    clock->setWordWrap(true);
    texts->addWidget(clock);
    if (version.threshold)
        texts->addWidget(makeMutedLabel(law::thresholdWords(*version.threshold), TypeStyle::Body, m_texts));
    auto *facts = new RuleFacts(m_texts);
    facts->show(dutyOf(rule, version, pack), {pack});
    texts->addWidget(facts);
    for (const QString &note : version.notes)
        texts->addWidget(makeMutedLabel(note, TypeStyle::Small, m_texts));
    texts->addWidget(makeSeparator(m_texts));
}

void RuleText::addReviews(const law::Rule &rule, const law::RulePack &pack)
{
    for (const QString &id : rule.reviews) {
        QString note = pack.reviews.value(id).note;
        note.replace(u"{statute}"_s, rule.statute);
        auto *line = makeMutedLabel(tr("For counsel on some facts: %1").arg(law::ruleTitle(note, rule.state)),
                                    TypeStyle::Small, m_texts);
        m_texts->layout()->addWidget(line);
    }
}

} // namespace tocsin::views
