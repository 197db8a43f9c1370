// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/pdf/pdfpages.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>

namespace Viral {

namespace {

constexpr double pageWidth = 595.28;
constexpr double pageHeight = 841.89;
constexpr double margin = 48;
constexpr double footHeight = 24;
constexpr double bottom = pageHeight - margin - footHeight;

constexpr double ink = 0.13;
constexpr double quietInk = 0.38;
constexpr double ruleInk = 0.8;

template <auto release>
struct Releasing
{
    template <typename Thing>
    void operator()(Thing *thing) const
    {
        release(thing);
    }
};

using Surface = std::unique_ptr<cairo_surface_t, Releasing<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Releasing<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Releasing<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releasing<pango_font_description_free>>;
using LineIterator = std::unique_ptr<PangoLayoutIter, Releasing<pango_layout_iter_free>>;

cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(closure)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

Layout layoutFor(cairo_t *context, const PdfCell &cell)
{
    Layout layout(pango_cairo_create_layout(context));
    const Font font(pango_font_description_from_string("Inter, Noto Sans, sans-serif"));
    pango_font_description_set_absolute_size(font.get(), cell.style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), cell.style.isBold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), int(cell.width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), cell.style.isRightAligned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_line_spacing(layout.get(), 1.25F);
    const QByteArray text = cell.text.toUtf8();
    pango_layout_set_text(layout.get(), text.constData(), int(text.size()));
    return layout;
}

double heightOf(PangoLayout *layout)
{
    PangoRectangle extents;
    pango_layout_get_extents(layout, nullptr, &extents);
    return double(extents.height) / PANGO_SCALE;
}

void setInk(cairo_t *context, double brightness)
{
    cairo_set_source_rgb(context, brightness, brightness, brightness);
}

} // namespace

struct PdfPages::Private
{
    QString title;
    QByteArray bytes;
    Surface surface;
    Context context;
    double top = margin;
    int page = 1;

    double heightOfRow(const PdfRow &row) const
    {
        double height = 0;
        for (const PdfCell &cell : row.cells)
            height = std::max(height, heightOf(layoutFor(context.get(), cell).get()));
        return height + row.space;
    }

    void writeFoot() const
    {
        setInk(context.get(), quietInk);
        const double half = PdfPages::width() / 2;
        const double y = pageHeight - margin - 8;
        show({.text = title.left(60), .width = half, .style = {.size = 8, .isQuiet = true}}, y);
        show({.text = QString::number(page), .left = half, .width = half, .style = {.size = 8, .isRightAligned = true}},
             y);
    }

    void show(const PdfCell &cell, double y) const
    {
        cairo_move_to(context.get(), margin + cell.left, y);
        pango_cairo_show_layout(context.get(), layoutFor(context.get(), cell).get());
    }

    void nextPage()
    {
        writeFoot();
        cairo_show_page(context.get());
        top = margin;
        ++page;
    }

    /// Line by line, so that a post longer than a page goes on on the next one.
    void writeLines(const PdfCell &cell)
    {
        const Layout layout = layoutFor(context.get(), cell);
        const LineIterator line(pango_layout_get_iter(layout.get()));
        double above = 0;
        do {
            PangoRectangle extents;
            pango_layout_iter_get_line_extents(line.get(), nullptr, &extents);
            const double lineTop = double(extents.y) / PANGO_SCALE;
            const double height = double(extents.height) / PANGO_SCALE;
            if (top + lineTop - above + height > bottom) {
                nextPage();
                above = lineTop;
            }
            setInk(context.get(), cell.style.isQuiet ? quietInk : ink);
            const double baseline = double(pango_layout_iter_get_baseline(line.get())) / PANGO_SCALE;
            cairo_move_to(context.get(), margin + cell.left + double(extents.x) / PANGO_SCALE, top + baseline - above);
            pango_cairo_show_layout_line(context.get(), pango_layout_iter_get_line_readonly(line.get()));
        } while (pango_layout_iter_next_line(line.get()));
        top += heightOf(layout.get()) - above;
    }

    void writeSideBySide(const PdfRow &row)
    {
        const double height = heightOfRow(row) - row.space;
        if (top + height > bottom && top > margin)
            nextPage();
        for (const PdfCell &cell : row.cells) {
            setInk(context.get(), cell.style.isQuiet ? quietInk : ink);
            show(cell, top);
        }
        top += height;
    }

    void write(const PdfRow &row)
    {
        if (row.cells.size() == 1)
            writeLines(row.cells.constFirst());
        else
            writeSideBySide(row);
        if (row.hasRule) {
            setInk(context.get(), ruleInk);
            cairo_set_line_width(context.get(), 0.5);
            cairo_move_to(context.get(), margin, top + row.space / 2);
            cairo_line_to(context.get(), pageWidth - margin, top + row.space / 2);
            cairo_stroke(context.get());
        }
        top += row.space;
    }
};

PdfPages::PdfPages(const QString &title)
    : d(std::make_unique<Private>())
{
    d->title = title;
    d->surface.reset(cairo_pdf_surface_create_for_stream(append, &d->bytes, pageWidth, pageHeight));
    cairo_pdf_surface_set_metadata(d->surface.get(), CAIRO_PDF_METADATA_TITLE, title.toUtf8().constData());
    // The same sheet gives the same bytes whenever it is made.
    cairo_pdf_surface_set_metadata(d->surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
    d->context.reset(cairo_create(d->surface.get()));
}

PdfPages::~PdfPages() = default;

double PdfPages::width()
{
    return pageWidth - 2 * margin;
}

void PdfPages::add(const QList<PdfRow> &rows)
{
    double height = 0;
    for (const PdfRow &row : rows)
        height += d->heightOfRow(row);
    if (d->top > margin && d->top + height > bottom && height <= bottom - margin)
        d->nextPage();
    for (const PdfRow &row : rows)
        d->write(row);
}

QByteArray PdfPages::take()
{
    d->writeFoot();
    d->context.reset();
    cairo_surface_finish(d->surface.get());
    const bool isWhole = cairo_surface_status(d->surface.get()) == CAIRO_STATUS_SUCCESS;
    return isWhole ? d->bytes : QByteArray();
}

} // namespace Viral
