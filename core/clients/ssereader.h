// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Viral {

/// One server-sent event.
struct SseEvent
{
    /// Empty when the server does not name it.
    QByteArray name = {};
    QByteArray data = {};

    bool operator==(const SseEvent &) const = default;
};

/// Takes a stream of server-sent events apart as it arrives, cut anywhere: lines may end in LF, CR or both, comments
/// and unknown fields are passed over, several data lines are joined with a line break.
class SseReader
{
public:
    /// The events that \a bytes complete.
    QList<SseEvent> feed(const QByteArray &bytes);
    /// The event that was begun when the stream ended without an empty line; many servers forget it.
    QList<SseEvent> finish();

private:
    /// A line of which \a end has come now and the rest before.
    void takeBrokenLine(QByteArrayView end, QList<SseEvent> &events);
    void takeLine(QByteArrayView line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_lastWasCr = false;
    bool m_isFirstLine = true;
};

} // namespace Viral
