// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/handover/handoverpreview.h"

class QSettings;

namespace Viral {

/// What was chosen last, for the next time: the format, its options, and a folder for each format.
class HandOverMemory
{
public:
    /// Null: nothing is remembered. \a settings outlives it.
    explicit HandOverMemory(QSettings *settings)
        : m_settings(settings)
    {}

    /// What a file or another version holds is bounded; the rate is the media's and is not remembered. Of the media on
    /// the editing computer its folder is, to which the name of \a mediaPath is put.
    HandOverChoice choice(const QString &mediaPath) const;
    void note(const HandOverChoice &choice);
    /// Where files of \a format were written last; empty for nowhere.
    QString folder(const QString &format) const;
    void noteFolder(const QString &format, const QString &folder);

private:
    QSettings *m_settings;
};

} // namespace Viral
