//! `chitieu [FILE…]`: the explorer on this terminal.

use std::sync::{Arc, mpsc};
use std::thread;

use super::arguments::{Arguments, Options, When};
use super::files::Files;
use super::reload::{self, Cause};
use super::{Ended, Error, output};
use crate::app::{App, Choices, Theme};
use crate::terminal::{self, Arrivals};

/// From how many names on the search index takes so long to make that it is begun at once, beside
/// the first frames.
const MANY_NAMES: usize = 5_000;

pub(super) fn run(arguments: &Arguments) -> Result<Ended, Error> {
    let sheet = arguments.options.sheet.as_deref();
    // A guest's files are read before the door to them closes; what is common is common to whole datasets.
    let files = if arguments.restricted || arguments.compare {
        Files::open(&arguments.files, sheet)?
    } else {
        Files::begin(&arguments.files, sheet)?
    };
    let shared = Arc::new(files.shared());
    if shared.collection.len() > MANY_NAMES {
        let shared = shared.clone();
        thread::spawn(move || {
            let _made = shared.index();
        });
    }
    let app = App::new(shared, choices(&arguments.options));
    let app = if arguments.compare { app.comparing() } else { app };
    let app = if files.are_begun() { app.while_reading() } else { app };
    let app = match files.complaint() {
        Some(complaint) => app.without(complaint),
        None => app,
    };
    let (cause, causes) = mpsc::channel();
    let asked = cause.clone();
    let ask = move || {
        let _gone = asked.send(Cause::Asked);
    };
    let (messenger, arrivals) = Arrivals::open(ask).map_err(Error::Terminal)?;
    let app = if arguments.restricted {
        app.restricted()
    } else if files.can_be_read_again() {
        reload::follow(files, (cause, causes), messenger);
        app.with_reload()
    } else {
        app
    };
    match terminal::run(app, arrivals).map_err(Error::Terminal)? {
        terminal::Ended::Quit => Ok(Ended::Done),
        terminal::Ended::Signal(signal) => Ok(Ended::Signal(signal)),
    }
}

/// An option decides before the environment does.
fn choices(options: &Options) -> Choices {
    let capabilities = output::capabilities();
    let theme = match (options.color, options.theme) {
        (When::Never, _) => Theme::None,
        (_, Some(theme)) => theme.into(),
        (When::Auto, None) if !capabilities.colour => Theme::None,
        _ => Theme::Terminal,
    };
    Choices {
        lang: output::lang(options, capabilities),
        theme,
        ascii: options.ascii || capabilities.ascii,
        mouse: !options.no_mouse,
    }
}
