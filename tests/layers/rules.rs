//! Each rule, as the list of what violates it.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::{Module, Source, Sources};

/// The floors, from the ground up. A floor imports floors that are before it here.
const FLOORS: &[&str] = &[
    "model", "text", "lexicon", "dataset", "search", "app", "ui", "terminal", "files", "serve",
    "cli",
];

/// The readers whose folders are stages, in the order in which data goes through them: of tables and of prose.
const STAGED: &[(&str, &[&str])] = &[
    ("table", &["source", "values", "layout", "columns", "outline", "indicators"]),
    (
        "prose",
        &[
            "tokens",
            "numbers",
            "sentence",
            "phrases",
            "roles",
            "rows",
            "filling",
            "attaching",
            "drafting",
            "review",
        ],
    ),
];

/// Imports of a floor from above it.
pub fn floors(sources: &Sources) -> Vec<String> {
    let order = |module: &Module| {
        FLOORS.iter().position(|floor| module.first().is_some_and(|first| first == floor))
    };
    upward(sources, "floor", order)
}

/// Imports of a stage of a reader from a later one.
pub fn stages(sources: &Sources) -> Vec<String> {
    let mut violations = Vec::new();
    for (reader, stages) in STAGED {
        let order = |module: &Module| {
            let stage =
                module.strip_prefix(["dataset".to_owned(), (*reader).to_owned()].as_slice())?;
            let name = stage.first();
            // What is in no stage runs them all.
            Some(
                name.and_then(|name| stages.iter().position(|stage| stage == name))
                    .unwrap_or(stages.len()),
            )
        };
        violations.extend(upward(sources, "stage", order));
    }
    violations
}

fn upward(sources: &Sources, rule: &str, order: impl Fn(&Module) -> Option<usize>) -> Vec<String> {
    let mut violations = BTreeSet::new();
    for (module, source) in sources.files() {
        let Some(own) = order(module) else { continue };
        for path in &source.paths {
            let Some(target) = sources.target(path) else { continue };
            if order(&target).is_some_and(|other| other > own) {
                violations.insert(format!("{rule}: {} imports {}", source.path, target.join("::")));
            }
        }
    }
    violations.into_iter().collect()
}

/// Paths that reach into a folder from outside further than one module below it. Which modules those are the
/// folder's `mod.rs` says, its front door: the compiler refuses the private ones.
pub fn front_doors(sources: &Sources) -> Vec<String> {
    let mut violations = BTreeSet::new();
    for (module, source) in sources.files() {
        for path in &source.paths {
            let Some(target) = sources.longest(path) else { continue };
            // The folder that both are in.
            let shared = module.iter().zip(&target).take_while(|(own, other)| own == other).count();
            let folder_and_module = if shared == 0 { 3 } else { 2 };
            if target.len() > shared + folder_and_module {
                violations.insert(format!(
                    "front door: {} names {}",
                    source.path,
                    target.join("::")
                ));
            }
        }
    }
    violations.into_iter().collect()
}

/// Files of a floor that import each other, in whatever number of steps.
pub fn circles(sources: &Sources) -> Vec<String> {
    let mut imports: BTreeMap<&Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, source) in sources.files() {
        let targets = source.paths.iter().filter_map(|path| sources.target(path));
        let inside = targets.filter(|target| target != module && target.first() == module.first());
        imports.insert(module, inside.collect());
    }
    let reaches = |from: &Module| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<_> = imports[from].iter().cloned().collect();
        while let Some(module) = next.pop() {
            if reached.insert(module.clone()) {
                next.extend(imports[&module].iter().cloned());
            }
        }
        reached
    };
    let reached: BTreeMap<&Module, BTreeSet<Module>> =
        imports.keys().map(|module| (*module, reaches(module))).collect();
    let mut violations = Vec::new();
    for (module, source) in sources.files() {
        for target in &imports[module] {
            if reached[target].contains(module) {
                violations.push(format!("circle: {} imports {}", source.path, target.join("::")));
            }
        }
    }
    violations
}

/// Files of one floor that have one name.
pub fn names(sources: &Sources) -> Vec<String> {
    let mut paths: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
    for (module, source) in sources.files() {
        let Some(floor) = module.first() else { continue };
        let name = source.path.rsplit('/').next().unwrap_or_default();
        if name != "mod.rs" {
            paths.entry((floor.clone(), name.to_owned())).or_default().push(&source.path);
        }
    }
    let several = paths.into_values().filter(|paths| paths.len() > 1);
    several.map(|paths| format!("name: {}", paths.join(", "))).collect()
}

/// Files that are longer than a reader keeps in mind, unless the documentation at their start says why: it has
/// "More than 400 lines".
pub fn lengths(sources: &Sources) -> Vec<String> {
    const MOST: usize = 400;
    let is_long = |source: &&Source| source.text.lines().count() > MOST;
    let says_why = |source: &Source| {
        let mut start = source.text.lines().take_while(|line| line.starts_with("//!"));
        start.any(|line| line.contains("More than 400 lines"))
    };
    let long = sources.files().map(|(_, source)| source).filter(is_long);
    let unexplained = long.filter(|source| !says_why(source));
    unexplained
        .map(|source| format!("length: {} has more than {MOST} lines", source.path))
        .collect()
}

/// Items that are visible in a path that they name. Modules say where an item is seen, and the rule of front doors
/// holds; a path at each item would only make each line longer.
pub fn visibilities(sources: &Sources) -> Vec<String> {
    let named = sources.files().filter(|(_, source)| source.text.contains("pub(in "));
    named.map(|(_, source)| format!("visibility: {} has `pub(in …)`", source.path)).collect()
}
