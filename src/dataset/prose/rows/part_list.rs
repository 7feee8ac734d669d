//! The parts of an indicator that a sentence lists.

/// The parts that are listed, and of what.
#[derive(Debug, Default)]
pub(crate) struct PartList {
    parents: Vec<String>,
    begun: Parts,
    /// The parents of what is before the bracket in which the parts began.
    outside: Vec<String>,
    before_bracket: Option<usize>,
}

/// How the parts of an indicator began.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Whether in a bracket.
    pub(crate) in_bracket: bool,
    /// Whether a colon announced a list.
    pub(crate) listed: bool,
    /// Whether a group, an area or a crop season limits what follows.
    pub(crate) limited: bool,
    /// Whether "riêng" sets it apart from the whole.
    pub(crate) set_apart: bool,
    /// Whether the sentence begins with "trong đó", so that all of it is about parts.
    pub(crate) begins_sentence: bool,
    /// The first word of the first part.
    pub(crate) first: String,
}

impl PartList {
    /// The parents of the parts that follow "trong đó" or a colon, the outermost first.
    pub(crate) fn parents(&self) -> &[String] {
        &self.parents
    }

    /// What the parts are of.
    pub(crate) fn whole(&self) -> Option<&String> {
        self.parents.last()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.parents.is_empty()
    }

    /// How the parts began.
    pub(crate) fn begun(&self) -> &Parts {
        &self.begun
    }

    /// The indicator before an opening bracket, to go back to.
    pub(crate) fn before_bracket(&self) -> Option<usize> {
        self.before_bracket
    }

    pub(crate) fn open_bracket(&mut self, row: Option<usize>) {
        self.before_bracket = row;
    }

    /// The indicator to which figures belong again behind the bracket.
    pub(crate) fn close_bracket(&mut self) -> Option<usize> {
        self.before_bracket.take()
    }

    /// Begins the parts of something else.
    pub(crate) fn begin(&mut self, parents: Vec<String>, begun: Parts) {
        *self = Self { parents, begun, outside: Vec::new(), before_bracket: self.before_bracket };
    }

    /// Begins further parts of the same.
    pub(crate) fn begin_again(&mut self, begun: Parts) {
        self.begin(self.parents.clone(), begun);
    }

    /// Begins the parts of an indicator that are in a bracket behind it.
    pub(crate) fn begin_in_bracket(&mut self, whole: String) {
        let outside = std::mem::take(&mut self.parents);
        let parents = outside.iter().cloned().chain([whole]).collect();
        self.begin(parents, Parts { in_bracket: true, ..Parts::default() });
        self.outside = outside;
    }

    /// What follows is no part of what was before the bracket, if any.
    pub(crate) fn end(&mut self) {
        self.parents = std::mem::take(&mut self.outside);
    }

    /// What follows is a part of something that is not known.
    pub(crate) fn forget_parents(&mut self) {
        self.parents.clear();
    }
}
