// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

class QLabel;

namespace Viral {

/// How a run goes about its work.
class RunsPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit RunsPage(SettingsSource &settings);
};

/// How a transcript is cut, and what that means for a talk of an hour.
class ChunksPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit ChunksPage(SettingsSource &settings);

private:
    void showExample();

    QLabel *m_example = nullptr;
};

/// Where events and results are sent.
class WebhooksPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit WebhooksPage(SettingsSource &settings);
};

/// Colours, text size, motion, and the editor's name.
class LookPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit LookPage(SettingsSource &settings);
};

/// Into how many chunks a talk of an hour is cut, and how many percent of it are read twice.
struct ChunkExample
{
    int chunks = 0;
    int percentTwice = 0;

    bool operator==(const ChunkExample &) const = default;
};
ChunkExample chunkExample(const AnalysisSettings &settings);

} // namespace Viral
