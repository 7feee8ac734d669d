//! Who gives a verdict, as its heading says: the commune that is judged, the district that examines, the province
//! that appraises.

use super::phrases::{has, key};
use crate::lexicon::words::word_list::WordList;
use crate::text::fold::accented;

/// The words that this file looks for.
const FILE: &str = include_str!("../words/headings.txt");

static SELF_ASSESSED: WordList = WordList::of(FILE, "self-assessed");
static ASSESSED: WordList = WordList::of(FILE, "assessed");
static EXAMINED: WordList = WordList::of(FILE, "examined");
static APPRAISED: WordList = WordList::of(FILE, "appraised");
static RECOGNISED: WordList = WordList::of(FILE, "recognised");
static COMMUNE: WordList = WordList::of(FILE, "commune with accents");
static DISTRICT: WordList = WordList::of(FILE, "district with accents");
static CITY: WordList = WordList::of(FILE, "city with accents");
static PROVINCE: WordList = WordList::of(FILE, "province with accents");
static STATE: WordList = WordList::of(FILE, "state with accents");

/// What those who give a verdict do, in the order in which they do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Examination {
    /// Tự đánh giá.
    SelfAssessed,
    /// Đánh giá.
    Assessed,
    /// Thẩm tra.
    Examined,
    /// Thẩm định.
    Appraised,
    /// Công nhận.
    Recognised,
}

impl Examination {
    /// The examination that a heading names. If it names several, the first one says who writes: "Thẩm tra, đề nghị
    /// công nhận"; "Đánh giá" over it says nothing.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let key = key(heading);
        let named = [
            (&SELF_ASSESSED, Self::SelfAssessed),
            (&EXAMINED, Self::Examined),
            (&APPRAISED, Self::Appraised),
            (&RECOGNISED, Self::Recognised),
            (&ASSESSED, Self::Assessed),
        ];
        named.into_iter().find(|(words, _)| has(&key, words)).map(|(_, examination)| examination)
    }
}

/// A level of authorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Authority {
    /// Xã.
    Commune,
    /// Huyện.
    District,
    /// Thành phố, which is above a district or one itself.
    City,
    /// Tỉnh.
    Province,
    /// Trung ương.
    State,
}

impl Authority {
    /// The highest authority that a heading names.
    pub(crate) fn of(heading: &str) -> Option<Self> {
        let text = accented(heading).replace("xã hội", "");
        let levels = [
            (&STATE, Self::State),
            (&PROVINCE, Self::Province),
            (&CITY, Self::City),
            (&DISTRICT, Self::District),
            (&COMMUNE, Self::Commune),
        ];
        levels.into_iter().find(|(words, _)| has(&text, words)).map(|(_, authority)| authority)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_who_judges() {
        use Authority::{Commune, District, Province};
        use Examination::{Appraised, Assessed, Examined, Recognised, SelfAssessed};
        for (heading, examination, authority) in [
            ("Xã tự đánh giá", Some(SelfAssessed), Some(Commune)),
            ("Kết quả tự đánh giá của phường", Some(SelfAssessed), Some(Commune)),
            ("Đánh giá · Huyện thẩm tra", Some(Examined), Some(District)),
            ("Thị xã thẩm tra, đề nghị công nhận", Some(Examined), Some(District)),
            ("Kết quả thẩm định của tỉnh", Some(Appraised), Some(Province)),
            ("Tỉnh công nhận", Some(Recognised), Some(Province)),
            ("Đánh giá tình hình kinh tế - xã hội", Some(Assessed), None),
            ("Đơn vị tính", None, None),
            ("Kết quả thực hiện", None, None),
        ] {
            assert_eq!(Examination::of(heading), examination, "{heading}");
            assert_eq!(Authority::of(heading), authority, "{heading}");
        }
    }
}
