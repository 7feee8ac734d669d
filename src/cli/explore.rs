//! `chitieu [FILE…]`: the explorer on this terminal.

use std::path::PathBuf;
use std::sync::Arc;

use super::arguments::{Options, When};
use super::{Ended, Error, load, output};
use crate::app::{App, Choices, Shared, Theme};
use crate::terminal;

pub(super) fn run(files: &[PathBuf], options: &Options) -> Result<Ended, Error> {
    let shared = Shared::new(load::collection(files, options.sheet.as_deref())?);
    let app = App::new(Arc::new(shared), choices(options));
    match terminal::run(app).map_err(Error::Terminal)? {
        terminal::Ended::Quit => Ok(Ended::Done),
        terminal::Ended::Signal(signal) => Ok(Ended::Signal(signal)),
    }
}

/// An option decides before the environment does.
fn choices(options: &Options) -> Choices {
    let capabilities = output::capabilities();
    let theme = match (options.color, options.theme) {
        (When::Never, _) => Theme::None,
        (_, Some(theme)) => theme.into(),
        (When::Auto, None) if !capabilities.colour => Theme::None,
        _ => Theme::Terminal,
    };
    Choices {
        lang: output::lang(options),
        theme,
        ascii: options.ascii || capabilities.ascii,
        mouse: !options.no_mouse,
    }
}
