// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/page_header.h"

#include "shared/style_sheet.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

PageHeader::PageHeader(const QString &title, const QString &line, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, TypeStyle::Title, this))
    , m_line(makeMutedLabel(line, TypeStyle::Small, this))
    , m_layout(new QHBoxLayout(this))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_line);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::space(1));
    m_layout->addLayout(words, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setLine(line);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void PageHeader::addAction(QWidget *widget)
{
    m_layout->addWidget(widget);
}

QWidget *makeSeparator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setObjectName(u"separator"_s);
    return line;
}

} // namespace tocsin::views
