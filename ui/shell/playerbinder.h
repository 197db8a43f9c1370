// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/document/documentchange.h"
#include "ui/player/mediasource.h"

#include <QObject>

namespace Viral {

class MediaMemory;
class MomentCommands;
class PlayerView;
class ReviewDocument;
class TimeDisplay;
class PlayerTransport;

/// Connects what plays with the document: the work's media or the transcript's clock, the file the editor chose for
/// this review, the current moment's edges, and where playing stands when another moment is chosen.
class PlayerBinder final : public QObject
{
    Q_OBJECT

public:
    /// What it connects; everything outlives it.
    struct Targets
    {
        ReviewDocument &document;
        PlayerTransport &transport;
        TimeDisplay &display;
        PlayerView &view;
        MomentCommands &moments;
        /// Null: nothing is remembered.
        MediaMemory *memory = nullptr;
    };
    PlayerBinder(const Targets &targets, QObject *parent);

Q_SIGNALS:
    void failed(const Viral::Error &error);
    /// The editor wants to say where the media file is.
    void mediaWanted();

private:
    void connectBanner();
    void follow(const DocumentChange &change);
    void openWork();
    void changeMedia();
    void loadMedia();
    void showCurrentMoment();
    void goToCurrentMoment();

    Targets m_to;
    MediaSource m_source;
    bool m_isRecalling = false;
};

} // namespace Viral
