//! Words by which it is decided what a figure of a report says.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Words that begin a remark in brackets about something else.
pub(crate) static REMARK_STARTS: WordList = WordList::of(FILE, "remark");

/// Words for the values between which something is to be: "target band of 3 to 6 percent".
pub(crate) static TARGET_BANDS: WordList = WordList::of(FILE, "target band");

/// Words behind points that say on which side of something else a figure is: "0.4 points below the profile".
pub(crate) static WORDS_OF_SIDES: WordList = WordList::of(FILE, "words of sides");

/// Words with which the name of an earlier period begins: "cùng kỳ".
pub(crate) static EARLIER_PERIODS: WordList = WordList::of(FILE, "earlier period");

/// Comparisons that say what they are with: "year-on-year", "so cùng kỳ".
pub(crate) static COMPLETE_COMPARISONS: WordList = WordList::of(FILE, "complete comparison");

/// Words of a comparison which say that it is with another time: "vụ", "trước".
pub(crate) static TIMES_OF_BASE: WordList = WordList::of(FILE, "time of a base");

/// Words of a comparison which say that it is with others: "bình quân cả nước".
pub(crate) static LEVELS_OF_OTHERS: WordList = WordList::of(FILE, "level of others");

/// Last words before a planned figure that say who has set it: "chỉ tiêu Bộ Công an giao".
pub(crate) static GIVES_PLANS: WordList = WordList::of(FILE, "gives plans");

/// Words for what was required, whose figure is no plan: "vượt quy định (từ 90% trở lên)".
pub(crate) static REQUIRED: WordList = WordList::of(FILE, "required");

/// English words before a target that a figure is above or below: "exceeding".
pub(crate) static BEHIND_VERB_OF_AIMS: WordList = WordList::of(FILE, "behind a verb of aims");

/// English words behind a figure that make it a planned one: "84% of the £11.1 million planned".
pub(crate) static PLANNED_BEHIND: WordList = WordList::of(FILE, "planned behind");

/// Words next to the name of a plan, which say whose it is, and nothing else: "kế hoạch tỉnh giao".
pub(crate) static NEXT_TO_PLAN: WordList = WordList::of(FILE, "next to a plan");

/// Words that name the figure of another time, and nothing else: "con số cùng kỳ".
pub(crate) static NAMES_FIGURE: WordList = WordList::of(FILE, "names the figure");
