//! `chitieu serve`: the explorer over SSH, and the commands that its clients may run.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::CommandFactory;

use super::{list, search, show};
use crate::app::{Catalog, Lang, Theme};
use crate::cli::arguments;
use crate::cli::arguments::{
    Arguments, Command, List, Named, Options, Parsed, Search, Serve, When, durations,
};
use crate::cli::option_order::command_first;
use crate::cli::output;
use crate::cli::output::Console;
use crate::cli::output::stderr_observer::opening;
use crate::cli::{Error, Outcome};
use crate::files::load;
use crate::search::Index;
use crate::serve::{self, Appearance, ExecEnd, ExecRequest, Limits, Settings, Source};
use crate::text::sanitize::visible;
use crate::ui::Words;

/// The maximum number of hits for a client: each is looked up and written by the server.
const MAX_HITS: usize = 1000;

pub(crate) fn run(serve: &Serve, options: &Options) -> Result<Outcome, Error> {
    if serve.files.iter().any(|file| load::is_stdin(file)) {
        let what = output::words(options).input_cannot_be_served();
        return Err(Error::Usage(what.to_owned()));
    }
    let (files, read_options) = (serve.files.clone(), options.clone());
    let load = move || {
        let read =
            load::only_files(&files).and_then(|()| load::all(&files, &opening(&read_options)));
        read.map(Catalog::new).map_err(|error| error.text(Words(Lang::English)))
    };
    serve::run(settings(serve, options)?, Source { load: Box::new(load), exec })?;
    Ok(Outcome::Done)
}

fn settings(serve: &Serve, options: &Options) -> Result<Settings, Error> {
    let host_key = serve
        .host_key
        .clone()
        .or_else(host_key)
        .ok_or_else(|| Error::Usage(output::words(options).no_state_directory().to_owned()))?;
    let appearance = Appearance {
        lang: options.lang.map(Lang::from),
        theme: if options.color == When::Never {
            Some(Theme::None)
        } else {
            options.theme.map(Theme::from)
        },
        ascii: options.ascii,
        mouse: !options.no_mouse,
    };
    let limits = Limits {
        sessions: serve.max_sessions,
        per_address: serve.max_per_address,
        handshakes: serve.max_handshakes,
        login_grace: serve.login_grace.clamp(durations::LEAST, durations::MOST),
        idle: serve.idle.clamp(durations::LEAST, durations::MOST),
        ..Limits::default()
    };
    Ok(Settings {
        listen: serve.listen,
        host_key,
        authorized_keys: serve.authorized_keys.clone(),
        public: serve.public,
        metrics: serve.metrics,
        proxies: serve.proxy_protocol.clone(),
        appearance,
        limits,
    })
}

/// The path of the host key, in the state directory of the systemd service, else of the user. A relative path
/// is ignored, as the XDG base directory specification requires.
fn host_key() -> Option<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = folder("STATE_DIRECTORY").or_else(|| {
        let users = folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")));
        Some(users?.join("chitieu"))
    });
    state.map(|folder| folder.join("host_key"))
}

/// Why a command fails.
enum Failure {
    /// The command is not offered over SSH.
    Refused(Error),
    /// The command is offered, and returns an error.
    Failed(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Runs the command of a client. Returns the exit status.
fn exec(request: &mut ExecRequest<'_>) -> ExecEnd {
    let ExecRequest { catalog, capabilities, appearance, columns, .. } = *request;
    let mut console = Console {
        out: &mut *request.out,
        err: &mut request.err,
        capabilities,
        is_terminal: columns.is_some(),
        columns: columns.map(usize::from),
    };
    let arguments: Vec<_> = request.words.iter().map(OsString::from).collect();
    let words = output::words_or(arguments::lang(&arguments).or(appearance.lang), capabilities);
    match run_command(&request.words, (catalog, appearance), words, &mut console) {
        Ok(Outcome::NothingFound) => ExecEnd::Status(1),
        Ok(_) => ExecEnd::Status(0),
        Err(failure) => {
            let (Failure::Refused(error) | Failure::Failed(error)) = &failure;
            // Standard error is a buffer in memory here, and writing to it does not fail.
            let _ = writeln!(console.err, "chitieu: {}", error.text(words));
            match failure {
                Failure::Refused(_) => ExecEnd::NotOffered,
                Failure::Failed(_) => ExecEnd::Status(2),
            }
        }
    }
}

fn run_command(
    command_line: &[String],
    (catalog, appearance): (&Catalog, Appearance),
    words: Words,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    let command_line = match command_line {
        [first, rest @ ..] if first == "chitieu" => rest,
        all => all,
    };
    let line = std::iter::once("chitieu").chain(command_line.iter().map(String::as_str));
    let line = command_first(&Arguments::command(), line.map(OsString::from).collect());
    match line.get(1).and_then(|first| first.to_str()) {
        None | Some("list" | "search" | "show") => {}
        Some(first) => return Err(refused(first, words)),
    }
    let arguments = match Arguments::parse_from(line, words)? {
        Parsed::Run(arguments) => *arguments,
        Parsed::Print(help) => {
            console.out.write_all(help.as_bytes()).map_err(Error::Write)?;
            return Ok(Outcome::Done);
        }
    };
    let mut options = arguments.options;
    if options.raw {
        return Err(refused("--raw", words));
    }
    options.ascii |= appearance.ascii;
    options.lang = options.lang.or(appearance.lang.map(Into::into));
    let collection = &catalog.collection;
    Ok(match arguments.command {
        None => list::print(&List::all(Named::default()), &options, collection, console)?,
        Some(Command::List(list)) if list.sources.is_empty() => {
            list::print(&list, &options, collection, console)?
        }
        Some(Command::Search(search)) if search.files.is_empty() && search.queries.is_none() => {
            run_search(search, &options, catalog, words, console)?
        }
        Some(Command::Show(show)) if show.sources.is_empty() => {
            show::print(&show, &options, collection, console)?
        }
        Some(_) => {
            let what = words.no_files_over_ssh();
            return Err(Failure::Refused(Error::Usage(what.to_owned())));
        }
    })
}

/// Searches for a client, which gets a limited number of hits.
fn run_search(
    mut search: Search,
    options: &Options,
    catalog: &Catalog,
    words: Words,
    console: &mut Console<'_>,
) -> Result<Outcome, Error> {
    if search.limit > MAX_HITS {
        search.limit = MAX_HITS;
        writeln!(console.err, "chitieu: {}", words.hits_capped(MAX_HITS)).map_err(Error::Write)?;
    }
    let collection = &catalog.collection;
    // The command lists every dataset; the index of the explorer has an indicator of several only once.
    if catalog.dictionary().len() == collection.len() {
        return search::print(&search, options, collection, catalog.index(), console);
    }
    search::print(&search, options, collection, &Index::for_one_search(collection), console)
}

fn refused(what: &str, words: Words) -> Failure {
    Failure::Refused(Error::Usage(words.not_over_ssh(&visible(what))))
}
