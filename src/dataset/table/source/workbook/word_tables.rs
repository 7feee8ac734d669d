//! The tables of a Word document, a sheet each. The lines above a table are its first rows, as titles of sheets are.

use super::book::{Book, Budget};
use super::gather::SheetBuilder;
use super::rich_text::VisibleText;
use crate::dataset::document::{Block, NotProse, WordTable, word_content};
use crate::dataset::table::source::sheet::Merge;
use crate::dataset::{Damage, WorkbookLimit, WorkbookProblem};
use crate::lexicon::title_words::TABLE_LABELS;

/// How many lines above a table may belong to it, and how long they may be.
const LINES: usize = 4;
const LINE: usize = 200;

/// Reads the tables with figures.
pub(super) fn read(bytes: &[u8]) -> Result<Book, WorkbookProblem> {
    let content = word_content(bytes).map_err(|why| match why {
        NotProse::TooLarge(most) => WorkbookProblem::Limit(WorkbookLimit::Unpacked(most)),
        NotProse::Damaged(reason) => WorkbookProblem::Damaged(Damage::NoParts { reason }),
        other => WorkbookProblem::Damaged(Damage::NoParts { reason: format!("{other:?}") }),
    })?;
    let mut book = Book::default();
    let mut above: Vec<&str> = Vec::new();
    let mut count = 0;
    for block in &content.blocks {
        match block {
            Block::Paragraph(text) => {
                above.extend(text.split('\n').map(str::trim).filter(|line| !line.is_empty()))
            }
            Block::Table(table) if table.has_figures() => {
                count += 1;
                let lines = caption(&above);
                let sheet =
                    sheet(name(lines, count), lines, table, Budget::of(bytes.len() as u64 * 8))?;
                book.take(sheet)?;
                above.clear();
            }
            // A table without figures, such as the head of a letter, is no caption.
            Block::Table(_) => above.clear(),
        }
    }
    Ok(book)
}

/// The short lines right above a table.
fn caption<'a, 'l>(above: &'l [&'a str]) -> &'l [&'a str] {
    let short = above
        .iter()
        .rev()
        .take(LINES)
        .take_while(|line| line.chars().count() <= LINE && !line.ends_with('.'));
    &above[above.len() - short.count()..]
}

/// "Biểu 01", "Phụ lục II", else the number of the table.
fn name(lines: &[&str], count: usize) -> String {
    let labelled = lines.iter().find_map(|line| {
        let lower = line.to_lowercase();
        let kind = TABLE_LABELS.iter().find(|kind| lower.starts_with(*kind))?;
        let words = kind.split(' ').count() + 1;
        let label: Vec<&str> = line.split_whitespace().take(words).collect();
        let last = label.last()?.trim_end_matches([':', '.', ',', ';']);
        let numbered = last.chars().any(|c| c.is_ascii_digit())
            || last.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        numbered.then(|| label.join(" ").trim_end_matches([':', '.', ',', ';']).to_owned())
    });
    labelled.unwrap_or_else(|| format!("Bảng {count}"))
}

fn sheet(
    name: String,
    lines: &[&str],
    table: &WordTable,
    budget: Budget,
) -> Result<SheetBuilder, WorkbookProblem> {
    let mut builder = SheetBuilder::new(Some(name), false, budget);
    let push = |builder: &mut SheetBuilder, at, text: &str| {
        builder.push_text(
            at,
            &VisibleText { text: text.to_owned(), ..VisibleText::default() },
            0,
            false,
        )
    };
    for (row, line) in lines.iter().enumerate() {
        push(&mut builder, (row, 0), line)?;
    }
    let first = lines.len();
    // For each column the number of the merge that begins there and may go on, with its last column.
    let mut open: Vec<Option<(usize, usize)>> = Vec::new();
    let mut merges: Vec<Merge> = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let row = first + row;
        for cell in cells {
            let last = cell.column + cell.columns - 1;
            if open.len() <= cell.column {
                open.resize(cell.column + 1, None);
            }
            let begun = open[cell.column].filter(|(_, own)| cell.continues && *own == last);
            match begun.and_then(|(number, _)| merges.get_mut(number)) {
                Some(merge) => merge.rows.1 = row + 1,
                None => {
                    open[cell.column] = Some((merges.len(), last));
                    merges.push(Merge { rows: (row + 1, row + 1), columns: (cell.column, last) });
                    push(&mut builder, (row, cell.column), &cell.text)?;
                }
            }
        }
    }
    builder.merges.extend(
        merges
            .into_iter()
            .filter(|merge| merge.rows.0 != merge.rows.1 || merge.columns.0 != merge.columns.1),
    );
    builder.check_merges()?;
    Ok(builder)
}
