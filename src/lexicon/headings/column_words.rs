//! Words in the headings and cells of tables, beyond the roles of columns (`headings.txt`).

use crate::lexicon::words::word_list::WordList;

/// The words that this file names.
const FILE: &str = include_str!("../words/columns.txt");

/// Answers next to which "Tăng lên" is an answer, and no change.
pub(crate) static SAME_ANSWERS: WordList = WordList::of(FILE, "answer of no change");

/// The beginnings of the other answers.
pub(crate) static MOVED_ANSWERS: WordList = WordList::of(FILE, "answer of a change");

/// Headings of columns of directions that may also say how a value moved.
pub(crate) static DIRECTIONS: WordList = WordList::of(FILE, "direction");

/// The value at a date between that of a baseline and that of a target: "Midline (2023)".
pub(crate) static LATER_VALUES: WordList = WordList::of(FILE, "later values");

/// Words for a plan that are all that a cell says.
pub(crate) static PLAN_ALONE: WordList = WordList::of(FILE, "plan alone");

/// Words for a result that are all that a cell says.
pub(crate) static ACTUAL_ALONE: WordList = WordList::of(FILE, "actual alone");

/// Words in the headings of parts of a score.
pub(crate) static PARTS_OF_SCORE: WordList = WordList::of(FILE, "part of a score");

/// Words in the headings of scores that those who are scored gave themselves.
pub(crate) static OWN_SCORES: WordList = WordList::of(FILE, "own score");

/// Words in the headings of final scores.
pub(crate) static VERIFIED_SCORES: WordList = WordList::of(FILE, "verified score");

/// Words in the headings of total scores.
pub(crate) static WHOLE_SCORES: WordList = WordList::of(FILE, "whole score");

/// Words in the headings of scores by those who were asked: a part that is added to the verified score.
pub(crate) static ASKED: WordList = WordList::of(FILE, "asked");

/// Words in the heading of the components of an index.
pub(crate) static COMPONENTS: WordList = WordList::of(FILE, "components");

/// Words of what is no part of an amount, but a rate of it.
pub(crate) static RATES: WordList = WordList::of(FILE, "rate");

/// Words of a heading of ranks that say among whom they are.
pub(crate) static AMONG: WordList = WordList::of(FILE, "ranked among with accents");

/// Words of a heading of ranks that say nothing of what is ranked.
pub(crate) static RANKS: WordList = WordList::of(FILE, "ranks");

/// Words of the standard that a place or a school is recognised by.
pub(crate) static RECOGNISED: WordList = WordList::of(FILE, "recognised");

/// The beginnings of headings that name places or offices.
pub(crate) static NAMED_PLACES: WordList = WordList::of(FILE, "places");

/// Words in the headings of expected verdicts.
pub(crate) static FORECASTS: WordList = WordList::of(FILE, "forecast");

/// Words of names whose plan is a mean of years.
pub(crate) static MEANS_OF_YEARS: WordList = WordList::of(FILE, "mean of years");

/// The beginnings of cells that say that higher is better.
pub(crate) static HIGHER: WordList = WordList::of(FILE, "higher is better");

/// The beginnings of cells that say that lower is better.
pub(crate) static LOWER: WordList = WordList::of(FILE, "lower is better");

/// The beginnings of cells that say that neither is better.
pub(crate) static NO_DIRECTION: WordList = WordList::of(FILE, "no direction");

/// Names of columns of the mean of the parts of a year next to them.
pub(crate) static MEANS_OF_PARTS: WordList = WordList::of(FILE, "mean of parts");

/// Words of what has a mean as its value of a year.
pub(crate) static AVERAGED: WordList = WordList::of(FILE, "averaged");
