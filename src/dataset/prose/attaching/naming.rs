//! A quantity for which the indicator is sought, or a name.

use crate::dataset::prose::filling::quantity_context::QuantityContext;
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::name_ending::Ending;

/// A quantity with the words before it, by which an indicator is found or named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Naming<'s> {
    pub(super) context: &'s QuantityContext<'s>,
    pub(super) found: &'s BeforeFigure,
    /// How these words end.
    pub(super) ending: Ending,
}
