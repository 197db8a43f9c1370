// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/edge.h"
#include "ui/document/reviewdocument.h"
#include "ui/player/transport.h"

#include <QObject>

namespace Viral {

class TranscriptView;

/// Keeps the transcript showing what the document holds and tells the editor's wishes on.
class TranscriptBinder final : public QObject
{
    Q_OBJECT

public:
    TranscriptBinder(ReviewDocument &document, PlayerTransport &transport, TranscriptView &view,
                     QObject *parent = nullptr);

    /// Where the current moment would be while an edge of it is drawn elsewhere; nothing: where it is.
    void showDragged(const std::optional<TimeSpan> &span);

Q_SIGNALS:
    void edgeMoved(const Viral::MomentId &id, Viral::Edge edge, Viral::Milliseconds time);

private:
    void follow(const DocumentChange &change);
    void showWork();
    void showMoments();
    void showSelected();

    ReviewDocument &m_document;
    TranscriptView &m_view;
    /// As the view names them.
    QStringList m_speakers;
};

} // namespace Viral
