// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/selects.h"

#include <QStringList>

namespace ViralTest {

struct EdlEvent
{
    int number = 0;
    QString reel = {};
    QString channels = {};
    /// As labels count, from 00:00:00:00.
    Viral::FrameSpan source = {};
    Viral::FrameSpan record = {};
    /// The lines under it, without "* ".
    QStringList comments = {};
};

struct EditList
{
    QString title = {};
    bool dropsFrames = false;
    QList<EdlEvent> events = {};
    /// The first line that is not exactly as CMX 3600 has it; empty when all are.
    QString wrongLine = {};
};

/// Reads an edit list and forgives nothing: columns, numbering, labels that dropping leaves out, line ends.
EditList readEditList(const QByteArray &bytes, const Viral::FrameRate &rate);

} // namespace ViralTest
