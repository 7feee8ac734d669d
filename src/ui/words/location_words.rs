//! The words of errors about a location: `--at ID@PLACE@PERIOD`.

use super::Words;
use crate::app::{Lang, LocationError};
use crate::text::sanitize::visible;

impl Words {
    /// Which part of a location is not there, and what is.
    #[must_use]
    pub fn location_error(self, error: &LocationError) -> String {
        let list = |others: &[String], more: usize| {
            let list = visible(&others.join(", ")).into_owned();
            if more == 0 { list } else { format!("{list} {}", self.and_more_of_these(more)) }
        };
        match error {
            LocationError::Id(id) => self.no_id(&visible(id)),
            LocationError::Several { id, others, more } => {
                let (id, others) = (visible(id), list(others, *more));
                match self.0 {
                    Lang::Vietnamese => format!(
                        "có nhiều chỉ tiêu mang mã hay tên `{id}`; hãy nêu tên, nơi hay kỳ, hoặc chỉ mở tệp cần xem: {others}"
                    ),
                    Lang::English => format!(
                        "several indicators have the id or name `{id}`; give a name, a place or a period, or open only the file in question: {others}"
                    ),
                }
            }
            LocationError::Places { place, others, more } => {
                let (place, others) = (visible(place), list(others, *more));
                match self.0 {
                    Lang::Vietnamese => {
                        format!("có nhiều nơi tên “{place}”; hãy nêu một nơi: {others}")
                    }
                    Lang::English => {
                        format!("several places are named “{place}”; give one: {others}")
                    }
                }
            }
            LocationError::Place { place, others, more } => {
                let (place, others) = (visible(place), list(others, *more));
                match self.0 {
                    Lang::Vietnamese => {
                        format!("chỉ tiêu này không có ở nơi “{place}”; có ở: {others}")
                    }
                    Lang::English => {
                        format!("this indicator is not of the place “{place}”; it is of: {others}")
                    }
                }
            }
            LocationError::Period { period, others, more } => {
                let (period, others) = (visible(period), list(others, *more));
                match self.0 {
                    Lang::Vietnamese => {
                        format!("chỉ tiêu này không có kỳ “{period}” ở đó; có: {others}")
                    }
                    Lang::English => {
                        format!("this indicator has no period “{period}” there; it has: {others}")
                    }
                }
            }
        }
    }
    /// The number of further places or periods that are not named.
    fn and_more_of_these(self, more: usize) -> String {
        format!("… (+{more})")
    }
}
