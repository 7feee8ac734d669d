//! `chitieu --plain`: the explorer as a conversation in lines. Each typed line is a key of the explorer, a number or a
//! query; the answer says in words what is selected then.

use std::io::{self, Write};
use std::sync::Arc;

use super::explore::preferences;
use crate::app::{Action, App, Catalog, Step};
use crate::cli::arguments::Arguments;
use crate::cli::default_source::DefaultSource;
use crate::cli::output::{Console, Output};
use crate::cli::{Error, Outcome, output};
use crate::text::sanitize::visible;
use crate::ui::{Words, linear};

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let options = &arguments.options;
    let words = output::words(options);
    // Standard input has the lines that are typed, so it is not read as data.
    let loaded = DefaultSource::named(arguments.sources.files()).collection(options)?;
    let mut app = App::new(Arc::new(Catalog::new(loaded.collection)), preferences(options));
    Console::standard(|console| converse(&mut Output::on(console, options), &mut app, words))?;
    Ok(Outcome::Done.with_completeness(loaded.complete))
}

/// Answers every line until the last or the one that ends.
fn converse(out: &mut Output<&mut dyn Write>, app: &mut App, words: Words) -> Result<(), Error> {
    out.print(&format!("{}\n{}\n", words.plain_keys(), linear::selection(app)))?;
    for line in io::stdin().lines() {
        let Ok(line) = line else { break };
        let Some(answer) = answer(app, line.trim(), words) else { break };
        out.print(&format!("{answer}\n"))?;
    }
    Ok(())
}

/// What a typed line leads to, in words; `None` to end.
fn answer(app: &mut App, line: &str, words: Words) -> Option<String> {
    if let Some(query) = line.strip_prefix('/') {
        return Some(found(app, query.trim(), words));
    }
    if let Ok(number) = line.parse::<usize>() {
        return Some(selected(app, number, words));
    }
    let action = match line {
        "" | "j" => Action::Move(Step::Down),
        "k" => Action::Move(Step::Up),
        "[" => Action::PreviousPeriod,
        "]" => Action::NextPeriod,
        "{" => Action::PreviousPlace,
        "}" => Action::NextPlace,
        "i" => return Some(linear::details(app)),
        "?" => return Some(words.plain_keys().to_owned()),
        "q" => return None,
        other => return Some(words.plain_unknown(&visible(other))),
    };
    let before = app.clone();
    app.update(action);
    let text = linear::selection(app);
    let is_same = app.selected() == before.selected() && app.notice().is_none();
    Some(if is_same { format!("{}\n{text}", words.plain_end()) } else { text })
}

/// Selects a row by its number.
fn selected(app: &mut App, number: usize, words: Words) -> String {
    let len = app.rows().len();
    if number == 0 || number > len {
        return words.plain_no_row(len);
    }
    app.update(Action::Move(Step::First));
    for _ in 1..number {
        app.update(Action::Move(Step::Down));
    }
    linear::selection(app)
}

/// Selects the best hit of a query.
fn found(app: &mut App, query: &str, words: Words) -> String {
    app.update(Action::Paste(query.to_owned()));
    while app.is_searching() {
        app.update(Action::ContinueSearch);
    }
    if app.search().is_none_or(|search| search.is_empty()) {
        app.update(Action::Back);
        return words.no_hits(&visible(query));
    }
    app.update(Action::Open);
    app.update(Action::Back);
    linear::selection(app)
}
