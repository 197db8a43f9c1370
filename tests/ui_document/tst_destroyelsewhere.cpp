// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/destroyelsewhere.h"

#include "tests/support/testregistry.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace Viral;

namespace {

/// Notes on which thread it ended.
struct Mortal
{
    struct End
    {
        QThread *thread = nullptr;
        QSemaphore happened;
    };

    explicit Mortal(End &told)
        : end(&told)
    {}
    Mortal(Mortal &&other) noexcept
        : end(std::exchange(other.end, nullptr))
    {}
    Mortal(const Mortal &) = delete;
    Mortal &operator=(const Mortal &) = delete;
    Mortal &operator=(Mortal &&) = delete;
    ~Mortal()
    {
        if (!end)
            return;
        end->thread = QThread::currentThread();
        end->happened.release();
    }

    End *end;
};

} // namespace

// What is big ends away from the interface's thread.
class DestroyElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnAnotherThread();
};

VIRAL_TEST(DestroyElsewhereTest)

void DestroyElsewhereTest::endsOnAnotherThread()
{
    Mortal::End end;
    destroyElsewhere(Mortal(end));
    QVERIFY(end.happened.tryAcquire(1, 5'000));
    QVERIFY(end.thread != QThread::currentThread());
    QVERIFY(!end.happened.tryAcquire(1));
}

#include "tst_destroyelsewhere.moc"
