//! Texts with numbers, of one and of several.

use super::Words;
use crate::app::Lang;
use crate::dataset::{Fate, KeptDecisions, SetAside};

#[test]
fn one_thing_is_no_plural_in_english() {
    let words = Words(Lang::English);
    let kept = KeptDecisions { accepted: 1, set_aside: 1, lost: 1 };
    for (text, expected) in [
        (words.draft_of(1), "a draft: 1 indicator is to be reviewed"),
        (words.wholes_and_parts(1, 1), "1 indicator, 1 part"),
        (words.report_size(1, 0), "1 paragraph"),
        (words.report_size(1, 1), "1 paragraph, 1 table"),
        (words.imported(1, 1), "1 indicator: 0 sure, 1 to review"),
        (words.numbers_counted(1, 0, &[(Fate::Figure, 1)]), "1 number: 1 of indicators"),
        (words.tables_apart(1, "a.docx"), "1 table is no prose; open it with: chitieu a.docx"),
        (
            words.tables_unread(1, 1),
            "1 table with 1 number is not read; open it from the .docx or .xlsx",
        ),
        (words.set_aside(SetAside::Navigation, 1), "set aside: 1 block of navigation and links"),
        (
            words.kept_decisions(kept),
            "kept from the earlier draft: 1 accepted indicator, 1 number set aside; \
             1 indicator or number left out, of paragraphs that are gone",
        ),
        (words.open_numbers(1, 1), "? 1 number to review · ! 1 not understood"),
        (words.results(1), "1 result"),
        (words.indicators_counted(1), "1 indicator"),
        (words.places_without_figures(1), "1 place without a figure"),
        (words.plan_indicators_counted(1), "1 plan indicator"),
        (words.elsewhere_too(1), "1 other result fits too"),
    ] {
        assert_eq!(text, expected);
    }
    assert_eq!(words.wholes_and_parts(2, 0), "2 indicators, 0 parts");
    assert_eq!(words.draft_of(12), "a draft: 12 indicators are to be reviewed");
}
