//! `chitieu serve`: the explorer over SSH, and the commands that its guests may give.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::CommandFactory;

use super::{list, search, show};
use crate::app::{Catalog, Lang, Theme};
use crate::cli::arguments;
use crate::cli::arguments::{Arguments, Command, List, Named, Options, Serve, When, durations};
use crate::cli::option_order::command_first;
use crate::cli::output;
use crate::cli::output::Console;
use crate::cli::output::stderr_observer::opening;
use crate::cli::{Error, Outcome};
use crate::files::load;
use crate::serve::{self, Appearance, ExecRequest, Limits, Settings, Source};
use crate::text::sanitize::visible;
use crate::ui::Words;

/// How many hits a guest is given at most: each is looked up and written for them.
const MOST_HITS: usize = 1000;

pub(crate) fn run(serve: &Serve, options: &Options) -> Result<Outcome, Error> {
    if serve.files.iter().any(|file| load::is_stdin(file)) {
        let what = output::words(options).input_cannot_be_served();
        return Err(Error::Usage(what.to_owned()));
    }
    let (files, reading) = (serve.files.clone(), options.clone());
    let load = move || {
        let read = load::only_files(&files).and_then(|()| load::all(&files, &opening(&reading)));
        read.map(Catalog::new).map_err(|error| error.text(Words(Lang::English)))
    };
    serve::run(settings(serve, options)?, Source { load: Box::new(load), answer })?;
    Ok(Outcome::Done)
}

fn settings(serve: &Serve, options: &Options) -> Result<Settings, Error> {
    let host_key = serve
        .host_key
        .clone()
        .or_else(host_key)
        .ok_or_else(|| Error::Usage(output::words(options).no_state_directory().to_owned()))?;
    let look = Appearance {
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
        visits: serve.max_visits,
        per_address: serve.max_per_address,
        handshakes: serve.max_handshakes,
        login_grace: serve.login_grace.clamp(durations::LEAST, durations::MOST),
        idle: serve.idle.clamp(durations::LEAST, durations::MOST),
        ..Limits::default()
    };
    Ok(Settings {
        listen: serve.listen,
        host_key,
        guests: serve.authorized_keys.clone(),
        public: serve.public,
        metrics: serve.metrics,
        proxies: serve.proxy_protocol.clone(),
        look,
        limits,
    })
}

/// Where the host key is kept: systemd's state directory of this service, else the user's. The rules of XDG
/// have a relative path ignored.
fn host_key() -> Option<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = folder("STATE_DIRECTORY").or_else(|| {
        let users = folder("XDG_STATE_HOME").or_else(|| Some(folder("HOME")?.join(".local/state")));
        Some(users?.join("chitieu"))
    });
    state.map(|folder| folder.join("host_key"))
}

/// Why a command is not answered.
enum Unanswered {
    /// It is not offered.
    Refused(Error),
    /// It is, but something is wrong with it.
    Failed(Error),
}

impl From<Error> for Unanswered {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Answers a guest's command. Returns the exit status.
fn answer(question: &mut ExecRequest<'_>) -> u8 {
    let ExecRequest { shared, capabilities, look, columns, .. } = *question;
    let mut console = Console {
        out: &mut *question.out,
        err: &mut question.err,
        capabilities,
        is_terminal: columns.is_some(),
        columns: columns.map(usize::from),
    };
    let arguments: Vec<_> = question.words.iter().map(OsString::from).collect();
    let said_in = output::words_or(arguments::lang(&arguments).or(look.lang), capabilities);
    match obey(&question.words, (shared, look), said_in, &mut console) {
        Ok(Outcome::NothingFound) => 1,
        Ok(_) => 0,
        Err(unanswered) => {
            let (Unanswered::Refused(error) | Unanswered::Failed(error)) = &unanswered;
            // It goes to memory, which does not fail.
            let _ = writeln!(console.err, "chitieu: {}", error.text(said_in));
            question.refused = matches!(unanswered, Unanswered::Refused(_));
            2
        }
    }
}

fn obey(
    words: &[String],
    (shared, look): (&Catalog, Appearance),
    said_in: Words,
    console: &mut Console<'_>,
) -> Result<Outcome, Unanswered> {
    let words = match words {
        [first, rest @ ..] if first == "chitieu" => rest,
        all => all,
    };
    let line = std::iter::once("chitieu").chain(words.iter().map(String::as_str));
    let line = command_first(&Arguments::command(), line.map(OsString::from).collect());
    match line.get(1).and_then(|first| first.to_str()) {
        None | Some("list" | "search" | "show") => {}
        Some(first) => return Err(refused(first, said_in)),
    }
    let arguments = match Arguments::parse_from(line, said_in)? {
        Ok(arguments) => arguments,
        Err(help) => {
            console.out.write_all(help.as_bytes()).map_err(Error::Write)?;
            return Ok(Outcome::Done);
        }
    };
    let mut options = arguments.options;
    if options.raw {
        return Err(refused("--raw", said_in));
    }
    options.ascii |= look.ascii;
    options.lang = options.lang.or(look.lang.map(Into::into));
    let collection = &shared.collection;
    Ok(match arguments.command {
        None => list::print(&List::all(Named::default()), &options, collection, console)?,
        Some(Command::List(list)) if list.sources.is_empty() => {
            list::print(&list, &options, collection, console)?
        }
        Some(Command::Search(mut search))
            if search.files.is_empty() && search.queries.is_none() =>
        {
            if search.limit > MOST_HITS {
                search.limit = MOST_HITS;
                writeln!(console.err, "chitieu: {}", said_in.hits_capped(MOST_HITS))
                    .map_err(Error::Write)?;
            }
            search::print(&search, &options, collection, shared.index(), console)?
        }
        Some(Command::Show(show)) if show.sources.is_empty() => {
            show::print(&show, &options, collection, console)?
        }
        Some(_) => {
            let what = said_in.no_files_over_ssh();
            return Err(Unanswered::Refused(Error::Usage(what.to_owned())));
        }
    })
}

fn refused(what: &str, said_in: Words) -> Unanswered {
    Unanswered::Refused(Error::Usage(said_in.not_over_ssh(&visible(what))))
}
