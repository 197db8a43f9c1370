// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/document/documentchange.h"

#include <QObject>

namespace Viral {

class MomentCommands;
class PlayerView;
class ReviewDocument;
class Transport;

/// Connects what plays with the document: the work's media or the transcript's clock, the current moment's edges, and
/// where playing stands when another moment is chosen.
class PlayerBinder final : public QObject
{
    Q_OBJECT

public:
    PlayerBinder(ReviewDocument &document, Transport &transport, PlayerView &view, MomentCommands &moments,
                 QObject *parent);

Q_SIGNALS:
    void failed(const Viral::Error &error);

private:
    void follow(const DocumentChange &change);
    void loadMedia();
    void showCurrentMoment();
    void goToCurrentMoment();
    void goOnWithoutMedia(const QString &message);

    ReviewDocument &m_document;
    Transport &m_transport;
    PlayerView &m_view;
    MomentCommands &m_moments;
};

} // namespace Viral
