// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/offline/evidence.h"
#include "core/base/timecode.h"

#include <QHash>
#include <QTextLayout>
#include <QWidget>

#include <memory>
#include <vector>

namespace Viral {

/// The words that a score rests on, as short quotes that can be clicked or reached with Tab; says so when there are
/// none. A quote is shaped once, however many widths a layout tries it at.
class EvidenceView final : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);

    /// How times are written; the plain clock until it is told.
    void setTimes(const TimecodeFormat &times) { m_times = times; }

    void setEvidence(const QList<Evidence> &evidence);
    const QList<Evidence> &evidence() const { return m_evidence; }

    /// All it shows, as it is read aloud: a line for each quote.
    QString text() const;
    /// "feeling “We were terrified”"
    QString quoteText(int number) const;
    /// Around quote \a number as it stands here.
    QRect quoteRect(int number) const;
    /// The quote that has the keys; -1 when none has.
    int focusedQuote() const { return hasFocus() ? m_focused : -1; }
    /// As if quote \a number were clicked.
    void choose(int number);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The editor wants to hear these words.
    void wordsChosen(const Viral::TimeSpan &span);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLines();
    void addLine(const QString &text, const QList<QTextLayout::FormatRange> &formats);
    /// Breaks the lines for \a width and tells their height.
    int layOut(int width) const;
    int quoteAt(const QPoint &place) const;
    void focusQuote(int number);

    QList<Evidence> m_evidence;
    TimecodeFormat m_times;
    /// One for each quote, or the sentence that there is none.
    std::vector<std::unique_ptr<QTextLayout>> m_lines;
    /// What the lines are broken for; -1 when they are not.
    mutable int m_width = -1;
    /// For the widths that they were broken for before; a layout asks for several again and again.
    mutable QHash<int, int> m_heights;
    int m_focused = -1;
    int m_pressed = -1;
};

/// What a cue is called: "feeling", "number".
QString cueName(Cue cue);

} // namespace Viral
