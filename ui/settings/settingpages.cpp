// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingpages.h"

#include "ui/settings/keyfield.h"
#include "ui/settings/settingwidgets.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Viral {

RunsPage::RunsPage(SettingsSource &settings)
    : SettingsPage(settings)
{
    addHeading(tr("The work"));
    addSetting("run/engine"_L1);
    addSetting("run/max_concurrency"_L1);
    addSetting("run/request_timeout_seconds"_L1);
    addSetting("run/keep_going"_L1);
    addHeading(tr("The model's answers"));
    addSetting("openai/temperature"_L1);
    addSetting("openai/max_output_tokens"_L1);
    finish();
}

ChunkExample chunkExample(const AnalysisSettings &settings)
{
    constexpr Milliseconds talk{3'600'000};
    const Milliseconds step = settings.chunkDuration - settings.chunkOverlap;
    if (step <= Milliseconds{0})
        return {};
    ChunkExample example;
    Milliseconds read{0};
    for (Milliseconds start{0}; start < talk; start += step) {
        const Milliseconds length = std::min(settings.chunkDuration, talk - start);
        // What is left over belongs to the chunk before, which has most of it already.
        const bool joins = example.chunks > 0 && length < settings.minChunkDuration;
        if (!joins)
            ++example.chunks;
        read += joins ? std::max(Milliseconds{0}, length - settings.chunkOverlap) : length;
        if (start + length >= talk)
            break;
    }
    example.percentTwice = static_cast<int>((read - talk) * 100 / talk);
    return example;
}

ChunksPage::ChunksPage(SettingsSource &settings)
    : SettingsPage(settings)
    , m_example(new QLabel)
{
    addHeading(tr("How a transcript is cut"));
    addSetting("chunks/duration_seconds"_L1);
    addSetting("chunks/overlap_seconds"_L1);
    addSetting("chunks/minimum_seconds"_L1);
    m_example->setWordWrap(true);
    addRow(tr("A talk of an hour"), m_example, m_example);
    finish();
    connect(&settings, &SettingsSource::changed, this, &ChunksPage::showExample);
    showExample();
}

void ChunksPage::showExample()
{
    const ChunkExample example = chunkExample(settings().preferences().chunks);
    m_example->setText(
        tr("%n questions, %1 % of the talk is read twice.", nullptr, example.chunks).arg(example.percentTwice));
}

WebhooksPage::WebhooksPage(SettingsSource &settings)
    : SettingsPage(settings)
{
    addHeading(tr("Where new runs report to"));
    addSetting("webhooks/result_url"_L1);
    addSetting("webhooks/progress_url"_L1);
    addSetting("webhooks/derive_progress"_L1);
    auto *secret = new KeyField(KeyName::WebhookSecret, tr("Secret"),
                                tr("Signs every message, so that the receiver can tell it is yours."), settings);
    addRow(tr("Secret"), secret, secret->line());
    addHeading(tr("When the receiver does not answer"));
    addSetting("webhooks/attempts"_L1);
    addSetting("webhooks/base_delay_seconds"_L1);
    addSetting("webhooks/longest_delay_seconds"_L1);
    finish();
}

LookPage::LookPage(SettingsSource &settings)
    : SettingsPage(settings)
{
    addHeading(tr("The window"));
    addSetting("look/language"_L1);
    addSetting("look/colours"_L1);
    addSetting("look/text_size_percent"_L1);
    addSetting("look/reduced_motion"_L1);
    addHeading(tr("You"));
    addSetting("review/author"_L1);
    finish();
}

} // namespace Viral
