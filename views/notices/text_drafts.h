// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariantMap>

namespace tocsin::views {

/// What was typed into a text and not saved, and the version it was typed on.
struct TextDraft
{
    QByteArray bytes;
    int base = 0;
    QString reason; ///< why, as far as it was typed
};

/// By the id of the text.
using TextDrafts = QMap<QString, TextDraft>;

/// As a page's place keeps them: “drafts”, “bases” and “reasons”.
QVariantMap toVariants(const TextDrafts &drafts);
TextDrafts textDrafts(const QVariantMap &place);

} // namespace tocsin::views
