// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/handoverwords.h"

#include "ui/models/rulewords.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr std::array sentences{
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "Nothing is known of the media: a picture and stereo sound are assumed in it."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "No sound was found in the media: the clips carry pictures alone."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "The rate of the media's sound is not known: 48 kHz is assumed."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "The size of the picture is not known: 1920 × 1080 is assumed."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "The media's pictures follow each other at a varying rate, and the cuts are counted at %1 per "
                      "second: an editing program may place them beside the words. Converting the media to a constant "
                      "rate avoids that."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "Nothing is said in \"%1\"; its captions are empty."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "The transcript has no times of words; captions inside a sentence are estimated."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "One moment reaches behind the end of the media at %1: is this the file "
                                              "the moments were found in?"),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "%1 moments reach behind the end of the media at %2: is this the file "
                                              "the moments were found in?"),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "The length of the media is not known: it is written as if it ended with the last moment."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "An edit list does not say its rate: set the project to %1 pictures per "
                                              "second before it is imported."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "An edit list holds 999 events and ends at midnight: the reel was "
                                              "written as %1 lists."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "An edit list holds 999 events: the markers were written as %1 lists."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "The markers are for a timeline that starts at 01:00:00:00; the media's own timecode starts "
                      "elsewhere."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "\"%1\" begins less than ten seconds after another chapter and is left out."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "YouTube shows chapters only from three on; these are %1."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "The last chapter begins less than ten seconds before the end: YouTube "
                                              "will show none."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "Clips that are left out because the media has nothing of them: %1."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "An edit list has two digits for the pictures of a second, and %1 need "
                                              "more: another format, or media at a lower rate, holds them."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "Clips are cut by ffmpeg, which is not installed: install the package ffmpeg."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "Cancelled: %1 of %2 clips are cut."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "The clip could not be put in its place; look whether the folder may be written."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "ffmpeg could not cut this clip: %1"),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "ffmpeg could not cut this clip."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords",
                      "This format makes several files and wants a folder; it could not be made."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "The folder could not be made."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "This is what the hand-over is made from, and it is not written over: "
                                              "name another place."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "This is a folder, a file is wanted."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "The file could not be written: %1."),
    QT_TRANSLATE_NOOP("Viral::HandOverWords", "This could not be written: %1."),
};

} // namespace

bool HandOverWords::isKnown(const QString &english)
{
    return std::ranges::any_of(sentences, [&english](const char *sentence) {
        return partsLike(QString::fromUtf8(sentence), english).has_value();
    });
}

QString HandOverWords::translated(const QString &english)
{
    for (const char *sentence : sentences) {
        const auto parts = partsLike(QString::fromUtf8(sentence), english);
        if (!parts)
            continue;
        const QString text = tr(sentence);
        // Both at once: a title may itself look like a placeholder.
        if (parts->size() == 2)
            return text.arg(parts->at(0), parts->at(1));
        return parts->size() == 1 ? text.arg(parts->at(0)) : text;
    }
    return english;
}

} // namespace Viral
