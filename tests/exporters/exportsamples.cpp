// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/exportsamples.h"

#include <array>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace ViralTest {

ReviewedMoment selectedMoment(const QString &title, qint64 startMs, qint64 endMs, Decision decision)
{
    Moment moment;
    moment.title = title;
    moment.span = spanMs(startMs, endMs);
    moment.hook = u"Nobody tells you this"_s;
    moment.category = u"Growth / Mindset"_s;
    moment.engagementValue = u"It surprises."_s;
    moment.quote = u"nobody tells you"_s;
    moment.platforms = {Platform::Twitter};
    moment.socialCopy = {{Platform::Twitter, u"A post for X"_s}};
    moment.scorecard.core = {9, 7, 8, 6, 5};
    moment.scorecard.further = {{u"pace"_s, "0.25"}, {u"mood"_s, "\"calm\""}};
    return {.id = {u"moment-"_s + QString::number(startMs)},
            .origin = MomentOrigin::Result,
            .original = moment,
            .current = moment,
            .decision = decision,
            .note = u"Start with the laugh"_s};
}

SourceMedia sampleMedia(const FrameRate &rate, qint64 startFrame, bool dropsFrames)
{
    return {.path = u"/media/Talk One.mp4"_s,
            .facts = {.rate = rate,
                      .startFrame = startFrame,
                      .dropsFrames = dropsFrames,
                      .hasVideo = true,
                      .duration = Milliseconds{3'600'000},
                      .width = 1920,
                      .height = 1080,
                      .soundChannels = 2,
                      .soundRate = 48'000}};
}

Selects selectsOf(const QList<ReviewedMoment> &moments, const SourceMedia &media)
{
    Selects selects{.name = u"Talk One"_s, .moments = moments, .media = media};
    selects.result.jobId = u"job-1"_s;
    selects.result.metadata.model = u"gpt-4o-mini"_s;
    for (const ReviewedMoment &moment : moments)
        selects.result.moments.append(moment.current);
    return selects;
}

Selects sampleSelects(const SourceMedia &media)
{
    return selectsOf({selectedMoment(u"The Three-Hour Rule"_s, 10'000, 70'520),
                      selectedMoment(u"Why Nobody Listens"_s, 70'520, 130'000, Decision::Undecided),
                      selectedMoment(u"An Honest Number"_s, 1'800'700, 1'850'020, Decision::Held)},
                     media);
}

namespace {

QString hostileText(QRandomGenerator &random)
{
    static const std::array pieces{
        u"]]>"_s,
        u"&amp;<b>\"'"_s,
        u"a|b,c;d"_s,
        u"line\r\nline\nline\u2028line"_s,
        u"\t\v\f\x01\x1b\x7f\u0085"_s,
        QString(QChar(0)),
        QString(QChar(0xd800)),
        QString(QChar(0xdfff)) + u'x' + QChar(0xdbff),
        QString(QChar(0xfffe)) + QChar(0xffff) + QChar(0xfeff),
        u"שלום \u202eعليكم\u202c"_s,
        u"\U0001F468\u200d\U0001F469\u200d\U0001F467 \U0001FFFE"_s,
        u"日本語のタイトル"_s,
        u"--><?xml version=\"1.0\"?><!DOCTYPE x>"_s,
        u"TITLE: FCM: 001  AX       V     C"_s,
        u"* FROM CLIP NAME: other.mov"_s,
        u"e\u0301\u0327"_s,
        u"../../\\..\\con.txt"_s,
        u"     "_s,
        u"%1 %n {0}"_s,
    };
    QString text;
    for (int i = random.bounded(5); i > 0; --i)
        text += pieces[random.bounded(quint32(pieces.size()))];
    return random.bounded(20) == 0 ? text.repeated(500) : text;
}

Milliseconds hostileTime(QRandomGenerator &random)
{
    constexpr qint64 furthest = std::numeric_limits<qint64>::max();
    switch (random.bounded(12)) {
    case 0:
        return Milliseconds{furthest - random.bounded(5)};
    case 1:
        return Milliseconds{-furthest + random.bounded(5)};
    case 2:
        return Milliseconds{-random.bounded(100'000)};
    case 3:
        return Milliseconds{random.bounded(400'000'000)};
    default:
        return Milliseconds{random.bounded(3'700'000)};
    }
}

} // namespace

Selects hostileSelects(QRandomGenerator &random, int count, const SourceMedia &media)
{
    QList<ReviewedMoment> moments;
    for (int i = 0; i < count; ++i) {
        const Decision decision = allDecisions[random.bounded(3U)];
        ReviewedMoment reviewed = selectedMoment(hostileText(random), 0, 1, decision);
        Moment &moment = reviewed.current;
        moment.span = {hostileTime(random), hostileTime(random)};
        if (random.bounded(3) > 0)
            moment.span.end = moment.span.start / 2 + Milliseconds{random.bounded(90'000)};
        moment.hook = hostileText(random);
        moment.category = hostileText(random);
        moment.quote = random.bounded(2) == 0 ? std::nullopt : std::optional(hostileText(random));
        moment.scorecard.core = {random.bounded(12), -3, 1'000'000, 5, 5};
        moment.scorecard.further = {{hostileText(random), "1e400"}, {u"shareability"_s, "[1,{}]"}, {u"x"_s, "0.5"}};
        reviewed.id = {hostileText(random)};
        reviewed.note = hostileText(random);
        reviewed.reason = hostileText(random);
        reviewed.starred = random.bounded(2) == 0;
        moments.append(reviewed);
    }
    Selects selects = selectsOf(moments, media);
    selects.name = hostileText(random) + u'x';
    return selects;
}

Exported exported(const char *format, const Selects &selects, const ExportOptions &options)
{
    const auto made = exportSelects(*exportFormat(QString::fromLatin1(format)), selects, options);
    return made ? *made : Exported{.files = {{.name = u"failed"_s, .bytes = made.error().message.toUtf8()}}};
}

} // namespace ViralTest
