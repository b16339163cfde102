// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/extract_line.h"

#include "core/json_reader.h"
#include "ledger/wire_text.h"

using namespace Qt::Literals::StringLiterals;

namespace tocsin::ledger {

namespace {

constexpr qint64 kVersion = 1;

/// Writes one JSON object on one line: keys in the order given, no spaces, text as UTF-8 with only what JSON demands
/// escaped.
class LineWriter
{
public:
    explicit LineWriter(QLatin1StringView type) { text("type"_L1, type); }

    LineWriter &text(QLatin1StringView key, const QString &value)
    {
        begin(key);
        m_line.append('"').append(escaped(value.toUtf8())).append('"');
        return *this;
    }
    LineWriter &hex(QLatin1StringView key, const QByteArray &value)
    {
        begin(key);
        m_line.append('"').append(value.toHex()).append('"');
        return *this;
    }
    LineWriter &integer(QLatin1StringView key, qint64 value)
    {
        begin(key);
        m_line.append(QByteArray::number(value));
        return *this;
    }
    [[nodiscard]] QByteArray line() const { return m_line + "}\n"; }

private:
    QByteArray m_line;

    void begin(QLatin1StringView key)
    {
        m_line.append(m_line.isEmpty() ? "{\"" : ",\"").append(key.data(), key.size()).append("\":");
    }

    static QByteArray escaped(const QByteArray &utf8)
    {
        QByteArray out;
        out.reserve(utf8.size());
        for (const char c : utf8) {
            if (c == '"' || c == '\\')
                out.append('\\').append(c);
            else if (static_cast<unsigned char>(c) < 0x20)
                out.append("\\u00").append(QByteArray(1, c).toHex());
            else
                out.append(c);
        }
        return out;
    }
};

QByteArray readHex(JsonReader &in, QLatin1StringView key, qsizetype size)
{
    const std::optional<QByteArray> bytes = bytesOf(in.string(key).toLatin1(), size);
    if (!bytes) {
        in.failAt(key,
                  size < 0 ? u"lower-case hexadecimal digits"_s : u"%1 lower-case hexadecimal digits"_s.arg(2 * size));
        return {};
    }
    return *bytes;
}

qint64 readSequence(JsonReader &in, QLatin1StringView key)
{
    return in.integer(key, 1, kMaxSequence).value_or(0);
}

ExtractHead readHead(JsonReader &in)
{
    ExtractHead head;
    in.word("format"_L1, {"tocsin-ledger-extract"_L1});
    in.integer("version"_L1, kVersion, kVersion);
    head.incident = in.string("incident"_L1);
    if (head.incident.isEmpty())
        in.failAt("incident"_L1, u"the reference of an incident"_s);
    const Result<Checkpoint> checkpoint = Checkpoint::parse(in.string("checkpoint"_L1).toUtf8());
    if (checkpoint)
        head.checkpoint = *checkpoint;
    else
        in.failAt("checkpoint"_L1, u"a checkpoint’s text; "_s + checkpoint.error().message);
    head.exporterKey = readHex(in, "exporter"_L1, kKeySize);
    return head;
}

KeySpan readKey(JsonReader &in)
{
    KeySpan span;
    span.key = readHex(in, "key"_L1, kKeySize);
    span.name = in.string("name"_L1);
    span.role = in.string("role"_L1);
    span.from = readSequence(in, "from"_L1);
    if (in.has("to"_L1))
        span.to = readSequence(in, "to"_L1);
    return span;
}

EntryHeader readHeader(JsonReader &in)
{
    EntryHeader header;
    header.sequence = readSequence(in, "sequence"_L1);
    const QByteArray at = in.string("at"_L1).toLatin1();
    const std::optional<Instant> instant = instantOf(at, in.string("zone"_L1).toLatin1());
    if (instant)
        header.at = *instant;
    else
        in.failAt("at"_L1, u"an instant such as 2026-03-11T04:30:00.000Z, and its zone’s name"_s);
    header.actorKey = readHex(in, "actor"_L1, kKeySize);
    header.actorName = in.string("name"_L1);
    header.actorRole = in.string("role"_L1);
    header.action = in.string("action"_L1);
    header.subject = in.string("subject"_L1);
    if (const Result<> checked = checkHeader(header); !checked)
        in.failAt(QString(), u"a header as the ledger keeps it ("_s + checked.error().message + u')');
    return header;
}

Entry readEntry(JsonReader &in)
{
    Entry entry;
    entry.header = readHeader(in);
    entry.salts.header = readHex(in, "header_salt"_L1, kSaltSize);
    entry.payloadDigest = readHex(in, "payload_digest"_L1, kHashSize);
    if (in.has("payload"_L1)) {
        entry.salts.payload = readHex(in, "payload_salt"_L1, kSaltSize);
        entry.payload = readHex(in, "payload"_L1, -1);
    }
    entry.hash = readHex(in, "hash"_L1, kHashSize);
    entry.signature = readHex(in, "signature"_L1, kSignatureSize);
    return entry;
}

BlindedEntry readBlinded(JsonReader &in)
{
    BlindedEntry entry;
    entry.sequence = readSequence(in, "sequence"_L1);
    entry.headerDigest = readHex(in, "header_digest"_L1, kHashSize);
    entry.payloadDigest = readHex(in, "payload_digest"_L1, kHashSize);
    entry.hash = readHex(in, "hash"_L1, kHashSize);
    return entry;
}

ExtractEnd readEnd(JsonReader &in)
{
    ExtractEnd end;
    end.sha256 = readHex(in, "sha256"_L1, kHashSize);
    end.signature = readHex(in, "signature"_L1, kSignatureSize);
    return end;
}

ExtractLine readLine(const QString &type, JsonReader &in)
{
    if (type == "head"_L1)
        return readHead(in);
    if (type == "key"_L1)
        return readKey(in);
    if (type == "entry"_L1)
        return readEntry(in);
    if (type == "other"_L1)
        return readBlinded(in);
    return readEnd(in);
}

} // namespace

QByteArray toLine(const ExtractHead &head)
{
    return LineWriter("head"_L1)
        .text("format"_L1, u"tocsin-ledger-extract"_s)
        .integer("version"_L1, kVersion)
        .text("incident"_L1, head.incident)
        .text("checkpoint"_L1, QString::fromUtf8(head.checkpoint.toText()))
        .hex("exporter"_L1, head.exporterKey)
        .line();
}

QByteArray toLine(const KeySpan &span)
{
    LineWriter out("key"_L1);
    out.hex("key"_L1, span.key).text("name"_L1, span.name).text("role"_L1, span.role).integer("from"_L1, span.from);
    if (span.to)
        out.integer("to"_L1, *span.to);
    return out.line();
}

QByteArray toLine(const Entry &entry)
{
    const EntryHeader &header = entry.header;
    LineWriter out("entry"_L1);
    out.integer("sequence"_L1, header.sequence)
        .text("at"_L1, QString::fromLatin1(utcText(header.at)))
        .text("zone"_L1, QString::fromLatin1(header.at.zone()))
        .hex("actor"_L1, header.actorKey)
        .text("name"_L1, header.actorName)
        .text("role"_L1, header.actorRole)
        .text("action"_L1, header.action)
        .text("subject"_L1, header.subject)
        .hex("header_salt"_L1, entry.salts.header)
        .hex("payload_digest"_L1, entry.payloadDigest);
    if (entry.payload)
        out.hex("payload_salt"_L1, entry.salts.payload).hex("payload"_L1, *entry.payload);
    return out.hex("hash"_L1, entry.hash).hex("signature"_L1, entry.signature).line();
}

QByteArray toLine(const BlindedEntry &entry)
{
    return LineWriter("other"_L1)
        .integer("sequence"_L1, entry.sequence)
        .hex("header_digest"_L1, entry.headerDigest)
        .hex("payload_digest"_L1, entry.payloadDigest)
        .hex("hash"_L1, entry.hash)
        .line();
}

QByteArray toLine(const ExtractEnd &end)
{
    return LineWriter("end"_L1).hex("sha256"_L1, end.sha256).hex("signature"_L1, end.signature).line();
}

QByteArray extractSigningMessage(const QByteArray &sha256)
{
    return "tocsin-extract-v1" + sha256;
}

Result<ExtractLine> parseLine(const QByteArray &line, const QString &where)
{
    TOCSIN_ASSIGN(const QJsonObject object, parseJsonObject(line, where));
    JsonReader in(object, where);
    const QString type = in.word("type"_L1, {"head"_L1, "key"_L1, "entry"_L1, "other"_L1, "end"_L1});
    ExtractLine read = readLine(type, in);
    TOCSIN_TRY(in.finish());
    const QByteArray canonical = std::visit([](const auto &each) { return toLine(each); }, read);
    if (canonical != line)
        return fail(ErrorCode::BadInput,
                    u"%1 is not spelled as an extract spells it: order, spaces or escapes differ."_s.arg(where));
    return read;
}

} // namespace tocsin::ledger
