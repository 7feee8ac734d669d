//! Parses the arguments, calls, prints the error, sets the exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use chitieu::cli::{self, Outcome};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    match cli::run(arguments.clone()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound | Outcome::Complained | Outcome::Idle) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        // By convention a program that a signal ended exits with 128 and the signal's number.
        Ok(Outcome::Signal(signal)) => {
            ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
        }
        Err(error) => {
            // Where standard error is closed too, the exit status is all that is left to tell.
            let _ = writeln!(io::stderr(), "chitieu: {}", error.text(cli::words(&arguments)));
            ExitCode::from(2)
        }
    }
}
