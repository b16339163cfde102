// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/facts_merge.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::casework {

namespace {

/// Either an object or nothing at all: what can be merged key by key.
bool isOpenToKeys(const QJsonValue &value)
{
    return value.isObject() || value.isUndefined();
}

class Merge
{
public:
    [[nodiscard]] QJsonObject objects(const QJsonObject &base, const QJsonObject &proposed, const QJsonObject &current,
                                      const QString &path)
    {
        QJsonObject merged = current;
        QStringList keys = base.keys() + proposed.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            // Inserting an undefined value takes the key away.
            merged.insert(key,
                          value(base.value(key), proposed.value(key), current.value(key),
                                path.isEmpty() ? key : path + u'.' + key));
        }
        return merged;
    }

    [[nodiscard]] const QStringList &conflicts() const { return m_conflicts; }

private:
    QStringList m_conflicts;

    QJsonValue value(const QJsonValue &base, const QJsonValue &proposed, const QJsonValue &current, const QString &path)
    {
        if (proposed == base || proposed == current)
            return current;
        if (current == base)
            return proposed;
        if (proposed.isObject() && current.isObject() && isOpenToKeys(base))
            return objects(base.toObject(), proposed.toObject(), current.toObject(), path);
        m_conflicts << path;
        return current;
    }
};

} // namespace

Result<law::Facts> mergeFacts(const law::Facts &base, const law::Facts &proposed, const law::Facts &current)
{
    Merge merge;
    const QJsonObject merged = merge.objects(law::toJson(base), law::toJson(proposed), law::toJson(current), {});
    if (!merge.conflicts().isEmpty()) {
        return fail(ErrorCode::Conflict,
                    u"Since this was proposed, the same facts were changed in another way: %1. Decline it, and have "
                    "it proposed again on the facts in force."_s.arg(merge.conflicts().join(u", "_s)));
    }
    return law::acceptFacts(merged);
}

} // namespace tocsin::casework
