// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/transcriptview.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTest>

#include <memory>

namespace ViralTest {

/// A transcript of sentences made of words of a second each; sentences follow without pauses.
inline Viral::Transcript transcriptOf(const QList<QStringList> &sentences, const QString &between = QStringLiteral(" "))
{
    Viral::Transcript transcript;
    qint64 time = 0;
    for (const QStringList &words : sentences) {
        const int number = int(transcript.sentences.size());
        const qint64 start = time;
        for (const QString &word : words) {
            transcript.words.append({.text = word, .span = Viral::spanMs(time, time + 1000), .sentenceIndex = number});
            time += 1000;
        }
        transcript.sentences.append({.text = words.join(between),
                                     .span = Viral::spanMs(start, time),
                                     .speakerId = number % 10 < 3 ? QStringLiteral("host") : QStringLiteral("guest")});
    }
    return transcript;
}

/// \a count sentences of five words; words are named after sentence and place: "s12w3".
inline Viral::Transcript interview(int count)
{
    QList<QStringList> sentences;
    for (int i = 0; i < count; ++i) {
        QStringList words;
        for (int word = 0; word < 5; ++word)
            words.append(QStringLiteral("s%1w%2").arg(i).arg(word));
        sentences.append(words);
    }
    return transcriptOf(sentences);
}

/// A view of 700 by 500 pixels; words are told by their number, which is also their second.
class TranscriptFixture
{
protected:
    void makeView(const Viral::Transcript &transcript)
    {
        m_view = std::make_unique<Viral::TranscriptView>();
        m_view->setPalette(Viral::paletteOf(Viral::darkColours()));
        m_view->resize(700, 500);
        m_view->setTranscript(Viral::TranscriptIndex(transcript));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    /// A point in the first or second half of a word on the screen.
    QPoint on(int word, bool isSecondHalf = false) const
    {
        const QRect rect = m_view->wordRect(word);
        return {rect.left() + rect.width() * (isSecondHalf ? 3 : 1) / 4, rect.center().y()};
    }
    QPoint edge(Viral::Edge edge) const { return m_view->edgeLine(edge).center().toPoint(); }
    void press(const QPoint &place, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, modifiers, place);
    }
    void move(const QPoint &place, Qt::MouseButtons buttons = Qt::LeftButton)
    {
        QMouseEvent event(QEvent::MouseMove, place, m_view->viewport()->mapToGlobal(place), Qt::NoButton, buttons, {});
        QCoreApplication::sendEvent(m_view->viewport(), &event);
    }
    void release(const QPoint &place) { QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, place); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view.get(), key, modifiers); }
    QImage picture() const { return m_view->viewport()->grab().toImage(); }
    int count(const QColor &colour, const QRect &area) const
    {
        const QImage image = picture();
        int found = 0;
        for (int y = std::max(0, area.top()); y <= std::min(area.bottom(), image.height() - 1); ++y) {
            for (int x = std::max(0, area.left()); x <= std::min(area.right(), image.width() - 1); ++x)
                found += image.pixelColor(x, y) == colour;
        }
        return found;
    }

    std::unique_ptr<Viral::TranscriptView> m_view;
};

} // namespace ViralTest
