//! Mouse actions, by what the last frame showed at the position.

use ratatui::layout::Position;

use super::{App, Effect, Notice, Pane, Step, Target, Top};

impl App {
    pub(super) fn click(&mut self, at: Position, double: bool) -> Option<Effect> {
        let target = self.frame.target_at(at).cloned();
        if let Some(Target::Hint(action)) = target {
            return self.act(action);
        }
        self.unseen = None;
        match (self.top(), target) {
            (Top::Help, Some(Target::Help)) => {}
            (Top::Picker | Top::FieldPicker, Some(Target::Choice(row))) => return self.choose(row),
            // A click outside of the help or of a picker closes it.
            (Top::Help, _) => self.help = None,
            (Top::Picker | Top::FieldPicker, Some(Target::Picker)) => {}
            (Top::Picker | Top::FieldPicker, _) => self.picker = None,
            (Top::Search | Top::Overview | Top::Comparison | Top::Text | Top::Panes, target) => {
                let target = target?;
                // The second press on the sign of a whole folds again.
                let opens = double
                    && !matches!(
                        target,
                        Target::Fold(_) | Target::OnlyValue | Target::MoreColumns(_)
                    );
                self.select(target);
                if opens {
                    return self.open();
                }
            }
        }
        None
    }

    fn select(&mut self, target: Target) {
        match target {
            Target::Section(row) => {
                self.focus = Pane::Sections;
                self.select_section(row);
            }
            Target::Indicator(row) => {
                self.focus = Pane::Indicators;
                self.indicators.selected = row;
                self.indicators.clamp(self.rows.len());
            }
            Target::Fold(row) => {
                self.select(Target::Indicator(row));
                self.toggle_fold();
            }
            Target::OnlyValue => self.notice = Some(Notice::OnlyValue),
            Target::Hit(row) => {
                if let Some(search) = &mut self.search {
                    search.list.selected = row;
                    search.list.clamp(search.len());
                }
            }
            Target::Overview(indicator) => self.select_in_overview(indicator),
            Target::Compared(row, column) => self.click_compared(row, column),
            Target::PlaceTile { at, .. } => self.click_place(at),
            Target::PlaceChart { at, .. } => self.click_chart(at),
            Target::MoreColumns(right) => self.show_more_columns(right),
            Target::ComparedHeading(column) => self.click_compared_heading(column),
            Target::Number(at) => self.select_number(at),
            Target::Pane(pane) => self.focus = pane,
            Target::Neighbour(indicator) => self.select_neighbour(indicator),
            Target::Heading(by) => self.sort_by(by),
            Target::Choice(_) | Target::Hint(_) | Target::Help | Target::Picker => {}
        }
    }

    /// Selects an indicator in what fills the body.
    fn select_neighbour(&mut self, indicator: usize) {
        match self.top() {
            Top::Overview => self.select_in_overview(indicator),
            Top::Panes => {
                let focus = self.focus;
                self.go_along(indicator);
                self.focus = focus;
            }
            Top::Comparison => self.select_compared(indicator),
            Top::Text | Top::Search | Top::Picker | Top::FieldPicker | Top::Help => {}
        }
    }

    /// Moves the list or text under the pointer; the focus stays where it is.
    pub(super) fn wheel(&mut self, at: Position, down: bool) {
        let step = if down { Step::Down } else { Step::Up };
        match (self.top(), self.frame.target_at(at)) {
            (Top::Help | Top::Picker | Top::FieldPicker, _) => self.step(step),
            (
                Top::Panes | Top::Search,
                Some(Target::Pane(Pane::Detail) | Target::Neighbour(_) | Target::OnlyValue),
            ) => {
                self.detail.step(step);
            }
            (Top::Comparison, Some(Target::PlaceTile { across, .. })) => {
                let across = *across;
                self.step_places(across, down);
            }
            (Top::Comparison, Some(Target::PlaceChart { across, .. })) => {
                let across = *across;
                self.step_charts(across, down);
            }
            (Top::Search | Top::Overview | Top::Comparison | Top::Text, _) => self.step(step),
            (_, Some(Target::Section(_) | Target::Pane(Pane::Sections))) => {
                self.step_sections(step);
            }
            (
                _,
                Some(
                    Target::Indicator(_)
                    | Target::Fold(_)
                    | Target::Heading(_)
                    | Target::Pane(Pane::Indicators),
                ),
            ) => {
                self.step_indicators(step);
            }
            (Top::Panes, _) => {}
        }
    }
}
