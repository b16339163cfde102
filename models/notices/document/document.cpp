// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/document/document.h"

namespace tocsin::notices {

Runs plain(const QString &text)
{
    if (text.isEmpty())
        return {};
    Run run;
    run.text = text;
    return {run};
}

Runs bold(const QString &text)
{
    Runs runs = plain(text);
    for (Run &run : runs)
        run.bold = true;
    return runs;
}

QString textOf(const Runs &runs)
{
    QString text;
    for (const Run &run : runs)
        text += run.text;
    return text;
}

} // namespace tocsin::notices
