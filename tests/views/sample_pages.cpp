// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sample_pages.h"

#include "items/item_roles.h"
#include "shared/badge.h"
#include "shared/card.h"
#include "shared/progress_track.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tocsin::viewchecks {

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::views;

namespace {

QStandardItem *cell(const QString &first, const QString &second = {}, bool strong = false)
{
    auto *item = new QStandardItem(first);
    item->setData(second, items::SecondaryTextRole);
    item->setData(strong, items::EmphasisRole);
    return item;
}

QStandardItem *badge(Tone tone, const QString &word)
{
    auto *item = new QStandardItem;
    item->setData(word, items::BadgeTextRole);
    item->setData(int(tone), items::BadgeToneRole);
    return item;
}

QStandardItem *bar(double share)
{
    auto *item = new QStandardItem;
    item->setData(share, items::ShareRole);
    return item;
}

Card *deadlinesCard(QWidget *parent)
{
    auto *card = new Card(u"Next deadlines"_s, parent);
    card->setAction(u"All 12"_s);
    auto *table = new TableView(u"Next deadlines"_s, card);
    table->setModel(sampleDeadlines(table));
    table->setWrapRows(true);
    table->setColumns({{1, 84}, {3, 130}, {3, 140}, {2, 144}});
    card->setContent(table);
    return card;
}

Card *containmentCard(QWidget *parent)
{
    auto *card = new Card(u"Containment, 72 hours"_s, parent);
    card->setAction(u"Playbook"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(u"9 / 11"_s, TypeStyle::Figure, card));
    auto *track = new ProgressTrack(u"Containment"_s, card);
    track->setRange(0, 11);
    track->setValue(9);
    track->setBarTone(Tone::Ok);
    row->addWidget(track, 1);
    card->body()->addLayout(row);
    card->body()->addWidget(makeMutedLabel(
        u"Open: forensic copy of the access logs · restrict the export role to two people"_s, TypeStyle::Body, card));
    card->body()->addStretch(1);
    return card;
}

Card *remediationCard(QWidget *parent)
{
    auto *card = new Card(u"Remediation"_s, parent);
    card->setAction(u"Board"_s);
    auto *table = new TableView(u"Remediation by class"_s, card);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({u"Class"_s, u"Open"_s, u"Done"_s, u"Overdue"_s, u"Share done"_s});
    model->appendRow(
        {cell(u"Storage, 7 days"_s), cell(u"2"_s), cell(u"9"_s), badge(Tone::Danger, u"1 late"_s), bar(0.82)});
    model->appendRow({cell(u"Identity, 14 days"_s), cell(u"5"_s), cell(u"3"_s), cell(u"0"_s), bar(0.37)});
    model->appendRow({cell(u"Accessibility, 30 days"_s), cell(u"8"_s), cell(u"1"_s), cell(u"0"_s), bar(0.11)});
    table->setModel(model);
    table->setWrapRows(true);
    table->setColumns({{2, 96}, {0, 60}, {0, 64}, {0, 86}, {3, 60}});
    card->setContent(table);
    return card;
}

Card *timelineCard(QWidget *parent)
{
    auto *card = new Card(u"Timeline"_s, parent);
    card->setAction(u"Open"_s);
    auto *entry = new QLineEdit(card);
    entry->setPlaceholderText(u"What happened? Press Enter to log it now · Ctrl+N"_s);
    entry->setAccessibleName(u"What happened"_s);
    card->body()->addWidget(entry);
    auto *table = new TableView(u"Latest entries"_s, card);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({u"When"_s, u"What"_s});
    model->appendRow({cell(u"20 Mar 09:42"_s, u"−05:00"_s),
                      cell(u"Bucket policy replaced; public read denied"_s,
                           u"Technical · task T-31 · before and after evidence attached"_s, true)});
    model->appendRow({cell(u"20 Mar 08:30"_s),
                      cell(u"Stand-up: roster vendor returns CSV by noon"_s, u"Command · 6 present"_s, true)});
    model->appendRow({cell(u"19 Mar 17:05"_s),
                      cell(u"Counsel approved the HHS worksheet"_s, u"Regulatory · version 3, pinned"_s, true)});
    table->setModel(model);
    table->setWrapRows(true);
    table->setColumns({{0, 116}, {1, 200}});
    card->body()->addWidget(table, 1);
    return card;
}

} // namespace

QString caseWord()
{
    return u"Zanzibar"_s;
}

QStandardItemModel *sampleDeadlines(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({u"Due"_s, u"To whom"_s, u"Why"_s, u"State"_s});
    model->appendRow(
        {cell(u"2 Apr"_s, u"in 13 days"_s, true), cell(u"California residents (1,204)"_s, u"letters, CA wording"_s),
         cell(u"Civ. Code 1798.82(a)"_s, u"30 days after discovery"_s), badge(Tone::Warning, u"In counsel review"_s)});
    model->appendRow({cell(u"4 Apr"_s, u"in 15 days"_s, true), cell(u"Texas Attorney General"_s, u"612 residents"_s),
                      cell(u"Bus. & Com. Code 521.053(i)"_s, u"30 days after determination, 5 Mar"_s),
                      badge(Tone::Danger, u"Draft missing"_s)});
    model->appendRow({cell(u"17 Apr"_s, u"in 28 days"_s, true), cell(u"Internal target: all letters mailed"_s),
                      cell(u"Without unreasonable delay"_s, u"45 CFR 164.404(b)"_s),
                      badge(Tone::Neutral, u"Planned"_s)});
    model->appendRow({cell(u"2 May"_s, u"in 43 days"_s, true), cell(u"All individuals (2,318)"_s),
                      cell(u"45 CFR 164.404(b)"_s, u"60 days after discovery"_s),
                      badge(Tone::Neutral, u"Roster 98% valid"_s)});
    model->appendRow({cell(u"2 May"_s, u"in 43 days"_s, true), cell(u"HHS Secretary"_s),
                      cell(u"45 CFR 164.408(b)"_s, u"500 or more people"_s), badge(Tone::Ok, u"Worksheet complete"_s)});
    return model;
}

OverviewSample::OverviewSample(QWidget *parent) : Page({u"overview"_s, u"Overview"_s, {}, u"overview"_s}, parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::space(3), metrics::space(2), metrics::space(3), metrics::space(2));
    grid->setSpacing(metrics::space(2));
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::space(2));
    right->addWidget(containmentCard(this));
    right->addWidget(remediationCard(this), 1);
    grid->addWidget(deadlinesCard(this), 0, 0);
    grid->addLayout(right, 0, 1);
    grid->addWidget(timelineCard(this), 1, 0);
    auto *waiting = new Card(u"Waiting for you"_s, this);
    waiting->body()->addWidget(makeMutedLabel(u"Nothing waits for you."_s, TypeStyle::Body, waiting));
    waiting->body()->addStretch(1);
    grid->addWidget(waiting, 1, 1);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 3);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 4);
}

SamplePage::SamplePage(PageInfo info, QWidget *parent) : Page(std::move(info), parent), entry(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::space(3), metrics::space(2), metrics::space(3), metrics::space(2));
    auto *card = new Card(caseWord() + u" on "_s + this->info().title, this);
    auto *filter = new SegmentedFilter(u"Which"_s, card);
    filter->setSegments(
        {{u"owed"_s, u"Owed"_s, 12}, {u"not"_s, u"Not owed"_s, 9}, {u"wait"_s, u"Waiting on a fact"_s, 2}});
    card->addToHeader(filter);
    card->addToHeader(new QPushButton(u"Export calendar"_s, card));
    entry->setAccessibleName(u"Entry about "_s + caseWord());
    entry->setText(u"draft about "_s + caseWord());
    card->body()->addWidget(entry);
    auto *table = new TableView(u"Rows"_s, card);
    table->setModel(sampleDeadlines(table));
    table->setColumns({{1, 84}, {3, 150}, {3, 150}, {2, 150}});
    card->body()->addWidget(table, 1);
    layout->addWidget(card);
}

QList<Command> SamplePage::commands()
{
    return {{info().id + u".count"_s, u"Count "_s + info().title, u"number"_s, QKeySequence(Qt::CTRL | Qt::Key_F),
             [this] { ++commandRuns; }}};
}

QVariantMap SamplePage::place() const
{
    return {{u"entry"_s, entry->text()}};
}

void SamplePage::restorePlace(const QVariantMap &place)
{
    entry->setText(place.value(u"entry"_s).toString());
}

bool SamplePage::showRecord(const QString &recordId)
{
    shownRecord = recordId;
    return recordId.startsWith(u"T-"_s);
}

QList<Page *> samplePages()
{
    const QList<PageInfo> infos{
        {u"timeline"_s, u"Timeline"_s, {}, u"timeline"_s},
        {u"tasks"_s, u"Tasks"_s, {}, u"tasks"_s},
        {u"deadlines"_s, u"Deadlines"_s, {}, u"deadlines"_s},
        {u"people"_s, u"People affected"_s, u"Breach"_s, u"people"_s},
        {u"notices"_s, u"Notices"_s, u"Breach"_s, u"notices"_s},
        {u"packets"_s, u"Packets"_s, u"Proof"_s, u"packets"_s},
        {u"ledger"_s, u"Ledger"_s, u"Proof"_s, u"ledger"_s},
        {u"access"_s, u"People and keys"_s, u"Store"_s, u"keys"_s},
        {u"backup"_s, u"Backup"_s, u"Store"_s, u"backup"_s},
    };
    QList<Page *> pages{new OverviewSample};
    for (const PageInfo &info : infos)
        pages << new SamplePage(info);
    pages[2]->setCount(3, Tone::Danger, u"3 late"_s);
    pages[3]->setCount(12, Tone::Neutral, u"12 owed"_s);
    pages[5]->setCount(2, Tone::Neutral, u"2 in review"_s);
    return pages;
}

IncidentHeader sampleIncident()
{
    IncidentHeader incident;
    incident.id = u"i-4"_s;
    incident.title = u"2026-004 Order export left readable in "_s + caseWord();
    incident.line = u"Failed audit, third party · discovered Tue 3 Mar 2026, 10:15 CST"_s;
    incident.clock = {17,
                      60,
                      true,
                      {{u"stand"_s, 3, Tone::Warning, u"6 Mar: correction asked for"_s},
                       {u"ca"_s, 30, Tone::Warning, u"2 Apr: "_s + caseWord() + u" residents, in 13 days"_s},
                       {u"tx"_s, 32, Tone::Danger, u"4 Apr: Texas Attorney General, in 15 days"_s},
                       {u"target"_s, 45, Tone::Warning, u"17 Apr: internal target, in 28 days"_s},
                       {u"hhs"_s, 60, Tone::Danger, u"2 May: everyone and HHS, in 43 days"_s}}};
    return incident;
}

} // namespace tocsin::viewchecks
