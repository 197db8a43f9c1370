// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/chunkjob.h"

#include "core/analysis/candidateparser.h"
#include "core/analysis/chunksplit.h"
#include "core/analysis/usagetotals.h"
#include "core/base/log.h"
#include "core/clients/openairequest.h"

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

/// An answer that was cut was paid for, so that is tried with halves only.
constexpr int mostCutsForLength = 1;
/// A request that was too long costs nothing: down to a sixteenth.
constexpr int mostCutsForSize = 4;
/// An answer that another run has asked for takes seconds.
constexpr Milliseconds betweenLooks{500};
/// Shorter keys would be found in ordinary words.
constexpr qsizetype shortestKey = 6;

} // namespace

QString withoutKey(const QString &text, const Secret &key)
{
    QString cleaned = text;
    if (key.reveal().size() >= shortestKey)
        cleaned.replace(key.reveal(), u"[key]"_s);
    return redacted(cleaned);
}

ChunkJob::ChunkJob(const RunServices &services, ChunkTask task, QObject *owner)
    : QObject(owner)
    , m_services(services)
    , m_task(std::move(task))
    , m_keeping(services.transport, services.scheduler,
                {.sent =
                     [this] {
                         m_isSent = true;
                         m_flows = false;
                         progress(ChunkProgress::State::Sent);
                     },
                 .flows = [this] { m_flows = true; },
                 .paid = [this](const OpenAiReply &reply, Milliseconds time) { keep(reply, time); }})
    , m_retrying(
          m_keeping, services.scheduler,
          {.rules = services.rules, .judge = judgeReply, .chance = services.chance, .limiter = &services.limiter})
    , m_pieces({{m_task.chunk, 0}})
{
    m_answer.chunkIndex = m_task.chunk.index;
}

ChunkJob::~ChunkJob()
{
    // Its requests end before the transports they go through.
    delete m_call;
    letGo();
}

void ChunkJob::start()
{
    m_startedAt = m_services.clock.now();
    next();
}

void ChunkJob::cancel()
{
    if (m_isFinished)
        return;
    if (OpenAiCall *call = std::exchange(m_call, nullptr)) {
        call->disconnect(this);
        call->cancel();
    }
    finish(ChunkOutcome::Kind::Cancelled, {ErrorKind::Cancelled, u"Cancelled"_s});
}

void ChunkJob::windUp(bool evenSent)
{
    m_windsUp = true;
    if (!m_isSent || (evenSent && !m_flows))
        cancel();
}

void ChunkJob::next()
{
    while (!m_pieces.isEmpty()) {
        if (m_windsUp) {
            cancel();
            return;
        }
        m_piece = m_pieces.takeFirst();
        m_prompt = buildPrompt(m_services.templates, m_task.metadata, m_task.transcript,
                               {m_piece.part.firstSentence, m_piece.part.endSentence});
        m_key = answerKey(m_task.settings, m_prompt);
        m_isSent = m_flows = false;
        m_nextLook.reset();
        if (!settle())
            return;
    }
    if (m_answeredPieces > 0 || m_skipped.isEmpty())
        finish(ChunkOutcome::Kind::Answered, {ErrorKind::Refused, m_skipped.join(u' ')});
    else
        finish(ChunkOutcome::Kind::Skipped, {ErrorKind::Refused, m_skipped.join(u' ')});
}

bool ChunkJob::settle()
{
    if (take(lookUp()))
        return true;
    if (!claim()) {
        lookAgainLater();
        return false;
    }
    // Who had the claim before may have kept the answer after the first look.
    const KeptUse use = lookUp();
    if (take(use)) {
        letGo();
        return true;
    }
    for (const StoredAnswer &inVain : use.paid)
        count(inVain);
    ask();
    return false;
}

KeptUse ChunkJob::lookUp()
{
    if (m_task.fresh)
        return {};
    const Result<QList<StoredAnswer>> kept = m_services.answers.answersFor({m_key});
    if (kept)
        return useOf(*kept, readable());
    Q_EMIT notKept(kept.error());
    return {};
}

bool ChunkJob::take(const KeptUse &use)
{
    switch (use.kind) {
    case KeptUse::Kind::Nothing:
        return false;
    case KeptUse::Kind::Answer:
        takeText(use.text);
        break;
    case KeptUse::Kind::Refusal:
        skip(u"The model declined: "_s + QString::fromUtf8(use.text));
        break;
    case KeptUse::Kind::Filtered:
        skip(u"The service stopped the answer for its content."_s);
        break;
    case KeptUse::Kind::Cut:
        if (!split(mostCutsForLength))
            return false;
        break;
    }
    for (const StoredAnswer &answer : use.paid)
        count(answer);
    return true;
}

bool ChunkJob::claim()
{
    const Result<bool> claimed = m_services.answers.claim(m_key, m_task.run, m_services.clock.now());
    // A library that cannot note it must not stop the run.
    if (!claimed)
        qCWarning(runLog).noquote() << "a question could not be claimed:" << claimed.error().text();
    m_hasClaim = claimed.value_or(false);
    return m_hasClaim || !claimed || m_task.fresh;
}

void ChunkJob::letGo()
{
    if (!std::exchange(m_hasClaim, false))
        return;
    if (const Result<void> released = m_services.answers.release(m_key, m_task.run); !released)
        qCWarning(runLog).noquote() << "a claim could not be given back:" << released.error().text();
}

void ChunkJob::lookAgainLater()
{
    if (!m_nextLook)
        Q_EMIT progressed({.state = ChunkProgress::State::Retrying,
                           .reason = u"Another run is asking this already"_s,
                           .isAskedElsewhere = true});
    m_nextLook = m_services.scheduler.after(betweenLooks, [this] {
        if (settle())
            next();
    });
}

void ChunkJob::ask()
{
    if (const Result<void> allowed = mayAsk(); !allowed) {
        finish(ChunkOutcome::Kind::Withheld, allowed.error());
        return;
    }
    m_hasAsked = true;
    m_nextLook.reset();
    m_call = new OpenAiCall({.transport = m_retrying,
                             .scheduler = m_services.scheduler,
                             .memory = m_services.memory,
                             .mayAskAgain = [this] { return mayAsk(); }},
                            m_task.settings, m_prompt, readable(), this);
    connect(m_call, &OpenAiCall::waiting, this, [this](const OpenAiFailure &why, Milliseconds pause) {
        m_isSent = false;
        progress(ChunkProgress::State::Retrying, clean(why.message), pause);
        if (m_windsUp)
            cancel();
    });
    connect(m_call, &OpenAiCall::finished, this, &ChunkJob::answered);
}

Result<void> ChunkJob::mayAsk() const
{
    return m_task.mayAsk ? m_task.mayAsk(m_task.chunk.index) : Result<void>();
}

IsReadable ChunkJob::readable() const
{
    return [index = m_task.chunk.index](const QByteArray &text) { return parseAnswer(text, index).has_value(); };
}

QString ChunkJob::clean(const QString &text) const
{
    return withoutKey(text, m_task.settings.key);
}

void ChunkJob::keep(const OpenAiReply &reply, Milliseconds responseTime)
{
    StoredAnswer answer = storedAnswer(reply, responseTime);
    answer.key = m_key;
    answer.run = m_task.run;
    answer.chunkIndex = m_task.chunk.index;
    answer.receivedAt = m_services.clock.now();
    // A service that repeats the key must not bring it into the library.
    const QString key = m_task.settings.key.reveal();
    if (key.size() >= shortestKey) {
        answer.text.replace(key, u"[key]"_s);
        answer.usage.replace(key.toUtf8(), "[key]");
    }
    if (const Result<int> kept = m_services.answers.keepAnswer(answer); !kept) {
        qCWarning(runLog).noquote() << "an answer could not be kept:" << kept.error().text();
        Q_EMIT notKept(kept.error());
    }
    count(answer);
    Q_EMIT paid(usageOf(answer, m_task.chunk.index));
}

void ChunkJob::count(const StoredAnswer &answer)
{
    addPaid(m_answer, answer, readable());
}

void ChunkJob::answered(const OpenAiOutcome &outcome)
{
    m_call = nullptr;
    letGo();
    switch (outcome.kind) {
    case OpenAiOutcome::Kind::Answered:
        takeText(outcome.text);
        break;
    case OpenAiOutcome::Kind::Refused:
        skip(u"The model declined: "_s + QString::fromUtf8(outcome.text));
        break;
    case OpenAiOutcome::Kind::ContentFiltered:
        skip(u"The service stopped the answer for its content."_s);
        break;
    case OpenAiOutcome::Kind::Truncated:
        if (m_windsUp || !split(mostCutsForLength)) {
            fail(ErrorKind::Service,
                 u"The answer was cut at the output limit, and the chunk cannot be parted further"_s);
            return;
        }
        break;
    case OpenAiOutcome::Kind::Unreadable:
        fail(ErrorKind::Service, u"The model's answer could not be read, twice"_s);
        return;
    case OpenAiOutcome::Kind::Withheld:
        finish(ChunkOutcome::Kind::Withheld, {ErrorKind::Refused, outcome.failure.message});
        return;
    case OpenAiOutcome::Kind::Failed:
        failed(outcome);
        return;
    }
    next();
}

void ChunkJob::failed(const OpenAiOutcome &outcome)
{
    const OpenAiFailure &failure = outcome.failure;
    if (failure.fault == OpenAiFault::ContentPolicy) {
        skip(u"The service declined: "_s + failure.message);
        next();
        return;
    }
    if (asksToSplit(failure.fault) && !m_windsUp && split(mostCutsForSize)) {
        next();
        return;
    }
    const Error error = asError(failure);
    const QString api = m_task.settings.mode == ApiMode::Chat ? u"chat"_s : u"responses"_s;
    fail(error.kind, u"OpenAI %1 call failed: %2"_s.arg(api, error.message), Viral::stopsTheJob(failure.fault));
}

void ChunkJob::takeText(const QByteArray &text)
{
    ++m_answeredPieces;
    Result<ChunkAnswer> part = parseAnswer(text, m_task.chunk.index);
    if (!part)
        return;
    const auto shift = static_cast<int>(m_answer.candidates.size() + m_answer.ended.size());
    for (Candidate &candidate : part->candidates)
        candidate.position += shift;
    for (FunnelEntry &entry : part->ended)
        entry.candidate.position += shift;
    m_answer.candidates += part->candidates;
    m_answer.ended += part->ended;
    m_answer.entriesBeyondLimit += part->entriesBeyondLimit;
}

void ChunkJob::skip(const QString &why)
{
    m_skipped.append(clean(why));
}

bool ChunkJob::split(int mostDepth)
{
    if (m_piece.depth >= mostDepth)
        return false;
    const auto parts = splitChunk(m_task.transcript, m_piece.part);
    if (!parts)
        return false;
    m_pieces.prepend({parts->second, m_piece.depth + 1});
    m_pieces.prepend({parts->first, m_piece.depth + 1});
    return true;
}

void ChunkJob::progress(ChunkProgress::State state, const QString &reason, Milliseconds wait)
{
    Q_EMIT progressed({.state = state, .reason = reason, .wait = wait});
}

void ChunkJob::fail(ErrorKind kind, const QString &message, bool stopsTheJob)
{
    finish(ChunkOutcome::Kind::Failed, {kind, clean(message)}, stopsTheJob);
}

void ChunkJob::finish(ChunkOutcome::Kind kind, const Error &error, bool stopsTheJob)
{
    m_isFinished = true;
    m_nextLook.reset();
    letGo();
    m_answer.failed = kind != ChunkOutcome::Kind::Answered;
    Q_EMIT finished(
        {.kind = kind, .answer = m_answer, .error = error, .stopsTheJob = stopsTheJob, .wasKept = !m_hasAsked});
}

} // namespace Viral
