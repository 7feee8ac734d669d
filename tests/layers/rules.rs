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

/// Words of a dialect that readers of plain technical English do not know, or know in another meaning.
const OLD_WORDS: &[&str] = &[
    "anew",
    "bear out",
    "bears out",
    "beside",
    "dear",
    "farewell",
    "guest",
    "guests",
    "hear",
    "heard",
    "hears",
    "house",
    "mend",
    "mended",
    "mends",
    "news",
    "parted",
    "someone who looks on",
    "stand",
    "stands",
    "stood",
    "tell",
    "telling",
    "tells",
    "told",
    "whoever",
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

/// Words of the old vocabulary in comments and in the names of files.
pub fn vocabulary(sources: &Sources) -> Vec<String> {
    let mut violations = Vec::new();
    for (_, Source { path, text, .. }) in sources.files() {
        let comments = text.lines().filter_map(|line| line.trim_start().strip_prefix("//"));
        let comments: Vec<String> =
            comments.map(|line| without_quotes(line.trim_start_matches(['/', '!']))).collect();
        // The name of a file consists of words as well. Quoted words are examples.
        let name = path.trim_end_matches(".rs").replace(['/', '_'], " ");
        let words = format!("{name} {}", comments.join(" ")).to_lowercase();
        let words = words.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let text =
            format!(" {} ", words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "));
        for word in OLD_WORDS {
            if text.contains(&format!(" {word} ")) {
                violations.push(format!("vocabulary: {path}: {word}"));
            }
        }
    }
    violations
}

/// A line without what is in quotes or in backticks.
fn without_quotes(line: &str) -> String {
    let mut kept = String::new();
    let mut closing = None;
    for letter in line.chars() {
        match closing {
            Some(end) if letter == end => closing = None,
            Some(_) => {}
            None => match letter {
                '“' => closing = Some('”'),
                '"' | '`' => closing = Some(letter),
                letter => kept.push(letter),
            },
        }
    }
    kept
}
