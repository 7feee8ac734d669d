//! The arguments of each command.

#[cfg(feature = "serve")]
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
#[cfg(feature = "serve")]
use std::time::Duration;

use clap::Args;
use clap::builder::RangedU64ValueParser;

use super::choices::{
    CheckFormat, ConvertFormat, ImportFormat, LangName, ListFormat, SearchFormat, ShowFormat,
};
use super::options::Named;
use crate::model::Status;

#[derive(Debug, Args)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) sources: Named,
    /// Only this section; the beginning of its name is enough, accents are optional
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Only this status
    #[arg(long, value_enum, value_name = "STATUS")]
    pub(crate) status: Option<Status>,
    #[command(flatten)]
    pub(crate) slices: SliceOptions,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: ListFormat,
}

/// The place and the period, where a source has several.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SliceOptions {
    /// Only this place, accents are optional
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,
    /// Only this period, such as 2023 or "quý II/2024"; `all` for every one [default: the latest
    /// with a result of each indicator]
    #[arg(long, value_name = "PERIOD")]
    pub(crate) period: Option<String>,
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
    #[command(flatten)]
    pub(crate) slices: SliceOptions,
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
    #[command(flatten)]
    pub(crate) slices: SliceOptions,
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
    #[command(flatten)]
    pub(crate) slices: SliceOptions,
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
    /// Only read the document on standard input, for another process
    #[arg(long, hide = true)]
    pub(crate) read_document: bool,
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
    pub(crate) max_sessions: usize,
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
fn at_least_one() -> RangedU64ValueParser<usize> {
    RangedU64ValueParser::new().range(1..)
}

impl List {
    /// The arguments of `list` for all indicators of these files, as text.
    pub(crate) fn all(sources: Named) -> Self {
        let slices = SliceOptions::default();
        Self { sources, section: None, status: None, slices, format: ListFormat::Text }
    }
}
