//! The errors of serde_json as data, so that they have words in both languages.

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JsonFault {
    /// The text ends within a list, an object, a text or a value.
    EndsEarly,
    /// Something other than `:` after a name.
    NoColon,
    /// Something other than `,` or `]` in a list.
    NoCommaInList,
    /// Something other than `,` or `}` in an object.
    NoCommaInObject,
    /// No value where one is expected.
    NoValue,
    /// A `\` that begins no known escape.
    Escape,
    /// Not a number.
    Number,
    /// A number that is too great.
    NumberRange,
    /// A control character in a text.
    ControlCharacter,
    /// A name that is not a text.
    Name,
    /// A comma before `]` or `}`.
    TrailingComma,
    /// Text after the end.
    TrailingText,
    /// More levels than are read.
    TooDeep,
    /// Anything else, in the words of the library.
    Other(String),
}

impl From<&serde_json::Error> for JsonFault {
    fn from(error: &serde_json::Error) -> Self {
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        match what {
            _ if what.starts_with("EOF while parsing") => Self::EndsEarly,
            "unexpected end of hex escape" => Self::EndsEarly,
            "expected `:`" => Self::NoColon,
            "expected `,` or `]`" => Self::NoCommaInList,
            "expected `,` or `}`" => Self::NoCommaInObject,
            "expected value" | "expected ident" => Self::NoValue,
            "invalid escape"
            | "invalid unicode code point"
            | "lone leading surrogate in hex escape" => Self::Escape,
            "invalid number" => Self::Number,
            "number out of range" => Self::NumberRange,
            _ if what.starts_with("control character") => Self::ControlCharacter,
            "key must be a string" | "expected `\"`" => Self::Name,
            "trailing comma" => Self::TrailingComma,
            "trailing characters" => Self::TrailingText,
            "recursion limit exceeded" => Self::TooDeep,
            other => Self::Other(other.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_errors_of_the_library_are_known() {
        for (text, fault) in [
            ("{\"a\":", JsonFault::EndsEarly),
            ("[1", JsonFault::EndsEarly),
            ("\"a", JsonFault::EndsEarly),
            ("{\"a\" 1}", JsonFault::NoColon),
            ("[1 2]", JsonFault::NoCommaInList),
            ("{\"a\":1 2}", JsonFault::NoCommaInObject),
            ("{\"a\":x}", JsonFault::NoValue),
            ("[nul]", JsonFault::NoValue),
            ("\"\\q\"", JsonFault::Escape),
            ("[01]", JsonFault::Number),
            ("\"\u{1}\"", JsonFault::ControlCharacter),
            ("{1:2}", JsonFault::Name),
            ("[1,]", JsonFault::TrailingComma),
            ("[1] 2", JsonFault::TrailingText),
        ] {
            let error = serde_json::from_str::<Value>(text).unwrap_err();
            assert_eq!(JsonFault::from(&error), fault, "{text}: {error}");
        }
    }
}
