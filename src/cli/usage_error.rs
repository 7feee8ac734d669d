//! Arguments that do not say what can be done, in one sentence: what is wrong, what may have been
//! meant, where to read on.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::app::Lang;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// The sentence for what clap found wrong.
pub(super) fn sentence(error: &clap::Error, words: Words) -> String {
    let one = |kind| context(error, kind).join(", ");
    let argument = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => words.argument_missing(&argument),
        ErrorKind::UnknownArgument => words.no_argument(&argument),
        ErrorKind::InvalidSubcommand => words.no_command(&one(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => words.needs_a_value(&argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.cannot_be(&argument, &value),
        ErrorKind::ArgumentConflict => {
            words.cannot_be_used_with(&argument, &one(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => words.no_further_value(&argument, &value),
        _ => first_line(&error.to_string()),
    };
    let mut parts = vec![what];
    let known = context(error, ContextKind::ValidValue);
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let near: Vec<String> = near.into_iter().flat_map(|kind| context(error, kind)).collect();
    if let Some(near) = near.first() {
        parts.push(words.did_you_mean(near));
    } else if !known.is_empty() {
        parts.push(words.it_can_be(&known.join(", ")));
    } else if words.0 == Lang::English
        && let Some(reason) = std::error::Error::source(error)
    {
        parts.push(visible(&reason.to_string()).into_owned());
    }
    parts.push(words.see_help().to_owned());
    parts.join("; ")
}

/// The sentence for a required argument that is not there.
pub(super) fn missing(argument: &str, words: Words) -> String {
    format!("{}; {}", words.argument_missing(argument), words.see_help())
}

/// What clap noted under a kind, safe to print.
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

/// What is said first, where there is no sentence of our own.
fn first_line(told: &str) -> String {
    let told = told.strip_prefix("error: ").unwrap_or(told);
    visible(told.lines().next().unwrap_or_default()).into_owned()
}
