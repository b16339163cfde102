// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/settings.h"

#include <QFile>
#include <QLocale>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::app {

namespace {

constexpr int kRecentStores = 8;

struct Opened
{
    QString path;
    QDateTime at;
};

QList<Opened> readRecent()
{
    QSettings settings;
    QList<Opened> stores;
    const int count = settings.beginReadArray(u"recent"_s);
    for (int index = 0; index < qMin(count, kRecentStores); ++index) {
        settings.setArrayIndex(index);
        stores.append({settings.value(u"path"_s).toString(), settings.value(u"opened"_s).toDateTime()});
    }
    settings.endArray();
    return stores;
}

void writeRecent(const QList<Opened> &stores)
{
    QSettings settings;
    settings.remove(u"recent"_s);
    settings.beginWriteArray(u"recent"_s, static_cast<int>(qMin<qsizetype>(stores.size(), kRecentStores)));
    for (int index = 0; index < qMin<qsizetype>(stores.size(), kRecentStores); ++index) {
        settings.setArrayIndex(index);
        settings.setValue(u"path"_s, stores.at(index).path);
        settings.setValue(u"opened"_s, stores.at(index).at);
    }
    settings.endArray();
}

} // namespace

views::ThemeChoice Settings::theme() const
{
    const int stored = QSettings().value(u"theme"_s, 0).toInt();
    const bool known = stored >= 0 && stored <= static_cast<int>(views::ThemeChoice::HighContrast);
    return known ? static_cast<views::ThemeChoice>(stored) : views::ThemeChoice::System;
}

void Settings::setTheme(views::ThemeChoice theme)
{
    QSettings().setValue(u"theme"_s, static_cast<int>(theme));
}

QList<views::RecentStore> Settings::recentStores() const
{
    QList<views::RecentStore> stores;
    for (const Opened &each : readRecent())
        stores.append({each.path, QLocale().toString(each.at, u"d MMM yyyy, HH:mm"_s), QFile::exists(each.path)});
    return stores;
}

void Settings::rememberStore(const QString &path, const Instant &at)
{
    QList<Opened> stores = readRecent();
    stores.removeIf([&path](const Opened &each) { return each.path == path; });
    stores.prepend({path, at.toDateTime().toLocalTime()});
    writeRecent(stores);
}

void Settings::forgetStore(const QString &path)
{
    QList<Opened> stores = readRecent();
    stores.removeIf([&path](const Opened &each) { return each.path == path; });
    writeRecent(stores);
}

} // namespace tocsin::app
