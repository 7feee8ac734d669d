//! The rank strip: a ranking as a line with the current and the previous place.
//!
//! ```text
//!   1 ┄┄┄┄┄●┄◦┄┄┄┄┄┄┄┄ 63
//! ```

use ratatui::text::{Line, Span};

use super::theme::Palette;
use crate::model::{Rank, derive};

/// A line of at most `width` columns; `None` if that is too short or the rank is outside of its ranking.
#[must_use]
pub(super) fn line(rank: &Rank, width: usize, palette: &Palette) -> Option<Line<'static>> {
    let first = "1 ".to_owned();
    let of = rank.of?;
    let last = format!(" {of}");
    let cells = width.checked_sub(first.len() + last.len())?.min(of as usize);
    if cells < 5 || !rank.has_place(rank.position) {
        return None;
    }
    let now = cell(rank.position, of, cells);
    let before = derive::previous_rank(rank).map(|place| cell(place, of, cells));
    let mut spans = vec![Span::styled(first, palette.dim)];
    for at in 0..cells {
        spans.push(if at == now {
            Span::styled("●", palette.focus)
        } else if Some(at) == before {
            Span::raw("◦")
        } else {
            Span::styled("┄", palette.dim)
        });
    }
    spans.push(Span::styled(last, palette.dim));
    Some(Line::from(spans))
}

/// Returns the cell, of `cells`, of a place among `of`; the first and the last place are at the ends.
fn cell(place: u32, of: u32, cells: usize) -> usize {
    let steps = u64::from(of.saturating_sub(1)).max(1);
    let at = u64::from(place - 1) * (cells as u64 - 1);
    usize::try_from((at + steps / 2) / steps).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;

    fn shown(position: u32, change: Option<i32>, width: usize) -> Option<String> {
        let rank = Rank { position, of: Some(63), among: None, change, since: None };
        line(&rank, width, &Palette::of(Theme::None)).map(|line| line.to_string())
    }

    #[test]
    fn shows_the_current_and_the_previous_place() {
        assert_eq!(shown(22, Some(8), 25).unwrap(), "1 ┄┄┄┄┄┄●┄┄◦┄┄┄┄┄┄┄┄┄┄ 63");
        assert_eq!(shown(1, None, 15).unwrap(), "1 ●┄┄┄┄┄┄┄┄┄ 63");
        assert_eq!(shown(63, None, 15).unwrap(), "1 ┄┄┄┄┄┄┄┄┄● 63");
    }

    #[test]
    fn a_strip_too_short_or_out_of_range_is_omitted() {
        assert_eq!(shown(22, None, 8), None);
        assert_eq!(shown(64, None, 40), None);
    }
}
