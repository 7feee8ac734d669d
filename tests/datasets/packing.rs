//! Packing: indicators are stored packed, and unpacking restores them exactly, digits included.

use crate::indicators::Parts;
use chitieu::model::{Actual, Collection, Dataset, Decimal, Indicator, Indicators};
use proptest::prelude::*;

/// Generates any text, often one that occurred before.
fn text() -> BoxedStrategy<String> {
    let known = prop::sample::select(&["", "%", "\0", "tỷ đồng", "năm 2023", "0"][..]);
    prop_oneof![known.prop_map(str::to_owned), any::<String>()].boxed()
}

/// Generates any decimal.
fn number() -> BoxedStrategy<Decimal> {
    let any = (any::<[u8; 12]>(), 0..=Decimal::MAX_SCALE, any::<bool>());
    let any = any.prop_map(|(bytes, scale, negative)| {
        let part = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        Decimal::from_parts(part(0), part(4), part(8), negative, scale)
    });
    let small = (-999_i64..999, 0_u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let mut negative_zero = Decimal::ZERO;
    negative_zero.set_sign_negative(true);
    prop_oneof![any, small, Just(negative_zero), Just(Decimal::MAX), Just(Decimal::MIN)].boxed()
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let parts = Parts { text: text(), number: number() };
    (parts.indicator(), text()).prop_map(|(indicator, id)| Indicator { id, ..indicator })
}

/// Formats an indicator so that digits and signs are compared as well as values: 16.70 is not 16.7.
fn whole(indicator: &Indicator) -> String {
    format!("{indicator:?}")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn unpacking_restores_what_was_packed(all in prop::collection::vec(indicator(), 0..80)) {
        let packed: Indicators = all.iter().cloned().collect();
        prop_assert_eq!(packed.len(), all.len());
        prop_assert!(packed.get(all.len()).is_none() && packed.name(usize::MAX).is_none());
        let mut left = all.iter();
        packed.each(0..all.len(), |indicator| {
            assert_eq!(whole(indicator), whole(left.next().unwrap()));
        });
        prop_assert!(left.next().is_none());
        for (at, indicator) in all.iter().enumerate() {
            prop_assert_eq!(whole(&packed.get(at).unwrap()), whole(indicator));
            prop_assert_eq!(packed.name(at), Some(indicator.name.as_str()));
            prop_assert_eq!(packed.id(at), Some(indicator.id.as_str()));
            prop_assert_eq!(packed.unit(at), indicator.unit.as_deref());
        }
        let (start, end) = (all.len() / 3, all.len() - all.len() / 4);
        let run: Vec<_> = packed.range(start..end).collect();
        prop_assert_eq!(format!("{run:?}"), format!("{:?}", &all[start..end]));
    }

    #[test]
    fn different_indicators_are_not_equal(
        all in prop::collection::vec(indicator(), 1..40),
        other in indicator(),
        at in any::<prop::sample::Index>(),
    ) {
        let packed: Indicators = all.iter().cloned().collect();
        prop_assert_eq!(&packed, &packed.iter().collect());
        let at = at.index(all.len());
        let mut changed = all.clone();
        changed[at] = other;
        let same = whole(&changed[at]) == whole(&all[at]);
        prop_assert_eq!(packed == changed.into_iter().collect(), same);
    }
}

#[test]
fn indicators_with_different_digits_are_not_equal() {
    let of = |figure| {
        let actual = Some(Actual::Figure(figure));
        Indicators::from_iter([Indicator { actual, ..Indicator::named("a", "A") }])
    };
    assert_ne!(of(Decimal::new(167, 1)), of(Decimal::new(1670, 2)));
}

#[test]
fn an_entry_has_the_name_id_and_unit_of_its_indicator() {
    let mut dataset = Dataset::of_names("Nơi", ["A", "B"]);
    let unit = Some("ha".to_owned());
    dataset.indicators =
        dataset.indicators.iter().map(|i| Indicator { unit: unit.clone(), ..i }).collect();
    let collection = Collection::new([dataset.clone(), dataset]);
    let entry = collection.get(3).unwrap();
    assert_eq!((entry.id(), entry.name(), entry.unit()), ("2", "B", Some("ha")));
    assert_eq!(entry.indicator(), Indicator { unit, ..Indicator::named("2", "B") });
    assert_eq!(collection.names().collect::<Vec<_>>(), ["A", "B", "A", "B"]);
}
