// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/schema.h"

#include "vault/migrations.h"

#include <QFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro demands: the library is static, so its resources are not registered by
// themselves.
static void registerResources()
{
    Q_INIT_RESOURCE(casework);
}

namespace tocsin::casework {

namespace {

QString resource(const QString &name)
{
    QFile file(u":/casework/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

std::array<vault::Migration, 9> steps()
{
    registerResources();
    return {vault::Migration{1, resource(u"schema.sql"_s)},   vault::Migration{2, resource(u"schema_2.sql"_s)},
            vault::Migration{3, resource(u"schema_3.sql"_s)}, vault::Migration{4, resource(u"schema_4.sql"_s)},
            vault::Migration{5, resource(u"schema_5.sql"_s)}, vault::Migration{6, resource(u"schema_6.sql"_s)},
            vault::Migration{7, resource(u"schema_7.sql"_s)}, vault::Migration{8, resource(u"schema_8.sql"_s)},
            vault::Migration{9, resource(u"schema_9.sql"_s)}};
}

} // namespace

Result<> prepareSchema(vault::Database &database)
{
    TOCSIN_TRY(vault::migrate(database, steps()));
    return database.protectTables(appendOnlyTables());
}

int newestSchema()
{
    return steps().back().version;
}

QStringList appendOnlyTables()
{
    return {u"ledger_entry"_s, u"template_version"_s, u"delivery_act"_s, u"delivery_event"_s};
}

} // namespace tocsin::casework
