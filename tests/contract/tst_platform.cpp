// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contract/platform.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class PlatformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void otherNames_data();
    void otherNames();
};

void PlatformTest::table_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("limit");

    QTest::newRow("X") << Platform::Twitter << u"twitter"_s << u"X (Twitter)"_s << 280;
    QTest::newRow("Instagram") << Platform::InstagramReels << u"instagram_reels"_s << u"Instagram Reels"_s << 400;
    QTest::newRow("YouTube") << Platform::YoutubeShorts << u"youtube_shorts"_s << u"YouTube Shorts"_s << 100;
    QTest::newRow("TikTok") << Platform::Tiktok << u"tiktok"_s << u"TikTok"_s << 150;
    QTest::newRow("LinkedIn") << Platform::Linkedin << u"linkedin"_s << u"LinkedIn"_s << 400;
}

void PlatformTest::table()
{
    QFETCH(Platform, platform);
    QFETCH(QString, key);
    QFETCH(QString, name);
    QFETCH(int, limit);
    QCOMPARE(QString(platformKey(platform)), key);
    QCOMPARE(QString(platformName(platform)), name);
    QCOMPARE(platformLimit(platform), limit);
    QVERIFY(platformFromText(key) == platform);
    QVERIFY(platformFromText(name) == platform);
}

void PlatformTest::otherNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<Platform>>("platform");

    const auto row = [](const QString &text, std::optional<Platform> platform) {
        QTest::newRow(qUtf8Printable(u'"' + text + u'"')) << text << platform;
    };
    row(u"X"_s, Platform::Twitter);
    row(u" x.com "_s, Platform::Twitter);
    row(u"Twitter/X"_s, Platform::Twitter);
    row(u"TWITTER"_s, Platform::Twitter);
    row(u"Instagram"_s, Platform::InstagramReels);
    row(u"instagram-reels"_s, Platform::InstagramReels);
    row(u"reels"_s, Platform::InstagramReels);
    row(u"YouTube Shorts"_s, Platform::YoutubeShorts);
    row(u"youtube"_s, Platform::YoutubeShorts);
    row(u"shorts"_s, Platform::YoutubeShorts);
    row(u"Tik Tok"_s, Platform::Tiktok);
    row(u"Linked-In"_s, Platform::Linkedin);
    row(u""_s, std::nullopt);
    row(u"facebook"_s, std::nullopt);
    row(u"xx"_s, std::nullopt);
    row(u"твиттер"_s, std::nullopt);
    row(u"twitter"_s + QString(100, u' '), std::nullopt);
}

void PlatformTest::otherNames()
{
    QFETCH(QString, text);
    QFETCH(std::optional<Platform>, platform);
    QVERIFY(platformFromText(text) == platform);
}

VIRAL_TEST(PlatformTest)
#include "tst_platform.moc"
