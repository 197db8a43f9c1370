// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/httpmessage.h"

#include <QObject>

namespace Viral {

/// One request on its way. Reports finished() exactly once and then deletes itself; destroying it earlier ends the
/// request without a word.
class Call : public QObject
{
    Q_OBJECT

public:
    /// Ends the request at once and reports Cancelled from inside this call; nothing when it has finished already.
    virtual void cancel() = 0;
    /// The caller has understood from the bytes themselves that the answer is complete: if the server does not end it
    /// within \a grace, what has come is the answer.
    virtual void expectEnd(Milliseconds grace) = 0;

    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    /// A piece of the body of an answer with a 2xx status, as it arrives. The whole body is in the outcome all the
    /// same.
    void received(const QByteArray &piece);
    /// This attempt is over and another follows after \a pause; pieces received so far do not count.
    void retrying(const Viral::HttpOutcome &failed, Viral::Milliseconds pause);
    void finished(const Viral::HttpOutcome &outcome);

protected:
    explicit Call(QObject *owner);
    /// Reports and schedules the deletion; only the first time.
    void finish(const HttpOutcome &outcome);

private:
    bool m_isFinished = false;
};

/// Something that can send requests.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Sends \a request. The call belongs to \a owner and never reports from inside this function.
    virtual Call *send(const HttpRequest &request, QObject *owner) = 0;
};

} // namespace Viral
