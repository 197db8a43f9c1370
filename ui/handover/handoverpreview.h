// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/media/clipcutter.h"

#include <memory>

namespace Viral {

class ReviewDocument;

/// What is handed over from, as it was when it was taken.
struct HandOverSource
{
    QString name = {};
    /// The opened file; empty for work without one.
    QString path = {};
    ServiceResult result = {};
    Review review = {};
    Transcript transcript = {};
    /// Empty when there is none.
    QString mediaPath = {};
};

HandOverSource handOverSourceOf(const ReviewDocument &document);

/// What the editor chose.
struct HandOverChoice
{
    /// A HandOverFormat::key.
    QString format = QStringLiteral("fcpxml");
    HandOver handOver = HandOver::All;
    ExportOptions options = {};
    CutStyle cutStyle = CutStyle::Exact;
    /// Pictures per second as typed, over the media's; empty for the media's.
    QString rate = {};
    /// The media as the editing computer finds it; empty for where it is here.
    QString mediaElsewhere = {};

    bool operator==(const HandOverChoice &) const = default;
};

/// Everything that a preview is made of.
struct HandOverWish
{
    HandOverSource source = {};
    MediaFacts facts = {};
    HandOverChoice choice = {};
    /// File or folder named by the editor; empty to propose one in \a folder.
    QString path = {};
    QString folder = {};
};

/// What hinders a hand-over.
enum class HandOverLack
{
    Nothing,
    Moments,
    Media,
    Rate,
    Transcript,
    Other,
};

/// One row of the preview, with handles where they are added.
struct HandOverClip
{
    /// From 1.
    int number = 0;
    QString title = {};
    /// Timecode of the source, or its clock where its rate is not known.
    QString in = {};
    QString out = {};
    Milliseconds length{0};
    Decision decision = Decision::Undecided;

    bool operator==(const HandOverClip &) const = default;
};

/// What would be written, down to the bytes.
struct HandOverPreview
{
    QString format = {};
    QList<HandOverClip> clips = {};
    Milliseconds total{0};
    HandOverLack lack = HandOverLack::Nothing;
    /// What is missing and how to give it, in the language of the window.
    QString problem = {};
    /// Of the format, in the language of the window.
    QStringList warnings = {};
    /// Empty while something is missing, and for clips.
    Exported exported = {};
    QList<ClipFile> clipFiles = {};
    /// Where it would be written.
    QString path = {};
    /// \a path is a folder that takes several files.
    bool isFolder = false;
    /// Files there that would be written anew.
    int replaced = 0;
    /// What it was made from, and what is never written over.
    QStringList sources = {};

    bool isReady() const { return lack == HandOverLack::Nothing; }
};

/// Works out what \a wish comes to; takes as long as it takes, so on a worker thread.
HandOverPreview handOverPreview(const HandOverWish &wish);

/// The rate meant by "25", "29,97" or "30000/1001"; unknown for anything else.
FrameRate rateFromTyped(const QString &text);

} // namespace Viral
