//! `chitieu serve`: the explorer over SSH, and the commands that its guests may give.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use super::arguments::{Arguments, Command, List, Options, Serve, When};
use super::output::Console;
use super::{Ended, Error, list, load, search, show};
use crate::app::{Lang, Shared, Theme};
use crate::serve::{self, Limits, Look, Question, Settings, Source};
use crate::text::safe::visible;

pub(super) fn run(serve: &Serve, options: &Options) -> Result<Ended, Error> {
    if serve.files.iter().any(|file| load::is_stdin(file)) {
        let what = "standard input (-) cannot be read again on a reload; name a file";
        return Err(Error::Usage(what.to_owned()));
    }
    let files: Arc<[PathBuf]> = serve.files.as_slice().into();
    let sheet = options.sheet.clone();
    let load = move || {
        load::all(&files, sheet.as_deref())
            .map(Shared::new)
            .map_err(|complaint| complaint.to_string())
    };
    serve::run(settings(serve, options)?, Source { load: Box::new(load), answer })?;
    Ok(Ended::Done)
}

fn settings(serve: &Serve, options: &Options) -> Result<Settings, Error> {
    let host_key = serve.host_key.clone().or_else(host_key).ok_or_else(|| {
        Error::Usage("no state directory is known; name a file with --host-key".to_owned())
    })?;
    let look = Look {
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
        login_grace: serve.login_grace,
        idle: serve.idle,
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

/// Where the host key is kept: systemd's state directory of this service, else the user's.
fn host_key() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
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
fn answer(question: &mut Question<'_>) -> u8 {
    let Question { shared, capabilities, look, columns, .. } = *question;
    let mut console = Console {
        out: &mut *question.out,
        err: &mut question.err,
        capabilities,
        is_terminal: columns.is_some(),
        columns: columns.map(usize::from),
    };
    match obey(&question.words, shared, look, &mut console) {
        Ok(Ended::NothingFound) => 1,
        Ok(_) => 0,
        Err(unanswered) => {
            let (Unanswered::Refused(error) | Unanswered::Failed(error)) = &unanswered;
            // It goes to memory, which does not fail.
            let _ = writeln!(console.err, "chitieu: {error}");
            question.refused = matches!(unanswered, Unanswered::Refused(_));
            2
        }
    }
}

fn obey(
    words: &[String],
    shared: &Shared,
    look: Look,
    console: &mut Console<'_>,
) -> Result<Ended, Unanswered> {
    let words = match words {
        [first, rest @ ..] if first == "chitieu" => rest,
        all => all,
    };
    if !matches!(words.first().map(String::as_str), None | Some("list" | "search" | "show")) {
        return Err(refused(&words[0]));
    }
    let line = std::iter::once("chitieu").chain(words.iter().map(String::as_str));
    let arguments = match Arguments::parse_from(line.map(OsString::from))? {
        Ok(arguments) => arguments,
        Err(help) => {
            console.out.write_all(help.as_bytes()).map_err(Error::Write)?;
            return Ok(Ended::Done);
        }
    };
    let mut options = arguments.options;
    if options.raw {
        return Err(refused("--raw"));
    }
    options.ascii |= look.ascii;
    options.lang = options.lang.or(look.lang.map(Into::into));
    let collection = &shared.collection;
    Ok(match arguments.command {
        None => list::print(&List::all(&[]), &options, collection, console)?,
        Some(Command::List(list)) if list.files.is_empty() => {
            list::print(&list, &options, collection, console)?
        }
        Some(Command::Search(search)) if search.files.is_empty() && search.queries.is_none() => {
            search::print(&search, &options, collection, shared.index(), console)?
        }
        Some(Command::Show(show)) if show.files.is_empty() => {
            show::print(&show, &options, collection, console)?
        }
        Some(_) => {
            let what = "no files can be read over SSH".to_owned();
            return Err(Unanswered::Refused(Error::Usage(what)));
        }
    })
}

fn refused(what: &str) -> Unanswered {
    let what = visible(what);
    let complaint = format!("`{what}` is not offered over SSH; list, search and show are");
    Unanswered::Refused(Error::Usage(complaint))
}
