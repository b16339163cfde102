// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/add_notice_button.h"

#include "items/wording.h"
#include "law/wording.h"

#include <QMenu>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::views {

AddNoticeButton::AddNoticeButton(CaseContext *context, QWidget *parent)
    : QPushButton(tr("&Add a notice"), parent), m_context(context), m_offers(new QMenu(this))
{
    setMenu(m_offers);
    setVisible(context->may(casework::CreateNotice::kAction));
    m_offers->setToolTipsVisible(true);
    connect(m_offers, &QMenu::aboutToShow, this, &AddNoticeButton::ask);
}

/// Asked anew each time: what is owed follows the facts.
void AddNoticeButton::ask()
{
    m_offers->clear();
    m_offers->addAction(tr("Looking at what is owed…"))->setEnabled(false);
    const auto work = [file = m_context->file(),
                       incident = m_context->incident()](const Progress &) -> Result<QList<jobs::NoticeOffer>> {
        TOCSIN_ASSIGN(const auto session, file->openSession());
        return jobs::noticeOffers(*session, incident);
    };
    m_asking.run<QList<jobs::NoticeOffer>>(tr("Looking at what is owed"), work, [this](const auto &offers) {
        if (offers)
            fill(*offers);
        else
            Q_EMIT failed(offers.error().message);
    });
}

void AddNoticeButton::fill(const QList<jobs::NoticeOffer> &offers)
{
    using Need = jobs::NoticeOffer::Need;
    m_offers->clear();
    std::optional<Need> section;
    for (const jobs::NoticeOffer &offer : offers) {
        if (section != offer.need) {
            section = offer.need;
            m_offers->addSection(offer.need == Need::Owed        ? tr("Owed")
                                     : offer.need == Need::Waits ? tr("Waits for a fact")
                                     : offer.need == Need::Free  ? tr("If wanted")
                                                                 : tr("Done"));
        }
        const QDate day = offer.due.day();
        QString words = QString(offer.title).replace(u'&', "&&"_L1);
        if (day.isValid())
            words = tr("%1, due %2").arg(words, law::shortDate(day));
        QAction *action = m_offers->addAction(offer.existing.isEmpty() ? words : tr("%1 (there is one)").arg(words));
        action->setToolTip(items::plainToolTip(offer.citation.isEmpty() ? offer.kind.audience : offer.citation));
        connect(action, &QAction::triggered, this, [this, offer] { add(offer, offer.kind.language); });
        if (offer.kind.languages.contains(u"es"_s)) {
            QAction *spanish
                = m_offers->addAction(tr("%1, in Spanish").arg(QString(offer.title).replace(u'&', "&&"_L1)));
            spanish->setToolTip(action->toolTip());
            connect(spanish, &QAction::triggered, this, [this, offer] { add(offer, u"es"_s); });
        }
    }
}

void AddNoticeButton::add(const jobs::NoticeOffer &offer, const QString &language)
{
    const auto work = [file = m_context->file(), incident = m_context->incident(), kind = offer.kind.kind,
                       recipient = offer.recipient, language](const Progress &) {
        return jobs::addNotice(*file, incident, kind, recipient, language);
    };
    m_adding.run<casework::Receipt>(tr("Adding the notice"), work,
                                    [this, incident = m_context->incident()](const Result<casework::Receipt> &receipt) {
                                        if (!receipt)
                                            Q_EMIT failed(receipt.error().message);
                                        else if (incident == m_context->incident()) // else it is in its own list
                                            Q_EMIT added(NoticeId{receipt->id});
                                    });
}

} // namespace tocsin::views
