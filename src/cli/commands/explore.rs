//! `chitieu [FILE…]`: the explorer on this terminal.

use std::io;
use std::sync::{Arc, mpsc};
use std::thread;

use crate::app::{App, Choices, Theme};
use crate::cli::arguments::{Arguments, Options, When, durations};
use crate::cli::default_source::Sources;
use crate::cli::output::Output;
use crate::cli::{Ended, Error, output};
use crate::files::follow;
use crate::files::follow::Cause;
use crate::files::open_files::Files;
use crate::terminal::{self, Arrivals};

/// From how many names on the search index takes so long to make that it is begun at once, beside
/// the first frames.
const MANY_NAMES: usize = 5_000;

pub(crate) fn run(arguments: &Arguments) -> Result<Ended, Error> {
    let options = &arguments.options;
    let named = arguments.sources.files();
    // A guest is shown what the host names, not what the guest sends.
    let sources = if arguments.restricted {
        Sources::named(named)
    } else {
        Sources::or_input_at_length(named, options)?
    };
    sources.report_empty(options)?;
    // A guest's files are read before the door to them closes; what is common is common to whole datasets.
    let files = sources.explained(if arguments.restricted || arguments.compare {
        Files::open(&sources.files, options)
    } else {
        Files::begin(&sources.files, options)
    })?;
    let shared = Arc::new(files.shared());
    if shared.collection.len() > MANY_NAMES {
        let shared = shared.clone();
        thread::spawn(move || {
            let _made = shared.index();
        });
    }
    let app = App::new(shared, choices(options));
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
        follow::follow(files, (cause, causes), messenger);
        app.with_reload()
    } else {
        app
    };
    // Whoever guests are, they are not to fill a server by going away.
    let ended = if arguments.restricted {
        terminal::run_until_idle(
            app,
            arrivals,
            arguments.idle.clamp(durations::LEAST, durations::MOST),
        )
    } else {
        terminal::run(app, arrivals)
    };
    match ended.map_err(Error::Terminal)? {
        terminal::Ended::Quit => Ok(Ended::Done),
        terminal::Ended::Idle => {
            let said = output::words(options).idle_ended();
            Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))?;
            Ok(Ended::Idle)
        }
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
        lang: output::words(options).0,
        theme,
        ascii: options.ascii || capabilities.ascii,
        mouse: !options.no_mouse,
    }
}
