//! The reading view: the text of a draft with its numbers, and the decisions of a reviewer about them.

mod deciding;
pub(super) mod decisions;
pub(super) mod open_text;

use super::draft_change::EditTarget;
use super::{Action, App, Effect, Notice, Step, Top};
use crate::dataset::ReviewedNumber;
use open_text::OpenText;

impl App {
    /// The open text, if there is one.
    #[must_use]
    pub fn text(&self) -> Option<&OpenText> {
        self.text.as_ref()
    }

    /// Whether the text of a dataset can be opened, and which: that of the selected indicator, or the first one.
    #[must_use]
    pub fn readable(&self) -> Option<usize> {
        let collection = &self.catalog.collection;
        let has_text =
            |at: &usize| collection.datasets().get(*at).is_some_and(|one| one.has_text());
        let own = self.selected().map(|selected| collection.dataset_of(selected));
        own.filter(has_text).or(self.catalog.first_text)
    }

    /// Whether the decisions about a text can be written to its file.
    #[must_use]
    pub fn may_decide(&self) -> bool {
        let at = self.text.as_ref().map(|text| text.dataset).or_else(|| self.readable());
        self.saves && at.is_some_and(|at| self.catalog.draft_path(at).is_some())
    }

    /// Opens the text at the figure of the selected indicator, or closes it.
    pub(super) fn toggle_text(&mut self) {
        if self.text.is_some() {
            return self.close_text();
        }
        let Some(at) = self.readable() else {
            self.notice = Some(Notice::NoText);
            return;
        };
        let Some(data) = self.catalog.collection.datasets().get(at) else { return };
        let Some(mut text) = OpenText::of(at, data) else { return };
        let start = self.catalog.collection.start_of(at);
        let local = self.selected().and_then(|selected| selected.checked_sub(start));
        let own = |number: &ReviewedNumber| local.is_some() && number.indicator == local;
        text.select(text.numbers.iter().position(own).unwrap_or(0));
        self.text = Some(text);
    }

    /// Closes the text, and stays on the indicator of the selected number where that is listed: decisions may have
    /// removed the one that was selected before, and brought it back.
    pub(super) fn close_text(&mut self) {
        let selected = self.selected_in_text();
        self.text = None;
        if let Some(selected) = selected {
            self.select_in_overview(selected);
            self.select_listed(selected);
        }
    }

    /// The indicator of the selected number.
    pub(super) fn selected_in_text(&self) -> Option<usize> {
        let text = self.text.as_ref()?;
        let local = text.number()?.indicator?;
        Some(self.catalog.collection.start_of(text.dataset) + local)
    }

    pub(super) fn step_text(&mut self, step: Step) {
        if let Some(text) = &mut self.text {
            text.step(step);
        }
    }

    pub(super) fn select_number(&mut self, at: usize) {
        if let Some(text) = &mut self.text {
            text.select(at);
        }
    }

    pub(super) fn next_open_number(&mut self) {
        let Some(text) = &mut self.text else { return };
        if !text.next_open() {
            let notice = if text.is_open() { Notice::OnlyOpen } else { Notice::NothingOpen };
            self.notice = Some(notice);
        }
    }

    /// Where an editor is to open.
    pub(super) fn edit_target(&mut self) -> Option<Effect> {
        if !self.may_decide() {
            self.notice = Some(Notice::ReadOnly);
            return None;
        }
        let text = self.text.as_ref()?;
        let number = text.number();
        let data = self.catalog.collection.datasets().get(text.dataset)?;
        let at = number.map_or(0, |number| number.paragraph.saturating_sub(1));
        let paragraph = data.source.as_ref()?.text.get(usize::try_from(at).ok()?)?;
        let id = number.and_then(|number| data.indicators.get(number.indicator?));
        Some(Effect::EditText(EditTarget {
            path: self.catalog.draft_path(text.dataset)?.clone(),
            id: id.map(|indicator| indicator.id),
            paragraph: paragraph.clone(),
        }))
    }

    /// Reads the open text again after the data changed, and keeps the selected number if it is still there. `moved`
    /// gives the new number of its dataset.
    pub(super) fn read_text_again(&mut self, moved: impl Fn(usize) -> Option<usize>) {
        let Some(old) = self.text.take() else { return };
        let at = moved(old.dataset);
        let data = at.and_then(|at| Some((at, self.catalog.collection.datasets().get(at)?)));
        let Some(mut text) = data.and_then(|(at, data)| OpenText::of(at, data)) else { return };
        text.paragraphs = old.paragraphs;
        let place = |number: &ReviewedNumber| (number.paragraph, number.span.start);
        let former = old.number().map(place);
        let kept = text.numbers.iter().position(|number| Some(place(number)) >= former);
        text.select(kept.unwrap_or(old.selected));
        self.text = Some(text);
    }

    /// Applies an action of the reading view.
    pub(super) fn act_on_text(&mut self, action: &Action) -> Option<Effect> {
        match action {
            Action::Text => self.toggle_text(),
            Action::NextOpenNumber => self.next_open_number(),
            Action::Accept => return self.accept(),
            Action::SetAside => return self.set_aside(),
            Action::MakeIndicator => return self.make_indicator(),
            Action::Undo => return self.undo(),
            Action::EditText => return self.edit_target(),
            _ => debug_assert!(self.top() != Top::Help, "no action of the reading view"),
        }
        None
    }
}
