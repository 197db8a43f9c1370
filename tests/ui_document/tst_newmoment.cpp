// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/newmoment.h"

#include "core/base/text.h"
#include "tests/support/samplework.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace Qt::StringLiterals;

class NewMomentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsTextsFromTheStretch();
    void postsFitTheirPlatforms();
    void writesNoBlanksWhereTheTranscriptHasNone();
    void aStretchInsideASentence();
    void refusesSilence();
};

VIRAL_TEST(NewMomentTest)

void NewMomentTest::takesItsTextsFromTheStretch()
{
    const Work work = ViralTest::evenWork(1);
    const Result<ReviewedMoment> moment = momentFromSpan(work, spanMs(10'000, 50'000));
    QVERIFY(moment);
    QCOMPARE(moment->origin, MomentOrigin::Editor);
    QCOMPARE(moment->current.span, spanMs(10'000, 50'000));
    QVERIFY(moment->current.hook.startsWith(u"word10 word11 word12"_s));
    QCOMPARE(moment->current.platforms.size(), 5);
    QCOMPARE(moment->current.chunkIndex, std::optional(0));
    QCOMPARE(momentFromSpan(work, spanMs(10'000, 50'000))->id, moment->id);
}

void NewMomentTest::postsFitTheirPlatforms()
{
    const Result<ReviewedMoment> moment = momentFromSpan(ViralTest::evenWork(3), spanMs(0, 90'000));
    QVERIFY(moment);
    QVERIFY(codePointCount(moment->current.title) <= 60);
    QVERIFY(codePointCount(moment->current.hook) <= hookLimit);
    for (const Post &post : moment->current.socialCopy) {
        QVERIFY(!post.text.isEmpty());
        QVERIFY(codePointCount(post.text) <= platformLimit(post.platform));
    }
}

void NewMomentTest::writesNoBlanksWhereTheTranscriptHasNone()
{
    Work work;
    work.request.transcript = {.language = u"ja"_s,
                               .sentences = {{u"今日は数学です。"_s, spanMs(0, 4000)}},
                               .words = {{u"今日"_s, spanMs(0, 1000), 0},
                                         {u"は"_s, spanMs(1000, 2000), 0},
                                         {u"数学"_s, spanMs(2000, 3000), 0},
                                         {u"です。"_s, spanMs(3000, 4000), 0}}};
    work.index = TranscriptIndex(work.request.transcript);
    QCOMPARE(momentFromSpan(work, spanMs(0, 4000))->current.hook, u"今日は数学です。"_s);
}

void NewMomentTest::aStretchInsideASentence()
{
    Work work;
    work.request.transcript.sentences = {{u"One long sentence without word times."_s, spanMs(0, 60'000)}};
    work.index = TranscriptIndex(work.request.transcript);
    QCOMPARE(momentFromSpan(work, spanMs(20'000, 60'000))->current.hook, u"One long sentence without word times."_s);
}

void NewMomentTest::refusesSilence()
{
    const Work work = ViralTest::evenWork(1);
    QVERIFY(!momentFromSpan(work, spanMs(500'000, 550'000)));
    QVERIFY(!momentFromSpan(work, TimeSpan{}));
}

#include "tst_newmoment.moc"
