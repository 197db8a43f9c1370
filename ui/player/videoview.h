// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace Viral {

/// Shows one picture, whole and centred, and a caption where there is none. Painted by ourselves, so that it can be
/// grabbed and covered.
class VideoView final : public QWidget
{
    Q_OBJECT

public:
    explicit VideoView(QWidget *parent = nullptr);

    void setFrame(const QImage &frame);
    /// The big and the small line shown while there is no picture.
    void setCaption(const QString &large, const QString &small);
    /// This many pixels from the top are covered; the caption keeps below them.
    void setCoveredTop(int pixels);
    bool hasFrame() const { return !m_frame.isNull(); }

    QSize sizeHint() const override { return {480, 270}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

Q_SIGNALS:
    void clicked();
    /// The room for a picture, in device pixels, is another one.
    void roomChanged(const QSize &devicePixels);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void tellRoom();
    void paintCaption(QPainter &painter);

    QImage m_frame;
    int m_coveredTop = 0;
    QString m_large;
    QString m_small;
};

/// As many words of \a text as fit into \a area, wrapped, with dots where some are left out.
QString fittingWords(const QString &text, const QFontMetrics &metrics, const QSize &area);

} // namespace Viral
