//! Arguments that do not say what can be done, in one sentence: what is wrong, what may have been
//! meant, where to read on.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::safe::visible;

/// The sentence for what clap found wrong.
pub(super) fn sentence(error: &clap::Error) -> String {
    let one = |kind| context(error, kind).join(", ");
    let argument = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("{argument} is missing"),
        ErrorKind::UnknownArgument => format!("there is no argument `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            format!("there is no command `{}`", one(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` needs a value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{argument}` cannot be `{value}`")
        }
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` cannot be used with `{}`", one(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => format!("`{argument}` takes no further value `{value}`"),
        _ => first_line(&error.to_string()),
    };
    let mut parts = vec![what];
    let known = context(error, ContextKind::ValidValue);
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let near: Vec<String> = near.into_iter().flat_map(|kind| context(error, kind)).collect();
    if let Some(near) = near.first() {
        parts.push(format!("did you mean `{near}`?"));
    } else if !known.is_empty() {
        parts.push(format!("it can be {}", known.join(", ")));
    } else if let Some(reason) = std::error::Error::source(error) {
        parts.push(visible(&reason.to_string()).into_owned());
    }
    parts.push("`chitieu --help` tells more".to_owned());
    parts.join("; ")
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
