//! A bar whose length is a figure, in eighths of a cell.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// The bar of a figure on a scale from zero to the greatest one in `cells`; a figure above 0 has at least one eighth.
pub(super) fn text(figure: Decimal, greatest: Decimal, cells: usize) -> String {
    let most = Decimal::from(cells * 8);
    let share = figure.checked_div(greatest).and_then(|share| share.checked_mul(most));
    let eighths = share.and_then(|eighths| eighths.round().to_usize()).unwrap_or(0);
    let eighths = if figure > Decimal::ZERO { eighths.max(1) } else { eighths };
    format!("{}{}", "▇".repeat(eighths / 8), EIGHTHS[eighths % 8])
}
