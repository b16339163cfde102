// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/roles.h"
#include "casework/timeline.h"
#include "core/result.h"

#include <QJsonObject>

#include <optional>

namespace tocsin::casework {

/// One step of a playbook. Due either so many hours or so many days after the anchor.
struct PlaybookStep
{
    QString id = {};
    QString title = {};
    QString detail = {};
    Stream stream = Stream::Command;
    Role role = Role::ComplianceLead; ///< whose it is
    std::optional<int> hours = {};
    std::optional<int> days = {};
    QString remediationClass = {}; ///< "A", "B", "C" or empty
    QString citation = {}; ///< the rule it helps to keep; may be empty

    /// "24 h" or "7 d".
    [[nodiscard]] QString mark() const;
    friend bool operator==(const PlaybookStep &, const PlaybookStep &) = default;
};

/// After how many hours from the anchor an open step that was due by then turns the whole amber, and red.
struct PlaybookAlarm
{
    int amberHours = 0;
    int redHours = 0;
    friend bool operator==(const PlaybookAlarm &, const PlaybookAlarm &) = default;
};

/// What has to be done in one kind of incident. The form is in resources/playbooks/FORMAT.md.
struct Playbook
{
    QString id = {};
    QString version = {};
    QString title = {};
    QString summary = {};
    std::optional<PlaybookAlarm> alarm = {};
    QList<PlaybookStep> steps = {};
    QJsonObject document = {}; ///< as it was read, to be kept with the incident
};

/// Fails with BadInput for whatever is malformed: the message names the place ("cdn-leak.json.steps[3].hours") and says
/// what would be right.
Result<Playbook> parsePlaybook(const QByteArray &bytes, const QString &source);
Result<Playbook> playbookFromJson(const QJsonObject &document, const QString &source);

/// Every *.json of a folder, by name; each file is named as its playbook.
Result<QList<Playbook>> loadPlaybooks(const QString &folder);
/// Those of the program.
Result<QList<Playbook>> builtInPlaybooks();
/// One of them. Fails with NotFound, and names those there are.
Result<Playbook> builtInPlaybook(const QString &id);

} // namespace tocsin::casework
