//! Words by which the indicators of a report are judged: what is sure, and of which period.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Classifiers, which do not say what is counted: "chiếc".
pub(crate) static CLASSIFIERS: WordList = WordList::of(FILE, "classifier");

/// First words of English names that go on about what was named before, and name nothing: "remained", "ahead".
pub(crate) static NO_ENGLISH_NAME: WordList = WordList::of(FILE, "no English name");

/// Names of measures that do not say what is measured: "năng suất".
pub(crate) static BARE_MEASURES: WordList = WordList::of(FILE, "bare measure");

/// Words with which the name of a rate begins, which the next items of a list leave out.
pub(crate) static RATE_HEADS: WordList = WordList::of(FILE, "rate head");

/// Verbs that say nothing without what they are done to: "phát hiện 127 vụ".
pub(crate) static NEEDS_OBJECT: WordList = WordList::of(FILE, "needs an object");

/// What is counted where measures are that have their own names: "khoản thu".
pub(crate) static LISTED_MEASURES: WordList = WordList::of(FILE, "listed measure");

/// Verbs that are done with money, which a list of sources names once: "giải ngân".
pub(crate) static DONE_WITH_MONEY: WordList = WordList::of(FILE, "done with money");

/// Words before a verdict that make it none: "khó đạt kế hoạch".
pub(crate) static NO_VERDICT: WordList = WordList::of(FILE, "no verdict");

/// Names of sums of money begin so: "doanh thu".
pub(crate) static MONEY_NAMES: WordList = WordList::of(FILE, "money name");

/// Names of areas begin so: "diện tích".
pub(crate) static AREA_NAMES: WordList = WordList::of(FILE, "area name");

/// Names of durations begin so: "thời gian".
pub(crate) static DURATION_NAMES: WordList = WordList::of(FILE, "duration name");

/// Names of places and offices, which say nothing about what is counted there: "toàn khu vực".
pub(crate) static WHOLE_NAMES: WordList = WordList::of(FILE, "whole name");

/// Words with which no name begins: "của".
pub(crate) static CUT_STARTS: WordList = WordList::of(FILE, "cut start");

/// Words with which no name ends: "được".
pub(crate) static CUT_ENDS: WordList = WordList::of(FILE, "cut end");

/// The month before, with which a figure of a month is compared: "tháng trước".
pub(crate) static MONTHS_BEFORE: WordList = WordList::of(FILE, "month before");

/// Words for the plan of a term, whose years they do not name: "mục tiêu 5 năm".
pub(crate) static PLANS_OF_YEARS: WordList = WordList::of(FILE, "plan of years");

/// Words with which a sentence begins that gives a verdict without a name: "Hầu hết các chỉ tiêu đạt kế hoạch".
pub(crate) static VAGUE_STARTS: WordList = WordList::of(FILE, "vague start");

/// Who resolves the plans of single years: "Nghị quyết HĐND".
pub(crate) static PLANS_OF_YEAR: WordList = WordList::of(FILE, "plan of a year");

/// Words for the plan of a term: "Nghị quyết Đại hội".
pub(crate) static PLANS_OF_TERM: WordList = WordList::of(FILE, "plan of a term");

/// First words of who does something, whose name says nothing with a bare verb: "Ngành thuế thu".
pub(crate) static KEPT_ACTORS: WordList = WordList::of(FILE, "kept actor");

/// Words that say that a paragraph is about a whole year: "trong năm".
pub(crate) static SPEAKS_OF_YEAR: WordList = WordList::of(FILE, "speaks of the year");

/// Verbs of one syllable that are done with money, and do not say with which: "vay".
pub(crate) static MONEY_VERBS: WordList = WordList::of(FILE, "money verb");
