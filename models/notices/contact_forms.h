// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tocsin::notices {

// What telephone numbers and addresses look like. That of an e-mail address is canBeMailbox().

/// Whether a text is a web address such as www.example.org/notice or https://example.org.
bool isWebAddress(const QString &text);

/// Whether a text is a telephone number of ten digits at least: those of authorities and partners are not only numbers
/// of this country. May have an extension.
bool isTelephone(const QString &text);

/// What is wrong with the first telephone number, web or e-mail address in a text that cannot be used, and what one
/// looks like; empty if there is none.
QString contactFaultIn(const QString &text);

} // namespace tocsin::notices
