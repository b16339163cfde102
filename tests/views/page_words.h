// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/case_context.h"

#include <QLabel>

namespace tocsin::viewchecks {

/// Whether a visible label below the widget holds these words.
inline bool says(QWidget &root, const QString &words)
{
    const QList<QLabel *> labels = root.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](const QLabel *label) { return label->isVisibleTo(&root) && label->text().contains(words); });
}

/// A person who chooses `path` whenever a page asks for a file; with an empty one the person gives up.
struct FileChoice
{
    QString path;
    views::PathAsk asked;

    void answerFor(views::CaseContext &context)
    {
        context.setPathChooser([this](QWidget *, const views::PathAsk &ask, const std::function<void(QString)> &done) {
            asked = ask;
            if (!path.isEmpty())
                done(path);
        });
    }
};

} // namespace tocsin::viewchecks
