// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the shared widgets to PNG files in a folder, light, dark and high contrast, at three sizes: `view_gallery
// FOLDER`. For eyes, not a test.
#include "shared/badge.h"
#include "shared/card.h"
#include "shared/empty_state.h"
#include "shared/form.h"
#include "shared/job_bar.h"
#include "shared/notice_bar.h"
#include "shared/page_header.h"
#include "shared/passphrase_field.h"
#include "shared/path_field.h"
#include "shared/search_field.h"
#include "shared/segmented_filter.h"
#include "shared/style_sheet.h"
#include "shared/table_view.h"
#include "views/view_checks.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::views;
using namespace tocsin::viewchecks;

namespace {

Card *buttonsCard()
{
    auto *card = new Card(u"Buttons and fields"_s);
    auto *row = new QHBoxLayout;
    const QList<std::pair<QString, ButtonKind>> kinds{{u"Plain"_s, ButtonKind::Plain},
                                                      {u"Primary"_s, ButtonKind::Primary},
                                                      {u"Danger"_s, ButtonKind::Danger},
                                                      {u"Link"_s, ButtonKind::Link}};
    for (const auto &[text, kind] : kinds) {
        for (const bool enabled : {true, false}) {
            auto *button = new QPushButton(text);
            setButtonKind(*button, kind);
            button->setEnabled(enabled);
            row->addWidget(button);
        }
    }
    row->addStretch(1);
    card->body()->addLayout(row);
    auto *form = new Form(3);
    auto *combo = new QComboBox;
    combo->addItems({u"Compliance lead"_s, u"Legal counsel"_s});
    auto *path = new PathField(u"File"_s, {}, systemPathChooser());
    auto *wrong = new QLineEdit(u"27 Febuary"_s);
    form->addField(u"Role"_s, combo);
    form->addField(u"Discovered on"_s, new QDateEdit(QDate(2026, 3, 3)), u"The first day anyone knew."_s);
    form->addField(u"Passphrase"_s, new PassphraseField(u"Passphrase"_s));
    form->addField(u"File"_s, path);
    form->addField(u"Date"_s, wrong);
    form->addField(u"Flag"_s, new QCheckBox(u"In the regulator's chronology"_s));
    form->setError(wrong, u"Write a date as 27 Feb 2026."_s);
    card->body()->addWidget(form);
    card->body()->addWidget(new SearchField(u"Search the timeline"_s));
    card->body()->addStretch(1);
    return card;
}

Card *noticesCard()
{
    auto *card = new Card(u"Notices, badges, progress"_s);
    const QList<std::pair<Tone, QString>> notices{
        {Tone::Neutral, u"The roster was read on another machine."_s},
        {Tone::Ok, u"2,190 letters produced."_s},
        {Tone::Warning, u"Seven dates move 4 days earlier. Saving needs a reason and counsel's acknowledgement."_s},
        {Tone::Danger, u"The disk is full. Nothing half-done was kept."_s}};
    for (const auto &[tone, text] : notices) {
        auto *bar = new NoticeBar(card);
        bar->showNotice(tone, text,
                        tone == Tone::Danger ? QList<NextStep>{{u"a"_s, u"Choose another folder"_s}}
                                             : QList<NextStep>());
        card->body()->addWidget(bar);
    }
    auto *badges = new QHBoxLayout;
    for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Danger}) {
        badges->addWidget(new Badge(tone, u"Draft state"_s));
        badges->addWidget(Badge::sign(tone, u"sign"_s));
    }
    badges->addStretch(1);
    card->body()->addLayout(badges);
    auto *filter = new SegmentedFilter(u"Which"_s);
    filter->setSegments({{u"a"_s, u"Owed"_s, 12}, {u"b"_s, u"Not owed"_s, 9}, {u"c"_s, u"Waiting on a fact"_s, 2}});
    card->body()->addWidget(filter);
    auto *job = new JobBar;
    job->start(u"Producing letters"_s);
    job->setProgress(812, 2190, u"letters"_s);
    card->body()->addWidget(job);
    card->body()->addStretch(1);
    return card;
}

QWidget *makeGallery()
{
    auto *gallery = new QWidget;
    auto *layout = new QVBoxLayout(gallery);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buttonsCard(), 1);
    row->addWidget(noticesCard(), 1);
    layout->addWidget(new PageHeader(u"Shared widgets"_s, u"What pages are made of"_s));
    layout->addLayout(row);
    auto *empty = new Card(u"Packets"_s);
    empty->setContent(new EmptyState(
        u"packets"_s, u"No packet yet"_s,
        u"A packet is the indexed record of this incident that an investigator can verify without Tocsin."_s,
        u"Build a packet"_s));
    layout->addWidget(empty, 1);
    return gallery;
}

class Camera
{
public:
    Camera(QString folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) { }

    void take(QWidget &window, const QString &name)
    {
        QTest::qWait(60);
        const QString path = m_folder + u'/' + name + u'-' + m_suffix + u".png"_s;
        QTextStream(stdout) << path << (window.grab().save(path) ? "\n" : " failed\n");
        const QStringList problems = clippedTexts(window) + unnamedControls(window);
        for (const QString &problem : problems)
            QTextStream(stdout) << "   " << problem << '\n';
    }

private:
    QString m_folder;
    QString m_suffix;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, u"."_s);
    QDir().mkpath(folder);
    const QList<std::pair<QString, ThemeChoice>> themes{
        {u"light"_s, ThemeChoice::Light}, {u"dark"_s, ThemeChoice::Dark}, {u"contrast"_s, ThemeChoice::HighContrast}};
    for (const auto &[name, choice] : themes) {
        applyTheme(app, choice);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(1024, 700)}) {
            Camera camera(folder, name + u'-' + QString::number(size.width()));
            const std::unique_ptr<QWidget> gallery(makeGallery());
            gallery->resize(size + QSize(0, 120));
            gallery->show();
            camera.take(*gallery, u"gallery"_s);
        }
    }
    return 0;
}
