// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QUrl>

#include <memory>
#include <vector>

namespace Viral {

/// As many network managers as it takes to have all requests on their way at once. One manager opens six HTTP/1.1
/// connections to a host and queues the rest silently, so a seventh request to the same host goes to the next manager.
/// Requests are packed into the first managers with room, so that connections are used again.
class ManagerPool
{
public:
    /// \a callsPerManager is how many requests to one host a manager really sends at once.
    explicit ManagerPool(int callsPerManager);
    ~ManagerPool();

    /// A manager with room for one more request to the host of \a url; give it back with release().
    QNetworkAccessManager &take(const QUrl &url);
    void release(QNetworkAccessManager &manager, const QUrl &url);

    int managerCount() const { return static_cast<int>(m_members.size()); }

    /// Connections of one manager to one host over HTTP/1.1 (Qt 6.4; QHttp1Configuration comes with 6.5).
    static constexpr int http1Connections = 6;
    /// Streams of one manager to one host over HTTP/2: services allow about a hundred, cancelled ones may linger.
    static constexpr int http2Streams = 64;

private:
    struct Member
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        /// Requests on their way, by scheme, host and port.
        QHash<QString, int> load;
    };

    int m_callsPerManager;
    std::vector<Member> m_members;
};

} // namespace Viral
