//! Words by which a figure of a report goes into a field of its indicator.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// "trên 4".
pub(crate) static OVER: WordList = WordList::of(FILE, "over");

/// "dưới 4".
pub(crate) static UNDER: WordList = WordList::of(FILE, "under");

/// "ít nhất 4".
pub(crate) static AT_LEAST: WordList = WordList::of(FILE, "at least");

/// "không quá 4".
pub(crate) static AT_MOST: WordList = WordList::of(FILE, "at most");

/// "khoảng 4".
pub(crate) static ABOUT: WordList = WordList::of(FILE, "about");

/// Words before a value that do not make it a bound.
pub(crate) static NO_BOUND: WordList = WordList::of(FILE, "no bound");

/// Names of money that a budget plans begin so.
pub(crate) static BUDGET_MONEY: WordList = WordList::of(FILE, "budget money");

/// Names that begin like money of a budget, but mean something else: "thu gom".
pub(crate) static NO_BUDGET_MONEY: WordList = WordList::of(FILE, "no budget money");

/// Words of names of work, of which all would be done: "giải quyết".
pub(crate) static WORK: WordList = WordList::of(FILE, "work");

/// First words of the whole that a share is of: "94% tổng đàn".
pub(crate) static WHOLES: WordList = WordList::of(FILE, "whole");

/// Names of sums that are planned begin so: "tổng kế hoạch".
pub(crate) static PLAN_NAMES: WordList = WordList::of(FILE, "plan name");

/// Words for a change for the better, which may be a rise or a fall: "cải thiện 0,4 điểm".
pub(crate) static IMPROVING: WordList = WordList::of(FILE, "improving");

/// Counters of anything, also of what was counted before: "giảm 4 trường hợp".
pub(crate) static GENERIC_COUNTERS: WordList = WordList::of(FILE, "generic counter");

/// Measures that are themselves in percent a year: "lãi suất".
pub(crate) static RATES_PER_YEAR: WordList = WordList::of(FILE, "rate per year");

/// What is watched by its share, so that a change behind that may be one of the share: "nợ xấu".
pub(crate) static MEASURED_BY_SHARE: WordList = WordList::of(FILE, "measured by share");

/// Words before the region among whose places something is ranked: "trong cả nước".
pub(crate) static WITHIN_REGION: WordList = WordList::of(FILE, "within a region");

/// Names of targets for the end of a year: "year-end target".
pub(crate) static ANNUAL_TARGETS: WordList = WordList::of(FILE, "annual target");

/// Words that make a change one in the average of some years: "tăng bình quân".
pub(crate) static YEARLY_AVERAGES: WordList = WordList::of(FILE, "yearly average");

/// Ends of units of what is counted or changes every year: "%/năm".
pub(crate) static PER_YEAR: WordList = WordList::of(FILE, "per year");

/// Those that say that it is below that: "thấp hơn".
pub(crate) static LOWER_THAN: WordList = WordList::of(FILE, "lower than");

/// Names of rates of growth, whose value is a growth, begin so.
pub(crate) static GROWTH_RATES: WordList = WordList::of(FILE, "growth rate");
