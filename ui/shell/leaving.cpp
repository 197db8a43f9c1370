// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/leaving.h"

#include "ui/desk/rundesk.h"
#include "ui/document/reviewdocument.h"
#include "ui/shell/filecommands.h"

#include <QApplication>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

namespace Viral {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Viral::MainWindow)
};

bool isLastWindow(const QMainWindow &window)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    return std::none_of(windows.begin(), windows.end(), [&window](QWidget *widget) {
        return widget != &window && widget->isVisible() && qobject_cast<QMainWindow *>(widget);
    });
}

} // namespace

bool mayLeaveRuns(QMainWindow &window, const RunDesk *desk)
{
    if (!desk || desk->running().isEmpty() || !isLastWindow(window))
        return true;
    QMessageBox question(
        QMessageBox::Question, Texts::tr("Viral Moments"),
        Texts::tr("%n runs go on. What was paid for is kept; they can be gone on with from the list of jobs.", nullptr,
                  static_cast<int>(desk->running().size())),
        QMessageBox::NoButton, &window);
    QPushButton *stay = question.addButton(Texts::tr("&Keep running"), QMessageBox::RejectRole);
    QPushButton *quit = question.addButton(Texts::tr("&Quit"), QMessageBox::DestructiveRole);
    question.setDefaultButton(stay);
    question.setEscapeButton(stay);
    question.exec();
    return question.clickedButton() == quit;
}

bool mayLeaveDecisions(QMainWindow &window, const ReviewDocument &document, FileCommands &files)
{
    if (!document.isOpen() || !document.hasUnsavedSteps())
        return true;
    const auto answer = QMessageBox::question(
        &window, Texts::tr("Viral Moments"),
        Texts::tr("The library could not be opened, so the decisions on “%1” are lost when the window closes.")
            .arg(document.work().title()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    if (answer == QMessageBox::Save) {
        files.save();
        files.finish();
    }
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && !document.hasUnsavedSteps());
}

} // namespace Viral
