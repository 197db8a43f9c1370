// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace Viral {

class MainWindow;

/// Waits until the window shows what was asked for, saves a picture of it and ends the program: 0, or 1 when nothing
/// was opened although a file was asked for, or the picture could not be written.
class Screenshot final : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow &window, QString path, bool wantsWork, QObject *parent = nullptr);

private:
    void look();
    void take();

    MainWindow &m_window;
    QString m_path;
    QTimer m_looking;
    bool m_wantsWork;
    int m_quietLooks = 0;
};

/// Reads "1600x1000"; an invalid size for anything else.
QSize sizeFromText(const QString &text);

} // namespace Viral
