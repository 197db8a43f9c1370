// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dropoverlay.h"

#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Viral;
using namespace Qt::StringLiterals;

namespace {

/// Takes what is dragged above it, as the window of the program does.
class Target final : public QWidget
{
public:
    Target() { setAcceptDrops(true); }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override { event->acceptProposedAction(); }
};

} // namespace

// What dropping would do is said while files hover above the window.
class DropOverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWouldBeDone_data();
    void saysWhatWouldBeDone();
};

VIRAL_TEST(DropOverlayTest)

void DropOverlayTest::saysWhatWouldBeDone_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::addColumn<bool>("isShown");
    QTest::addColumn<QString>("words");
    const QUrl media = QUrl::fromLocalFile(u"/talks/interview.mp4"_s);
    const QUrl text = QUrl::fromLocalFile(u"/talks/interview.srt"_s);
    QTest::newRow("a transcript") << QList<QUrl>{text} << true << u"open"_s;
    QTest::newRow("a video") << QList<QUrl>{media} << true << u"play"_s;
    QTest::newRow("both") << QList<QUrl>{media, text} << true << u"open"_s;
    QTest::newRow("a page of the web") << QList<QUrl>{QUrl(u"https://example.org/"_s)} << false << QString();
    QTest::newRow("nothing") << QList<QUrl>{} << false << QString();
}

void DropOverlayTest::saysWhatWouldBeDone()
{
    QFETCH(const QList<QUrl>, urls);
    QFETCH(const bool, isShown);
    QFETCH(const QString, words);
    Target window;
    window.resize(400, 300);
    const DropOverlay overlay(window);
    window.show();
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QCOMPARE(overlay.isVisible(), isShown);
    QVERIFY(overlay.text().contains(words));
    // What lies below takes the drop.
    QCOMPARE(window.childAt(10, 10), nullptr);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(&window, &leave);
    QVERIFY(!overlay.isVisible());
}

#include "tst_dropoverlay.moc"
