// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/momentwarnings.h"

#include "tests/support/sampletranscript.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class MomentWarningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnings_data();
    void warnings();
};

VIRAL_TEST(MomentWarningsTest)

using Change = std::function<void(Moment &)>;
Q_DECLARE_METATYPE(Change)

void MomentWarningsTest::warnings_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("count");
    QTest::newRow("valid") << Change([](Moment &) {}) << 0;
    QTest::newRow("exactly 40 s") << Change([](Moment &m) { m.span = spanMs(0, 40'000); }) << 0;
    QTest::newRow("a millisecond short") << Change([](Moment &m) { m.span = spanMs(0, 39'999); }) << 1;
    QTest::newRow("exactly 90 s") << Change([](Moment &m) { m.span = spanMs(0, 90'000); }) << 0;
    QTest::newRow("a millisecond long") << Change([](Moment &m) { m.span = spanMs(0, 90'001); }) << 1;
    QTest::newRow("title of 119") << Change([](Moment &m) { m.title = QString(119, u'x'); }) << 0;
    QTest::newRow("title of 120") << Change([](Moment &m) { m.title = QString(120, u'x'); }) << 1;
    QTest::newRow("blank title") << Change([](Moment &m) { m.title = u"  "_s; }) << 1;
    QTest::newRow("hook of 120") << Change([](Moment &m) { m.hook = QString(120, u'x'); }) << 0;
    QTest::newRow("hook of 121") << Change([](Moment &m) { m.hook = QString(121, u'x'); }) << 1;
    QTest::newRow("no hook") << Change([](Moment &m) { m.hook.clear(); }) << 1;
    QTest::newRow("post of 280 letters beyond the first plane")
        << Change([](Moment &m) { m.socialCopy[0].text = u"😀"_s.repeated(280); }) << 0;
    QTest::newRow("post of 281") << Change([](Moment &m) { m.socialCopy[0].text = QString(281, u'x'); }) << 1;
    QTest::newRow("empty posts") << Change([](Moment &m) {
        for (Post &post : m.socialCopy)
            post.text.clear();
    }) << 5;
}

void MomentWarningsTest::warnings()
{
    QFETCH(const Change, change);
    Moment moment = ViralTest::validMoment(u"Title"_s, 0, 50'000);
    change(moment);
    QTEST(static_cast<int>(momentWarnings(moment).size()), "count");
}

#include "tst_momentwarnings.moc"
