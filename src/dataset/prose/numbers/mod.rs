//! Stage 2: what each number is: no figure at all (a date, an ordinal, a document, a part of a name), or a quantity
//! with its unit.

pub(super) mod aside;
mod aside_classes;
mod aside_contacts;
mod aside_dates;
mod aside_groups;
mod aside_names;
mod aside_tokens;
mod counted_noun;
pub(super) mod magnitude;
pub(super) mod quantity;
pub(super) mod quantity_reader;
mod quantity_unit;
mod worded_amount;
mod worded_rank;
