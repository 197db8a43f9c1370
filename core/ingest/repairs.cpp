// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/repairs.h"

namespace Viral {

using namespace Qt::StringLiterals;

namespace {

struct Wording
{
    QLatin1StringView one;
    /// %1 is the count.
    QLatin1StringView many;
};

constexpr Wording wordingOf(Repair kind)
{
    switch (kind) {
    case Repair::ReplacedCharacters:
        return {"1 character could not be read and was replaced."_L1,
                "%1 characters could not be read and were replaced."_L1};
    case Repair::OddClock:
        return {"1 time has minutes or seconds over 59; it was read as written."_L1,
                "%1 times have minutes or seconds over 59; they were read as written."_L1};
    case Repair::NegativeTime:
        return {"1 negative time was set to 0."_L1, "%1 negative times were set to 0."_L1};
    case Repair::EndBeforeStart:
        return {"1 part ended before it started; its end was estimated."_L1,
                "%1 parts ended before they started; their ends were estimated."_L1};
    case Repair::MissingTime:
        return {"1 time was missing and was filled in from its neighbours."_L1,
                "%1 times were missing and were filled in from their neighbours."_L1};
    case Repair::OutOfOrder:
        return {"1 part was out of order and was sorted in."_L1, "%1 parts were out of order and were sorted in."_L1};
    case Repair::Duplicate:
        return {"1 exact duplicate was dropped."_L1, "%1 exact duplicates were dropped."_L1};
    case Repair::EmptyUnit:
        return {"1 part without text was left out."_L1, "%1 parts without text were left out."_L1};
    case Repair::RollingLine:
        return {"1 line that only rolled on was read once."_L1, "%1 lines that only rolled on were read once."_L1};
    case Repair::UnusableStamps:
        return {"1 line has word times outside its own; they were not used."_L1,
                "%1 lines have word times outside their own; they were not used."_L1};
    case Repair::Overlap:
        return {"1 part overlapped the next and was shortened."_L1,
                "%1 parts overlapped the next and were shortened."_L1};
    case Repair::WordOrder:
        return {"1 word began before the word in front of it and was moved."_L1,
                "%1 words began before the word in front of them and were moved."_L1};
    case Repair::WordOutsideSentence:
        return {"1 sentence was widened to hold its words."_L1, "%1 sentences were widened to hold their words."_L1};
    case Repair::WordReassigned:
        return {"1 word was given to another sentence by its time."_L1,
                "%1 words were given to other sentences by their time."_L1};
    case Repair::LongSentence:
        return {"1 sentence of more than 60 s or 120 words was split at its best pause."_L1,
                "%1 sentences of more than 60 s or 120 words were split at their best pauses."_L1};
    case Repair::LanguageDropped:
        return {"The language that the file declares contradicts its script and was dropped."_L1, {}};
    case Repair::LanguageGuessed:
        return {"The language was guessed from the text."_L1, {}};
    }
    return {};
}

QString textOf(Repair kind, qsizetype count)
{
    const Wording wording = wordingOf(kind);
    const bool single = count == 1 || wording.many.isEmpty();
    return single ? QString(wording.one) : QString(wording.many).arg(count);
}

} // namespace

void Repairs::add(const Repairs &others)
{
    for (std::size_t kind = 0; kind < repairKinds; ++kind)
        m_counts[kind] += others.m_counts[kind];
}

QStringList Repairs::texts() const
{
    QStringList texts;
    for (std::size_t kind = 0; kind < repairKinds; ++kind) {
        if (m_counts[kind] > 0 && static_cast<Repair>(kind) != Repair::LanguageGuessed)
            texts.append(textOf(static_cast<Repair>(kind), m_counts[kind]));
    }
    return texts;
}

QStringList Repairs::notes() const
{
    const qsizetype guesses = count(Repair::LanguageGuessed);
    return guesses > 0 ? QStringList{textOf(Repair::LanguageGuessed, guesses)} : QStringList();
}

} // namespace Viral
