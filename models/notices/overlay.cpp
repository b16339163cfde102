// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/overlay.h"

#include "core/json_reader.h"
#include "core/text.h"
#include "notices/data_elements.h"
#include "notices/fields.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tocsin::notices {

namespace {

constexpr qsizetype kMaxBytes = qsizetype{1024} * 1024;
constexpr qsizetype kMaxText = 300;
constexpr qsizetype kMaxItems = 40;
constexpr qsizetype kMaxStates = 60;

const QStringList kElements{u"164.404(c)(1)(A)"_s, u"164.404(c)(1)(B)"_s, u"164.404(c)(1)(C)"_s, u"164.404(c)(1)(D)"_s,
                            u"164.404(c)(1)(E)"_s};
const QStringList kAgencies{u"equifax"_s, u"experian"_s, u"transunion"_s, u"ftc"_s};
const QStringList kOwn{u"offer"_s, u"enrollment"_s, u"title"_s, u"headings"_s, u"type-size"_s, u"counsel"_s};

bool matches(const QString &text, const QString &form)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(form)).match(text).hasMatch();
}

/// Reads one object of the file; every text is one line and short.
class OverlayReader
{
public:
    explicit OverlayReader(JsonReader &reader) : m_reader(reader) { }

    QString text(QLatin1StringView key, const QString &form = {}, const QString &expected = {})
    {
        const QString value = m_reader.string(key);
        checkText(key, value);
        if (!form.isEmpty() && !matches(value, form))
            m_reader.failAt(key, expected);
        return value;
    }

    QStringList texts(QLatin1StringView key, bool required = true)
    {
        const QStringList values = m_reader.strings(key, required);
        for (const QString &value : values)
            checkText(key, value);
        if (values.size() > kMaxItems)
            m_reader.failAt(key, u"at most %1 texts"_s.arg(kMaxItems));
        return values;
    }

    QString confidence() { return m_reader.word("confidence"_L1, {"verified"_L1, "known"_L1, "doubtful"_L1}); }

    QStringList elements(bool required)
    {
        const QStringList known = dataElementTokens();
        const QStringList values = texts("when"_L1, required);
        for (const QString &value : values) {
            if (!known.contains(value))
                m_reader.failAt("when"_L1, u"kinds of information of FORMAT.md, such as ssn"_s);
        }
        if (values.isEmpty() && (required || m_reader.has("when"_L1)))
            m_reader.failAt("when"_L1, u"at least one kind of information"_s);
        return values;
    }

    Office office()
    {
        Office made;
        made.name = text("name"_L1);
        made.address = text("address"_L1);
        made.phones = texts("phones"_L1);
        made.web = text("web"_L1, u"([a-z0-9-]+\\.)+[a-z]{2,}(/[A-Za-z0-9._/-]*)?"_s,
                        u"a web address such as www.example.gov"_s);
        made.confidence = confidence();
        const auto isPhone
            = [](const QString &phone) { return matches(phone, u"(1-)?[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}"_s); };
        if (made.phones.isEmpty() || !std::all_of(made.phones.begin(), made.phones.end(), isPhone))
            m_reader.failAt("phones"_L1, u"numbers such as 1-877-438-4338"_s);
        return made;
    }

    OverlayDemand demand()
    {
        OverlayDemand made;
        made.what = text("what"_L1);
        made.by = text("by"_L1, u"[a-z0-9._()A-E-]+"_s, kBy);
        made.when = elements(false);
        const auto field = fieldByName(made.by);
        const bool known = field ? field->type == FieldType::Text : isWordingKey(made.by) || !made.by.contains(u'.');
        if (!known && !kElements.contains(made.by))
            m_reader.failAt("by"_L1, kBy);
        return made;
    }

    MonitoringDuty monitoring()
    {
        MonitoringDuty made;
        made.months = static_cast<int>(m_reader.integer("months"_L1, 1, 120).value_or(0));
        made.when = elements(true);
        made.settled = m_reader.boolean("settled"_L1).value_or(false);
        return made;
    }

    /// Words by language. English has to be there.
    QMap<QString, QString> words()
    {
        QMap<QString, QString> made{{u"en"_s, text("en"_L1)}};
        if (m_reader.has("es"_L1))
            made.insert(u"es"_s, text("es"_L1));
        return made;
    }

    void heading(QMap<QString, QMap<QString, QString>> &into)
    {
        const QString element = text("citation"_L1);
        if (!kElements.contains(element) || into.contains(element))
            m_reader.failAt("citation"_L1, u"an element such as 164.404(c)(1)(A), each once"_s);
        into.insert(element, words());
    }

    Overlay overlay()
    {
        Overlay made;
        made.state = text("state"_L1, u"[A-Z]{2}"_s, u"the postal code of a State"_s);
        made.name = text("name"_L1);
        made.citation = text("citation"_L1);
        made.confidence = confidence();
        made.counsel = texts("counsel"_L1, false);
        m_reader.object(
            "title"_L1, [&](JsonReader &inner) { made.title = OverlayReader(inner).words(); }, false);
        m_reader.objects(
            "headings"_L1, [&](JsonReader &inner) { OverlayReader(inner).heading(made.headings); }, false);
        made.smallestType = static_cast<double>(m_reader.integer("smallest_type"_L1, 6, 24, false).value_or(0));
        m_reader.object(
            "office"_L1, [&](JsonReader &inner) { made.office = OverlayReader(inner).office(); }, false);
        m_reader.objects("must_say"_L1, [&](JsonReader &inner) { made.mustSay.append(OverlayReader(inner).demand()); });
        readProhibitions(made);
        m_reader.object(
            "monitoring"_L1, [&](JsonReader &inner) { made.monitoring = OverlayReader(inner).monitoring(); }, false);
        checkWhole(made);
        return made;
    }

private:
    static inline const QString kBy
        = u"an element, a text field, the key of a wording, offer, enrollment, title, headings, type-size or counsel"_s;
    JsonReader &m_reader;

    void checkText(QLatin1StringView key, const QString &value)
    {
        const bool tidy = !value.isEmpty() && value.size() <= kMaxText && value == value.simplified()
            && !hasControlCharacters(value);
        if (!tidy)
            m_reader.failAt(key, u"one line of 1 to %1 characters, without outer or doubled space"_s.arg(kMaxText));
    }

    void readProhibitions(Overlay &made)
    {
        const QStringList kinds = texts("must_not_say"_L1, false);
        made.withoutNature = kinds.contains("nature"_L1);
        made.withoutResidents = kinds.contains("residents"_L1);
        if (kinds.size() != int{made.withoutNature} + int{made.withoutResidents})
            m_reader.failAt("must_not_say"_L1, u"\"nature\" and \"residents\", each at most once"_s);
    }

    /// What one key asks of another.
    void checkWhole(const Overlay &made)
    {
        if (made.mustSay.size() > kMaxItems)
            m_reader.failAt("must_say"_L1, u"at most %1 demands"_s.arg(kMaxItems));
        for (const OverlayDemand &demand : made.mustSay) {
            const bool given = (demand.by != "office"_L1 || made.office)
                && (demand.by != "title"_L1 || !made.title.isEmpty())
                && (demand.by != "headings"_L1 || !made.headings.isEmpty())
                && (demand.by != "type-size"_L1 || made.smallestType > 0);
            if (!given)
                m_reader.failAt("must_say"_L1, u"no \"%1\" while the State has none here"_s.arg(demand.by));
        }
    }
};

void readAgency(JsonReader &reader, QMap<QString, Office> &into)
{
    const QString id = reader.string("id"_L1);
    if (!kAgencies.contains(id) || into.contains(id))
        reader.failAt("id"_L1, u"one of %1, each once"_s.arg(kAgencies.join(u", "_s)));
    into.insert(id, OverlayReader(reader).office());
}

void readOverlay(JsonReader &reader, QList<Overlay> &into)
{
    Overlay made = OverlayReader(reader).overlay();
    if (!into.isEmpty() && made.state <= into.back().state)
        reader.failAt("state"_L1, u"the States in the order of their codes, each once"_s);
    into.append(std::move(made));
}

} // namespace

QString Office::line() const
{
    return QStringList{name, address, phones.join(u" / "_s), web}.join(u", "_s);
}

bool anyInvolved(const QStringList &wanted, const QStringList &elements)
{
    const auto involved = [&](const QString &element) { return wanted.contains(element.trimmed().toLower()); };
    return wanted.isEmpty() || std::any_of(elements.begin(), elements.end(), involved);
}

bool isWordingKey(const QString &by)
{
    return !kOwn.contains(by) && !fieldByName(by) && matches(by, u"[a-z]+(-[a-z]+)*"_s);
}

QList<OverlayDemand> Overlay::demandsOn(const QStringList &elements) const
{
    QList<OverlayDemand> demands;
    std::copy_if(mustSay.begin(), mustSay.end(), std::back_inserter(demands),
                 [&](const OverlayDemand &demand) { return anyInvolved(demand.when, elements); });
    return demands;
}

Result<OverlayFile> OverlayFile::parse(const QByteArray &json, const QString &source)
{
    if (json.size() > kMaxBytes)
        return fail(ErrorCode::BadInput, u"%1: a file of overlays has at most %2 bytes."_s.arg(source).arg(kMaxBytes));
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(json, source));
    JsonReader reader(object, source);
    OverlayFile file;
    reader.word("format"_L1, {"tocsin-overlays"_L1});
    reader.integer("format_version"_L1, 1, 1);
    file.version = OverlayReader(reader).text("version"_L1);
    file.asOf = reader.date("as_of"_L1);
    reader.string("note"_L1, false);
    reader.objects("agencies"_L1, [&](JsonReader &agency) { readAgency(agency, file.agencies); });
    reader.objects("jurisdictions"_L1, [&](JsonReader &overlay) { readOverlay(overlay, file.overlays); });
    if (file.agencies.size() != kAgencies.size())
        reader.failAt("agencies"_L1, kAgencies.join(u", "_s));
    if (file.overlays.size() > kMaxStates)
        reader.failAt("jurisdictions"_L1, u"at most %1 States"_s.arg(kMaxStates));
    TOCSIN_TRY(reader.finish());
    file.sha256 = sha256Hex(json);
    return file;
}

} // namespace tocsin::notices
