// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace Viral {

/// Gives \a table the look that the tables of all panels have: whole rows, no grid, titles where the text below them
/// begins, figures of equal width. Its rows have room for \a lines of text and get it again when the text is made
/// larger.
void dressTable(QTableView &table, int lines = 1);

} // namespace Viral
