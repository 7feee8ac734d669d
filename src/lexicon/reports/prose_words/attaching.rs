//! Words by which a figure of a report belongs to one indicator and not to another.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Kinds of institutions and sites that do what is counted, each with a name of its own: "bệnh viện".
pub(crate) static OWNERS: WordList = WordList::of(FILE, "owner");

/// Levels whose budgets a list names without the word for a budget: "ngân sách trung ương …, tỉnh …".
pub(crate) static BUDGET_LEVELS: WordList = WordList::of(FILE, "budget level");

/// Names of revenue, fees, money and quantities begin so: none of them is measured in percent.
pub(crate) static AMOUNT_NAMES: WordList = WordList::of(FILE, "amount name");

/// Words in the name of an amount whose share is given as a percent: "thu học phí không dùng tiền mặt".
pub(crate) static SHARE_OF_AMOUNT: WordList = WordList::of(FILE, "share of amount");

/// Classes whose share of all that are counted alike is a rate: "hộ nghèo".
pub(crate) static CLASSES_WITH_RATE: WordList = WordList::of(FILE, "class with a rate");

/// Verbs between a plan and what was done of it: "thực hiện".
pub(crate) static RESULT_VERBS: WordList = WordList::of(FILE, "verb of a result");

/// Levels and areas that replace each other in a list of names: "mầm non", "tiểu học".
pub(crate) static LEVELS: WordList = WordList::of(FILE, "level");

/// Words that two names of a list may share without being parts of one name.
pub(crate) static PART_WORDS: WordList = WordList::of(FILE, "part word");

/// Names of what happened to somebody, which do not say by what: "làm chết người".
pub(crate) static NEEDS_SUBJECT: WordList = WordList::of(FILE, "needs a subject");

/// Words that announce the worth of what was counted or weighed.
pub(crate) static WORTH: WordList = WordList::of(FILE, "worth");

/// Words for sums of money, with which a change says what it is in.
pub(crate) static MONEY_WORDS: WordList = WordList::of(FILE, "money word");

/// Words for amounts that are weighed or measured, with which a change says what it is in.
pub(crate) static AMOUNT_WORDS: WordList = WordList::of(FILE, "amount word");

/// Words that say that somebody has done what is counted behind a figure: "thực hiện".
pub(crate) static ACTS: WordList = WordList::of(FILE, "act");

/// Verbs that are done to persons, organisations and cases, so that two counts share one: "kiểm tra".
pub(crate) static DONE_TO: WordList = WordList::of(FILE, "done to");

/// Levels of schools, which have what is counted: "trường mầm non".
pub(crate) static SCHOOLS: WordList = WordList::of(FILE, "school");

/// Levels of schools that replace each other within a name.
pub(crate) static SCHOOL_LEVELS: WordList = WordList::of(FILE, "school level");

/// Measures that a group has in the unit of the whole, and no part of it: "công suất phòng".
pub(crate) static AVERAGED_MEASURES: WordList = WordList::of(FILE, "averaged measure");

/// Persons that are counted next to the cases that they are in: "đối tượng".
pub(crate) static PERSONS_OF_CASES: WordList = WordList::of(FILE, "persons of cases");

/// Services of which visits and downloads are counted: "ứng dụng".
pub(crate) static SERVICES: WordList = WordList::of(FILE, "service");

/// Words before one of the things over which something is averaged: "bình quân mỗi xã".
pub(crate) static AVERAGE_OF_EACH: WordList = WordList::of(FILE, "average of each");

/// Words of a rank that say among whom it is, and not in what: "trong khu vực".
pub(crate) static SAYS_AMONG_WHOM: WordList = WordList::of(FILE, "says among whom");

/// Words before what a change is against: "so với".
pub(crate) static COMPARED_WITH: WordList = WordList::of(FILE, "compared with");

/// Words behind what is measured that say that a place has the most or the least of it: "cao nhất".
pub(crate) static SUPERLATIVES: WordList = WordList::of(FILE, "superlative");

/// What each of the things that are counted may be worth: "37 items with export value of over $1 billion".
pub(crate) static WORTH_OF_EACH: WordList = WordList::of(FILE, "worth of each");

/// Words of the names of those who give plans: "HĐND tỉnh giao".
pub(crate) static PLAN_GIVERS: WordList = WordList::of(FILE, "plan giver");

/// Who has what is measured, without a word that says which of them: "các đơn vị".
pub(crate) static NAMES_NO_OWNER: WordList = WordList::of(FILE, "names no owner");

/// Verbs behind "được" that say that capital is there to be used: "phân bổ".
pub(crate) static GIVES_CAPITAL: WordList = WordList::of(FILE, "gives capital");
