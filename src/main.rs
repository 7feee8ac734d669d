//! The program: runs the command of the arguments, prints its error and sets the exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use chitieu::cli::{self, Outcome};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    match cli::run(arguments.clone()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound | Outcome::DiagnosticsReported | Outcome::Idle) => {
            ExitCode::from(1)
        }
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        // By convention a program that a signal ended exits with 128 and the number of the signal.
        Ok(Outcome::Signal(signal)) => {
            ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX))
        }
        Err(error) => {
            // If standard error is closed too, only the exit status reports the error.
            let _ = writeln!(io::stderr(), "chitieu: {}", error.text(cli::words(&arguments)));
            ExitCode::from(2)
        }
    }
}
