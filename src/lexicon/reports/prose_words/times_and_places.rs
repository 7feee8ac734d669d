//! Words for the periods and places that a report names.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Words before a place at the start of a paragraph.
pub(crate) static BEFORE_PLACES: WordList = WordList::of(FILE, "before a place");

/// Councils and committees before the kind of their place: "HĐND".
pub(crate) static PLACE_COUNCILS: WordList = WordList::of(FILE, "council of a place");

/// Words of English titles that say what kind of report it is, or what about.
pub(crate) static TITLE_WORDS: WordList = WordList::of(FILE, "title word");

/// Kinds of places with which the name of an English place ends: "Sabaragam Province".
pub(crate) static ENGLISH_KINDS: WordList = WordList::of(FILE, "English kind of place");

/// The kinds of places smaller than a commune: "cửa khẩu".
pub(crate) static SMALL_PLACES: WordList = WordList::of(FILE, "small place");

/// Words behind a number of months that is the term of money: "6-month deposit rates".
pub(crate) static TERMS_OF_MONEY: WordList = WordList::of(FILE, "term of money");

/// Words with which a time begins that is shorter than the period of any report: "dịp", "đợt".
pub(crate) static SOME_DAYS: WordList = WordList::of(FILE, "some days");

/// Small numbers as they are written in words: "hai", "ba".
pub(crate) static SOME_NUMBERS: WordList = WordList::of(FILE, "some numbers");

/// Words of a line that says when a text was published: "Thứ Ba, 13/8/2024 - 15:42".
pub(crate) static DATELINE_WORDS: WordList = WordList::of(FILE, "dateline");

/// Words before the days from which to which the figures of a report are: "số liệu từ".
pub(crate) static DATA_SPAN_STARTS: WordList = WordList::of(FILE, "data span");

/// Words before a place that is only mentioned: "tại", "với".
pub(crate) static ELSEWHERE: WordList = WordList::of(FILE, "elsewhere");

/// Words of a sentence about another place than that of the text: "học tập kinh nghiệm".
pub(crate) static VISITS: WordList = WordList::of(FILE, "visit");

/// Names of regions, which are no provinces: "Tây Nguyên".
pub(crate) static REGION_NAMES: WordList = WordList::of(FILE, "region name");

/// Some days of a month, which are no period of statistics: "trung tuần tháng".
pub(crate) static DAYS_OF_MONTH: WordList = WordList::of(FILE, "days of a month");

/// Words behind a comma that join a clause with a subject of its own: "…, còn Hưng Yên thu …".
pub(crate) static JOINS_CLAUSE: WordList = WordList::of(FILE, "joins a clause");

/// Words with which a clause begins before its subject: "Trong khi đó, Hưng Yên …".
pub(crate) static OPENS_CLAUSE: WordList = WordList::of(FILE, "opens a clause");

/// Words before the next place in a row of places: "kế đến là Hàm Thuận Bắc".
pub(crate) static NEXT_PLACES: WordList = WordList::of(FILE, "next place");

/// Words behind a name that call it a place: "Phan Thiết là địa phương có …".
pub(crate) static CALLED_PLACES: WordList = WordList::of(FILE, "called a place");

/// Words with which a clause begins that is about the place before it: "Tỉnh này …".
pub(crate) static THIS_PLACE: WordList = WordList::of(FILE, "this place");

/// Words with which a clause begins that is about the whole of several places: "Toàn tỉnh", "Tính chung".
pub(crate) static WHOLE_PLACES: WordList = WordList::of(FILE, "whole place");

/// Words for the last month of a report: "trong tháng".
pub(crate) static THIS_MONTH: WordList = WordList::of(FILE, "this month");

/// Words for the last quarter of a report: "trong quý".
pub(crate) static THIS_QUARTER: WordList = WordList::of(FILE, "this quarter");

/// Words for the end of what a report is about: "lũy kế đến nay".
pub(crate) static UNTIL_NOW: WordList = WordList::of(FILE, "until now");

/// Words before the time with which a sentence begins: "Trong 5 ngày".
pub(crate) static WITHIN_TIME: WordList = WordList::of(FILE, "within a time");

/// Units of times that are shorter than the period of any report: "5 ngày".
pub(crate) static UNITS_OF_DAYS: WordList = WordList::of(FILE, "unit of days");

/// Words behind "tuần" that say which week it is: "Tuần qua".
pub(crate) static NAMES_WEEK: WordList = WordList::of(FILE, "names a week");

/// Words before a day that may be that of a meeting: "Sáng 3/2".
pub(crate) static PARTS_OF_DAY: WordList = WordList::of(FILE, "part of a day");

/// Words that name an earlier year by the present one: "cùng kỳ năm 2023".
pub(crate) static RELATIVE_PERIODS: WordList = WordList::of(FILE, "relative period");

/// English words before a day up to which something is counted: "as of December 20".
pub(crate) static UNTIL_DAY: WordList = WordList::of(FILE, "until a day");

/// Words of a title that make its report one in the middle of a term: "giữa nhiệm kỳ".
pub(crate) static MID_TERM: WordList = WordList::of(FILE, "mid-term");

/// Words with which a title goes on behind its place: "Nghệ An chín tháng", "Chư Pưh: …".
pub(crate) static BEHIND_PLACE_OF_TITLE: WordList =
    WordList::of(FILE, "behind the place of a title");

/// What a place does in the title of a text that may be about others as well: "Hải Phòng trở lại ngôi đầu".
pub(crate) static DOES_IN_TITLE: WordList = WordList::of(FILE, "does in a title");

/// Words that a title has for all places of which it names one: "63 tỉnh", "của cả nước".
pub(crate) static ALL_PLACES: WordList = WordList::of(FILE, "all places of the country");

/// Words that compare a figure with what is behind them: "cao hơn".
pub(crate) static COMPARATIVES: WordList = WordList::of(FILE, "comparative");

/// First words of documents by which something is done: "theo Nghị định 55".
pub(crate) static BASIS_DOCUMENTS: WordList = WordList::of(FILE, "document of a basis");

/// Words before the document by which something is done.
pub(crate) static BY_DOCUMENT: WordList = WordList::of(FILE, "by a document");

/// Words that bring a figure up to a longer period: "bringing the nine-month figure to".
pub(crate) static RUNNING_TOTALS: WordList = WordList::of(FILE, "running total");

/// Words for such a figure.
pub(crate) static TOTALED: WordList = WordList::of(FILE, "totaled");
