// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace Viral {

/// How a text stands on a page.
struct PdfStyle
{
    /// In points.
    double size = 10;
    bool isBold = false;
    bool isQuiet = false;
    bool isRightAligned = false;

    bool operator==(const PdfStyle &) const = default;
};

/// A text in a stretch of the page's width; all in points from the left margin.
struct PdfCell
{
    QString text = {};
    double left = 0;
    double width = 0;
    PdfStyle style = {};
};

/// Cells side by side; the highest gives the row its height. A row of one cell may break over pages, line by line.
struct PdfRow
{
    QList<PdfCell> cells = {};
    /// Left empty below.
    double space = 0;
    bool hasRule = false;
};

/// A4 pages that are filled from above, as bytes of a PDF. Texts of any script are shaped and wrapped by Pango.
class PdfPages
{
public:
    /// \a title goes into the document's properties and on the foot of each page.
    explicit PdfPages(const QString &title);
    ~PdfPages();

    /// Usable width between the margins, in points.
    static double width();

    /// Adds the rows one below the other; on one page if a page holds them.
    void add(const QList<PdfRow> &rows);
    /// Ends the last page; empty when writing failed. Call once.
    QByteArray take();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Viral
