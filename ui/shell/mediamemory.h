// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <optional>

class QSettings;

namespace Viral {

class TimeDisplay;

/// Which file the editor chose for a review, so that it need not be located again: its video or sound, or what another
/// \a group stands for.
class MediaMemory
{
public:
    /// Of more reviews than this the one chosen for longest ago is forgotten.
    static constexpr int most = 200;

    /// \a settings outlives it.
    explicit MediaMemory(QSettings &settings, const QString &group = QStringLiteral("media"))
        : m_settings(settings)
        , m_group(group)
    {}

    /// An empty path: the editor goes on without media.
    void note(const ReviewId &review, const QString &path);
    /// Nothing when none was ever chosen.
    std::optional<QString> chosenFor(const ReviewId &review) const;

private:
    QString orderKey() const;
    QString keyOf(const QString &review) const;

    QSettings &m_settings;
    QString m_group;
};

/// Writes times as they were written last, and keeps what is chosen from now on; \a settings outlives \a display.
void rememberTimes(TimeDisplay &display, QSettings &settings);

} // namespace Viral
