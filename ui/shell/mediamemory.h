// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <optional>

class QSettings;

namespace Viral {

class TimeDisplay;

/// Which media file the editor chose for a review, so that it need not be located again.
class MediaMemory
{
public:
    /// Of more reviews than this the one chosen for longest ago is forgotten.
    static constexpr int most = 200;

    /// \a settings outlives it.
    explicit MediaMemory(QSettings &settings)
        : m_settings(settings)
    {}

    /// An empty path: the editor goes on without media.
    void note(const ReviewId &review, const QString &path);
    /// Nothing when none was ever chosen.
    std::optional<QString> chosenFor(const ReviewId &review) const;

private:
    QSettings &m_settings;
};

/// Writes times as they were written last, and keeps what is chosen from now on; \a settings outlives \a display.
void rememberTimes(TimeDisplay &display, QSettings &settings);

} // namespace Viral
