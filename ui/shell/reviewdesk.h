// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/reviewdocument.h"
#include "ui/shell/workopener.h"

#include <QObject>

class QMainWindow;

namespace Viral {

class Actions;
class ComparePanel;
class DecisionCommands;
class FileCommands;
class MomentCommands;
class MomentsPanel;
class PlayerTransport;
class WindowDocks;

/// What stands around the decisions: reasons and notes, the history, the comparison with another result, and what other
/// windows decide meanwhile.
class ReviewDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QMainWindow &window;
        ReviewDocument &document;
        PlayerTransport &transport;
        MomentCommands &moments;
        MomentsPanel &list;
        FileCommands &files;
        WindowDocks &docks;
        const Actions &actions;
    };
    explicit ReviewDesk(const Parts &parts);

    /// Reads the result in \a path and shows it beside the opened one.
    void compareWith(const QString &path) { m_opener.open(path); }
    /// Shows \a other, named \a name, beside the opened one.
    void compareWith(const QString &name, std::shared_ptr<const AnalysisOutcome> other);
    bool isBusy() const { return m_opener.isBusy(); }

Q_SIGNALS:
    void message(const QString &text);
    void failed(const Viral::Error &error);

private:
    void buildHistory(const Parts &parts);
    void buildCompare(const Parts &parts);

    ReviewDocument &m_document;
    WindowDocks &m_docks;
    ComparePanel *m_compare = nullptr;
    WorkOpener m_opener;
};

} // namespace Viral
