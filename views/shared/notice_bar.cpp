// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/notice_bar.h"

#include "shared/accessibility.h"
#include "shared/empty_layout.h"
#include "shared/icons.h"
#include "shared/style_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(makeLabel({}, TypeStyle::Body, this))
    , m_steps(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(u"notice"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_steps->setSpacing(metrics::space(1));
    m_close->setIcon(themedIcon(u"close"_s));
    m_close->setAccessibleName(tr("Close this notice"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, metrics::space(1), 12, metrics::space(1));
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_steps);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void NoticeBar::showNotice(Tone tone, const QString &sentence, const QList<NextStep> &steps)
{
    if (!isHidden() && tone == m_tone && sentence == m_text->text() && steps == m_offered)
        return;
    m_tone = tone;
    setTone(*this, tone);
    m_icon->setPixmap(themedIcon(toneIcon(tone), toneInk(tone)).pixmap(metrics::kIcon, metrics::kIcon));
    m_text->setText(sentence);
    setSteps(steps);
    show();
    announce(*this, sentence);
}

void NoticeBar::clear()
{
    m_text->clear();
    setSteps({});
    setAccessibleName({});
    hide();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void NoticeBar::setSteps(const QList<NextStep> &steps)
{
    m_offered = steps;
    emptyLayout(*m_steps);
    for (const NextStep &step : steps) {
        auto *button = new QPushButton(step.text, this);
        m_steps->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = step.id] { Q_EMIT stepChosen(id); });
    }
}

} // namespace tocsin::views
