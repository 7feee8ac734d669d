//! Words by which the name of an indicator is found and cut in a report.

use crate::lexicon::words::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("../../words/prose_words.txt");

/// Words that only say who a sentence is about.
pub(crate) static SUBJECTS: WordList = WordList::of(FILE, "subject");

/// Words that do not make a name by themselves.
pub(crate) static FUNCTION_WORDS: WordList = WordList::of(FILE, "function word");

/// Words of a name that only say how something is counted or announced.
pub(crate) static NAMES_NOTHING: WordList = WordList::of(FILE, "names nothing");

/// Units that only count times or persons of what the verb says.
pub(crate) static COUNTERS: WordList = WordList::of(FILE, "counter");

/// Verbs of a change in English, in the past: "doubled", "rose".
pub(crate) static CHANGE_VERBS: WordList = WordList::of(FILE, "English verb of change");

/// Words behind a verb of change that say how much or how, and not what: "rose again", "grew a further".
pub(crate) static BEHIND_CHANGE_VERB: WordList =
    WordList::of(FILE, "behind an English verb of change");

/// Words with which the name of goods begins, also behind a comma in that of a group: "máy vi tính, sản phẩm điện tử".
pub(crate) static GOODS: WordList = WordList::of(FILE, "goods");

/// Subjects that say what a verb is about, and not who does it: "án hình sự".
pub(crate) static TOPICS: WordList = WordList::of(FILE, "topic");

/// Verbs behind which the things are named that are missing or too many: "còn thiếu 846 giáo viên".
pub(crate) static SHORTAGE: WordList = WordList::of(FILE, "shortage");

/// Words that set what follows apart, or introduce what a figure is about: "riêng", "đối với".
pub(crate) static SETS_APART: WordList = WordList::of(FILE, "sets apart");

/// Words before a group or an area: "ở".
pub(crate) static OPENS_GROUP: WordList = WordList::of(FILE, "opens a group");

/// First words of who does in a place what counts for the place: "Sở Lao động", "Các xã".
pub(crate) static PUBLIC_ACTORS: WordList = WordList::of(FILE, "public actor");

/// Who does something, without a word that says which of them: "người dân", "các doanh nghiệp".
pub(crate) static BARE_ACTORS: WordList = WordList::of(FILE, "bare actor");

/// First words of who does something: "bệnh viện".
pub(crate) static ACTORS: WordList = WordList::of(FILE, "actor");

/// Words that introduce what was done, and limit nothing: "công tác".
pub(crate) static WORK_TOPICS: WordList = WordList::of(FILE, "work topic");

/// Seasons of crops: "hè thu".
pub(crate) static CROP_SEASONS: WordList = WordList::of(FILE, "crop season");

/// Words with which the name of a region begins, among whose places something is ranked: "khu vực", "cả nước".
pub(crate) static REGIONS: WordList = WordList::of(FILE, "region");

/// Words that need another one behind them, and end no name: "khám bệnh cho".
pub(crate) static DANGLING: WordList = WordList::of(FILE, "dangling");

/// Words before a colon behind which somebody is quoted: "cho biết".
pub(crate) static ANNOUNCES_SPEECH: WordList = WordList::of(FILE, "announces speech");

/// Words before what is left out of a figure: "trừ tiền sử dụng đất".
pub(crate) static LEAVES_OUT: WordList = WordList::of(FILE, "leaves out");

/// English verbs between a place and what is reported of it: "The province recorded GRDP growth".
pub(crate) static REPORTING_VERBS: WordList = WordList::of(FILE, "reporting verb");

/// First words of things that something was done to, and that do nothing: "nợ đã bán".
pub(crate) static DONE_THINGS: WordList = WordList::of(FILE, "done thing");

/// First words of who does something in English: "The council delivered 86 homes".
pub(crate) static ENGLISH_ACTORS: WordList = WordList::of(FILE, "English actor");

/// Last words before a colon of a clause that names nothing: "tiếp tục được đẩy mạnh".
pub(crate) static ENDS_LEAD_IN: WordList = WordList::of(FILE, "end of a lead-in");

/// Verbs of the English passive, which are no part of the name of what was counted: "homes were completed".
pub(crate) static ENGLISH_PASSIVES: WordList = WordList::of(FILE, "English passive");

/// First syllables of kinds of places and offices, which are listed as one: "xã, phường".
pub(crate) static PLACES_AND_OFFICES: WordList = WordList::of(FILE, "place or office");

/// Prepositions behind what is counted that are no part of its name: "2.150 lao động nhờ …".
pub(crate) static ENDS_NAME: WordList = WordList::of(FILE, "ends a name");

/// Verbs of what happened and is counted: "ghi nhận".
pub(crate) static HAPPENING: WordList = WordList::of(FILE, "happening");
