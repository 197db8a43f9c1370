// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/contract/platform.h"
#include "tests/analysis_offline/talks.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Viral;
using namespace ViralTest;

using namespace Qt::StringLiterals;

class TestOfflineTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasSaid();
    void keepsPostsInTheirLimits();
    void writesDifferentPosts();
    void givesDifferentTitles();
    void titlesReadWell_data();
    void titlesReadWell();
    void promisesNothing();
    void namesTheSubject();
    void speaksItsLanguage_data();
    void speaksItsLanguage();
    void guessesTheLanguage();
    void leavesListeningOut();
};

namespace {

QString everything(const Candidate &candidate)
{
    QStringList texts{candidate.title, candidate.hook, candidate.category, candidate.engagementValue, candidate.quote};
    for (const ProposedPost &post : candidate.socialCopy)
        texts.append(post.text);
    return texts.join(u'\n');
}

QString folded(const QString &text)
{
    return foldedWords(text).join(u' ');
}

TalkMaker talkWithHighlights(int count)
{
    TalkMaker talk;
    for (int i = 0; i < count; ++i)
        talk.dull(u"guest"_s, 20).pause(700).highlight().pause(700);
    return talk;
}

/// A talk of a hundred sentences out of a few: long ones, and in the middle short questions and answers.
Transcript simpleTalk(const QString &language, const QString &dull, const QString &question, const QString &answer)
{
    TalkMaker talk(language);
    for (int i = 0; i < 40; ++i)
        talk.sayFor(u"a"_s, dull, 9'000);
    talk.pause(800);
    for (int i = 0; i < 12; ++i) {
        talk.sayFor(u"b"_s, question, 2'500);
        talk.sayFor(u"a"_s, answer, 2'500);
    }
    talk.pause(800);
    for (int i = 0; i < 40; ++i)
        talk.sayFor(u"a"_s, dull, 9'000);
    return talk.transcript();
}

} // namespace

void TestOfflineTexts::saysWhatWasSaid()
{
    const Proposals proposals(talkWithHighlights(3).transcript());
    QVERIFY(!proposals.candidates().isEmpty());
    for (const Candidate &candidate : proposals.candidates()) {
        QString said;
        for (int i = *candidate.startSentence; i <= *candidate.endSentence; ++i)
            said += proposals.index.transcript().sentences[i].text + u' ';
        said = folded(said.remove(u"[laughter]"_s));
        QVERIFY2(said.contains(folded(candidate.title)), qPrintable(candidate.title));
        QVERIFY2(said.contains(folded(candidate.hook)), qPrintable(candidate.hook));
        QVERIFY2(said.contains(folded(candidate.quote)), qPrintable(candidate.quote));
        for (const ProposedPost &post : candidate.socialCopy)
            QVERIFY2(said.contains(folded(post.text)), qPrintable(post.text));
        // The hook begins where the clip begins, at most a few words later.
        const auto at = said.indexOf(folded(candidate.hook));
        QVERIFY2(at >= 0 && at < 25, qPrintable(candidate.hook));
    }
}

void TestOfflineTexts::keepsPostsInTheirLimits()
{
    TalkMaker talk = talkWithHighlights(2);
    talk.say(u"guest"_s,
             u"I cried "_s + u"and we lost everything and nobody ever knew why "_s.repeated(12) + u"then."_s);
    const Proposals proposals(talk.transcript());
    for (const Candidate &candidate : proposals.candidates()) {
        QVERIFY(!candidate.title.isEmpty() && codePointCount(candidate.title) <= 70);
        QVERIFY(!candidate.hook.isEmpty() && codePointCount(candidate.hook) <= 120);
        QCOMPARE(candidate.socialCopy.size(), 5);
        QVERIFY(candidate.platforms);
        for (const ProposedPost &post : candidate.socialCopy) {
            const std::optional<Platform> platform = platformFromText(post.platform);
            QVERIFY(platform);
            QVERIFY(candidate.platforms->contains(post.platform));
            QVERIFY(!post.text.isEmpty());
            QVERIFY2(codePointCount(post.text) <= platformLimit(*platform), qPrintable(post.text));
            QVERIFY2(!post.text.contains(u'#') && !post.text.contains(u'['), qPrintable(post.text));
        }
    }
}

void TestOfflineTexts::writesDifferentPosts()
{
    const Proposals proposals(talkWithHighlights(2).transcript());
    for (const Candidate &candidate : proposals.candidates()) {
        if (!candidate.hook.startsWith(u"What was the worst"_s))
            continue;
        QSet<QString> texts;
        for (const ProposedPost &post : candidate.socialCopy)
            texts.insert(post.text);
        QCOMPARE(texts.size(), 5);
    }
}

void TestOfflineTexts::givesDifferentTitles()
{
    const Proposals proposals(talkWithHighlights(4).transcript());
    QSet<QString> titles;
    for (const Candidate &candidate : proposals.candidates())
        titles.insert(candidate.title.toCaseFolded());
    QVERIFY(proposals.candidates().size() >= 4);
    QCOMPARE(titles.size(), proposals.candidates().size());
}

void TestOfflineTexts::titlesReadWell_data()
{
    QTest::addColumn<QStringList>("sentences");
    QTest::addColumn<QString>("title");
    QTest::newRow("question") << QStringList{u"Who buys croissants at two in the morning?"_s, u"A cat."_s}
                              << u"Who buys croissants at two in the morning?"_s;
    QTest::newRow("lead-in left out") << QStringList{u"So, I mean, my father kept a notebook for thirty years."_s}
                                      << u"My father kept a notebook for thirty years"_s;
    QTest::newRow("clause of a long sentence")
        << QStringList{u"It was a long and rather slow walk along the quiet river on that grey afternoon in town, "
                       "the investor hated every single bakery, "
                       "which was not what they had been told when they had first talked about it with us in the spring."_qs}
        << u"The investor hated every single bakery"_s;
    QTest::newRow("no word left hanging")
        << QStringList{u"My grandfather walked every single morning across the frozen harbor to the lighthouse and back"_s}
        << u"My grandfather walked every single morning across the frozen harbor"_s;
}

void TestOfflineTexts::titlesReadWell()
{
    QFETCH(QStringList, sentences);
    TalkMaker talk;
    for (const QString &sentence : sentences)
        talk.sayFor(u"a"_s, sentence, 45'000 / sentences.size());
    const Proposals proposals(talk.transcript());
    QCOMPARE(proposals.candidates().size(), 1);
    QTEST(proposals.candidates().constFirst().title, "title");
}

void TestOfflineTexts::promisesNothing()
{
    const QRegularExpression forecast(u"viral|guarantee|predict|will perform|engagement|views|likes|go big"_s,
                                      QRegularExpression::CaseInsensitiveOption);
    const Proposals proposals(talkWithHighlights(3).transcript());
    for (const Candidate &candidate : proposals.candidates()) {
        QVERIFY(!candidate.engagementValue.isEmpty());
        QVERIFY2(!forecast.match(everything(candidate)).hasMatch(), qPrintable(everything(candidate)));
    }
}

void TestOfflineTexts::namesTheSubject()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 20).pause(900);
    const qint64 start = talk.now();
    talk.say(u"host"_s, u"What did your father teach you?"_s);
    for (int i = 0; i < 8; ++i) {
        talk.say(u"guest"_s, u"My father told me that I was afraid!"_s);
        talk.say(u"guest"_s, u"My mother laughed at my brother."_s);
    }
    const TimeSpan planted = spanMs(start, talk.now());
    talk.pause(900).dull(u"guest"_s, 20);
    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    QVERIFY2(found->category.startsWith(u"Family / "_s), qPrintable(found->category));
    QVERIFY2(found->engagementValue.startsWith(u"Opens with a question"_s), qPrintable(found->engagementValue));
    QVERIFY2(found->engagementValue.contains(u"afraid"_s), qPrintable(found->engagementValue));
}

void TestOfflineTexts::speaksItsLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("dull");
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("latin");
    QTest::newRow("Japanese") << u"ja"_s
                              << u"倉庫の棚にある書類は手続きに従って順番に地下の保管室へ運ばれることになっています。"_s
                              << u"猫は本当に来たのですか？"_s << u"毎晩来ました！（笑）"_s << false;
    QTest::newRow("Chinese") << u"zh"_s << u"仓库架子上的文件按照规定的程序依次被送到地下的储藏室进行保存和登记。"_s
                             << u"猫真的来了吗？"_s << u"每天晚上都来！"_s << false;
    QTest::newRow("Arabic") << u"ar"_s
                            << u"تنقل الملفات الموجودة على الرفوف إلى غرفة التخزين وفقا للإجراءات المعتادة في المبنى."_s
                            << u"هل جاءت القطة حقا؟"_s << u"جاءت كل ليلة!"_s << false;
    QTest::newRow("Hindi") << u"hi"_s << u"अलमारी में रखी फाइलें नियम के अनुसार नीचे के कमरे में एक एक करके पहुँचाई जाती हैं।"_s
                           << u"क्या बिल्ली सच में आई?"_s << u"हर रात आती थी!"_s << false;
    QTest::newRow("Thai, no label") << u"th"_s << u"เอกสารบนชั้นในโกดังจะถูกย้ายไปยังห้องเก็บของชั้นใต้ดินตามขั้นตอนปกติ"_s
                                    << u"แมวมาจริงหรือ?"_s << u"มาทุกคืน!"_s << false;
    QTest::newRow("German") << u"de"_s
                            << u"Die Ordner aus dem Regal werden nach einem festen Verfahren in den Keller gebracht."_s
                            << u"Hattest du damals Angst?"_s << u"Ich habe nie geweint!"_s << true;
    QTest::newRow("French") << u"fr"_s
                            << u"Les dossiers de l'armoire sont transportés au sous-sol selon la procédure."_s
                            << u"Avez-vous eu peur?"_s << u"Je n'ai jamais pleuré!"_s << true;
}

void TestOfflineTexts::speaksItsLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, dull);
    QFETCH(QString, question);
    QFETCH(QString, answer);
    QFETCH(bool, latin);
    const Transcript transcript = simpleTalk(language, dull, question, answer);
    const Proposals proposals(transcript);
    const Candidate *found = proposals.at({transcript.sentences[40].span.start, transcript.sentences[63].span.end});
    QVERIFY(found);
    QVERIFY(*found->startSentence >= 39 && *found->startSentence <= 46);
    const QRegularExpression latinLetters(u"[A-Za-z]"_s);
    const QRegularExpression english(u"\\b(the|with|answer|and|opens|story|exchange|changes|speaker)\\b"_s,
                                     QRegularExpression::CaseInsensitiveOption);
    for (const Candidate &candidate : proposals.candidates()) {
        const QString texts = everything(candidate);
        QVERIFY(!candidate.title.isEmpty() && !candidate.category.isEmpty() && !candidate.engagementValue.isEmpty());
        QVERIFY2(!english.match(texts).hasMatch(), qPrintable(texts));
        QVERIFY2(latin || !latinLetters.match(texts).hasMatch(), qPrintable(texts));
    }
}

void TestOfflineTexts::guessesTheLanguage()
{
    TalkMaker talk;
    const qint64 start = talk.highlight().pause(700).now();
    talk.highlight();
    const TimeSpan planted = spanMs(start, talk.now());
    talk.pause(700).dull(u"guest"_s, 10).transcript().language.clear();
    const Proposals english(talk.transcript());
    const Candidate *highlight = english.at(planted);
    QVERIFY(highlight);
    QVERIFY2(highlight->engagementValue.startsWith(u"Opens with a question"_s), qPrintable(highlight->engagementValue));

    const Transcript german = simpleTalk({}, u"Die Ordner aus dem Regal werden in den Keller gebracht."_s,
                                         u"Hattest du damals Angst?"_s, u"Ich habe nie geweint!"_s);
    const Proposals proposals(german);
    const Candidate *found = proposals.at({german.sentences[40].span.start, german.sentences[63].span.end});
    QVERIFY(found);
    QVERIFY2(found->engagementValue.startsWith(u"Beginnt mit einer Frage"_s), qPrintable(found->engagementValue));
}

void TestOfflineTexts::leavesListeningOut()
{
    TalkMaker talk;
    talk.dull(u"guest"_s, 20).pause(900);
    const qint64 start = talk.now();
    for (int i = 0; i < 8; ++i) {
        talk.say(u"guest"_s, u"My boat number %1 was broken and I was afraid."_s.arg(i + 2));
        talk.say(u"host"_s, u"Mm-hmm."_s);
    }
    const TimeSpan planted = spanMs(start, talk.now());
    talk.pause(900).dull(u"guest"_s, 20);
    const Proposals proposals(talk.transcript());
    const Candidate *found = proposals.at(planted);
    QVERIFY(found);
    for (const ProposedPost &post : found->socialCopy)
        QVERIFY2(!post.text.contains(u"Mm-hmm"_s), qPrintable(post.text));
    QVERIFY(!found->hook.startsWith(u"Mm"_s));
}

VIRAL_TEST(TestOfflineTexts)
#include "tst_offlinetexts.moc"
