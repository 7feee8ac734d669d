//! Words of reports that are compared as they are written. The phrases that say something about a number are in
//! [`prose`](super::prose).

pub(crate) use super::word_list::WordList;

/// The words that this file looks for.
const FILE: &str = include_str!("prose_words.txt");

/// Words that only say who a sentence is about.
pub(crate) static SUBJECTS: WordList = WordList::of(FILE, "subject");

/// Words that do not make a name by themselves.
pub(crate) static FUNCTION_WORDS: WordList = WordList::of(FILE, "function word");

/// Words of a name that only say how something is counted or announced.
pub(crate) static NAMES_NOTHING: WordList = WordList::of(FILE, "names nothing");

/// Units that only count times or persons of what the verb says.
pub(crate) static COUNTERS: WordList = WordList::of(FILE, "counter");

/// Words that begin a remark in brackets about something else.
pub(crate) static REMARK_STARTS: WordList = WordList::of(FILE, "remark");

/// Words that begin the name of an office, and not of a place: "Tỉnh Đoàn".
pub(crate) static OFFICES: WordList = WordList::of(FILE, "office");

/// Words before a full stop that does not end a sentence.
pub(crate) static ABBREVIATIONS: WordList = WordList::of(FILE, "abbreviation");

/// The kinds of documents with which a title begins, in capitals.
pub(crate) static DOCUMENT_KINDS: WordList = WordList::of(FILE, "document");

/// Words before a place at the start of a paragraph.
pub(crate) static BEFORE_PLACES: WordList = WordList::of(FILE, "before a place");

/// Kinds of institutions and sites that do what is counted, each with a name of its own: "bệnh viện".
pub(crate) static OWNERS: WordList = WordList::of(FILE, "owner");

/// Classifiers, which do not say what is counted: "chiếc".
pub(crate) static CLASSIFIERS: WordList = WordList::of(FILE, "classifier");

/// Names of months with a full stop behind them: "Nov. 6".
pub(crate) static SHORT_MONTHS: WordList = WordList::of(FILE, "short month");

/// First words of English names that go on about what was named before, and name nothing: "remained", "ahead".
pub(crate) static NO_ENGLISH_NAME: WordList = WordList::of(FILE, "no English name");

/// Verbs of a change in English, in the past: "doubled", "rose".
pub(crate) static CHANGE_VERBS: WordList = WordList::of(FILE, "English verb of change");

/// Words behind a verb of change that say how much or how, and not what: "rose again", "grew a further".
pub(crate) static BEHIND_CHANGE_VERB: WordList =
    WordList::of(FILE, "behind an English verb of change");

/// Words with which the name of goods begins, also behind a comma in that of a group: "máy vi tính, sản phẩm điện tử".
pub(crate) static GOODS: WordList = WordList::of(FILE, "goods");

/// One letter with which the name of a place begins: "A Lưới", "Ý Yên".
pub(crate) static PLACE_LETTERS: WordList = WordList::of(FILE, "letter of a place");

/// What a title says behind a dash after its place.
pub(crate) static TITLES_BEHIND_DASH: WordList = WordList::of(FILE, "title behind a dash");

/// Words of English titles that say what kind of report it is, or what about.
pub(crate) static TITLE_WORDS: WordList = WordList::of(FILE, "title word");

/// Kinds of places with which the name of an English place ends: "Sabaragam Province".
pub(crate) static ENGLISH_KINDS: WordList = WordList::of(FILE, "English kind of place");

/// Words before the lowest and the highest value of a range: "ranging from 3% to 5%".
pub(crate) static RANGING: WordList = WordList::of(FILE, "ranging");

/// Words for the values between which something is to be: "target band of 3 to 6 percent".
pub(crate) static TARGET_BANDS: WordList = WordList::of(FILE, "target band");

/// Words behind points that say on which side of something else a figure is: "0.4 points below the profile".
pub(crate) static WORDS_OF_SIDES: WordList = WordList::of(FILE, "words of sides");

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

/// Levels whose budgets a list names without the word for a budget: "ngân sách trung ương …, tỉnh …".
pub(crate) static BUDGET_LEVELS: WordList = WordList::of(FILE, "budget level");

/// Names of revenue, fees, money and quantities begin so: none of them is measured in percent.
pub(crate) static AMOUNT_NAMES: WordList = WordList::of(FILE, "amount name");

/// Words in the name of an amount of which a percent is a share: "thu học phí không dùng tiền mặt".
pub(crate) static SHARE_OF_AMOUNT: WordList = WordList::of(FILE, "share of amount");

/// Names of measures that do not say what is measured: "năng suất".
pub(crate) static BARE_MEASURES: WordList = WordList::of(FILE, "bare measure");

/// Words with which the name of a rate begins, which the next items of a list leave out.
pub(crate) static RATE_HEADS: WordList = WordList::of(FILE, "rate head");

/// Levels and areas that replace each other in a list of names: "mầm non", "tiểu học".
pub(crate) static LEVELS: WordList = WordList::of(FILE, "level");

/// Words that two names of a list may share without being parts of one name.
pub(crate) static PART_WORDS: WordList = WordList::of(FILE, "part word");

/// Verbs that say nothing without what they are done to: "phát hiện 127 vụ".
pub(crate) static NEEDS_OBJECT: WordList = WordList::of(FILE, "needs an object");

/// Names of what happened to somebody, which do not say by what: "làm chết người".
pub(crate) static NEEDS_SUBJECT: WordList = WordList::of(FILE, "needs a subject");

/// The kinds of places smaller than a commune: "cửa khẩu".
pub(crate) static SMALL_PLACES: WordList = WordList::of(FILE, "small place");

/// Subjects that say what a verb is about, and not who does it: "án hình sự".
pub(crate) static TOPICS: WordList = WordList::of(FILE, "topic");

/// Words that announce the worth of what was counted or weighed.
pub(crate) static WORTH: WordList = WordList::of(FILE, "worth");

/// Names that begin like those of a budget's money and are none: "thu gom".
pub(crate) static NO_BUDGET_MONEY: WordList = WordList::of(FILE, "no budget money");

/// Words of names of work, of which all would be done: "giải quyết".
pub(crate) static WORK: WordList = WordList::of(FILE, "work");

/// First words of the whole that a share is of: "94% tổng đàn".
pub(crate) static WHOLES: WordList = WordList::of(FILE, "whole");

/// Words for sums of money, with which a change says what it is in.
pub(crate) static MONEY_WORDS: WordList = WordList::of(FILE, "money word");

/// Words for amounts that are weighed or measured, with which a change says what it is in.
pub(crate) static AMOUNT_WORDS: WordList = WordList::of(FILE, "amount word");

/// Names of sums that are planned begin so: "tổng kế hoạch".
pub(crate) static PLAN_NAMES: WordList = WordList::of(FILE, "plan name");

/// Words for a change for the better, which may be a rise or a fall: "cải thiện 0,4 điểm".
pub(crate) static IMPROVING: WordList = WordList::of(FILE, "improving");

/// Verbs behind which the things are named that are missing or too many: "còn thiếu 846 giáo viên".
pub(crate) static SHORTAGE: WordList = WordList::of(FILE, "shortage");

/// Words that set what follows apart, or introduce what a figure is about: "riêng", "đối với".
pub(crate) static SETS_APART: WordList = WordList::of(FILE, "sets apart");

/// Words before a group or an area: "ở".
pub(crate) static OPENS_GROUP: WordList = WordList::of(FILE, "opens a group");

/// First words of groups of people and of areas, which limit what a figure is about: "khu vực".
pub(crate) static GROUPS: WordList = WordList::of(FILE, "group");

/// Words of kinds of places, which name none by themselves: "huyện, thị xã".
pub(crate) static PLACE_SYLLABLES: WordList = WordList::of(FILE, "kind of place");

/// Words that say that somebody has done what is counted behind a figure: "thực hiện".
pub(crate) static ACTS: WordList = WordList::of(FILE, "act");

/// What is counted where measures are that have their own names: "khoản thu".
pub(crate) static LISTED_MEASURES: WordList = WordList::of(FILE, "listed measure");

/// First words of who does in a place what counts for the place: "Sở Lao động", "Các xã".
pub(crate) static PUBLIC_ACTORS: WordList = WordList::of(FILE, "public actor");

/// Who does something, without a word that says which of them: "người dân", "các doanh nghiệp".
pub(crate) static BARE_ACTORS: WordList = WordList::of(FILE, "bare actor");

/// First words of who does something: "bệnh viện".
pub(crate) static ACTORS: WordList = WordList::of(FILE, "actor");

/// Words behind a number of months that is the term of money: "6-month deposit rates".
pub(crate) static TERMS_OF_MONEY: WordList = WordList::of(FILE, "term of money");

/// Words that introduce what was done, and limit nothing: "công tác".
pub(crate) static WORK_TOPICS: WordList = WordList::of(FILE, "work topic");

/// Seasons of crops: "hè thu".
pub(crate) static CROP_SEASONS: WordList = WordList::of(FILE, "crop season");

/// Verbs that are done to persons, organisations and cases, so that two counts share one: "kiểm tra".
pub(crate) static DONE_TO: WordList = WordList::of(FILE, "done to");

/// Verbs that are done with money, which a list of sources names once: "giải ngân".
pub(crate) static DONE_WITH_MONEY: WordList = WordList::of(FILE, "done with money");

/// Names of poor households, whose rate is of all households: "hộ nghèo".
pub(crate) static POOR_HOUSEHOLDS: WordList = WordList::of(FILE, "poor households");

/// Words that name among whom something is ranked: "cả nước".
pub(crate) static RANKED_AMONG: WordList = WordList::of(FILE, "ranked among");

/// Words before "thứ hai" that make it a position in a ranking: "lớn thứ hai".
pub(crate) static COMPARED: WordList = WordList::of(FILE, "compared");

/// Words with which the name of a region begins, among whose places something is ranked: "khu vực", "cả nước".
pub(crate) static REGIONS: WordList = WordList::of(FILE, "region");

/// Words with which the name of an earlier period begins: "cùng kỳ".
pub(crate) static EARLIER_PERIODS: WordList = WordList::of(FILE, "earlier period");

/// Words that need another one behind them, and end no name: "khám bệnh cho".
pub(crate) static DANGLING: WordList = WordList::of(FILE, "dangling");

/// Words before a verdict that make it none: "khó đạt kế hoạch".
pub(crate) static NO_VERDICT: WordList = WordList::of(FILE, "no verdict");

/// Counters of anything, also of what was counted before: "giảm 4 trường hợp".
pub(crate) static GENERIC_COUNTERS: WordList = WordList::of(FILE, "generic counter");

/// Comparisons that say what they are with: "year-on-year", "so cùng kỳ".
pub(crate) static COMPLETE_COMPARISONS: WordList = WordList::of(FILE, "complete comparison");

/// Words of a comparison which say that it is with another time: "vụ", "trước".
pub(crate) static TIMES_OF_BASE: WordList = WordList::of(FILE, "time of a base");

/// Words of a comparison which say that it is with others: "bình quân cả nước".
pub(crate) static LEVELS_OF_OTHERS: WordList = WordList::of(FILE, "level of others");

/// Words before the word for targets or results in a heading: "các", "một số".
pub(crate) static OPENS_HEADING: WordList = WordList::of(FILE, "opens a heading");

/// Words with which a time begins that is shorter than the period of any report: "dịp", "đợt".
pub(crate) static SOME_DAYS: WordList = WordList::of(FILE, "some days");

/// Small numbers as they are written in words: "hai", "ba".
pub(crate) static SOME_NUMBERS: WordList = WordList::of(FILE, "some numbers");

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

/// Words of a line that says when a text was published: "Thứ Ba, 13/8/2024 - 15:42".
pub(crate) static DATELINE_WORDS: WordList = WordList::of(FILE, "dateline");

/// Words before the days from which to which the figures of a report are: "số liệu từ".
pub(crate) static DATA_SPAN_STARTS: WordList = WordList::of(FILE, "data span");

/// Those who vote, are present or are elected: "đại biểu".
pub(crate) static VOTERS: WordList = WordList::of(FILE, "voter");

/// What they do: "tán thành".
pub(crate) static VOTES: WordList = WordList::of(FILE, "vote");

/// Words before a place that is only mentioned: "tại", "với".
pub(crate) static ELSEWHERE: WordList = WordList::of(FILE, "elsewhere");

/// Words of a sentence about another place than that of the text: "học tập kinh nghiệm".
pub(crate) static VISITS: WordList = WordList::of(FILE, "visit");

/// Names of regions, which are no provinces: "Tây Nguyên".
pub(crate) static REGION_NAMES: WordList = WordList::of(FILE, "region name");

/// Words before a colon behind which somebody is quoted: "cho biết".
pub(crate) static ANNOUNCES_SPEECH: WordList = WordList::of(FILE, "announces speech");

/// Levels of schools, which have what is counted: "trường mầm non".
pub(crate) static SCHOOLS: WordList = WordList::of(FILE, "school");

/// Measures that are themselves in percent a year: "lãi suất".
pub(crate) static RATES_PER_YEAR: WordList = WordList::of(FILE, "rate per year");

/// Measures that a group has in the unit of the whole, and no part of it: "công suất phòng".
pub(crate) static AVERAGED_MEASURES: WordList = WordList::of(FILE, "averaged measure");

/// Words before what is left out of a figure: "trừ tiền sử dụng đất".
pub(crate) static LEAVES_OUT: WordList = WordList::of(FILE, "leaves out");

/// Persons that are counted next to the cases that they are in: "đối tượng".
pub(crate) static PERSONS_OF_CASES: WordList = WordList::of(FILE, "persons of cases");

/// Services of which visits and downloads are counted: "ứng dụng".
pub(crate) static SERVICES: WordList = WordList::of(FILE, "service");

/// Some days of a month, which are no period of statistics: "trung tuần tháng".
pub(crate) static DAYS_OF_MONTH: WordList = WordList::of(FILE, "days of a month");

/// The month before, with which a figure of a month is compared: "tháng trước".
pub(crate) static MONTHS_BEFORE: WordList = WordList::of(FILE, "month before");

/// What is watched by its share, so that a change behind that may be one of the share: "nợ xấu".
pub(crate) static MEASURED_BY_SHARE: WordList = WordList::of(FILE, "measured by share");

/// Words before one of the things over which something is averaged: "bình quân mỗi xã".
pub(crate) static AVERAGE_OF_EACH: WordList = WordList::of(FILE, "average of each");

/// Words for the plan of a term, whose years they do not name: "mục tiêu 5 năm".
pub(crate) static PLANS_OF_YEARS: WordList = WordList::of(FILE, "plan of years");

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

/// Words before the region among whose places something is ranked: "trong cả nước".
pub(crate) static WITHIN_REGION: WordList = WordList::of(FILE, "within a region");

/// Words that name an earlier year by the present one: "cùng kỳ năm 2023".
pub(crate) static RELATIVE_PERIODS: WordList = WordList::of(FILE, "relative period");

/// Words of a rank that say among whom it is, and not in what: "trong khu vực".
pub(crate) static SAYS_AMONG_WHOM: WordList = WordList::of(FILE, "says among whom");

/// Names of targets for the end of a year: "year-end target".
pub(crate) static ANNUAL_TARGETS: WordList = WordList::of(FILE, "annual target");

/// Words that make a change one in the average of some years: "tăng bình quân".
pub(crate) static YEARLY_AVERAGES: WordList = WordList::of(FILE, "yearly average");

/// Ends of units of what is counted or changes every year: "%/năm".
pub(crate) static PER_YEAR: WordList = WordList::of(FILE, "per year");

/// Words before what a change is against: "so với".
pub(crate) static COMPARED_WITH: WordList = WordList::of(FILE, "compared with");

/// Words before what is counted, in a name: "số", "number of".
pub(crate) static NUMBER_OF: WordList = WordList::of(FILE, "number of");

/// Words behind what is measured that say that a place has the most or the least of it: "cao nhất".
pub(crate) static SUPERLATIVES: WordList = WordList::of(FILE, "superlative");

/// English verbs between a place and what is reported of it: "The province recorded GRDP growth".
pub(crate) static REPORTING_VERBS: WordList = WordList::of(FILE, "reporting verb");

/// English words before a day up to which something is counted: "as of December 20".
pub(crate) static UNTIL_DAY: WordList = WordList::of(FILE, "until a day");

/// First words of what a rate is of one or a thousand of: "trên 1.000 dân", "per 1,000 births".
pub(crate) static BASES_OF_RATES: WordList = WordList::of(FILE, "base of a rate");

/// Currencies that are written right before a number: "VND21.96 trillion".
pub(crate) static CURRENCIES: WordList = WordList::of(FILE, "currency");

/// Words of a title that make its report one in the middle of a term: "giữa nhiệm kỳ".
pub(crate) static MID_TERM: WordList = WordList::of(FILE, "mid-term");

/// Words with which a title goes on behind its place: "Nghệ An chín tháng", "Chư Pưh: …".
pub(crate) static BEHIND_PLACE_OF_TITLE: WordList =
    WordList::of(FILE, "behind the place of a title");

/// What a place does in the title of a text that may be about others as well: "Hải Phòng trở lại ngôi đầu".
pub(crate) static DOES_IN_TITLE: WordList = WordList::of(FILE, "does in a title");

/// What each of the things that are counted may be worth: "37 items with export value of over $1 billion".
pub(crate) static WORTH_OF_EACH: WordList = WordList::of(FILE, "worth of each");

/// Words for all the places of which a title may name one: "63 tỉnh", "của cả nước".
pub(crate) static ALL_PLACES: WordList = WordList::of(FILE, "all places of the country");

/// Words with which a sentence begins that gives a verdict without a name: "Hầu hết các chỉ tiêu đạt kế hoạch".
pub(crate) static VAGUE_STARTS: WordList = WordList::of(FILE, "vague start");

/// Words that compare a figure with what is behind them: "cao hơn".
pub(crate) static COMPARATIVES: WordList = WordList::of(FILE, "comparative");

/// Those that say that it is below that: "thấp hơn".
pub(crate) static LOWER_THAN: WordList = WordList::of(FILE, "lower than");

/// Who resolves the plans of single years: "Nghị quyết HĐND".
pub(crate) static PLANS_OF_YEAR: WordList = WordList::of(FILE, "plan of a year");

/// Words for the plan of a term: "Nghị quyết Đại hội".
pub(crate) static PLANS_OF_TERM: WordList = WordList::of(FILE, "plan of a term");

/// First words of documents by which something is done: "theo Nghị định 55".
pub(crate) static BASIS_DOCUMENTS: WordList = WordList::of(FILE, "document of a basis");

/// Words before the document by which something is done.
pub(crate) static BY_DOCUMENT: WordList = WordList::of(FILE, "by a document");

/// First words of things that something was done to, and that do nothing: "nợ đã bán".
pub(crate) static DONE_THINGS: WordList = WordList::of(FILE, "done thing");

/// First words of who does something in English: "The council delivered 86 homes".
pub(crate) static ENGLISH_ACTORS: WordList = WordList::of(FILE, "English actor");

/// Words for damage, which is classed by how much of a thing is lost: "thiệt hại trên 70%".
pub(crate) static DAMAGES: WordList = WordList::of(FILE, "damage");

/// Words before the bound of a class of damage: "trên 70%".
pub(crate) static BOUNDS_OF_CLASSES: WordList = WordList::of(FILE, "bound of a class");

/// Last words before a planned figure that say who has set it: "chỉ tiêu Bộ Công an giao".
pub(crate) static GIVES_PLANS: WordList = WordList::of(FILE, "gives plans");

/// Words of the names of those who give plans: "HĐND tỉnh giao".
pub(crate) static PLAN_GIVERS: WordList = WordList::of(FILE, "plan giver");

/// Last words before a colon of a clause that names nothing: "tiếp tục được đẩy mạnh".
pub(crate) static ENDS_LEAD_IN: WordList = WordList::of(FILE, "end of a lead-in");

/// Words that bring a figure up to a longer period: "bringing the nine-month figure to".
pub(crate) static RUNNING_TOTALS: WordList = WordList::of(FILE, "running total");

/// Words for such a figure.
pub(crate) static TOTALED: WordList = WordList::of(FILE, "totaled");

/// Names of rates of growth, whose value is a growth, begin so.
pub(crate) static GROWTH_RATES: WordList = WordList::of(FILE, "growth rate");

/// Words for what was required, whose figure is no plan: "vượt quy định (từ 90% trở lên)".
pub(crate) static REQUIRED: WordList = WordList::of(FILE, "required");

/// Who has what is measured, without a word that says which of them: "các đơn vị".
pub(crate) static NAMES_NO_OWNER: WordList = WordList::of(FILE, "names no owner");

/// First words of who does something, whose name says nothing with a bare verb: "Ngành thuế thu".
pub(crate) static KEPT_ACTORS: WordList = WordList::of(FILE, "kept actor");

/// Words that say that a paragraph is about a whole year: "trong năm".
pub(crate) static SPEAKS_OF_YEAR: WordList = WordList::of(FILE, "speaks of the year");

/// English words before the target on one side of which a figure is: "exceeding".
pub(crate) static BEHIND_VERB_OF_AIMS: WordList = WordList::of(FILE, "behind a verb of aims");

/// English words behind a figure that make it a planned one: "84% of the £11.1 million planned".
pub(crate) static PLANNED_BEHIND: WordList = WordList::of(FILE, "planned behind");

/// Verbs behind "được" that say that capital is there to be used: "phân bổ".
pub(crate) static GIVES_CAPITAL: WordList = WordList::of(FILE, "gives capital");

/// Verbs of the English passive, which are no part of the name of what was counted: "homes were completed".
pub(crate) static ENGLISH_PASSIVES: WordList = WordList::of(FILE, "English passive");

/// Verbs of one syllable that are done with money, and do not say with which: "vay".
pub(crate) static MONEY_VERBS: WordList = WordList::of(FILE, "money verb");
