//! `chitieu [FILE…]`: the explorer on this terminal.

use std::io;
use std::sync::{Arc, mpsc};
use std::thread;

use super::show;
use crate::app::{App, Preferences, Theme};
use crate::cli::arguments::{Arguments, Options, When, durations};
use crate::cli::default_source::DefaultSource;
use crate::cli::output::Output;
use crate::cli::output::stderr_observer::opening;
use crate::cli::{Error, Outcome, output};
use crate::files::draft_file;
use crate::files::follow;
use crate::files::follow::{Cause, Causes};
use crate::files::open_files::OpenFiles;
use crate::terminal::{self, DraftFiles, Mailbox};

/// From this number of names on, the search index takes so long to build that a thread starts to build it
/// concurrently with the first frames.
const PREBUILD_INDEX_FROM: usize = 5_000;

pub(crate) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let options = &arguments.options;
    let files = open_files(arguments)?;
    let app = explorer(arguments, &files)?;
    let (sender, receiver) = mpsc::channel();
    let causes = Causes { sender, receiver };
    let reload_sender = causes.sender.clone();
    let request_reload = move || {
        let _closed = reload_sender.send(Cause::Asked);
    };
    let (messenger, mailbox) = Mailbox::open(request_reload).map_err(Error::Terminal)?;
    let mailbox = mailbox.with_drafts(DraftFiles {
        save: Box::new(draft_file::save),
        line_of: Box::new(draft_file::line_of),
    });
    let app = if arguments.restricted {
        app.restricted()
    } else if files.can_reload() {
        follow::follow(files, causes, messenger);
        app.with_reload().with_saving()
    } else {
        app
    };
    // Idle restricted sessions end, so that they do not fill a server.
    let end = if arguments.restricted {
        let idle = arguments.idle.clamp(durations::LEAST, durations::MOST);
        terminal::run_until_idle(app, mailbox, idle)
    } else {
        terminal::run(app, mailbox)
    };
    match end.map_err(Error::Terminal)? {
        terminal::ExplorerEnd::Quit => Ok(Outcome::Done),
        terminal::ExplorerEnd::Idle => {
            let message = output::words(options).idle_ended();
            Output::plain(io::stderr()).print(&format!("chitieu: {message}\n"))?;
            Ok(Outcome::Idle)
        }
        terminal::ExplorerEnd::Signal(signal) => Ok(Outcome::Signal(signal)),
    }
}

/// Opens the files that the arguments name.
fn open_files(arguments: &Arguments) -> Result<OpenFiles, Error> {
    let options = &arguments.options;
    let named = arguments.sources.files();
    // A restricted session shows what the operator names; its standard input is not read.
    let sources = if arguments.restricted {
        DefaultSource::named(named)
    } else {
        DefaultSource::or_stdin_without_timeout(named, options)?
    };
    sources.report_empty(options)?;
    // A restricted session cannot read files later, so they are read completely here. So they are for a
    // comparison or a location: what is there depends on whole datasets.
    sources.explain_source(
        if arguments.restricted || arguments.compare || arguments.at.is_some() {
            OpenFiles::open(&sources.files, &opening(options))
        } else {
            OpenFiles::begin(&sources.files, &opening(options))
        }
        .map_err(Error::from),
    )
}

/// The explorer at the place that the arguments name.
fn explorer(arguments: &Arguments, files: &OpenFiles) -> Result<App, Error> {
    let options = &arguments.options;
    let catalog = Arc::new(files.shared());
    if catalog.collection.len() > PREBUILD_INDEX_FROM {
        let catalog = catalog.clone();
        thread::spawn(move || {
            let _index = catalog.index();
        });
    }
    let app = App::new(catalog, preferences(options));
    let app = match &arguments.at {
        Some(location) => {
            let at = app.catalog().locate(location);
            let at =
                at.map_err(|error| show::not_there(&error, app.catalog(), output::words(options)))?;
            app.opened_at(at)
        }
        None => app,
    };
    let app = if arguments.compare { app.comparing() } else { app };
    let app = if files.are_partial() { app.while_loading() } else { app };
    Ok(match files.errors() {
        Some(error) => app.with_load_error(error),
        None => app,
    })
}

/// The preferences: an option overrides the environment.
pub(super) fn preferences(options: &Options) -> Preferences {
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
