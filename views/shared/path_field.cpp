// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/path_field.h"

#include "shared/style_sheet.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace tocsin::views {

using namespace Qt::Literals::StringLiterals;

namespace {

void prepare(QFileDialog &dialog, const PathAsk &ask)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    dialog.setNameFilter(ask.filter);
    dialog.setDefaultSuffix(ask.suffix);
    if (ask.kind == PathAsk::Kind::SaveFile)
        dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(ask.kind == PathAsk::Kind::Folder         ? QFileDialog::Directory
                           : ask.kind == PathAsk::Kind::OpenFile ? QFileDialog::ExistingFile
                                                                 : QFileDialog::AnyFile);
    if (!ask.suggested.isEmpty())
        dialog.selectFile(ask.suggested);
}

} // namespace

PathChooser systemPathChooser()
{
    return [](QWidget *parent, const PathAsk &ask, const std::function<void(QString)> &done) {
        auto *dialog = new QFileDialog(parent, ask.title);
        prepare(*dialog, ask);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
        dialog->open();
    };
}

PathField::PathField(const QString &accessibleName, PathAsk ask, PathChooser chooser, QWidget *parent)
    : QWidget(parent)
    , m_ask(std::move(ask))
    , m_chooser(std::move(chooser))
    , m_edit(new QLineEdit(this))
    , m_browse(new QPushButton(tr("Browse…"), this))
{
    m_edit->setAccessibleName(accessibleName);
    m_browse->setAccessibleName(tr("Browse: %1").arg(accessibleName));
    m_browse->setAutoDefault(false);
    setFocusProxy(m_edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space(1));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathField::changed);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        PathAsk now = m_ask;
        if (!path().isEmpty())
            now.suggested = path();
        m_chooser(this, now, [this](const QString &chosen) { setPath(chosen); });
    });
}

QString PathField::path() const
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        return {};
    const bool bare = m_ask.kind == PathAsk::Kind::SaveFile && QFileInfo(typed).suffix().isEmpty();
    const QString named = bare && !m_ask.suffix.isEmpty() ? QString(typed + u'.' + m_ask.suffix) : typed;
    return QDir::cleanPath(QDir::home().absoluteFilePath(named));
}

void PathField::setPath(const QString &path)
{
    m_edit->setText(QDir::toNativeSeparators(path));
}

void PathField::setInvalid(bool invalid)
{
    views::setInvalid(*m_edit, invalid);
}

} // namespace tocsin::views
