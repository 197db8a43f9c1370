// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/playback.h"

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace Viral {

/// One thing the player has to say above the picture.
struct PlayerNotice
{
    enum class Kind
    {
        None,
        Failed,     ///< nothing can be played
        Slow,       ///< a light copy is offered
        Copying,    ///< it is being made
        CopyFailed, ///< it could not be made
        Behind,     ///< the media file has ended, the transcript goes on
    };
    Kind kind = Kind::None;
    QString text = {};
    /// What can be copied into a terminal.
    QString packages = {};
    int percent = 0;

    bool operator==(const PlayerNotice &) const = default;
};

/// Says it over the upper edge of the picture, with what can be done about it.
class PlayerBanner final : public QFrame
{
    Q_OBJECT

public:
    explicit PlayerBanner(QWidget *parent = nullptr);

    /// Kind::None hides it.
    void setNotice(const PlayerNotice &notice);
    const PlayerNotice &notice() const { return m_notice; }

Q_SIGNALS:
    void locateRequested();
    void withoutMediaRequested();
    void copyRequested();
    void copyCancelled();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const char *name, const QString &text);
    void showButtons();
    void arrange();

    PlayerNotice m_notice;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    QBoxLayout *m_lines;
    QPushButton *m_locate;
    QPushButton *m_without;
    QPushButton *m_packages;
    QPushButton *m_make;
    QPushButton *m_cancel;
    QPushButton *m_close = nullptr;
};

} // namespace Viral
