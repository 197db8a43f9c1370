// SPDX-License-Identifier: GPL-3.0-or-later
// Headers nearly every file of ui reads.
#pragma once

#include "cmake/pch_core.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidget>
