// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/stream_check.h"
#include "shared/case_context.h"

#include <QWidget>

namespace tocsin::views {

class NoticeBar;

/// Says where the streams of the timeline disagree with each other or with the facts, with the way to each entry. Takes
/// no room while they agree.
class StreamNotice : public QWidget
{
    Q_OBJECT

public:
    explicit StreamNotice(CaseContext *context, QWidget *parent = nullptr);

    void reload();

Q_SIGNALS:
    void entryWanted(qint64 entry);

private:
    CaseContext *m_context;
    NoticeBar *m_bar;
    int m_asked = 0;

    void show(const QList<jobs::StreamContradiction> &found);
};

} // namespace tocsin::views
