// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspectordesk.h"

#include "ui/commands/actions.h"
#include "ui/panels/funnelpanel.h"
#include "ui/panels/momentspanel.h"
#include "ui/panels/scorespanel.h"
#include "ui/panels/wordspanel.h"
#include "ui/player/transport.h"
#include "ui/shell/fieldkeys.h"
#include "ui/shell/windowdocks.h"

#include <QMainWindow>

#include <array>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

using enum Command;
constexpr std::array pages{std::pair{ShowScores, "scores"_L1}, std::pair{ShowPosts, "posts"_L1},
                           std::pair{ShowWords, "words"_L1}, std::pair{ShowCost, "cost"_L1},
                           std::pair{ShowCandidates, "why"_L1}};

} // namespace

InspectorDesk::InspectorDesk(const Parts &parts)
    : QObject(&parts.window)
{
    connectList(parts);
    connectWords(parts);
    connectFunnel(parts);
    connectPages(parts);
    auto *fields = new FieldKeys(parts.window);
    connect(fields, &FieldKeys::left, &parts.list, &MomentsPanel::focusList);
}

void InspectorDesk::connectList(const Parts &parts)
{
    MomentsPanel *list = &parts.list;
    const Actions &actions = parts.actions;
    actions.on(FilterMoments, list, [list, &docks = parts.docks] {
        docks.show(u"moments"_s);
        list->openFilters();
    });
    actions.on(ClearFilters, list, [list] { list->clearFilters(); });
    list->setMenuActions({actions.of(PlayMoment), nullptr, actions.of(Keep), actions.of(Hold), actions.of(Reject),
                          actions.of(Undecide), nullptr, actions.of(Star), actions.of(WriteNote), nullptr,
                          actions.of(RepairEdges), actions.of(TakeSpokenQuote), actions.of(WhyMoment), nullptr,
                          actions.of(FilterMoments), actions.of(ClearFilters)});
}

void InspectorDesk::connectWords(const Parts &parts)
{
    const auto hear = [&transport = parts.transport](const TimeSpan &span) { transport.seek(span.start); };
    auto *scores = parts.window.findChild<ScoresPanel *>();
    auto *words = parts.window.findChild<WordsPanel *>();
    if (!scores || !words)
        return;
    connect(scores, &ScoresPanel::wordsChosen, &parts.transport, hear);
    connect(words, &WordsPanel::wordsChosen, &parts.transport, hear);
    connect(words, &WordsPanel::message, this, &InspectorDesk::message);
    parts.actions.on(Command::RepairEdges, words, [words] { words->repairEdges(); });
    parts.actions.on(Command::TakeSpokenQuote, words, [words] { words->takeSpokenQuote(); });
}

void InspectorDesk::connectPages(const Parts &parts)
{
    for (const auto &[command, name] : pages) {
        parts.actions.on(command, this, [&docks = parts.docks, name = QString(name)] {
            docks.enter(name);
        });
    }
}

void InspectorDesk::connectFunnel(const Parts &parts)
{
    FunnelPanel *funnel = &parts.funnel;
    parts.actions.on(Command::WhyMoment, funnel, [funnel, &docks = parts.docks] {
        docks.show(u"why"_s);
        funnel->showCurrentMoment();
    });
    parts.actions.on(Command::PromoteCandidate, funnel, [funnel, &docks = parts.docks] {
        docks.show(u"why"_s);
        funnel->promote();
    });
}

} // namespace Viral
