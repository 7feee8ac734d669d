//! Changes behind a share: "chiếm 12% tổng vốn, tăng 8%" is the growth of the value, or a change of the share.

use super::filled_row::figure;
use crate::dataset::prose::numbers::magnitude::class_of;
use crate::dataset::prose::numbers::quantity::Quantity;
use crate::dataset::prose::rows::draft_row::{Doubt, DraftRow};
use crate::dataset::prose::tokens::fate::Decision;
use crate::dataset::prose::tokens::number_rule::NumberRule;
use crate::lexicon::prose::UnitClass;
use crate::lexicon::prose_words::MEASURED_BY_SHARE;
use crate::text::lower_case::LowerCase;
use rust_decimal::Decimal;

/// The decision about a change of the share that an amount is of a whole, which no field holds.
pub(super) fn change_of_share(
    row: &mut DraftRow,
    quantity: &Quantity,
    behind_share: bool,
    words: &str,
) -> Option<Decision> {
    let no_rate = row.unit.as_deref().is_some_and(|unit| !unit.contains('%'));
    // "1.066 tỷ đồng, bằng 43% kế hoạch, thấp hơn cùng kỳ năm trước 5,1 điểm phần trăm".
    // "1.334 tỷ đồng, chiếm 1,1% tổng dư nợ, tăng 0,15 điểm phần trăm".
    let of_noted_share = behind_share && !row.notes.is_empty();
    let kept = !row.percents.is_empty() || of_noted_share;
    if quantity.class == UnitClass::Points && no_rate && kept {
        row.notes.push(words.to_owned());
        return Some(figure(NumberRule::RemarkInNote));
    }
    // "2.080 tỷ đồng, chiếm 1,02%, tăng 0,17 điểm phần trăm".
    if quantity.class == UnitClass::Points && no_rate && row.actual.is_some() {
        return Some(Decision::passing(NumberRule::ChangeOfShare));
    }
    // "chiếm 2,2% số phải thu, giảm 0,45%": of the share or of the amount.
    if behind_share && no_rate && quantity.is_percent() {
        return match growth_behind_share(row, quantity, words) {
            GrowthBehindShare::OfAmount => None,
            GrowthBehindShare::Perhaps => {
                row.doubt(Doubt::OwnerOpen);
                None
            }
            GrowthBehindShare::Unknown => {
                row.doubt(Doubt::UnreadNearby);
                Some(Decision::unread(NumberRule::ChangeOfShare))
            }
        };
    }
    None
}

/// What has grown behind an amount and its share.
enum GrowthBehindShare {
    /// The amount: "2.465 tỷ đồng, chiếm 17,6% tổng vốn, tăng 24,3%".
    OfAmount,
    /// Most likely the amount.
    Perhaps,
    /// The amount, or the share by so many points.
    Unknown,
}

/// What a percent behind a share is the growth of. `words` are the words of the change.
fn growth_behind_share(row: &DraftRow, quantity: &Quantity, words: &str) -> GrowthBehindShare {
    let name = row.name.lower_case();
    let debt = MEASURED_BY_SHARE.iter().any(|thing| name.contains(thing));
    // Amounts rise and fall; a rate is higher or lower: "chiếm 5,1% diện tích, thấp hơn cùng kỳ 1,7%".
    let words = words.lower_case();
    let compares_rates = ["thấp hơn", "cao hơn"].iter().any(|compared| words.contains(compared));
    if debt || compares_rates || quantity.value < Decimal::ONE {
        return GrowthBehindShare::Unknown;
    }
    // No share has risen by more points than it has.
    let share = row.notes.last().and_then(|note| percent_in(note));
    let rises = !words.starts_with("giảm");
    if rises && share.is_some_and(|share| quantity.value > share) {
        return GrowthBehindShare::OfAmount;
    }
    match row.unit.as_deref().and_then(class_of) {
        Some(UnitClass::Money | UnitClass::Measure) => GrowthBehindShare::OfAmount,
        _ => GrowthBehindShare::Perhaps,
    }
}

/// The percent in the words of a share: 17,6 in "chiếm 17,6% tổng vốn".
fn percent_in(words: &str) -> Option<Decimal> {
    let number = words.split_once('%').map(|(before, _)| before)?.rsplit(' ').next()?;
    number.replace(',', ".").parse().ok()
}
