// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notices/template.h"

#include <QList>

namespace tocsin::notices {

/// What keeps an edited text from being saved.
struct TemplateProblem
{
    int line = 0; ///< from 1
    QString sentence; ///< what is wrong, and what would be right

    friend bool operator==(const TemplateProblem &, const TemplateProblem &) = default;
};

/// The fields that a text which comes with the program may use, in the order of FORMAT.md; of a text that several kinds
/// of documents share, the fields of all of them. Fails with NotFound if no such text comes with the program.
Result<std::vector<FieldInfo>> fieldsOf(const QString &id);

/// What is wrong with an edited text, by line: what the strict form refuses (the first fault only), or else everything
/// that the program's text has and the edited one may not lose: what it is, its required elements (45 CFR
/// 164.404(c)(1), each shown with the values that fill it), and the places that the law of the States fills. None: it
/// may be saved. Fails with NotFound if no such text comes with the program.
Result<QList<TemplateProblem>> templateProblems(const QString &id, const QByteArray &bytes);

} // namespace tocsin::notices
