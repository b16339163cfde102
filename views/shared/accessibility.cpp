// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    static const QHash<QString, QAccessible::Role> kRoles = {
        {u"tocsin::views::NoticeBar"_s, QAccessible::AlertMessage},
        {u"tocsin::views::Card"_s, QAccessible::Grouping},
        {u"tocsin::views::Badge"_s, QAccessible::StaticText},
        {u"tocsin::views::ClockBar"_s, QAccessible::ProgressBar},
        {u"tocsin::views::EmptyState"_s, QAccessible::Grouping},
    };
    const auto role = kRoles.constFind(className);
    auto *widget = qobject_cast<QWidget *>(object);
    if (role == kRoles.constEnd() || !widget)
        return nullptr;
    return new QAccessibleWidget(widget, *role);
}

} // namespace

void installAccessibility()
{
    QAccessible::removeFactory(makeInterface);
    QAccessible::installFactory(makeInterface);
}

void announce(QWidget &widget, const QString &sentence)
{
    widget.setAccessibleName(sentence);
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString accessibleLabel(QWidget &widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace tocsin::views
