//! The titles of the list and of the overview: what is listed on the left; filter, sort and position on the right. The
//! right decides what is listed: it is never left out, the left gives way to it.

use super::canvas::Canvas;
use super::list_headings::arrow;
use super::theme::{MARK, TO_REVIEW, status_marker};
use crate::app::{App, Scope, Sort};
use crate::text::sanitize::visible;
use crate::text::truncate;

/// The columns of a pane besides both of its titles: corners, and the spaces around each title.
const AROUND: usize = 7;

/// The titles of the list in a pane of `width` columns.
pub(super) fn of_list(canvas: &Canvas<'_>, width: u16) -> [String; 2] {
    let (app, words) = (canvas.app, canvas.words);
    let scope = scope_name(canvas);
    let long = format!("{} · {scope}", words.indicators());
    // That all are listed need not be said; that those of a section are, must be.
    let short = if scope == words.all() { words.indicators().to_owned() } else { scope };
    let with_position = |mut parts: Vec<String>| {
        let position = (app.indicators().selected + 1).min(app.rows().len());
        parts.push(format!("{position}/{}", app.rows().len()));
        parts.join(" · ")
    };
    let right = with_position(words_of_choices(canvas));
    let row = app.section_row();
    // The counts by status are those of wholes: a filtered list says how many of its rows are parts.
    let counts = match (app.shows_tree(), app.listed_parts()) {
        (true, _) => Some((row.counts.total(), row.parts.total())),
        (false, 0) => None,
        (false, parts) => Some((app.rows().len() - parts, parts)),
    };
    let counts = counts.map(|(wholes, parts)| words.wholes_and_parts(wholes, parts));
    let counted = counts.map_or_else(|| right.clone(), |counts| format!("{counts} · {right}"));
    let signs = with_position(signs_of_choices(canvas));
    fitting(
        [[&long, &counted], [&long, &right], [&short, &right], [&long, &signs], [&short, &signs]],
        width,
    )
}

/// The titles of the overview in a pane of `width` columns; `scale` is that of its gauges, which says least.
pub(super) fn of_overview(canvas: &Canvas<'_>, scale: &str, width: u16) -> [String; 2] {
    let left = canvas.words.overview();
    let choices = words_of_choices(canvas);
    let all: Vec<&str> = choices.iter().map(String::as_str).chain([scale]).collect();
    let all = all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let (choices, signs) = (choices.join(" · "), signs_of_choices(canvas).join(" · "));
    fitting([[left, &all], [left, &choices], [left, &signs]], width)
}

/// The first titles that a pane has room for next to each other; the last ones with the left one cut.
fn fitting<const N: usize>(titles: [[&str; 2]; N], width: u16) -> [String; 2] {
    let room = |right: &str| {
        let of_right = if right.is_empty() { 0 } else { truncate::width(right) };
        usize::from(width).saturating_sub(of_right + AROUND)
    };
    let fits = titles.iter().find(|[left, right]| truncate::width(left) <= room(right));
    match (fits, titles.last()) {
        (Some(titles), _) => titles.map(str::to_owned),
        (None, Some([left, right])) => {
            [truncate::cut(left, room(right)).into_owned(), (*right).to_owned()]
        }
        (None, None) => Default::default(),
    }
}

/// What is filtered and sorted by, in words.
fn words_of_choices(canvas: &Canvas<'_>) -> Vec<String> {
    let sort = canvas.app.sort();
    let sorted = format!("{} {}", canvas.words.sort(sort.by), arrow(sort));
    let sorted = (sort != Sort::SOURCE).then_some(sorted);
    filter_parts(canvas).into_iter().chain(sorted).collect()
}

/// What is filtered and sorted by, in signs.
fn signs_of_choices(canvas: &Canvas<'_>) -> Vec<String> {
    let (filter, sort) = (canvas.app.filter(), canvas.app.sort());
    let status = filter.status.map(status_marker);
    let review = filter.to_review.then_some(TO_REVIEW);
    let marked = filter.marked.as_ref().map(|_| MARK);
    let sorted = (sort != Sort::SOURCE).then(|| arrow(sort));
    [status, review, marked, sorted].into_iter().flatten().map(str::to_owned).collect()
}

/// What the filter lists, in words; nothing if it lists everything.
pub(super) fn filter_parts(canvas: &Canvas<'_>) -> Vec<String> {
    let (filter, words) = (canvas.app.filter(), canvas.words);
    let status = filter
        .status
        .map(|status| format!("{} {}", status_marker(status), words.status_short(status)));
    let review = filter.to_review.then(|| format!("{TO_REVIEW} {}", words.to_review()));
    let marked = filter.marked.as_ref().map(|_| format!("{MARK} {}", words.marked_short()));
    [status, review, marked].into_iter().flatten().collect()
}

fn scope_name(canvas: &Canvas<'_>) -> String {
    let app: &App = canvas.app;
    let datasets = app.catalog().collection.datasets();
    let name = match app.section_row().scope {
        Scope::All | Scope::Slice(_) => None,
        Scope::Dataset(dataset) => {
            datasets.get(dataset).map(|dataset| canvas.words.place(&dataset.place))
        }
        Scope::Section { dataset, section } => {
            let found = datasets.get(dataset).and_then(|dataset| dataset.sections.get(section));
            found.map(|section| section.name.as_str().into())
        }
    };
    name.map_or_else(|| canvas.words.all().to_owned(), |name| visible(&name).into_owned())
}
