//! The layout of the screen, by the size of the window and the pane with the focus.
//!
//! | columns | panes |
//! | --- | --- |
//! | 116 and more | sections, indicators and detail side by side; a list of series over its detail, if it is short or its columns need the width |
//! | 60 to 115 | indicators over detail, or left of it in a low window; sections on the left while they have the focus |
//! | under 60 | one pane at a time; in a tall window two, one over the other |
//! | under 24x6 | the selected indicator, and a line with the size that is needed |

use ratatui::layout::{Constraint, Layout, Rect, Size};

use crate::app::Pane;

/// The smallest window in which panes are drawn.
pub(super) const SMALLEST: Size = Size::new(24, 6);

/// The fewest columns for three panes: in fewer the list has no room for columns, and shows fewer rows.
pub(super) const SIDE_BY_SIDE: u16 = 116;
/// The most columns of a detail next to a list.
const WIDEST_DETAIL: u16 = 100;
/// The fewest columns of the sections.
const NARROWEST_SECTIONS: u16 = 14;

/// The fewest lines of a body of two panes, one over the other.
const LOWEST_STACK: u16 = 16;
/// The fewest lines of a narrow body of two panes.
const TALL: u16 = 28;

/// The areas of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScreenAreas {
    pub(super) header: Rect,
    pub(super) body: Rect,
    pub(super) footer: Rect,
}

/// The areas of the panes that fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Panes {
    pub(super) sections: Option<Rect>,
    pub(super) indicators: Option<Rect>,
    pub(super) detail: Option<Rect>,
}

impl Panes {
    /// Whether the detail is below the list.
    pub(super) fn is_stacked(&self) -> bool {
        let list = self.indicators.or(self.sections);
        list.zip(self.detail).is_some_and(|(list, detail)| list.bottom() <= detail.y)
    }
}

/// Splits a screen into its areas; `header` and `footer` are the numbers of their lines.
pub(super) fn split_screen(screen: Rect, header: u16, footer: u16) -> ScreenAreas {
    let rows = [Constraint::Length(header), Constraint::Fill(1), Constraint::Length(footer)];
    let [header, body, footer] = Layout::vertical(rows).areas(screen);
    ScreenAreas { header, body, footer }
}

/// The sizes that panes need, borders included.
#[derive(Debug, Clone, Copy)]
pub(super) struct NeededSizes {
    pub(super) sections: SectionsNeed,
    /// The width of the list.
    pub(super) list: u16,
    /// The height of a list as wide as the body; large if it has many rows.
    pub(super) list_height: u16,
    /// Whether a wide window shows the list over the detail: few rows with charts in the detail, or columns that have
    /// no room next to it.
    pub(super) over_detail: bool,
}

/// What the pane of the sections needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct SectionsNeed {
    pub(super) width: u16,
    /// Whether there are several sections; one only says nothing while it has no focus.
    pub(super) has_several: bool,
}

/// Splits the body into panes.
pub(super) fn panes(body: Rect, focus: Pane, needed: NeededSizes) -> Panes {
    match body.width {
        SIDE_BY_SIDE.. => side_by_side(body, focus, needed),
        60.. => two(body, focus, needed.list_height),
        _ => one(body, focus, needed.list_height),
    }
}

/// The panes while searching: the search also takes the area of the sections.
pub(super) fn search_panes(body: Rect, needed: NeededSizes) -> Panes {
    let panes = panes(body, Pane::Indicators, needed);
    let search = match (panes.sections, panes.indicators) {
        (Some(sections), Some(indicators)) => Some(sections.union(indicators)),
        (_, indicators) => indicators,
    };
    Panes { sections: None, indicators: search, detail: panes.detail }
}

/// The width of the sections in a wide window; 0 if they are not shown.
pub(super) fn sections_width(body: Rect, focus: Pane, needed: SectionsNeed) -> u16 {
    if !needed.has_several && focus != Pane::Sections {
        return 0;
    }
    needed.width.max(NARROWEST_SECTIONS).min((body.width / 6).clamp(20, 30))
}

/// The least width of the detail next to a list in a wide window.
pub(super) fn detail_width(body: Rect) -> u16 {
    (body.width * 3 / 10).clamp(36, 64)
}

/// What the list does not need goes to the detail.
fn side_by_side(body: Rect, focus: Pane, needed: NeededSizes) -> Panes {
    let sections = sections_width(body, focus, needed.sections);
    let shown = |area: Rect| Some(area).filter(|area| area.width > 0);
    if needed.over_detail && body.height >= LOWEST_STACK {
        let rows =
            [Constraint::Length(needed.list_height.min(body.height * 3 / 5)), Constraint::Fill(1)];
        let [upper, detail] = Layout::vertical(rows).areas(body);
        let columns = [Constraint::Length(sections), Constraint::Fill(1)];
        let [sections, indicators] = Layout::horizontal(columns).areas(upper);
        let indicators = Some(indicators);
        return Panes { sections: shown(sections), indicators, detail: Some(detail) };
    }
    let detail = detail_width(body);
    let spare = body.width.saturating_sub(sections + needed.list.max(60)).min(WIDEST_DETAIL);
    let detail = detail.max(spare);
    let columns = [Constraint::Length(sections), Constraint::Fill(1), Constraint::Length(detail)];
    let [sections, indicators, detail] = Layout::horizontal(columns).areas(body);
    Panes { sections: shown(sections), indicators: Some(indicators), detail: Some(detail) }
}

fn two(body: Rect, focus: Pane, list_height: u16) -> Panes {
    let flat = body.height < LOWEST_STACK;
    if focus == Pane::Sections {
        let (upper, detail) = if flat { (body, None) } else { over_detail(body, focus, u16::MAX) };
        let [sections, indicators] =
            Layout::horizontal([Constraint::Length(22), Constraint::Fill(1)]).areas(upper);
        return Panes { sections: Some(sections), indicators: Some(indicators), detail };
    }
    if flat {
        let [indicators, detail] =
            Layout::horizontal([Constraint::Fill(5), Constraint::Fill(4)]).areas(body);
        return Panes { sections: None, indicators: Some(indicators), detail: Some(detail) };
    }
    let (indicators, detail) = over_detail(body, focus, list_height);
    Panes { sections: None, indicators: Some(indicators), detail }
}

fn one(body: Rect, focus: Pane, list_height: u16) -> Panes {
    let none = Panes::default();
    let tall = body.height >= TALL;
    match focus {
        Pane::Sections if tall => {
            let [sections, indicators] =
                Layout::vertical([Constraint::Fill(2), Constraint::Fill(3)]).areas(body);
            Panes { sections: Some(sections), indicators: Some(indicators), detail: None }
        }
        _ if tall => {
            let (indicators, detail) = over_detail(body, focus, list_height);
            Panes { indicators: Some(indicators), detail, ..none }
        }
        Pane::Sections => Panes { sections: Some(body), ..none },
        Pane::Indicators => Panes { indicators: Some(body), ..none },
        Pane::Detail => Panes { detail: Some(body), ..none },
    }
}

/// The list over the detail, which takes about a third of the height, three fifths while it has the focus, and what a
/// short list leaves. The split does not depend on the length of the detail, as the list would then jump with every
/// step.
fn over_detail(body: Rect, focus: Pane, list_height: u16) -> (Rect, Option<Rect>) {
    let two_fifths = body.height * 2 / 5;
    let most = match focus {
        Pane::Detail => two_fifths,
        _ => most_over_detail(body.height),
    };
    let [upper, lower] =
        Layout::vertical([Constraint::Length(list_height.min(most)), Constraint::Fill(1)])
            .areas(body);
    (upper, Some(lower))
}

/// The most lines of a list, borders included, whichever pane has the focus.
pub(super) fn most_list_lines(body: Rect) -> u16 {
    match body.width {
        60..SIDE_BY_SIDE if body.height >= LOWEST_STACK => most_over_detail(body.height),
        ..60 if body.height >= TALL => most_over_detail(body.height),
        _ => body.height,
    }
}

fn most_over_detail(height: u16) -> u16 {
    height - (height * 2 / 5).saturating_sub(2).clamp(6, 20)
}

/// The area of a list that keeps an empty column before the scrollbar.
pub(super) fn left_of_scrollbar(area: Rect) -> Rect {
    Rect { width: area.width.saturating_sub(1), ..area }
}

/// A box of at most this size, centered in an area.
pub(super) fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
