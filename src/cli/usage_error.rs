//! Usage errors in one sentence: what is wrong, what may have been meant, where to read on.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::app::Lang;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// Returns the sentence for an error of clap.
pub(super) fn sentence(error: &clap::Error, words: Words) -> String {
    let joined = |kind| context(error, kind).join(", ");
    let argument = joined(ContextKind::InvalidArg);
    let value = joined(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::MissingRequiredArgument => words.argument_missing(&argument),
        ErrorKind::UnknownArgument => words.no_argument(&argument),
        ErrorKind::InvalidSubcommand => words.no_command(&joined(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => words.needs_a_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.cannot_be(&argument, &value),
        ErrorKind::ArgumentConflict => {
            words.cannot_be_used_with(&argument, &joined(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => words.no_further_value(&argument, &value),
        _ => first_line(&error.to_string()),
    };
    let mut parts = vec![message];
    let valid_values = context(error, ContextKind::ValidValue);
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let suggestions: Vec<String> =
        suggestions.into_iter().flat_map(|kind| context(error, kind)).collect();
    if let Some(suggestion) = suggestions.first() {
        parts.push(words.did_you_mean(suggestion));
    } else if !valid_values.is_empty() {
        parts.push(words.it_can_be(&valid_values.join(", ")));
    } else if let Some(least) = least(error) {
        parts.push(words.must_be_at_least(&least));
    } else if words.0 == Lang::English
        && let Some(reason) = std::error::Error::source(error)
    {
        parts.push(visible(&reason.to_string()).into_owned());
    }
    parts.push(words.see_help().to_owned());
    parts.join("; ")
}

/// The commands that read one file.
const OF_ONE_FILE: [&str; 2] = ["convert", "import"];

/// The sentence for a second file of a command that takes one; `None` for any other error.
pub(super) fn second_file(
    error: &clap::Error,
    arguments: &[OsString],
    words: Words,
) -> Option<String> {
    let second = context(error, ContextKind::InvalidArg).pop()?;
    let is_file = error.kind() == ErrorKind::UnknownArgument && !second.starts_with('-');
    let command = arguments.get(1)?.to_str().filter(|name| OF_ONE_FILE.contains(name))?;
    is_file.then(|| format!("{}; {}", words.takes_one_file(command, &second), words.see_help()))
}

/// The least number that an option takes, as clap says it: "0 is not in 1..".
fn least(error: &clap::Error) -> Option<String> {
    let reason = std::error::Error::source(error)?.to_string();
    let (_, range) = reason.rsplit_once(" is not in ")?;
    let (least, _) = range.split_once("..")?;
    (!least.is_empty()).then(|| visible(least).into_owned())
}

/// Returns the sentence for a missing required argument.
pub(super) fn missing(argument: &str, words: Words) -> String {
    format!("{}; {}", words.argument_missing(argument), words.see_help())
}

/// The context of this kind in an error of clap, safe to print.
fn context(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![visible(text).into_owned()],
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| visible(text).into_owned()).collect()
        }
        Some(ContextValue::StyledStr(text)) => vec![visible(&text.to_string()).into_owned()],
        _ => Vec::new(),
    }
}

/// The first line of clap's own message, for errors without a translation.
fn first_line(text: &str) -> String {
    let text = text.strip_prefix("error: ").unwrap_or(text);
    visible(text.lines().next().unwrap_or_default()).into_owned()
}
