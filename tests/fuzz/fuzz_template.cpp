// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/promise.h"
#include "notices/merge.h"

#include <cstddef>
#include <cstdint>

using namespace Qt::Literals::StringLiterals;
using namespace tocsin::notices;
using tocsin::fuzz::promise;

namespace {

MergedLetter letterFor(const Template &text, const QString &name)
{
    LetterRecipient recipient;
    recipient.id = u"R1"_s;
    recipient.firstName = name;
    recipient.dataElements = {u"name"_s, u"ssn"_s};
    const FieldValues values({}, {}, QDate(2026, 3, 20));
    return merge(text, values.forRecipient(recipient));
}

/// The kinds of the blocks and the number of their items and runs: what a value must not change.
QString shapeOf(const MergedLetter &letter)
{
    QString shape;
    for (const Block &block : letter.blocks) {
        shape += QString::number(block.index());
        if (const auto *list = std::get_if<List>(&block))
            shape += u'*' + QString::number(list->items.size());
        if (const auto *paragraph = std::get_if<Paragraph>(&block))
            shape += u':' + QString::number(paragraph->runs.size());
    }
    return shape;
}

} // namespace

// Reads any bytes as a template. What is refused names a line; what is accepted has the same shape for a plain name and
// for one that is all markup.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const tocsin::Result<Template> text = Template::parse(bytes, u"input"_s);
    if (!text) {
        promise(text.error().message.startsWith("input"_L1));
        return 0;
    }
    promise(!text->blocks.empty() && text->sha256.size() == 64);
    const MergedLetter plainName = letterFor(*text, u"Ana"_s);
    const MergedLetter markedName = letterFor(*text, u"**A** {{recipient.id}} {{#data.items}} \\ - # <b>"_s);
    promise(shapeOf(plainName) == shapeOf(markedName));
    promise(plainName.emptyFields == markedName.emptyFields);
    return 0;
}
