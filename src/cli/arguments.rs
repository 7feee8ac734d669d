//! The command line as a type, which clap parses.

use std::ffi::OsString;
#[cfg(feature = "serve")]
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::RangedU64ValueParser;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::{Error, option_order, usage_error, vietnamese_help};
use crate::app::{Lang, Theme};
use crate::model::Status;
use crate::text::sanitize;
use crate::ui::Words;

/// Explore socio-economic indicators: plan, actual and the difference between them.
///
/// Without a FILE, a file or a pipe on standard input is read, else the embedded dataset opens. `-` always reads standard input. If standard output is not a terminal, the list is printed.
#[derive(Debug, Parser)]
#[command(name = "chitieu", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) sources: Named,
    /// Open on the indicators that several of the datasets have, next to each other
    #[arg(long)]
    pub(crate) compare: bool,
    /// Allow viewing only: no suspending, no opening of files, no other programs
    #[arg(long)]
    pub(crate) restricted: bool,
    /// With --restricted, how long the session may be idle: at most 7 days
    #[arg(long, requires = "restricted", value_name = "TIME", default_value = "10m", value_parser = humantime::parse_duration)]
    pub(crate) idle: Duration,
    #[command(flatten)]
    pub(crate) options: Options,
}

/// The range of durations that an option accepts: a session that ends at once is of no use, and one that
/// never ends has no limit.
pub(crate) mod durations {
    use std::time::Duration;

    pub(in crate::cli) const LEAST: Duration = Duration::from_secs(1);
    pub(in crate::cli) const MOST: Duration = Duration::from_secs(7 * 24 * 3600);
}

/// The datasets of a command.
#[derive(Debug, Default, Args)]
pub(crate) struct Named {
    /// Datasets (JSON, CSV, TSV, XLSX, XLS, ODS) [default: standard input if it is a file or a pipe, else the embedded dataset]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The same, as an option
    #[arg(long, value_name = "FILE")]
    data: Vec<PathBuf>,
}

impl Named {
    /// All files, as arguments and as values of `--data`.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        self.files.iter().chain(&self.data).cloned().collect()
    }

    /// Whether no file is named.
    #[cfg(feature = "serve")]
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.data.is_empty()
    }
}

/// The options of every command.
#[derive(Debug, Default, Clone, Args)]
pub(crate) struct Options {
    /// Language of the program's own words [default: by the locale]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(crate) lang: Option<LangName>,
    /// Colours; the default is the terminal's own sixteen
    #[arg(long, global = true, value_enum, value_name = "THEME")]
    pub(crate) theme: Option<ThemeName>,
    /// When to colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    /// ASCII only, without accents
    #[arg(long, global = true)]
    pub(crate) ascii: bool,
    /// Only this sheet of a workbook
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Do not use the mouse; leave it to the terminal
    #[arg(long, global = true)]
    pub(crate) no_mouse: bool,
    /// Print control characters of the data as they are, not as visible symbols
    #[arg(long, global = true)]
    pub(crate) raw: bool,
}

impl Options {
    /// Runs a function that writes text. Control characters of the data become visible signs, unless `--raw`
    /// is given.
    pub(crate) fn write_text<T>(&self, write: impl FnOnce() -> T) -> T {
        if self.raw { sanitize::raw(write) } else { write() }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the indicators
    ///
    /// Files that cannot be opened are reported on standard error and omitted, as long as another one can be
    /// opened; the exit status is then 2.
    List(List),
    /// Find indicators by name
    Search(Search),
    /// Print everything known about one indicator
    Show(Show),
    /// Check files: report what is wrong, and how each was read
    ///
    /// The exit status is 0 if nothing is wrong, 1 if something is, and 2 if a file cannot be read.
    Check(Check),
    /// Convert a file to the dataset format, or to a lossless table
    ///
    /// If values of the file are not in the result, such as those of a row without a name, the result is still
    /// written and the exit status is 2.
    Convert(Convert),
    /// Make a draft dataset of a report in prose
    ///
    /// Text, Markdown and web pages are read. Every number of the text is accounted for: the exit status is 0 if all were understood, 1 if some are listed as not understood, and 2 if the file is refused.
    Import(Import),
    /// Print the JSON Schema of datasets
    Schema,
    /// Print a script that completes commands and options in a shell
    Completions(Completions),
    /// Print the manual page, to be shown by man
    Man(Manual),
    /// Offer the explorer over SSH
    #[cfg(feature = "serve")]
    Serve(Serve),
}

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) sources: Named,
    /// Only this section; the beginning of its name is enough, accents are optional
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Only this status
    #[arg(long, value_enum, value_name = "STATUS")]
    pub(crate) status: Option<StatusName>,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// What to look for
    #[arg(value_name = "QUERY", required_unless_present = "queries", conflicts_with = "queries")]
    pub(crate) query: Vec<String>,
    /// A file with a query on each line (- for standard input); prints a JSON object for each
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub(crate) queries: Option<PathBuf>,
    /// Datasets to search
    #[arg(long = "data", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The largest number of hits
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = RangedU64ValueParser::<usize>::new().range(1..))]
    pub(crate) limit: usize,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: SearchFormat,
    /// Explain why each hit was found (with --format text)
    #[arg(long, conflicts_with = "queries")]
    pub(crate) explain: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The id of the indicator, as `list --format json` and `search --format id` print it
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) sources: Named,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ShowFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// The file to read [default: standard input if it is a file or a pipe]
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Where to write; the extension decides the format
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// The format [default: by the extension of OUT, else json]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) to: Option<ConvertFormat>,
    /// How CSV writes numbers: vi has decimal commas and ; between cells
    #[arg(long, value_enum, value_name = "LOCALE", default_value = "en")]
    pub(crate) locale: LangName,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The report to read [default: standard input if it is a file or a pipe]
    #[arg(value_name = "REPORT")]
    pub(crate) report: Option<PathBuf>,
    /// Where to write the draft, a dataset in JSON
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Replace OUT if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    /// The place [default: as the text names it]
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,
    /// The period [default: as the text names it]
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
    /// How to print what was read
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ImportFormat,
    /// Leave out the indicators that are to be reviewed
    #[arg(long)]
    pub(crate) sure: bool,
    /// Print which rule decided about each number (with --format text)
    #[arg(long)]
    pub(crate) explain: bool,
    /// Leave the text of the report out of the draft
    #[arg(long)]
    pub(crate) no_text: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFormat {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ConvertFormat {
    Json,
    Csv,
    Xlsx,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files to check [default: standard input if it is a file or a pipe]
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Explain a rule instead
    #[arg(long, value_name = "RULE", conflicts_with = "files")]
    pub(crate) explain: Option<String>,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell that reads the script
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// The command whose page is wanted [default: that of chitieu]
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Github,
}

/// The explorer for anyone with an SSH client: no account, no shell, nothing but the explorer.
///
/// `ssh -p 2222 HOST` explores; `ssh -p 2222 HOST search ho ngheo` prints, as list and show do. SIGHUP
/// reloads the files without ending sessions; SIGTERM notifies the sessions and shuts down.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Datasets to serve
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Where to listen
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:2222")]
    pub(crate) listen: SocketAddr,
    /// The private host key; created if it is missing [default: chitieu/host_key in the state directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) host_key: Option<PathBuf>,
    /// The public keys that may connect, one per line [default: anyone may connect]
    #[arg(long, value_name = "FILE")]
    pub(crate) authorized_keys: Option<PathBuf>,
    /// Allow anyone from anywhere: needed to listen on a non-loopback address without authorized keys
    #[arg(long)]
    pub(crate) public: bool,
    /// The most sessions at a time
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = at_least_one())]
    pub(crate) max_visits: usize,
    /// The most sessions at a time from one address
    #[arg(long, value_name = "N", default_value_t = 32, value_parser = at_least_one())]
    pub(crate) max_per_address: usize,
    /// The most connections at a time that have not opened a session
    #[arg(long, value_name = "N", default_value_t = 128, value_parser = at_least_one())]
    pub(crate) max_handshakes: usize,
    /// How long a session may be without a key press: at most 7 days
    #[arg(long, value_name = "TIME", default_value = "10m", value_parser = humantime::parse_duration)]
    pub(crate) idle: Duration,
    /// How long a connection may be without a session: at most 7 days
    #[arg(long, value_name = "TIME", default_value = "20s", value_parser = humantime::parse_duration)]
    pub(crate) login_grace: Duration,
    /// Serve metrics to Prometheus, at /metrics
    #[arg(long, value_name = "ADDR:PORT")]
    pub(crate) metrics: Option<SocketAddr>,
    /// The addresses of load balancers, whose connections begin with a PROXY header
    #[arg(long, value_name = "ADDR", value_delimiter = ',')]
    pub(crate) proxy_protocol: Vec<IpAddr>,
}

/// A number of at least 1: with 0, nobody could connect.
#[cfg(feature = "serve")]
fn at_least_one() -> clap::builder::RangedU64ValueParser<usize> {
    clap::builder::RangedU64ValueParser::new().range(1..)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangName {
    Vi,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    /// The terminal's own sixteen colours
    #[value(name = "16")]
    Sixteen,
    Dark,
    Light,
    None,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusName {
    Exceeded,
    Met,
    Missed,
    #[value(name = "in_progress", alias = "in-progress")]
    InProgress,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
    Csv,
    Md,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SearchFormat {
    Text,
    Json,
    Id,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    Text,
    Json,
}

impl Arguments {
    /// Parses the arguments. The inner error is the text of `--help` or `--version`.
    pub(crate) fn parse_from(
        arguments: Vec<OsString>,
        words: Words,
    ) -> Result<Result<Self, String>, Error> {
        let arguments = option_order::command_first(&Self::command(), arguments);
        match Self::try_parse_from(&arguments) {
            Ok(arguments) => Ok(Ok(arguments)),
            Err(error) if !error.use_stderr() => Ok(Err(answer(&error, &arguments, words))),
            Err(error) => Err(Error::Usage(usage_error::sentence(&error, words))),
        }
    }
}

/// The help or version text that clap returns as an error, in the user's language.
fn answer(error: &clap::Error, arguments: &[OsString], words: Words) -> String {
    if words.0 == Lang::English {
        return error.to_string();
    }
    let program = vietnamese_help::translate(Arguments::command());
    match program.try_get_matches_from(arguments) {
        Err(translated) => vietnamese_help::translate_usage(&translated.to_string()),
        Ok(_) => error.to_string(),
    }
}

/// The language that the arguments ask for, even if the others are invalid.
pub(crate) fn lang(arguments: &[OsString]) -> Option<Lang> {
    let words = arguments.iter().map(|argument| argument.to_string_lossy());
    let mut words = words.take_while(|word| word != "--");
    let name = |value: &str| LangName::from_str(value, true).ok().map(Lang::from);
    while let Some(word) = words.next() {
        if word == "--lang" {
            return name(&words.next()?);
        }
        if let Some(value) = word.strip_prefix("--lang=") {
            return name(value);
        }
    }
    None
}

impl List {
    /// The arguments of `list` for all indicators of these files, as text.
    pub(crate) fn all(sources: Named) -> Self {
        Self { sources, section: None, status: None, format: ListFormat::Text }
    }
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Vi => Self::Vietnamese,
            LangName::En => Self::English,
        }
    }
}

#[cfg(feature = "serve")]
impl From<Lang> for LangName {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vietnamese => Self::Vi,
            Lang::English => Self::En,
        }
    }
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Sixteen => Self::Terminal,
            ThemeName::Dark => Self::Dark,
            ThemeName::Light => Self::Light,
            ThemeName::None => Self::None,
        }
    }
}

impl From<StatusName> for Status {
    fn from(name: StatusName) -> Self {
        match name {
            StatusName::Exceeded => Self::Exceeded,
            StatusName::Met => Self::Met,
            StatusName::Missed => Self::Missed,
            StatusName::InProgress => Self::InProgress,
            StatusName::None => Self::NotAssessed,
        }
    }
}
