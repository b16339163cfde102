// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/timeline.h"
#include "core/result.h"

#include <QStringList>

namespace tocsin::casework {

/// A field of a register's records. All of it is data: resources/registers/FORMAT.md says what each part means.
struct RegisterField
{
    enum class Type { Line, Words, List, Date, Moment, Choice };

    QString id = {};
    QString label = {};
    QString hint = {};
    Type type = Type::Line;
    QStringList choices = {};
    bool required = false;
    QString missing = {}; ///< what is said while the field lacks what it should have; empty: it may lack it
    QString good = {}; ///< the one value it should have; empty: any
    int least = 0; ///< lines that a list should have
};

/// One kind of small record of an incident.
struct RegisterKind
{
    QString id = {};
    QString prefix = {}; ///< of its references: "AR" in AR-1
    QString title = {};
    QString plural = {};
    QString summary = {};
    Stream stream = Stream::Technical;
    QString parent = {}; ///< the kind its records belong to; empty: to the incident alone
    bool isFinal = false; ///< records are never amended or closed
    bool needsFile = false; ///< made from a file, of which digests are kept
    bool inPacket = false; ///< its records are told in evidence packets
    QString unique = {}; ///< a field that no two open records share
    QString due = {}; ///< the date field after which an open record is listed
    QString late = {};
    QString expected = {}; ///< said while there is no record
    QList<RegisterField> fields = {};

    /// Null if there is none.
    [[nodiscard]] const RegisterField *field(const QString &name) const;
};

using RegisterKinds = QList<RegisterKind>;

/// Fails with BadInput, and names the place in the file and what would be right.
Result<RegisterKinds> parseRegisterKinds(const QByteArray &bytes, const QString &source);

/// Those of the program, read once.
const RegisterKinds &registerKinds();
/// Fails with BadInput and lists the ids if there is no such kind.
Result<RegisterKind> registerKind(const QString &id);

/// A value as it is kept, or BadInput naming the field and what would be right. A list loses its blank lines.
Result<QString> checkedValue(const RegisterField &field, const QString &value);

} // namespace tocsin::casework
