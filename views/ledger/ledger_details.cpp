// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger_details.h"

#include "items/action_words.h"
#include "items/wording.h"
#include "shared/style_sheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? LedgerDetails::tr("yes") : LedgerDetails::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    default:
        return u"–"_s;
    }
}

/// One line for each value, with the way to it: "status: triage".
void addLines(const QJsonObject &object, const QString &way, QStringList &lines)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString here = way.isEmpty() ? it.key() : QString(way + u'.' + it.key());
        if (it->isObject())
            addLines(it->toObject(), here, lines);
        else
            lines << here + u": "_s + valueText(*it);
    }
}

void showObject(QLabel &title, QPlainTextEdit &view, const QJsonObject &object)
{
    QStringList lines;
    addLines(object, {}, lines);
    view.setPlainText(lines.join(u'\n'));
    title.setVisible(!lines.isEmpty());
    view.setVisible(!lines.isEmpty());
}

QPlainTextEdit *makeView(const QString &name, QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setAccessibleName(name);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    return view;
}

} // namespace

LedgerDetails::LedgerDetails(QWidget *parent)
    : QWidget(parent)
    , m_what(makeLabel({}, TypeStyle::Body, this))
    , m_who(makeMutedLabel({}, TypeStyle::Small, this))
    , m_hash(makeMutedLabel({}, TypeStyle::Small, this))
    , m_beforeTitle(makeLabel(tr("Before"), TypeStyle::Strong, this))
    , m_before(makeView(tr("Before the change"), this))
    , m_afterTitle(makeLabel(tr("After"), TypeStyle::Strong, this))
    , m_after(makeView(tr("After the change"), this))
{
    m_what->setWordWrap(true);
    m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_what);
    layout->addWidget(m_who);
    layout->addWidget(m_hash);
    layout->addWidget(m_beforeTitle);
    layout->addWidget(m_before, 1);
    layout->addWidget(m_afterTitle);
    layout->addWidget(m_after, 1);
    layout->addStretch(0);
    setEntry(nullptr, {});
}

void LedgerDetails::setEntry(const casework::LedgerRow *entry, const QByteArray &zone)
{
    m_who->setVisible(entry);
    m_hash->setVisible(entry);
    const casework::LedgerRow shown = entry ? *entry : casework::LedgerRow();
    showObject(*m_beforeTitle, *m_before, shown.before);
    showObject(*m_afterTitle, *m_after, shown.after);
    if (!entry) {
        m_what->setText(tr("Choose an entry to see what it changed."));
        return;
    }
    m_what->setText(tr("Entry %1: %2").arg(items::figure(entry->sequence), items::actionDone(entry->action)));
    const QString about = QStringList{entry->incident, entry->subject}.join(u' ').trimmed();
    m_who->setText(tr("%1, %2 · %3").arg(entry->actorName, items::momentText(entry->at.inZone(zone)), about));
    // Spaces let the digits wrap; a person compares them in groups of eight.
    QString digits = QString::fromLatin1(entry->hash.toHex());
    for (qsizetype at = digits.size() - 8; at > 0; at -= 8)
        digits.insert(at, u' ');
    m_hash->setText(tr("Hash %1").arg(digits));
}

} // namespace tocsin::views
