// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "law/facts.h"

#include <QObject>

#include <optional>

namespace tocsin::items {

/// Why facts cannot be used, as their reader says it.
struct FactsProblem
{
    QString path; ///< of the fact to blame, "contract[1].days"; empty if it is none in particular
    QString sentence; ///< "Expected either days or hours."
    QString message; ///< the same with the path, as files have it

    [[nodiscard]] bool isNull() const { return message.isEmpty(); }
};

/// Facts that a person tries: those in force, and what was changed in them. They are held in the form that files have,
/// so that whatever is refused in a file is refused here, in the same words, and what nobody touched stays as it is.
class FactsDraft final : public QObject
{
    Q_OBJECT

public:
    explicit FactsDraft(QObject *parent = nullptr);

    /// Other facts are in force. With Keep, what was changed is changed in these too; else they stand as they are.
    enum class Edits { Drop, Keep };
    void setInForce(const law::Facts &facts, Edits edits);
    [[nodiscard]] const law::Facts &inForce() const { return m_inForce; }
    [[nodiscard]] const QJsonObject &inForceJson() const { return m_inForceJson; }

    /// As changed, usable or not.
    [[nodiscard]] const QJsonObject &json() const { return m_json; }
    void setJson(const QJsonObject &json);
    /// The same, or nothing while they cannot be used; problem() says why.
    [[nodiscard]] const std::optional<law::Facts> &facts() const { return m_facts; }
    [[nodiscard]] const FactsProblem &problem() const { return m_problem; }
    /// The last facts that could be used.
    [[nodiscard]] const law::Facts &usable() const { return m_usable; }
    /// Takes one fact over from `edited`, made of usable(); with it what stands under the same first key.
    void change(const QString &path, const law::Facts &edited);

    [[nodiscard]] bool isEdited() const { return m_json != m_inForceJson; }
    /// What was changed, to keep and to apply again; empty if nothing.
    [[nodiscard]] QJsonObject edits() const;
    void applyEdits(const QJsonObject &edits);
    /// The same against other facts than those in force.
    [[nodiscard]] QJsonObject editsSince(const law::Facts &facts) const;

    /// The zone in which times of day are read and shown; empty while the facts name none.
    [[nodiscard]] QByteArray zone() const;

Q_SIGNALS:
    void changed();

private:
    law::Facts m_inForce;
    QJsonObject m_inForceJson;
    QJsonObject m_json;
    std::optional<law::Facts> m_facts;
    law::Facts m_usable;
    FactsProblem m_problem;
};

} // namespace tocsin::items
