// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"

namespace ViralTest {

/// The library in \a folder, or null after a test failure.
std::unique_ptr<Viral::Library> openLibrary(const QString &folder);

/// A time at which nothing happened.
QDateTime sampleTime(int seconds = 0);

/// A step that can be told from others by \a number.
Viral::JournalEntry numberedEntry(int number);
int numberOf(const Viral::JournalEntry &entry);

/// Appends a step behind whatever there is.
Viral::Result<void> appendStep(Viral::ReviewJournal &journal, const Viral::ReviewId &review,
                               const Viral::JournalEntry &entry);

/// A complete record.
Viral::RunRecord sampleRun(const QString &id, int seconds = 0);

Viral::StoredAnswer sampleAnswer(const QByteArray &key, const QString &text);

/// A small request with a key that must never be seen.
Viral::Request sampleRequest();

} // namespace ViralTest
