//! Mouse actions, by what the last frame showed at the position.

use ratatui::layout::Position;

use super::{App, Effect, Pane, Step, Target};

impl App {
    pub(super) fn click(&mut self, at: Position, double: bool) -> Option<Effect> {
        let target = self.frame.target_at(at).cloned();
        if let Some(Target::Hint(action)) = target {
            return self.act(action);
        }
        // A click outside of the help or of a picker closes it.
        if self.help.is_some() && target != Some(Target::Help) {
            self.help = None;
            return None;
        }
        if let Some(picker) = self.picker {
            match target {
                Some(Target::Choice(row)) => {
                    return picker.choice(row, &self.catalog).and_then(|action| self.act(action));
                }
                _ => self.picker = None,
            }
            return None;
        }
        self.select(target?);
        if double { self.open() } else { None }
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
            Target::Hit(row) => {
                if let Some(search) = &mut self.search {
                    search.list.selected = row;
                    search.list.clamp(search.len());
                }
            }
            Target::Overview(indicator) => self.select_in_overview(indicator),
            Target::Pane(pane) => self.focus = pane,
            Target::Choice(_) | Target::Hint(_) | Target::Help => {}
        }
    }

    /// Moves the list or text under the pointer; the focus stays where it is.
    pub(super) fn wheel(&mut self, at: Position, down: bool) {
        let step = if down { Step::Down } else { Step::Up };
        if let Some(help) = &mut self.help {
            help.step(step);
        } else if let Some(picker) = &mut self.picker {
            picker.step(step, &self.catalog);
        } else {
            match self.frame.target_at(at) {
                Some(Target::Section(_) | Target::Pane(Pane::Sections)) => self.step_sections(step),
                Some(Target::Indicator(_) | Target::Pane(Pane::Indicators)) => {
                    self.step_indicators(step);
                }
                Some(Target::Pane(Pane::Detail)) => self.detail.step(step),
                _ => self.wheel_over_full_screen(step),
            }
        }
    }

    fn wheel_over_full_screen(&mut self, step: Step) {
        let len = self.catalog.collection.len();
        if let Some(search) = &mut self.search {
            search.list.step(step, search.len());
        } else if let Some(overview) = &mut self.overview {
            overview.step(step, len);
        }
    }
}
