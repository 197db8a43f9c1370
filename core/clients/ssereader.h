// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>

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
    /// Name and data of one event; they live as long as the call.
    using Visit = std::function<void(QByteArrayView name, QByteArrayView data)>;

    /// Shows the events that \a bytes complete, without copying what lies in one piece.
    void feed(QByteArrayView bytes, const Visit &visit);
    /// Shows the event that was begun when the stream ended without an empty line; many servers forget it.
    void finish(const Visit &visit);

    /// The events that \a bytes complete.
    QList<SseEvent> feed(const QByteArray &bytes);
    /// The event that was begun when the stream ended without an empty line; many servers forget it.
    QList<SseEvent> finish();

private:
    /// A line of which \a end has come now and the rest before.
    void takeBrokenLine(QByteArrayView end, const Visit &visit);
    void takeLine(QByteArrayView line, const Visit &visit);
    void dispatch(const Visit &visit);
    /// Keeps what the views show, before that goes.
    void own();

    QByteArray m_line;
    /// What of the current event does not lie in the bytes at hand.
    SseEvent m_event;
    QByteArrayView m_name;
    QByteArrayView m_data;
    bool m_hasData = false;
    bool m_lastWasCr = false;
    bool m_isFirstLine = true;
};

} // namespace Viral
