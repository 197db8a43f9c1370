// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace ViralTest {

using MakeTest = std::function<std::unique_ptr<QObject>()>;

/// Called by VIRAL_TEST at program start.
bool registerTest(const char *className, MakeTest make);

/// Runs the test class named by the first argument (all of them without one) with QtTest's own options after it;
/// returns the number of failures, or 1 for an unknown name.
int runRegisteredTests(int argumentCount, char **arguments);

} // namespace ViralTest

/// Registers a test class and makes it a ctest entry (see tests/CMakeLists.txt); on a line of its own.
#define VIRAL_TEST(Class)                                                                                              \
    static const bool Class##Registered =                                                                              \
        ViralTest::registerTest(#Class, [] { return std::unique_ptr<QObject>(new Class); });
