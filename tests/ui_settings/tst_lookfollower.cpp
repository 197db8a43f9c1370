// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/settingsbench.h"
#include "tests/support/testregistry.h"
#include "ui/settings/lookfollower.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Viral;
using namespace ViralTest;

class LookFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSettings();
    void menusAreKept();
    void theCommandLineHoldsUntilSomebodyChooses();
};

void LookFollowerTest::followsTheSettings()
{
    SettingsBench bench;
    Theme theme(*qApp);
    const LookFollower follower(bench.source, theme, {});
    QCOMPARE(theme.choice(), ThemeChoice::System);
    Preferences preferences;
    preferences.colours = ThemeChoice::Dark;
    preferences.textSizePercent = 130;
    preferences.reducesMotion = true;
    bench.source.setPreferences(preferences);
    QCOMPARE(theme.choice(), ThemeChoice::Dark);
    QCOMPARE(theme.textSize(), 130);
    QCOMPARE(theme.motion(), Motion::Off);
    bench.source.setPreferences({});
    QCOMPARE(theme.choice(), ThemeChoice::System);
    QCOMPARE(theme.textSize(), 100);
    QCOMPARE(theme.motion(), Motion::On);
}

void LookFollowerTest::menusAreKept()
{
    SettingsBench bench;
    Theme theme(*qApp);
    const LookFollower follower(bench.source, theme, {});
    theme.setChoice(ThemeChoice::Light);
    QCOMPARE(bench.source.preferences().colours, ThemeChoice::Light);
    QCOMPARE(PreferenceStore(bench.store.file()).read().colours, ThemeChoice::Light);
}

void LookFollowerTest::theCommandLineHoldsUntilSomebodyChooses()
{
    SettingsBench bench;
    Theme theme(*qApp);
    const LookFollower follower(bench.source, theme, ThemeChoice::Dark);
    QCOMPARE(theme.choice(), ThemeChoice::Dark);
    Preferences preferences;
    preferences.textSizePercent = 110;
    bench.source.setPreferences(preferences);
    QCOMPARE(theme.choice(), ThemeChoice::Dark);
    QCOMPARE(bench.source.preferences().colours, ThemeChoice::System);
    preferences.colours = ThemeChoice::Light;
    preferences.textSizePercent = 100;
    bench.source.setPreferences(preferences);
    QCOMPARE(theme.choice(), ThemeChoice::Light);
}

VIRAL_TEST(LookFollowerTest)
#include "tst_lookfollower.moc"
