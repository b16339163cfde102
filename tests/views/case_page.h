// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casework/case_fixture.h"
#include "shared/case_context.h"
#include "shared/page.h"
#include "views/view_checks.h"

#include <QPushButton>
#include <QSignalSpy>

#include <memory>

namespace tocsin::viewchecks {

/// A store with an incident in front, for tests that drive a page as a person would.
class CasePage
{
public:
    explicit CasePage(casework::Role role = casework::Role::ComplianceLead) : fixture(role) { }

    /// An incident, in front.
    IncidentId begin()
    {
        incident = fixture.incident();
        reopen();
        return incident;
    }

    /// The same incident seen by another person, who is added first.
    bool switchTo(const QString &name, casework::Role role)
    {
        page.reset();
        context.reset();
        const bool added = fixture.addPerson(name, role).has_value() && fixture.openAs(name).has_value();
        reopen();
        return added;
    }

    void reopen()
    {
        page.reset();
        context = std::make_unique<views::CaseContext>(&fixture.file(), "America/Chicago");
        if (!incident.isNull())
            context->setIncident(incident, QStringLiteral("2026-001"));
    }

    /// Makes the page, at the size of the smallest window.
    template <typename PageType>
    PageType *show(const QVariantMap &place = {}, int width = 1072, int height = 708)
    {
        auto made = std::make_unique<PageType>(context.get());
        PageType *shown = made.get();
        if (!place.isEmpty())
            shown->restorePlace(place); // as the window does, before anything else happens
        page = std::move(made);
        return showAt(*shown, width, height) ? shown : nullptr;
    }

    /// The visible button with this text; null if a person would not find one.
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> all = page->findChildren<QPushButton *>();
        for (QPushButton *each : all) {
            if (each->isVisible() && QString(each->text()).remove(QLatin1Char('&')) == text)
                return each;
        }
        return nullptr;
    }

    /// The visible widget of a type with this accessible name.
    template <typename Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        const QList<Widget *> all = page->template findChildren<Widget *>();
        for (Widget *each : all) {
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    test::CaseFixture fixture;
    IncidentId incident;
    std::unique_ptr<views::CaseContext> context;
    std::unique_ptr<views::Page> page;
};

} // namespace tocsin::viewchecks
