//! `chitieu [FILE…]`: the explorer on this terminal.

use std::io;
use std::sync::{Arc, mpsc};
use std::thread;

use crate::app::{App, Preferences, Theme};
use crate::cli::arguments::{Arguments, Options, When, durations};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::Output;
use crate::cli::output::stderr_observer::opening;
use crate::cli::{Error, Outcome, output};
use crate::files::follow;
use crate::files::follow::Cause;
use crate::files::open_files::OpenFiles;
use crate::terminal::{self, Mailbox};

/// From how many names on the search index takes so long to make that it is begun at once, beside
/// the first frames.
const MANY_NAMES: usize = 5_000;

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let options = &arguments.options;
    let named = arguments.sources.files();
    // A guest is shown what the host names, not what the guest sends.
    let sources = if arguments.restricted {
        DefaultSource::named(named)
    } else {
        DefaultSource::or_input_at_length(named, options)?
    };
    sources.report_empty(options)?;
    // A guest's files are read before the door to them closes; what is common is common to whole datasets.
    let files = sources.explained(
        if arguments.restricted || arguments.compare {
            OpenFiles::open(&sources.files, &opening(options))
        } else {
            OpenFiles::begin(&sources.files, &opening(options))
        }
        .map_err(Error::from),
    )?;
    let shared = Arc::new(files.shared());
    if shared.collection.len() > MANY_NAMES {
        let shared = shared.clone();
        thread::spawn(move || {
            let _made = shared.index();
        });
    }
    let app = App::new(shared, choices(options));
    let app = if arguments.compare { app.comparing() } else { app };
    let app = if files.are_partial() { app.while_reading() } else { app };
    let app = match files.errors() {
        Some(diagnostic) => app.with_unopened_files(diagnostic),
        None => app,
    };
    let (cause, causes) = mpsc::channel();
    let asked = cause.clone();
    let ask = move || {
        let _gone = asked.send(Cause::Asked);
    };
    let (messenger, arrivals) = Mailbox::open(ask).map_err(Error::Terminal)?;
    let app = if arguments.restricted {
        app.restricted()
    } else if files.can_reload() {
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
        terminal::ExplorerEnd::Quit => Ok(Outcome::Done),
        terminal::ExplorerEnd::Idle => {
            let said = output::words(options).idle_ended();
            Output::plain(io::stderr()).print(&format!("chitieu: {said}\n"))?;
            Ok(Outcome::Idle)
        }
        terminal::ExplorerEnd::Signal(signal) => Ok(Outcome::Signal(signal)),
    }
}

/// An option decides before the environment does.
fn choices(options: &Options) -> Preferences {
    let capabilities = output::capabilities();
    let theme = match (options.color, options.theme) {
        (When::Never, _) => Theme::None,
        (_, Some(theme)) => theme.into(),
        (When::Auto, None) if !capabilities.colour => Theme::None,
        _ => Theme::Terminal,
    };
    Preferences {
        lang: output::words(options).0,
        theme,
        ascii: options.ascii || capabilities.ascii,
        mouse: !options.no_mouse,
    }
}
