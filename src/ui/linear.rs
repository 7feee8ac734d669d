//! The explorer in words, one sentence or a few lines at a time: for screen readers and terminals without a screen.

use super::words::Words;
use super::{facts, list_cells};
use crate::app::App;
use crate::text::format_number;
use crate::text::sanitize::visible;

/// What is selected: a notice, if there is one, then the position and the indicator in one line.
#[must_use]
pub fn selection(app: &App) -> String {
    let words = Words(app.preferences().lang);
    let file = app.catalog().only_file().map(visible);
    let notice = app.notice().map(|notice| words.notice(notice, file.as_deref()));
    let Some(entry) = app.selected_entry() else {
        let nothing = words.nothing_selected();
        return [notice.as_deref().unwrap_or_default(), nothing].join("\n").trim().to_owned();
    };
    let position = format!("{}/{}", app.indicators().selected + 1, app.rows().len());
    let line = format!("{position}. {}", facts::one_line(&entry, words));
    notice
        .into_iter()
        .map(|notice| notice.into_owned())
        .chain([line])
        .collect::<Vec<_>>()
        .join("\n")
}

/// Everything known of the selected indicator: its facts, then its periods, the latest first.
#[must_use]
pub fn details(app: &App) -> String {
    let words = Words(app.preferences().lang);
    let Some(entry) = app.selected_entry() else { return words.nothing_selected().to_owned() };
    let mut lines = vec![visible(entry.name()).into_owned()];
    let facts = facts::facts(&entry, words).into_iter();
    lines.extend(facts.map(|fact| format!("{}: {}", fact.label, fact.text)));
    let series = app.catalog().series(entry.index);
    for (at, point) in series.points().iter().enumerate().rev() {
        let value = point.value.map_or(words.no_figure().to_owned(), |value| words.figure(value));
        let value = if point.estimate { format!("{} {value}", words.estimate()) } else { value };
        let own = point.indicator.and_then(|index| app.catalog().collection.get(index));
        let name = own.map(|own| list_cells::plan_name(&own.indicator(), words));
        let name = name.unwrap_or_else(|| words.plan_short().to_owned());
        let plan = point.plan.map(|plan| format!("{name} {}", words.target(plan)));
        let change = series.change(at).map(|change| {
            let change = format_number::signed(change, words.numbers());
            format!("{} {}", words.change_heading(), words.about(&change, ""))
        });
        let parts = [Some(value), plan, change].into_iter().flatten().collect::<Vec<_>>();
        lines.push(format!("{}: {}", words.period(point.period), parts.join("; ")));
    }
    lines.join("\n")
}
