// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot.h"

#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Viral {

namespace {

constexpr int lookEvery = 50;
// Layouts, elided texts and the first picture of a video settle within a few rounds of the event loop.
constexpr int quietLooksWanted = 8;

} // namespace

Screenshot::Screenshot(MainWindow &window, QString path, bool wantsWork, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_path(std::move(path))
    , m_wantsWork(wantsWork)
{
    connect(&m_looking, &QTimer::timeout, this, &Screenshot::look);
    m_looking.start(lookEvery);
}

void Screenshot::look()
{
    m_quietLooks = m_window.isSettled() ? m_quietLooks + 1 : 0;
    if (m_quietLooks >= quietLooksWanted)
        take();
}

void Screenshot::take()
{
    m_looking.stop();
    const bool written = m_window.grab().save(m_path);
    if (!written)
        std::fprintf(stderr, "the picture could not be written to %s\n", qPrintable(m_path));
    const bool opened = !m_wantsWork || m_window.document().isOpen();
    QCoreApplication::exit(written && opened ? 0 : 1);
}

QSize sizeFromText(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{2,5})x([0-9]{2,5})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

} // namespace Viral
