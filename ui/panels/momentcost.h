// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timecode.h"
#include "ui/document/reviewdocument.h"

#include <QWidget>

class QLabel;

namespace Viral {

class WhenShown;

/// What finding the current moment cost: tokens, price and time of the chunk it came from.
class MomentCost final : public QWidget
{
    Q_OBJECT

public:
    explicit MomentCost(ReviewDocument &document, QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times);

private:
    void showCurrent();
    QString place(int chunk) const;
    QString usage(int chunk) const;

    ReviewDocument &m_document;
    QLabel *m_place = nullptr;
    QLabel *m_usage = nullptr;
    WhenShown *m_shown = nullptr;
    TimecodeFormat m_times;
};

} // namespace Viral
