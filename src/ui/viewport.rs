//! Computes which rows of a long list are visible.

use crate::app::{List, View};

/// Returns the view of `height` lines on `len` rows of different heights that contains the whole selected
/// row. It scrolls no further than necessary from the list's former top, and leaves no lines empty at the
/// end.
pub(super) fn view(
    list: List,
    len: usize,
    height: usize,
    row_height: impl Fn(usize) -> usize,
) -> View {
    view_ahead(list, len, height, 0, row_height)
}

/// Returns what [`view`] does, but a selection that leaves the view scrolls `ahead` lines farther: the next steps do
/// not scroll. Next to other panes a scroll costs as much as drawing these again, as a terminal scrolls whole rows.
pub(super) fn view_ahead(
    list: List,
    len: usize,
    height: usize,
    ahead: usize,
    row_height: impl Fn(usize) -> usize,
) -> View {
    if len == 0 || height == 0 {
        return View { top: 0, page: 0, rows: len };
    }
    let selected = list.selected.min(len - 1);
    let nearest = first_row_ending_at(selected, height, &row_height);
    let own = row_height(selected);
    let top = match list.top {
        top if top > selected => first_row_ending_at(selected, own + ahead, &row_height),
        top if top < nearest => {
            first_row_ending_at(selected, height.saturating_sub(ahead).max(own), &row_height)
        }
        top => top,
    };
    let top = top.min(selected).max(nearest);
    let top = top.min(first_row_ending_at(len - 1, height, &row_height));
    let mut room = height;
    let fits = |row: &usize| {
        let height = row_height(*row);
        let fits = height <= room;
        room = room.saturating_sub(height);
        fits
    };
    let page = (top..len).take_while(fits).count().max(1);
    View { top, page, rows: len }
}

/// The first row that can be at the top while `last` is still wholly visible.
fn first_row_ending_at(last: usize, height: usize, row_height: &impl Fn(usize) -> usize) -> usize {
    let mut first = last;
    let mut taken = row_height(last);
    while let Some(before) = first.checked_sub(1) {
        taken += row_height(before);
        if taken > height {
            break;
        }
        first = before;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn does_not_scroll_while_the_selection_is_visible() {
        let list = List { selected: 4, top: 2, page: 5 };
        assert_eq!(view(list, 20, 5, |_| 1), View { top: 2, page: 5, rows: 20 });
        let list = List { selected: 7, top: 2, page: 5 };
        assert_eq!(view(list, 20, 5, |_| 1), View { top: 3, page: 5, rows: 20 });
        let list = List { selected: 0, top: 2, page: 5 };
        assert_eq!(view(list, 20, 5, |_| 1), View { top: 0, page: 5, rows: 20 });
    }

    #[test]
    fn a_selection_that_leaves_the_view_scrolls_some_lines_ahead() {
        let ahead =
            |selected, top| view_ahead(List { selected, top, page: 5 }, 20, 5, 2, |_| 1).top;
        assert_eq!([ahead(6, 2), ahead(7, 2), ahead(8, 5), ahead(9, 5)], [2, 5, 5, 5]);
        assert_eq!([ahead(5, 5), ahead(4, 5), ahead(1, 5), ahead(19, 5)], [5, 2, 0, 15]);
    }

    #[test]
    fn a_larger_window_is_filled() {
        let list = List { selected: 19, top: 15, page: 5 };
        assert_eq!(view(list, 20, 10, |_| 1), View { top: 10, page: 10, rows: 20 });
        assert_eq!(view(list, 20, 50, |_| 1), View { top: 0, page: 20, rows: 20 });
    }

    proptest! {
        #[test]
        fn the_selected_row_is_wholly_visible(
            heights in prop::collection::vec(1usize..=4, 1..40),
            selected in 0usize..40, top in 0usize..60, height in 1usize..30,
        ) {
            // A row is never higher than its list.
            let heights: Vec<usize> = heights.into_iter().map(|row| row.min(height)).collect();
            let len = heights.len();
            let selected = selected.min(len - 1);
            let view = view(List { selected, top, page: 0 }, len, height, |row| heights[row]);
            prop_assert!((view.top..view.top + view.page).contains(&selected));
            let shown: usize = heights[view.top..view.top + view.page].iter().sum();
            prop_assert!(shown <= height);
        }
    }
}
