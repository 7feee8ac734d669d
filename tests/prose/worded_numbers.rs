//! Changes whose number English writes in words, and verbs of change without one: no part of the name before them.

use crate::reports::{line, rows_of};

fn lines(text: &str) -> Vec<String> {
    rows_of("Westerby District, annual report 2024", text).iter().map(line).collect()
}

#[test]
fn a_change_may_be_written_in_words() {
    for (text, wanted) in [
        (
            "The employment rate rose four percentage points to 72 percent.",
            "Employment rate 72 % +4",
        ),
        (
            "The employment rate rose by four percentage points to 72 percent.",
            "Employment rate 72 % +4",
        ),
        ("The employment rate rose by four percentage points.", "Employment rate +4"),
        ("Unemployment fell two points to 5.2 percent.", "Unemployment 5.2 % -2"),
        ("Unemployment fell 2 points to 5.2 percent.", "Unemployment 5.2 % -2"),
        (
            "The poverty rate was up half a percentage point at 9.5 percent.",
            "Poverty rate 9.5 % +0.5",
        ),
        (
            "The poverty rate fell by one and a half percentage points to 9.5%.",
            "Poverty rate 9.5 % -1.5",
        ),
        ("Inflation eased a quarter of a point to 2.75 percent.", "Inflation 2.75 % -0.25"),
        (
            "The poverty rate was cut by a full percentage point to 9.5 percent.",
            "Poverty rate 9.5 % -1",
        ),
        ("Exports grew twenty-five percent to $9 billion.", "Exports 9 $ billion +25%"),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn points_that_are_no_change_stay_words() {
    for text in ["The team scored three points and won.", "A point was made by the chair."] {
        assert!(lines(text).is_empty(), "{text}");
    }
    // What is so much higher is no level.
    let text = "The rate was one percent higher than the four percent target.";
    assert!(lines(text).is_empty(), "{text}");
}

#[test]
fn a_verb_of_change_is_no_part_of_a_name() {
    for (text, wanted) in [
        ("Exports more than doubled to $9 billion.", "Exports 9 $ billion"),
        ("The number of burglaries halved to 212 cases.", "Number of burglaries 212 cases"),
        ("Maize output fell by a third to 1.4 million tonnes.", "Maize output 1.4 million tonnes"),
        ("The trade deficit narrowed markedly to $1.2 billion.", "Trade deficit 1.2 $ billion"),
        ("Inflation rose for the second month running to 4.4 percent.", "Inflation 4.4 %"),
        (
            "The number of declined applications fell to 48 cases.",
            "Number of declined applications 48 cases",
        ),
    ] {
        assert_eq!(lines(text), [wanted], "{text}");
    }
}

#[test]
fn a_range_in_words_that_is_not_understood_is_listed() {
    for (text, wanted) in [
        (
            "The unemployment rate rose by two to three percentage points.",
            "two to three percentage points",
        ),
        ("Output rose by two to three percent.", "two to three percent"),
        ("Prices fell by around three to four percent.", "three to four percent"),
    ] {
        let draft = crate::reports::read("The economy of Tay Ninh", text);
        let unread = draft.numbers.iter().filter(|number| number.indicator.is_none());
        assert_eq!(unread.map(|number| &*number.text).collect::<Vec<_>>(), [wanted], "{text}");
    }
}

#[test]
fn a_percent_in_words_that_begins_its_clause_is_a_share() {
    for (text, wanted) in [
        (
            "Ten percent of households have no access to clean water.",
            "Households have no access to clean water 10 %",
        ),
        ("Twelve percent of pupils were absent.", "Pupils were absent 12 %"),
    ] {
        let found = crate::reports::rows_of("The economy of Tay Ninh in 2024", text);
        assert_eq!(found.iter().map(crate::reports::line).collect::<Vec<_>>(), [wanted], "{text}");
    }
}
