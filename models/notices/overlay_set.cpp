// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/overlay_set.h"

#include "core/text.h"
#include "notices/overlay_text.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Outside the namespace, as the macro asks: a static library's resources are dropped by the linker unless named.
static void initOverlayResources()
{
    Q_INIT_RESOURCE(overlays);
}

namespace tocsin::notices {

namespace {

Result<> checkWordings(const OverlayFile &file, const Wordings &wordings)
{
    const QStringList known = wordings.keys();
    for (const Overlay &overlay : file.overlays) {
        for (const OverlayDemand &demand : overlay.mustSay) {
            if (isWordingKey(demand.by) && !known.contains(demand.by)) {
                return fail(ErrorCode::BadInput,
                            u"The overlay of %1 asks for the wording “%2”, which “%3” does not have; it has %4."_s.arg(
                                overlay.state, demand.by, wordings.language, known.join(u", "_s)));
            }
        }
    }
    return {};
}

} // namespace

Result<OverlaySet> OverlaySet::of(OverlayFile file, std::vector<Wordings> wordings)
{
    for (size_t at = 0; at < wordings.size(); ++at) {
        TOCSIN_TRY(checkWordings(file, wordings[at]));
        for (size_t other = 0; other < at; ++other) {
            if (wordings[other].language == wordings[at].language)
                return fail(ErrorCode::Conflict,
                            u"Two files have wordings in “%1”; one of them is too many."_s.arg(wordings[at].language));
        }
    }
    OverlaySet set;
    set.m_file = std::move(file);
    set.m_wordings = std::move(wordings);
    const bool complete = set.m_file.overlays.isEmpty() || set.wordingsIn(u"en"_s);
    if (!complete)
        return fail(ErrorCode::BadInput, u"Overlays need wordings in English."_s);
    return set;
}

Result<OverlaySet> OverlaySet::bundled()
{
    initOverlayResources();
    QFile json(u":/notices/overlays.json"_s);
    if (!json.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"The overlays of the States cannot be read."_s);
    TOCSIN_ASSIGN(OverlayFile file, OverlayFile::parse(json.readAll(), u"overlays.json"_s));
    TOCSIN_ASSIGN(std::vector<Wordings> wordings, Wordings::bundled());
    return of(std::move(file), std::move(wordings));
}

const Overlay *OverlaySet::find(const QString &state) const
{
    const auto found = std::find_if(m_file.overlays.begin(), m_file.overlays.end(),
                                    [&](const Overlay &overlay) { return overlay.state == state; });
    return found == m_file.overlays.end() ? nullptr : &*found;
}

Template OverlaySet::applied(const Template &text, const Overlay *overlay, const QStringList &elements) const
{
    QStringList keys;
    if (overlay) {
        const QList<OverlayDemand> demands = overlay->demandsOn(elements);
        for (const OverlayDemand &demand : demands)
            keys.append(demand.by);
    }
    return overlaidText(text, overlay, wordingsIn(text.language), keys, m_file.agencies);
}

Template OverlaySet::wordingAlone(const Template &text, const Overlay &overlay, const QString &key) const
{
    const Wordings *wordings = wordingsIn(text.language);
    Template alone;
    alone.language = text.language;
    for (const Wordings::Place &place : wordings ? wordings->places : std::vector<Wordings::Place>()) {
        for (const Wordings::Wording &wording : place.wordings) {
            if (wording.key == key)
                alone.blocks = wording.blocks;
        }
    }
    return overlaidText(alone, &overlay, wordings, {}, m_file.agencies);
}

QString OverlaySet::sha256() const
{
    QByteArray all = "tocsin overlay set 1\n" + m_file.sha256.toLatin1() + '\n';
    for (const Wordings &wordings : m_wordings)
        all += wordings.sha256.toLatin1() + '\n';
    return sha256Hex(all);
}

const Wordings *OverlaySet::wordingsIn(const QString &language) const
{
    const auto in = [&](const QString &wanted) -> const Wordings * {
        const auto found = std::find_if(m_wordings.begin(), m_wordings.end(),
                                        [&](const Wordings &wordings) { return wordings.language == wanted; });
        return found == m_wordings.end() ? nullptr : &*found;
    };
    const Wordings *own = in(language);
    return own ? own : in(u"en"_s);
}

} // namespace tocsin::notices
