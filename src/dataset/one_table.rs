//! Which datasets of a file are of one table, as the files that this program writes say it: in a
//! table the rows of one id are one indicator, in whatever section a place or a period has them.

use crate::model::{Dataset, Indicators};

/// A dataset that was read, with the table that its file says it is of.
#[derive(Debug)]
pub(super) struct OfTable {
    pub(super) dataset: Dataset,
    /// The id of the first dataset of the table; `None` if the file names none.
    pub(super) table: Option<String>,
}

impl From<Dataset> for OfTable {
    fn from(dataset: Dataset) -> Self {
        Self { dataset, table: None }
    }
}

/// The id of the first dataset of the table of each; `None` for a dataset that is a table of its own.
pub(super) fn tables(datasets: &[Dataset]) -> Vec<Option<&str>> {
    let is_one = |pair: &[Dataset]| pair[0].indicators.shares_texts_with(&pair[1].indicators);
    let goes_on: Vec<bool> = datasets.windows(2).map(is_one).collect();
    let mut first = 0;
    let table = |at: usize| {
        let is_later = at > 0 && goes_on[at - 1];
        if !is_later {
            first = at;
        }
        let is_one_of_several = is_later || goes_on.get(at) == Some(&true);
        is_one_of_several.then(|| datasets[first].id.as_str())
    };
    (0..datasets.len()).map(table).collect()
}

/// The datasets, those of one table next to each other as one table.
pub(super) fn joined(read: Vec<OfTable>) -> Vec<Dataset> {
    let mut datasets: Vec<Dataset> = Vec::with_capacity(read.len());
    let (mut start, mut table) = (0, None);
    for one in read {
        if one.table.is_none() || one.table != table {
            join(&mut datasets[start..]);
            (start, table) = (datasets.len(), one.table);
        }
        datasets.push(one.dataset);
    }
    join(&mut datasets[start..]);
    datasets
}

fn join(datasets: &mut [Dataset]) {
    if datasets.len() < 2 {
        return;
    }
    let lists = datasets.iter_mut().map(|dataset| std::mem::take(&mut dataset.indicators));
    let lists = Indicators::of_one_table(lists.collect());
    for (dataset, indicators) in datasets.iter_mut().zip(lists) {
        dataset.indicators = indicators;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datasets_of_one_table_are_named_and_joined_again() {
        let of = |id: &str| Dataset { id: id.to_owned(), ..Dataset::of_names("x", [id, "Lúa"]) };
        let read = |(id, table): (&str, Option<&str>)| OfTable {
            dataset: of(id),
            table: table.map(str::to_owned),
        };
        let all = [("a", None), ("b", Some("b")), ("c", Some("b")), ("d", Some("d")), ("e", None)];
        let datasets = joined(all.map(read).into());
        assert_eq!(datasets, all.map(|(id, _)| of(id)));
        assert_eq!(tables(&datasets), [None, Some("b"), Some("b"), None, None]);
    }
}
