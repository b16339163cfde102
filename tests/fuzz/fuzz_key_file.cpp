// SPDX-License-Identifier: GPL-3.0-or-later
// The key file and the first line of a backup: what a stranger may have put beside a store.
#include "core/text.h"
#include "fuzz/promise.h"
#include "vault/backup_file.h"
#include "vault/key_file.h"

using namespace tocsin;
using namespace tocsin::vault;
using tocsin::fuzz::promise;

namespace {

/// Whatever is read is within its bounds, and written again reads the same.
void checkKeyFile(const QByteArray &bytes)
{
    const Result<KeyFile> file = parseKeyFile(bytes);
    if (!file)
        return;
    promise(!file->slotList.isEmpty() && file->slotList.size() <= kMaxSlots);
    for (const KeySlot &slot : file->slotList)
        promise(slot.cost.isWithinBounds() && isPersonName(slot.personName) && isRoleToken(slot.roleToken));
    const Result<KeyFile> again = parseKeyFile(writeKeyFile(*file, SecureBytes(32)));
    promise(again && again->slotList == file->slotList && again->store == file->store);
}

/// The bytes as the body of a copy whose checksum fits: without that, hardly any input would get past the first line.
QByteArray asBody(const QByteArray &body)
{
    const QByteArray start = "tocsin-keys 1 " + QByteArray::number(body.size()) + ' ' + QByteArray(64, 'a') + ' ';
    const QByteArray covered = start + body;
    return start + sha256Hex(covered).toLatin1() + '\n' + body + '\n';
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    checkKeyFile(bytes);
    checkKeyFile(asBody(bytes));
    const Result<BackupHeader> header = parseBackupHeader(bytes);
    promise(!header || (header->keysSize > 0 && header->storeSize > 0 && header->size <= bytes.size()));
    return 0;
}
