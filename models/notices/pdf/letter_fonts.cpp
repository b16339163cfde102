// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/pdf/letter_fonts.h"

#include "notices/pdf/letter_font.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QRawFont>
#include <QSet>
#include <QTextLayout>

#include <algorithm>

static void initFontResources()
{
    Q_INIT_RESOURCE(letter_fonts);
}

namespace tocsin::notices {

namespace {

constexpr int kProbeSize = 44;

struct ScriptFamily
{
    QChar::Script script;
    const char *name; ///< as Noto's families end
};
constexpr ScriptFamily kScriptFamilies[] = {{QChar::Script_Hebrew, "Hebrew"},
                                            {QChar::Script_Armenian, "Armenian"},
                                            {QChar::Script_Georgian, "Georgian"},
                                            {QChar::Script_Ethiopic, "Ethiopic"},
                                            {QChar::Script_Devanagari, "Devanagari"},
                                            {QChar::Script_Bengali, "Bengali"},
                                            {QChar::Script_Gujarati, "Gujarati"},
                                            {QChar::Script_Gurmukhi, "Gurmukhi"},
                                            {QChar::Script_Oriya, "Oriya"},
                                            {QChar::Script_Tamil, "Tamil"},
                                            {QChar::Script_Telugu, "Telugu"},
                                            {QChar::Script_Kannada, "Kannada"},
                                            {QChar::Script_Malayalam, "Malayalam"},
                                            {QChar::Script_Sinhala, "Sinhala"},
                                            {QChar::Script_Thai, "Thai"},
                                            {QChar::Script_Lao, "Lao"},
                                            {QChar::Script_Khmer, "Khmer"},
                                            {QChar::Script_Myanmar, "Myanmar"},
                                            {QChar::Script_Tibetan, "Tibetan"},
                                            {QChar::Script_Cherokee, "Cherokee"},
                                            {QChar::Script_Syriac, "Syriac"},
                                            {QChar::Script_CanadianAboriginal, "Canadian Aboriginal"}};

bool isHan(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
        || script == QChar::Script_Hangul || script == QChar::Script_Bopomofo;
}

QString hanRegion(const QString &language, QChar::Script script)
{
    const QString tag = language.toLower();
    if (tag.startsWith(u"ja") || script == QChar::Script_Hiragana || script == QChar::Script_Katakana)
        return QStringLiteral("JP");
    if (tag.startsWith(u"ko") || script == QChar::Script_Hangul)
        return QStringLiteral("KR");
    if (tag.startsWith(u"zh-hk"))
        return QStringLiteral("HK");
    if (tag.startsWith(u"zh-tw") || tag.startsWith(u"zh-hant") || script == QChar::Script_Bopomofo)
        return QStringLiteral("TC");
    return QStringLiteral("SC");
}

QStringList familiesOf(QChar::Script script, const QString &style, const QString &language)
{
    if (isHan(script)) {
        const QString region = hanRegion(language, script);
        return {QStringLiteral("Noto %1 CJK %2").arg(style, region), QStringLiteral("Noto Sans CJK %1").arg(region)};
    }
    if (script == QChar::Script_Arabic)
        return {style == u"Serif" ? QStringLiteral("Noto Naskh Arabic") : QStringLiteral("Noto Sans Arabic"),
                QStringLiteral("Noto Naskh Arabic")};
    for (const ScriptFamily &family : kScriptFamilies) {
        if (family.script == script)
            return {QStringLiteral("Noto %1 %2").arg(style, QLatin1StringView(family.name)),
                    QStringLiteral("Noto Sans %1").arg(QLatin1StringView(family.name))};
    }
    return {};
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
        return true;
    default:
        return c >= 0xFE00 && c <= 0xFE0F; // variation selectors
    }
}

bool isShown(const QGlyphRun &run)
{
    const QRawFont font = run.rawFont();
    const bool outlines = !font.fontTable("glyf").isEmpty() || !font.fontTable("CFF ").isEmpty();
    return outlines && !run.glyphIndexes().contains(0);
}

bool isShowable(const QString &character, const QFont &font)
{
    QTextLayout layout(character, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return false;
    const QList<QGlyphRun> runs = line.glyphRuns();
    return !runs.isEmpty() && std::all_of(runs.begin(), runs.end(), isShown);
}

} // namespace

Result<> loadLetterFonts()
{
    initFontResources();
    for (const auto *family : {"Serif", "Sans"}) {
        for (const auto *style : {"Regular", "Bold", "Italic", "BoldItalic"}) {
            const QString path = QStringLiteral(":/fonts/Liberation%1-%2.ttf")
                                     .arg(QLatin1StringView(family), QLatin1StringView(style));
            if (QFontDatabase::addApplicationFont(path) < 0)
                return fail(ErrorCode::Io, QStringLiteral("The fonts of letters could not be loaded."), path);
        }
    }
    return {};
}

QChar::Script fontScript(char32_t character, QChar::Script previous)
{
    if (character < 0x80 && character != U' ')
        return QChar::Script_Latin;
    const QChar::Script script = QChar::script(character);
    switch (script) {
    case QChar::Script_Common:
    case QChar::Script_Inherited:
    case QChar::Script_Unknown:
        return previous;
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
        return QChar::Script_Latin;
    default:
        return script;
    }
}

QFont letterFont(Face face, const QString &language, QChar::Script script)
{
    const QString style = face == Face::Serif ? QStringLiteral("Serif") : QStringLiteral("Sans");
    QStringList families = familiesOf(script, style, language);
    if (families.isEmpty())
        families = QStringList{QStringLiteral("Liberation %1").arg(style), QStringLiteral("Noto %1").arg(style),
                               QStringLiteral("Noto Sans Symbols"), QStringLiteral("Noto Sans Symbols2")};
    families.removeDuplicates();

    QFont font;
    font.setFamilies(families);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    font.setKerning(true);
    return font;
}

QStringList unshowable(const QString &text)
{
    QFont latinFont = letterFont(Face::Serif, {}, QChar::Script_Latin);
    latinFont.setPixelSize(kProbeSize);
    const QRawFont latin = QRawFont::fromFont(latinFont);

    QStringList found;
    QSet<uint> seen;
    for (const uint c : text.toUcs4()) {
        if (seen.contains(c) || isInvisible(c) || latin.supportsCharacter(c))
            continue;
        seen.insert(c);
        const char32_t point = c;
        const QString character = QString::fromUcs4(&point, 1);
        QFont font = letterFont(Face::Serif, {}, fontScript(point, QChar::Script_Latin));
        font.setPixelSize(kProbeSize);
        if (!isShowable(character, font))
            found << character;
    }
    return found;
}

} // namespace tocsin::notices
