// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/managerpool.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;

class ManagerPoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sixToAManager();
    void freedPlaceIsTakenFirst();
    void hostsAreCountedApart();
};

void ManagerPoolTest::sixToAManager()
{
    ManagerPool pool(ManagerPool::http1Connections);
    const QUrl url(QStringLiteral("https://example.com/v1/responses"));
    QHash<QNetworkAccessManager *, int> calls;
    for (int i = 0; i < 16; ++i)
        ++calls[&pool.take(url)];
    QCOMPARE(pool.managerCount(), 3);
    QList<int> loads = calls.values();
    std::sort(loads.begin(), loads.end());
    QCOMPARE(loads, (QList<int>{4, 6, 6}));
}

void ManagerPoolTest::freedPlaceIsTakenFirst()
{
    ManagerPool pool(2);
    const QUrl url(QStringLiteral("http://127.0.0.1:80/a"));
    QNetworkAccessManager &first = pool.take(url);
    QCOMPARE(&pool.take(url), &first);
    QNetworkAccessManager &second = pool.take(url);
    QVERIFY(&second != &first);
    pool.release(first, QUrl(QStringLiteral("http://127.0.0.1:80/b?c")));
    QCOMPARE(&pool.take(url), &first);
    QCOMPARE(&pool.take(url), &second);
}

void ManagerPoolTest::hostsAreCountedApart()
{
    ManagerPool pool(1);
    QNetworkAccessManager &manager = pool.take(QUrl(QStringLiteral("https://a.example/x")));
    QCOMPARE(&pool.take(QUrl(QStringLiteral("https://b.example/x"))), &manager);
    QCOMPARE(&pool.take(QUrl(QStringLiteral("https://a.example:8443/x"))), &manager);
    QVERIFY(&pool.take(QUrl(QStringLiteral("https://a.example/y"))) != &manager);
}

VIRAL_TEST(ManagerPoolTest)
#include "tst_managerpool.moc"
