// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/managerpool.h"

namespace Viral {

namespace {

QString hostKey(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    return manager;
}

} // namespace

ManagerPool::ManagerPool(int callsPerManager)
    : m_callsPerManager(callsPerManager)
{}

ManagerPool::~ManagerPool() = default;

QNetworkAccessManager &ManagerPool::take(const QUrl &url)
{
    const QString key = hostKey(url);
    for (Member &member : m_members) {
        int &load = member.load[key];
        if (load < m_callsPerManager) {
            ++load;
            return *member.manager;
        }
    }
    m_members.push_back({makeManager(), {{key, 1}}});
    return *m_members.back().manager;
}

void ManagerPool::release(QNetworkAccessManager &manager, const QUrl &url)
{
    for (Member &member : m_members) {
        if (member.manager.get() != &manager)
            continue;
        const auto load = member.load.find(hostKey(url));
        if (load != member.load.end() && --load.value() <= 0)
            member.load.erase(load);
        return;
    }
}

} // namespace Viral
