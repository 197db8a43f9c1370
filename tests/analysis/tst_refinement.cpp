// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/refinement.h"

#include "core/analysis/scoring.h"
#include "core/analysis/socialcopy.h"
#include "core/analysis/weightedlength.h"
#include "core/base/text.h"

#include "tests/analysis/transcripts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

class RefinementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void choosesPlatforms_data();
    void choosesPlatforms();
    void writesPosts_data();
    void writesPosts();
    void postsThatCannotFit();
    void postsKeepTheirLines();
    void scores();
    void wholeWay();
    void stagesInOrder_data();
    void stagesInOrder();
    void textsAreCut();
    void promotedByAnEditor();
    void hostileCandidates();
};

VIRAL_TEST(RefinementTest)

namespace {

Candidate good()
{
    Candidate candidate{.chunkIndex = 0, .position = 2};
    candidate.startSentence = 1;
    candidate.endSentence = 5;
    candidate.title = u"the rule"_s;
    candidate.hook = u"One habit changes everything."_s;
    candidate.category = u"growth/mindset"_s;
    candidate.engagementValue = u"It surprises."_s;
    candidate.quote = u"s2a s2b s2c"_s;
    candidate.platforms = QStringList{u"tiktok"_s, u"x"_s};
    candidate.socialCopy = {{u"twitter"_s, u"Post for X."_s}, {u"tiktok"_s, u"Post for TikTok."_s}};
    candidate.scores = {9, 7, 8, 6, 9};
    return candidate;
}

TranscriptIndex twentySentences()
{
    return TranscriptMaker().numbered(20, 10'000).index();
}

QString described(const Judged<SocialCopy> &copy)
{
    if (!copy)
        return copy.error().rule;
    QStringList parts;
    for (const Post &post : copy->posts)
        parts += platformKey(post.platform) + u'=' + post.text;
    return parts.join(u'|');
}

QStringList whats(const QList<Adjustment> &adjustments)
{
    QStringList names;
    for (const Adjustment &adjustment : adjustments)
        names += adjustment.what + u": "_s + adjustment.why;
    return names;
}

} // namespace

void RefinementTest::fits_data()
{
    QTest::addColumn<int>("platform");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, Platform platform, const QString &text, bool expected) {
        QTest::newRow(name) << int(platform) << text << expected;
    };
    row("X at its limit", Platform::Twitter, u"x"_s.repeated(280), true);
    row("X beyond", Platform::Twitter, u"x"_s.repeated(281), false);
    row("X in Japanese at its limit", Platform::Twitter, u"日"_s.repeated(140), true);
    row("X in Japanese beyond", Platform::Twitter, u"日"_s.repeated(141), false);
    // Code points count 281 although the address weighs only 23.
    row("X with a long address", Platform::Twitter, u"https://example.com/"_s + u"a"_s.repeated(261), false);
    row("Reels in Japanese", Platform::InstagramReels, u"日"_s.repeated(400), true);
    row("Reels beyond", Platform::InstagramReels, u"日"_s.repeated(401), false);
    row("Shorts", Platform::YoutubeShorts, u"🙂"_s.repeated(100), true);
    row("Shorts beyond", Platform::YoutubeShorts, u"🙂"_s.repeated(101), false);
    row("TikTok beyond", Platform::Tiktok, u"x"_s.repeated(151), false);
    row("LinkedIn", Platform::Linkedin, u"x"_s.repeated(400), true);
}

void RefinementTest::fits()
{
    QFETCH(const int, platform);
    QFETCH(const QString, text);
    QTEST(fitsPlatform(text, static_cast<Platform>(platform)), "expected");
}

void RefinementTest::choosesPlatforms_data()
{
    QTest::addColumn<QString>("given"); // "-" for a missing field
    QTest::addColumn<QString>("expected");
    const QString all = u"twitter=Hi|instagram_reels=Hi|youtube_shorts=Hi|tiktok=Hi|linkedin=Hi"_s;
    QTest::newRow("missing") << u"-"_s << all;
    QTest::newRow("empty list") << u""_s << all;
    QTest::newRow("the model's order") << u"linkedin|twitter"_s << u"linkedin=Hi|twitter=Hi"_s;
    QTest::newRow("other names") << u"X|YouTube Shorts"_s << u"twitter=Hi|youtube_shorts=Hi"_s;
    QTest::newRow("named twice") << u"x|twitter"_s << u"twitter=Hi"_s;
    QTest::newRow("unknown ones dropped") << u"myspace|tiktok"_s << u"tiktok=Hi"_s;
    QTest::newRow("none left") << u"myspace|vine"_s << u"no-platform"_s;
}

void RefinementTest::choosesPlatforms()
{
    QFETCH(const QString, given);
    Candidate candidate;
    if (given != u"-"_s)
        candidate.platforms = given.split(u'|', Qt::SkipEmptyParts);
    QTEST(described(writeSocialCopy(candidate, u"Hi")), "expected");
}

void RefinementTest::writesPosts_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("adjustments");
    const QString words = u"word "_s.repeated(60).trimmed();
    QTest::newRow("fits") << u"A post."_s << u"A post."_s << QString();
    QTest::newRow("exactly 150") << u"x"_s.repeated(150) << u"x"_s.repeated(150) << QString();
    QTest::newRow("at a sentence") << u"First one here. "_s + words << u"First one here."_s
                                   << u"copy.tiktok: shortened to 15 characters"_s;
    QTest::newRow("at a word") << words << u"word "_s.repeated(30).trimmed()
                               << u"copy.tiktok: shortened to 149 characters"_s;
    QTest::newRow("empty") << u" \n"_s << u"The hook"_s << u"copy.tiktok: missing, written from the hook"_s;
    QTest::newRow("invisible") << u"\u200b"_s << u"The hook"_s << u"copy.tiktok: missing, written from the hook"_s;
    QTest::newRow("one endless word") << u"x"_s.repeated(151) << u"copy-does-not-fit"_s << QString();
}

void RefinementTest::writesPosts()
{
    QFETCH(const QString, own);
    QFETCH(const QString, expected);
    Candidate candidate;
    candidate.platforms = QStringList{u"tiktok"_s};
    candidate.socialCopy = {{u"tiktok"_s, own}};
    const auto copy = writeSocialCopy(candidate, u"The hook");
    QCOMPARE(described(copy), copy ? u"tiktok="_s + expected : expected);
    if (copy)
        QTEST(whats(copy->adjustments).join(u'|'), "adjustments");
    else
        QCOMPARE(copy.error().measured, u"151 of 150 characters"_s);
}

void RefinementTest::postsThatCannotFit()
{
    // A hook of 120 without a blank does not fit 100.
    Candidate candidate;
    candidate.platforms = QStringList{u"youtube_shorts"_s};
    QCOMPARE(described(writeSocialCopy(candidate, u"h"_s.repeated(120))), u"copy-does-not-fit"_s);
    // The weighted count of X decides too: 200 signs of two.
    candidate.platforms = QStringList{u"twitter"_s};
    candidate.socialCopy = {{u"twitter"_s, u"日本語。"_s.repeated(50)}};
    const auto copy = writeSocialCopy(candidate, u"hook");
    QCOMPARE(copy->posts.constFirst().text, u"日本語。"_s.repeated(35));
    QCOMPARE(weightedLength(copy->posts.constFirst().text), 280);
}

void RefinementTest::postsKeepTheirLines()
{
    Candidate candidate;
    candidate.platforms = QStringList{u"linkedin"_s};
    candidate.socialCopy = {{u"LinkedIn"_s, u"  One\r\n\r\nTwo \x0007 "_s}, {u"linkedin"_s, u"Second"_s}};
    const auto copy = writeSocialCopy(candidate, u"hook");
    QCOMPARE(described(copy), u"linkedin=One\n\nTwo"_s);
    QCOMPARE(copy->ownPosts, 1);
}

void RefinementTest::scores()
{
    Candidate candidate = good();
    candidate.furtherMetrics = {{u"clarity"_s, "7.50"}};
    Scorecard expected{.core = {9, 7, 8, 6, 9}, .further = candidate.furtherMetrics};
    QCOMPARE(*judgeScores(candidate), expected);
    candidate.scores[1].reset();
    candidate.scores[4].reset();
    const auto judged = judgeScores(candidate);
    QCOMPARE(judged.error().rule, u"score-missing"_s);
    QCOMPARE(judged.error().measured, u"3 of 5 scores"_s);
    QVERIFY(judged.error().reason.contains(u"emotionalImpact, hookStrength"_s));
}

void RefinementTest::wholeWay()
{
    const TranscriptIndex index = twentySentences();
    const RefinedCandidate refined = refine(good(), index, wholeChunk(index));
    Moment expected;
    expected.title = u"The Rule"_s;
    expected.span = spanMs(10'000, 60'000);
    expected.hook = u"One habit changes everything."_s;
    expected.category = u"Growth / Mindset"_s;
    expected.engagementValue = u"It surprises."_s;
    expected.quote = u"s2a s2b s2c"_s;
    expected.platforms = {Platform::Tiktok, Platform::Twitter};
    expected.socialCopy = {{Platform::Tiktok, u"Post for TikTok."_s}, {Platform::Twitter, u"Post for X."_s}};
    expected.scorecard.core = {9, 7, 8, 6, 9};
    expected.chunkIndex = 0;
    QVERIFY(refined.moment.has_value());
    QCOMPARE(*refined.moment, expected);
    QVERIFY(refined.quoteIsVerbatim);
    QCOMPARE(refined.entry.stage, FunnelStage::Kept);
    QCOMPARE(refined.entry.candidate, good());
    QCOMPARE(refined.entry.proposed, std::optional(spanMs(10'000, 60'000)));
    QCOMPARE(refined.entry.refined, std::optional(spanMs(10'000, 60'000)));
    QCOMPARE(whats(refined.entry.adjustments),
             (QStringList{u"title: put in title case"_s, u"category: put in title case"_s}));
}

void RefinementTest::stagesInOrder_data()
{
    QTest::addColumn<int>("faults"); // this one and all later ones
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("rule");
    QTest::newRow("place") << 0 << int(FunnelStage::Placing) << u"no-place"_s;
    QTest::newRow("edges") << 1 << int(FunnelStage::Edges) << u"duration-minimum"_s;
    QTest::newRow("hook") << 2 << int(FunnelStage::Hook) << u"hook-late"_s;
    QTest::newRow("title") << 3 << int(FunnelStage::Text) << u"title-empty"_s;
    QTest::newRow("hook text") << 4 << int(FunnelStage::Text) << u"hook-empty"_s;
    QTest::newRow("platforms") << 5 << int(FunnelStage::Copy) << u"no-platform"_s;
    QTest::newRow("scores") << 6 << int(FunnelStage::Scores) << u"score-missing"_s;
    QTest::newRow("none") << 7 << int(FunnelStage::Kept) << QString();
}

void RefinementTest::stagesInOrder()
{
    QFETCH(const int, faults);
    QFETCH(const int, stage);
    // The one with the earliest stage is named, whatever else is wrong.
    Candidate candidate = good();
    TranscriptIndex index = twentySentences();
    if (faults <= 6)
        candidate.scores[2].reset();
    if (faults <= 5)
        candidate.platforms = QStringList{u"vine"_s};
    if (faults <= 4)
        candidate.hook = u" "_s;
    if (faults <= 3)
        candidate.title = u"\u200b"_s;
    if (faults <= 2) {
        candidate.startSentence = 15;
        candidate.endSentence = 19;
        candidate.hook = u"s18a s18b"_s;
    }
    if (faults <= 1)
        index = TranscriptMaker().numbered(20, 1000).index();
    if (faults <= 0)
        candidate.startSentence.reset();
    const RefinedCandidate refined = refine(candidate, index, wholeChunk(index));
    QCOMPARE(int(refined.entry.stage), stage);
    QTEST(refined.entry.rule, "rule");
    QCOMPARE(refined.moment.has_value(), stage == int(FunnelStage::Kept));
    QCOMPARE(refined.entry.reason.isEmpty(), stage == int(FunnelStage::Kept));
}

void RefinementTest::textsAreCut()
{
    const TranscriptIndex index = twentySentences();
    Candidate candidate = good();
    candidate.title = u"nine long "_s.repeated(20);
    candidate.hook = u"hook word "_s.repeated(20);
    const RefinedCandidate refined = refine(candidate, index, wholeChunk(index));
    QVERIFY(refined.moment.has_value());
    QVERIFY(codePointCount(refined.moment->title) < 120);
    QCOMPARE(refined.moment->title, u"Nine Long "_s.repeated(12).trimmed().left(119).trimmed());
    QCOMPARE(refined.moment->hook, u"hook word "_s.repeated(12).trimmed());
}

void RefinementTest::promotedByAnEditor()
{
    // Brought back by hand, a candidate is held against the whole transcript.
    const TranscriptIndex index = twentySentences();
    Candidate candidate = good();
    const Chunk chunk{0, spanMs(0, 50'000), 0, 5};
    QCOMPARE(refine(candidate, index, chunk).entry.rule, u"outside-chunk"_s);
    QVERIFY(refine(candidate, index, wholeChunk(index)).moment.has_value());
}

void RefinementTest::hostileCandidates()
{
    const TranscriptIndex index = twentySentences();
    Candidate candidate = good();
    const QString huge = u"a. "_s.repeated(500'000);
    candidate.title = candidate.hook = candidate.category = candidate.quote = candidate.engagementValue = huge;
    candidate.socialCopy = {{u"twitter"_s, huge}, {u"tiktok"_s, QString(1'000'000, u'日')}};
    const RefinedCandidate refined = refine(candidate, index, wholeChunk(index));
    QVERIFY(refined.moment.has_value());
    QVERIFY(codePointCount(refined.moment->title) < 120);
    QVERIFY(codePointCount(refined.moment->hook) <= 120);
    for (const Post &post : refined.moment->socialCopy)
        QVERIFY(fitsPlatform(post.text, post.platform));

    Candidate broken = good();
    const QString lone = u"a"_s + QChar(0xd83d) + QChar(u'\0') + u"b"_s;
    broken.title = broken.hook = broken.quote = lone;
    broken.socialCopy = {{lone, lone}};
    QVERIFY(refine(broken, index, wholeChunk(index)).moment.has_value());
    QVERIFY(!refine(good(), TranscriptIndex(), Chunk{}).moment.has_value());
}

#include "tst_refinement.moc"
