// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/peakpyramid.h"
#include "ui/timeline/timelinecontent.h"

#include <QRandomGenerator>

#include <array>
#include <cmath>
#include <memory>

namespace ViralTest {

/// Invented interviews of any length, the same for the same seed.
class TimelineSample
{
public:
    explicit TimelineSample(Viral::Milliseconds duration, quint32 seed = 7)
        : m_duration(duration)
        , m_random(seed)
    {}

    Viral::Milliseconds duration() const { return m_duration; }

    Viral::Transcript transcript()
    {
        static const std::array words{u"the",   u"price",         u"was",    u"quiet", u"until",   u"nobody",
                                      u"asked", u"Verantwortung", u"three",  u"hours", u"because", u"we",
                                      u"fired", u"our",           u"launch", u"and",   u"it",      u"worked"};
        Viral::Transcript transcript{.language = QStringLiteral("en"), .sentences = {}, .words = {}};
        qint64 time = 1200;
        int left = 0;
        int speaker = 1;
        while (time < m_duration.count() - 6000) {
            if (left-- == 0) {
                speaker = 1 - speaker;
                left = speaker == 0 ? m_random.bounded(1, 3) : m_random.bounded(4, 18);
            }
            const int count = m_random.bounded(4, 22);
            Viral::Sentence sentence{.text = {},
                                     .span = Viral::spanMs(time, time),
                                     .speakerId = speaker == 0 ? QStringLiteral("host") : QStringLiteral("guest")};
            for (int i = 0; i < count; ++i) {
                QString text = QString::fromUtf16(words[std::size_t(m_random.bounded(int(words.size())))]);
                if (i == 0)
                    text[0] = text[0].toUpper();
                if (i == count - 1)
                    text += QLatin1Char('.');
                const int length = 90 + int(text.size()) * 45;
                transcript.words.append({.text = text,
                                         .span = Viral::spanMs(time, time + length),
                                         .sentenceIndex = int(transcript.sentences.size())});
                sentence.text += (i == 0 ? QString() : QStringLiteral(" ")) + text;
                time += length + m_random.bounded(60);
            }
            sentence.span.end = transcript.words.constLast().span.end;
            transcript.sentences.append(sentence);
            time += m_random.bounded(120, 900);
        }
        return transcript;
    }

    QList<Viral::TimelineMoment> moments(int count)
    {
        static const std::array titles{u"The 3-Hour Rule",
                                       u"Why We Fired Our Best Client Before the Quarter Was Over",
                                       u"The Quiet Launch",
                                       u"Verantwortungsübernahmegesellschaft und andere Wörter",
                                       u"静かな立ち上げが成功した理由",
                                       u"لماذا أغلقنا الشركة في يوم واحد",
                                       u"Nobody Reads the Second Email",
                                       u"A Price Is a Sentence"};
        static const std::array decisions{Viral::Decision::Undecided, Viral::Decision::Undecided, Viral::Decision::Kept,
                                          Viral::Decision::Held, Viral::Decision::Rejected};
        QList<Viral::TimelineMoment> moments;
        for (int i = 0; i < count; ++i) {
            const qint64 start = m_random.bounded(std::max<qint64>(1, m_duration.count() - 95000));
            moments.append({.id = {QStringLiteral("m%1").arg(i)},
                            .span = Viral::spanMs(start, start + m_random.bounded(38000, 94000)),
                            .title = QString::fromUtf16(titles[std::size_t(m_random.bounded(int(titles.size())))]),
                            .score = 3 + m_random.bounded(70) / 10.0,
                            .decision = decisions[std::size_t(m_random.bounded(int(decisions.size())))],
                            .isEdited = m_random.bounded(6) == 0});
        }
        return moments;
    }

    QList<Viral::TimelineDropped> dropped(int count)
    {
        static const std::array labels{u"too short (31.2 s)", u"duplicate of 3", u"score 4.1 below 6",
                                       u"begins in the middle of a sentence"};
        QList<Viral::TimelineDropped> dropped;
        for (int i = 0; i < count; ++i) {
            const qint64 start = m_random.bounded(std::max<qint64>(1, m_duration.count() - 60000));
            dropped.append({.number = i,
                            .span = Viral::spanMs(start, start + m_random.bounded(12000, 60000)),
                            .label = QString::fromUtf16(labels[std::size_t(i) % labels.size()])});
        }
        return dropped;
    }

    QList<Viral::TimelineChunk> chunks(int count)
    {
        QList<Viral::TimelineChunk> chunks;
        const qint64 length = m_duration.count() / count;
        for (int i = 0; i < count; ++i) {
            const auto state = i * 10 < count * 6   ? Viral::ChunkState::Done
                               : i * 10 < count * 7 ? Viral::ChunkState::Kept
                               : i * 10 < count * 8 ? Viral::ChunkState::Running
                               : i * 10 < count * 9 ? Viral::ChunkState::Retrying
                                                    : Viral::ChunkState::Queued;
            chunks.append(
                {.index = i,
                 .span = Viral::spanMs(i * length, (i + 1) * length),
                 .state = i % 7 == 3 && state == Viral::ChunkState::Done ? Viral::ChunkState::Failed : state,
                 .tokens = state == Viral::ChunkState::Done ? QStringLiteral("%1 tok").arg(9000 + 37 * i) : QString()});
        }
        return chunks;
    }

    QList<Viral::RibbonPoint> ribbon()
    {
        QList<Viral::RibbonPoint> points;
        for (qint64 time = 0; time < m_duration.count(); time += 15000)
            points.append({.span = Viral::spanMs(time, std::min<qint64>(time + 15000, m_duration.count())),
                           .score = 5 + 3 * std::sin(double(time) / 210000) + m_random.bounded(20) / 10.0});
        return points;
    }

    /// Sound up to \a part of the source.
    std::shared_ptr<Viral::PeakPyramid> peaks(double part = 1)
    {
        auto peaks = std::make_shared<Viral::PeakPyramid>();
        std::vector<Viral::Peak> values(std::size_t(double(m_duration / Viral::PeakPyramid::peakLength) * part));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double phrase =
                std::max(0.0, std::sin(double(i) / 130) + 0.6) * (0.5 + 0.5 * std::sin(double(i) / 9));
            const int level = int(phrase * 60) + m_random.bounded(6);
            values[i] = {qint8(-std::min(120, level + m_random.bounded(8))), qint8(std::min(120, level))};
        }
        peaks->append(values);
        return peaks;
    }

private:
    Viral::Milliseconds m_duration;
    QRandomGenerator m_random;
};

} // namespace ViralTest
