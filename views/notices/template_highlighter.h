// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace tocsin::views {

/// Light marks in the text of a template: headings bold, fields in the accent, sections and the header muted.
class TemplateHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override;

private:
    [[nodiscard]] bool highlightHeader(const QString &line);
};

} // namespace tocsin::views
