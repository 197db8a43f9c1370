// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/assembly.h"
#include "core/clients/openaiclient.h"
#include "core/run/keepingtransport.h"
#include "core/run/keptanswers.h"
#include "core/run/runservices.h"

namespace Viral {

/// How a chunk is doing.
struct ChunkProgress
{
    enum class State
    {
        Queued,
        Sent,
        Retrying, ///< waits; see reason and wait
        Done,
        Failed,
    };

    State state = State::Queued;
    /// Why it waits or failed; empty otherwise.
    QString reason = {};
    /// Retrying: until the next try.
    Milliseconds wait{0};
    /// Retrying: another run has asked this and its answer is waited for, nobody knows how long.
    bool isAskedElsewhere = false;
    /// Done without asking: the answer was kept from an earlier run.
    bool wasKept = false;

    bool operator==(const ChunkProgress &) const = default;
};

/// How a chunk ended.
struct ChunkOutcome
{
    enum class Kind
    {
        Answered,
        Skipped,   ///< the model or the service does not want to deal with it; error says why
        Failed,    ///< see error
        Withheld,  ///< was not to be asked; error says why
        Cancelled, ///< by cancel()
    };

    Kind kind = Kind::Failed;
    ChunkAnswer answer = {};
    Error error = {};
    /// No other chunk can fare better.
    bool stopsTheJob = false;
    /// Nothing was asked.
    bool wasKept = false;

    bool operator==(const ChunkOutcome &) const = default;
};

/// What is to be asked about a chunk, and how.
struct ChunkTask
{
    RunId run = {};
    Chunk chunk = {};
    Transcript transcript = {};
    RawMembers metadata = {};
    OpenAiSettings settings = {};
    /// Kept answers are not looked at, nor is waited for one that somebody else has asked for.
    bool fresh = false;
    /// Asked before each question that costs something; its error withholds the chunk.
    std::function<Result<void>(int chunk)> mayAsk = {};
};

/// One chunk from its prompt to its candidates: kept answers are used without asking, an answer that another run has
/// asked for is waited for, whatever is paid for is kept first, and a chunk that is too much for one answer is asked
/// for in two parts, one after the other. Reports exactly once.
class ChunkJob final : public QObject
{
    Q_OBJECT

public:
    ChunkJob(const RunServices &services, ChunkTask task, QObject *owner);
    ~ChunkJob() override;

    /// May report from inside, when everything was kept.
    void start();
    /// Ends it at once.
    void cancel();
    /// Ends it when no request is on its way, or (\a evenSent) when nothing of an answer has come yet. Otherwise what
    /// is on its way is taken and kept, and only further tries and parts are spared.
    void windUp(bool evenSent);

    const Chunk &chunk() const { return m_task.chunk; }
    const QDateTime &startedAt() const { return m_startedAt; }

Q_SIGNALS:
    void progressed(const Viral::ChunkProgress &progress);
    /// An attempt was paid for (and kept).
    void paid(const Viral::ChunkUsage &usage);
    /// An answer could not be kept; the run goes on with what is in memory.
    void notKept(const Viral::Error &error);
    void finished(const Viral::ChunkOutcome &outcome);

private:
    struct Piece
    {
        Chunk part;
        int depth = 0;
    };

    void next();
    /// True when the current piece is done without asking; else it is being asked for, here or by another run.
    bool settle();
    KeptUse lookUp();
    /// True when that is all there is to do about the current piece.
    bool take(const KeptUse &use);
    /// False when another run asks already.
    bool claim();
    void letGo();
    void lookAgainLater();
    void ask();
    void keep(const OpenAiReply &reply, Milliseconds responseTime);
    void count(const StoredAnswer &answer);
    void answered(const OpenAiOutcome &outcome);
    void failed(const OpenAiOutcome &outcome);
    void takeText(const QByteArray &text);
    void skip(const QString &why);
    /// Puts two parts in the place of the current piece; false when it cannot be parted any more.
    bool split(int mostDepth);
    void progress(ChunkProgress::State state, const QString &reason = {}, Milliseconds wait = Milliseconds{0});
    void fail(ErrorKind kind, const QString &message, bool stopsTheJob = false);
    void finish(ChunkOutcome::Kind kind, const Error &error = {}, bool stopsTheJob = false);
    Result<void> mayAsk() const;
    IsReadable readable() const;
    QString clean(const QString &text) const;

    RunServices m_services;
    ChunkTask m_task;
    KeepingTransport m_keeping;
    RetryingTransport m_retrying;
    QList<Piece> m_pieces;
    Piece m_piece;
    Prompt m_prompt;
    QByteArray m_key;
    std::unique_ptr<ScheduledAction> m_nextLook;
    OpenAiCall *m_call = nullptr;
    ChunkAnswer m_answer;
    QStringList m_skipped;
    QDateTime m_startedAt;
    int m_answeredPieces = 0;
    bool m_hasAsked = false;
    bool m_hasClaim = false;
    bool m_flows = false;
    bool m_isSent = false;
    bool m_windsUp = false;
    bool m_isFinished = false;
};

/// \a text without keys: what looks like one, and \a key itself whatever it looks like.
QString withoutKey(const QString &text, const Secret &key);

} // namespace Viral
