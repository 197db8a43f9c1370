// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QStringList>
#include <QTest>

#include <cstdio>
#include <utility>
#include <vector>

namespace ViralTest {

namespace {

struct Registration
{
    const char *className;
    MakeTest make;
};

std::vector<Registration> &registrations()
{
    static std::vector<Registration> all;
    return all;
}

} // namespace

bool registerTest(const char *className, MakeTest make)
{
    registrations().push_back({className, std::move(make)});
    return true;
}

int runRegisteredTests(int argumentCount, char **arguments)
{
    QStringList options;
    for (int i = 0; i < argumentCount; ++i)
        options.append(QString::fromLocal8Bit(arguments[i]));
    const QString wanted = argumentCount > 1 && arguments[1][0] != '-' ? options.takeAt(1) : QString();

    int failures = 0;
    bool found = false;
    for (const Registration &registration : registrations()) {
        if (!wanted.isEmpty() && wanted != QLatin1StringView(registration.className))
            continue;
        found = true;
        failures += QTest::qExec(registration.make().get(), options);
    }
    if (!found)
        std::fprintf(stderr, "no test class named %s\n", qPrintable(wanted));
    return found ? failures : 1;
}

} // namespace ViralTest
