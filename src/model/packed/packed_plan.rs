//! The encoding of actuals and plans.

use super::bytes::{Packer, Unpacker};
use crate::model::{Actual, PlanTerms, Status, Target, Verdict};

pub(crate) fn pack_actual(actual: Option<&Actual>, to: &mut Packer<'_>) {
    match actual {
        None => to.byte(0),
        Some(Actual::Figure(figure)) => {
            to.byte(1);
            to.decimal(Some(*figure));
        }
        Some(Actual::Words(words)) => {
            to.byte(2);
            to.text(words);
        }
    }
}

pub(crate) fn actual(from: &mut Unpacker<'_>) -> Option<Option<Actual>> {
    Some(match from.byte() {
        0 => None,
        1 => Some(Actual::Figure(from.decimal()??)),
        2 => Some(Actual::Words(from.text()?.to_owned())),
        _ => return None,
    })
}

pub(crate) fn pack_plan(plan: Option<&PlanTerms>, to: &mut Packer<'_>) {
    match plan {
        None => to.byte(0),
        Some(PlanTerms::Target { target, percent, verdict }) => {
            let (kind, bound, end) = match *target {
                Target::Value(value) => (1, value, None),
                Target::Range { low, high } => (2, low, Some(high)),
                Target::Over(bound) => (3, bound, None),
                Target::Under(bound) => (4, bound, None),
                Target::AtLeast(bound) => (5, bound, None),
                Target::AtMost(bound) => (6, bound, None),
                Target::About(value) => (7, value, None),
            };
            to.byte(kind);
            to.decimal(Some(bound));
            if let Some(end) = end {
                to.decimal(Some(end));
            }
            to.decimal(*percent);
            pack_verdict(verdict.as_ref(), to);
        }
        Some(PlanTerms::Percent { percent, verdict }) => {
            to.byte(8);
            to.decimal(Some(*percent));
            pack_verdict(verdict.as_ref(), to);
        }
        Some(PlanTerms::Verdict(verdict)) => {
            to.byte(9);
            pack_verdict(Some(verdict), to);
        }
        Some(PlanTerms::Words { text, percent, verdict }) => {
            to.byte(10);
            to.text(text);
            to.decimal(*percent);
            pack_verdict(verdict.as_ref(), to);
        }
    }
}

pub(crate) fn plan(from: &mut Unpacker<'_>) -> Option<Option<PlanTerms>> {
    let target = match from.byte() {
        0 => return Some(None),
        1 => Target::Value(from.decimal()??),
        2 => Target::Range { low: from.decimal()??, high: from.decimal()?? },
        3 => Target::Over(from.decimal()??),
        4 => Target::Under(from.decimal()??),
        5 => Target::AtLeast(from.decimal()??),
        6 => Target::AtMost(from.decimal()??),
        7 => Target::About(from.decimal()??),
        8 => {
            let (percent, verdict) = (from.decimal()??, verdict(from)?);
            return Some(Some(PlanTerms::Percent { percent, verdict }));
        }
        9 => return Some(Some(PlanTerms::Verdict(verdict(from)??))),
        10 => {
            let text = from.text()?.to_owned();
            let (percent, verdict) = (from.decimal()?, verdict(from)?);
            return Some(Some(PlanTerms::Words { text, percent, verdict }));
        }
        _ => return None,
    };
    let (percent, verdict) = (from.decimal()?, verdict(from)?);
    Some(Some(PlanTerms::Target { target, percent, verdict }))
}

fn pack_verdict(verdict: Option<&Verdict>, to: &mut Packer<'_>) {
    to.shared(verdict.map(|verdict| verdict.text.as_str()));
    if let Some(verdict) = verdict {
        to.byte(verdict.status as u8);
    }
}

fn verdict(from: &mut Unpacker<'_>) -> Option<Option<Verdict>> {
    let Some(text) = from.shared()? else { return Some(None) };
    let status = *Status::ALL.get(usize::from(from.byte()))?;
    Some(Some(Verdict { text: text.to_owned(), status }))
}
