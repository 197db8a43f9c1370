// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/contract/request.h"
#include "core/contract/serviceresult.h"
#include "core/ingest/cleaner.h"
#include "core/json/problems.h"

#include <QByteArray>

#include <optional>

namespace Viral {

enum class InputKind
{
    Request,       ///< a payload with its options
    Transcript,    ///< only a transcript, made into a request
    ServiceResult, ///< a finished result
};

/// What was in a file.
struct Input
{
    InputKind kind = InputKind::Transcript;
    /// For Request and Transcript; its transcript is completed (completion.h). Of a result only the transcript, where
    /// the answer brings its request along.
    Request request = {};
    /// For ServiceResult only.
    std::optional<ServiceResult> result = {};
    /// For people: "WebVTT".
    QString formatName = {};
    QString encoding = {};
    bool encodingIsGuess = false;
    /// Names behind the ids S0, S1, …; empty where the file itself gives ids.
    QStringList speakers = {};
    QList<Sound> sounds = {};
    /// Warnings, what was repaired among them.
    Problems problems = {};
    /// What was worked out and is nobody's mistake, in sentences.
    QStringList notes = {};
};

/// Reads a payload, a result or a transcript in any known format; the content decides, never the name. \a fileName
/// serves messages and, without folder and ending, as metadata video_title of a transcript; it may be empty. Refuses,
/// with a place: what is empty, binary, over largestInputFile, broken JSON (or nested deeper than deepestJson), and
/// anything without times.
Result<Input> readInput(const QByteArray &bytes, const QString &fileName);

/// A transcript from two JSON files: lists of sentences and of words, alone or as members "sentences" and "words". One
/// of the two may be empty; that half is derived.
Result<Input> readSentencesAndWords(const QByteArray &sentences, const QByteArray &words);

} // namespace Viral
