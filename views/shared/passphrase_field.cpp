// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/passphrase_field.h"

#include "shared/icons.h"
#include "shared/style_sheet.h"
#include "vault/secure_bytes.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Longer than any passphrase a person types, short enough that no paste can fill memory.
constexpr int kMaxLength = 1024;

/// True if the key shows that Caps Lock is on: a letter whose case is the opposite of what Shift asks for. Qt has no
/// portable way to read the lock itself.
bool showsCapsLock(const QKeyEvent &key)
{
    const QString text = key.text();
    if (text.size() != 1 || !text.at(0).isLetter() || text.at(0).toUpper() == text.at(0).toLower())
        return false;
    const bool shift = key.modifiers().testFlag(Qt::ShiftModifier);
    return text.at(0).isUpper() != shift;
}

bool isLetterKey(const QKeyEvent &key)
{
    return key.text().size() == 1 && key.text().at(0).isLetter();
}

int poolOf(QStringView text)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : text) {
        lower = lower || c.isLower();
        upper = upper || c.isUpper();
        digit = digit || c.isDigit();
        other = other || !(c.isLower() || c.isUpper() || c.isDigit());
    }
    return (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 32 : 0);
}

} // namespace

double passphraseBits(QStringView text)
{
    double length = 0;
    QSet<char16_t> seen;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int step = i > 0 ? text[i].unicode() - text[i - 1].unicode() : 2;
        const bool run = std::abs(step) <= 1;
        const bool repeated = seen.contains(text[i].unicode());
        length += run ? 0.2 : (repeated ? 0.6 : 1.0);
        seen.insert(text[i].unicode());
    }
    const int pool = poolOf(text);
    return pool > 0 ? length * std::log2(pool) : 0;
}

PassphraseField::PassphraseField(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_eye(new QToolButton(this))
    , m_caps(makeLabel(tr("! Caps Lock is on"), TypeStyle::Small, this))
{
    m_edit->setAccessibleName(accessibleName);
    m_edit->setMaxLength(kMaxLength);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                | Qt::ImhNoAutoUppercase);
    m_edit->installEventFilter(this);
    m_eye->setCheckable(true);
    m_eye->setToolTip(tr("Show what is typed"));
    m_eye->setAccessibleName(tr("Show: %1").arg(accessibleName));
    setTone(*m_caps, Tone::Warning);
    m_caps->hide();
    setFocusProxy(m_edit);

    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_eye);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_caps);

    connect(m_edit, &QLineEdit::textChanged, this, &PassphraseField::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::accepted);
    connect(m_eye, &QToolButton::toggled, this, &PassphraseField::setShown);
    setShown(false);
}

PassphraseField::~PassphraseField()
{
    clear();
}

SecretPtr PassphraseField::take()
{
    QString text = m_edit->text();
    auto secret = std::make_shared<const Secret>(text);
    wipe(text);
    clear();
    return secret;
}

void PassphraseField::clear()
{
    QString text = m_edit->text();
    wipe(text);
    const QSignalBlocker silent(m_edit);
    m_edit->clear();
    m_caps->hide();
    m_eye->setChecked(false);
}

bool PassphraseField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

bool PassphraseField::sameAs(const PassphraseField &other) const
{
    return m_edit->text() == other.m_edit->text();
}

double PassphraseField::bits() const
{
    return passphraseBits(m_edit->text());
}

int PassphraseField::length() const
{
    QString text = m_edit->text().normalized(QString::NormalizationForm_C);
    const auto characters
        = std::count_if(text.cbegin(), text.cend(), [](QChar unit) { return !unit.isLowSurrogate(); });
    vault::wipe(text);
    return int(characters);
}

void PassphraseField::setInvalid(bool invalid)
{
    views::setInvalid(*m_edit, invalid);
}

bool PassphraseField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isLetterKey(*key))
            m_caps->setVisible(showsCapsLock(*key));
        else if (key->key() == Qt::Key_CapsLock)
            m_caps->hide();
    }
    return QWidget::eventFilter(watched, event);
}

void PassphraseField::setShown(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(themedIcon(shown ? u"eye-off"_s : u"eye"_s));
}

} // namespace tocsin::views
