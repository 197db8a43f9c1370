// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/style/palette.h"
#include "ui/timeline/timelineview.h"

#include <QImage>
#include <QTest>

using namespace Viral;
using namespace std::chrono_literals;

/// The playhead goes at once to where it was sent; a faint one stays where the picture on the screen is.
class LatePictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bothAreShown();
    void neitherIsTakenForTheOther();
    void itGoesWithoutATrace();

private:
    QImage picture()
    {
        m_view->viewport()->grab();
        QCoreApplication::processEvents();
        return m_view->viewport()->grab().toImage();
    }
    /// How many pixels of the column at \a time differ between the two.
    int differences(const QImage &one, const QImage &other, Milliseconds time) const;

    std::unique_ptr<TimelineView> m_view;
};

VIRAL_TEST(LatePictureTest)

void LatePictureTest::init()
{
    m_view = std::make_unique<TimelineView>();
    m_view->resize(1088, 260);
    m_view->setDuration(1000s);
    m_view->show();
    m_view->zoomToSource();
    m_view->setPlayhead(200s);
}

int LatePictureTest::differences(const QImage &one, const QImage &other, Milliseconds time) const
{
    const int x = m_view->viewport()->width() -
                  int(std::lround((1000s - time) / 1s * double(m_view->viewport()->width() - 88) / 1000));
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        bool differs = false;
        for (int near = x - 1; near <= x + 1; ++near)
            differs = differs || one.pixel(near, y) != other.pixel(near, y);
        count += differs;
    }
    return count;
}

void LatePictureTest::bothAreShown()
{
    const QImage before = picture();
    m_view->setPlayhead(600s);
    m_view->setLatePicture(200s);
    const QImage both = picture();
    QCOMPARE(m_view->playhead(), Milliseconds{600s});
    QVERIFY(differences(before, both, 600s) > 150);
    m_view->setLatePicture(std::nullopt);
    QVERIFY(differences(both, picture(), 200s) > 60);
}

void LatePictureTest::neitherIsTakenForTheOther()
{
    // In the same place, one after the other.
    m_view->setPlayhead(400s);
    const QImage full = picture();
    m_view->setPlayhead(700s);
    const QImage empty = picture();
    m_view->setLatePicture(400s);
    const QImage faint = picture();
    // Half as much of the line, and another colour on the rest.
    QVERIFY(differences(empty, faint, 400s) < differences(empty, full, 400s) * 3 / 4);
    QVERIFY(differences(full, faint, 400s) > 150);
}

void LatePictureTest::itGoesWithoutATrace()
{
    const QImage before = picture();
    for (const auto place : {100s, 101s, 500s, 999s, 0s})
        m_view->setLatePicture(place);
    picture();
    m_view->setLatePicture(std::nullopt);
    QCOMPARE(picture(), before);
}

#include "tst_latepicture.moc"
