// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/segmented_filter.h"

#include "items/wording.h"
#include "shared/style_sheet.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const Segment &segment)
{
    return segment.count < 0 ? segment.text : QString(segment.text + u' ' + items::figure(segment.count));
}

/// The segment that is on is bold, which is wider: each has the room for it, and none moves when another is chosen.
void showOn(QPushButton &button, const Segment &segment)
{
    constexpr int kSides = 32; // padding and border of the style sheet
    button.setText(shown(segment));
    button.setMinimumWidth(QFontMetrics(typeFont(TypeStyle::Strong)).horizontalAdvance(button.text()) + kSides);
}

} // namespace

SegmentedFilter::SegmentedFilter(const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_layout(new QGridLayout(this)), m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space(1));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            choose(index);
    });
}

void SegmentedFilter::setColumns(int columns)
{
    m_columns = columns;
}

void SegmentedFilter::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    rebuild();
    const auto same = [this](const Segment &segment) { return segment.id == m_current; };
    if (std::any_of(m_segments.cbegin(), m_segments.cend(), same))
        setCurrent(m_current);
    else if (!m_segments.isEmpty())
        setCurrent(m_segments.constFirst().id);
}

void SegmentedFilter::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (int i = 0; i < m_segments.size(); ++i) {
        auto *button = new QPushButton(this);
        showOn(*button, m_segments[i]);
        button->setCheckable(true);
        button->setAutoDefault(false);
        setButtonKind(*button, ButtonKind::Segment);
        m_group->addButton(button, i);
        m_layout->addWidget(button, i / m_columns, i % m_columns);
        m_buttons << button;
    }
}

void SegmentedFilter::setCount(const QString &id, int count)
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].id != id)
            continue;
        m_segments[i].count = count;
        showOn(*m_buttons[i], m_segments[i]);
    }
}

void SegmentedFilter::setCurrent(const QString &id)
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].id == id)
            m_buttons[i]->setChecked(true);
    }
}

void SegmentedFilter::choose(int index)
{
    const QString &id = m_segments[index].id;
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChanged(id);
}

} // namespace tocsin::views
