// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/refinement.h"
#include "core/contract/requestcodec.h"
#include "tests/analysis_offline/talks.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QtTest>

using namespace Viral;
using namespace ViralTest;

/// What the engine proposes must pass the rules that a model's answers have to pass.
using namespace Qt::StringLiterals;

class TestOfflinePipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void candidatesPassTheRules_data();
    void candidatesPassTheRules();
};

namespace {

Transcript sampleInterview()
{
    QFile file(QStringLiteral(VIRAL_RESOURCES "/sample/interview.payload.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto request = parseRequest(file.readAll());
    return request ? request->transcript : Transcript{};
}

Transcript madeTalk(const QString &language, bool withWords, bool withPunctuation)
{
    TalkMaker talk(language);
    for (int i = 0; i < 12; ++i)
        talk.dull(u"guest"_s, 12).pause(700).highlight().pause(500);
    Transcript transcript = talk.transcript();
    if (!withWords)
        transcript.words.clear();
    if (!withPunctuation) {
        transcript.lacksPunctuation = true;
        for (Sentence &sentence : transcript.sentences)
            sentence.text.remove(QRegularExpression(u"[.,!?]"_s));
    }
    return transcript;
}

Transcript japaneseTalk()
{
    TalkMaker talk(u"ja"_s);
    for (int i = 0; i < 60; ++i) {
        talk.say(u"a"_s, u"倉庫の棚にある書類%1は手続きに従って地下の保管室へ運ばれます。"_s.arg(i));
        if (i % 5 == 0)
            talk.say(u"b"_s, u"本当ですか？"_s).say(u"a"_s, u"はい、本当に%1回です！"_s.arg(i + 3));
    }
    return talk.transcript();
}

} // namespace

void TestOfflinePipeline::candidatesPassTheRules_data()
{
    QTest::addColumn<Transcript>("transcript");
    QTest::newRow("sample interview") << sampleInterview();
    QTest::newRow("made talk") << madeTalk(u"en"_s, true, true);
    QTest::newRow("no words") << madeTalk(u"en"_s, false, true);
    QTest::newRow("no punctuation") << madeTalk(u"en"_s, true, false);
    QTest::newRow("language without lists") << madeTalk(u"fi"_s, true, true);
    QTest::newRow("Japanese") << japaneseTalk();
}

void TestOfflinePipeline::candidatesPassTheRules()
{
    QFETCH(Transcript, transcript);
    QVERIFY(!transcript.isEmpty());
    const Proposals proposals(transcript);
    int passed = 0;
    for (qsizetype number = 0; number < proposals.answers.size(); ++number) {
        for (const Candidate &candidate : proposals.answers[number].candidates) {
            const RefinedCandidate refined = refine(candidate, proposals.index, proposals.chunks[number]);
            QVERIFY2(refined.moment, qPrintable(refined.entry.rule + u": "_s + refined.entry.reason));
            // Nothing had to be moved or cut.
            QCOMPARE(refined.moment->span, proposals.span(candidate));
            QVERIFY(refined.quoteIsVerbatim);
            QCOMPARE(refined.moment->platforms.size(), 5);
            ++passed;
        }
    }
    QVERIFY(passed >= 3);
}

VIRAL_TEST(TestOfflinePipeline)
#include "tst_offlinepipeline.moc"
