// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from the answers of a ten-hour interview to its result, and whether that grows in a straight line.
// Not a test.
#include "core/analysis/assembly.h"
#include "core/analysis/candidateparser.h"
#include "core/analysis/transcriptindex.h"
#include "core/contract/serviceresultcodec.h"

#include "tests/bench/benchtable.h"

using namespace Viral;
using namespace ViralTest;
using namespace Qt::StringLiterals;

namespace {

/// A row of numbers that looks random and is always the same.
class Numbers
{
public:
    int below(int limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<quint64>(limit));
    }

private:
    quint64 m_state = 42;
};

struct Tongue
{
    QString name;
    QString language;
    QStringList syllables;
    QString stop;
    /// Between words.
    QString blank;
};

QList<Tongue> tongues()
{
    return {{u"English"_s, u"en"_s, u"ka lo mi ne ru sta ver ing po d'"_s.split(u' '), u"."_s, u" "_s},
            {u"Russian"_s, u"ru"_s, u"ка ло ми не ру ста вер инг по й"_s.split(u' '), u"."_s, u" "_s},
            {u"Hindi"_s, u"hi"_s, u"का लो मि ने रु स्त वे र पो य"_s.split(u' '), u"।"_s, u" "_s},
            {u"Japanese"_s, u"ja"_s, u"か 路 み ネ 留 た で 印 ポ 日"_s.split(u' '), u"。"_s, QString()}};
}

QString word(const Tongue &tongue, Numbers &numbers)
{
    constexpr int vocabulary = 5000;
    // Few words make up most of what is said.
    int number = numbers.below(numbers.below(3) == 0 ? vocabulary : 60);
    QString text;
    do {
        text += tongue.syllables[number % 10];
        number /= 10;
    } while (number > 0);
    return text;
}

/// About 2.8 words a second in sentences of five to twenty-four words.
Transcript interview(const Tongue &tongue, int seconds)
{
    Numbers numbers;
    Transcript transcript;
    transcript.language = tongue.language;
    qint64 time = 0;
    while (time < seconds * 1000LL) {
        const qint64 start = time;
        QStringList words;
        for (int count = 5 + numbers.below(20); count > 0; --count) {
            words += word(tongue, numbers) + (count == 1 ? tongue.stop : QString());
            const qint64 length = 150 + numbers.below(300);
            transcript.words.append(
                {words.constLast(), spanMs(time, time + length), static_cast<int>(transcript.sentences.size())});
            time += length + 50;
        }
        transcript.sentences.append({words.join(tongue.blank), spanMs(start, time - 50)});
        time += 200;
    }
    return transcript;
}

/// Quotes that stand there, that have a slip, and that were made up.
QString quote(const Transcript &transcript, int sentence, Numbers &numbers)
{
    QStringList words = transcript.sentences[sentence].text.split(u' ');
    const int kind = numbers.below(10);
    if (kind == 0)
        return u"nothing of this was ever said by anybody in the room"_s;
    if (kind < 3)
        words[words.size() / 2] = u"slip"_s;
    return words.join(u' ');
}

Candidate candidate(const Transcript &transcript, const Chunk &chunk, int position, Numbers &numbers)
{
    Candidate candidate{.chunkIndex = chunk.index, .position = position};
    const int length = 2 + numbers.below(14);
    const int first =
        chunk.firstSentence + numbers.below(std::max(1, chunk.endSentence - chunk.firstSentence - length));
    candidate.startSentence = first;
    candidate.endSentence = std::min(first + length, chunk.endSentence - 1);
    candidate.title = u"the 3-hour rule that tripled our retention"_s;
    candidate.hook = transcript.sentences[first + numbers.below(2)].text;
    candidate.category = u"growth / mindset"_s;
    candidate.engagementValue = u"Reframes onboarding as a game against the clock."_s;
    candidate.quote = quote(transcript, std::min(first + 1, chunk.endSentence - 1), numbers);
    const QString post =
        u"We cut churn 41% with a single habit on day one. Give new users a mission of three hours. "_s;
    for (const Platform platform : allPlatforms)
        candidate.socialCopy.append({QString(platformKey(platform)), post.repeated(1 + numbers.below(4))});
    for (auto &score : candidate.scores)
        score = 1 + numbers.below(10);
    return candidate;
}

struct Job
{
    Request request;
    AnalysisSettings settings;
    QList<ChunkAnswer> answers;
};

Job job(const Tongue &tongue, int seconds)
{
    Numbers numbers;
    Job job;
    job.request.transcript = interview(tongue, seconds);
    job.settings.model = u"gpt-5"_s;
    const QList<Chunk> chunks = makeChunks(job.request.transcript, job.settings);
    for (const Chunk &chunk : chunks) {
        ChunkAnswer answer{.chunkIndex = chunk.index};
        for (int position = 0; position < 8; ++position)
            answer.candidates.append(candidate(job.request.transcript, chunk, position, numbers));
        job.answers.append(answer);
    }
    return job;
}

void measureJob(const Tongue &tongue, int hours)
{
    const Job work = job(tongue, hours * 3600);
    const Transcript &transcript = work.request.transcript;
    printTitle(u"%1, %2 h: %3 words, %4 sentences, %5 answers of 8"_s.arg(tongue.name)
                   .arg(hours)
                   .arg(transcript.words.size())
                   .arg(transcript.sentences.size())
                   .arg(work.answers.size()));
    qsizetype moments = 0;
    measure(u"makeChunks"_s, 15, [&] { makeChunks(transcript, work.settings); });
    measure(u"TranscriptIndex"_s, 15, [&] { TranscriptIndex index(transcript); });
    measure(u"makeChunks and assemble"_s, 15, [&] {
        moments = assemble(work.request, work.settings, makeChunks(transcript, work.settings), work.answers, {})
                      .result.moments.size();
    });
    std::printf("%lld moments\n", static_cast<long long>(moments));
}

} // namespace

int main()
{
    const QList<Tongue> all = tongues();
    for (const int hours : {5, 20})
        measureJob(all.constFirst(), hours);
    for (const Tongue &tongue : all)
        measureJob(tongue, 10);
    return 0;
}
