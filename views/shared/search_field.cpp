// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/search_field.h"

#include "shared/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPauseMSecs = 150;

} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(themedIcon(u"search"_s, IconInk::Muted), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMSecs);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &SearchField::tell);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::tell);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        tell();
    } else if (event->key() == Qt::Key_Down) {
        tell();
        Q_EMIT resultsWanted();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::tell()
{
    m_pause.stop();
    if (text() == m_told)
        return;
    m_told = text();
    Q_EMIT searchChanged(m_told);
}

} // namespace tocsin::views
