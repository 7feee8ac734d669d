//! The modules of the crate, and which modules each file names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, UseTree, Visibility};

/// A path of modules from the root of the crate: `["dataset", "table"]`.
pub type Module = Vec<String>;

/// A source file.
pub struct Source {
    /// From the root of the crate, with `/` between folders: `dataset/table/mod.rs`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// Paths that the file names, from the root of the crate, without those in its tests.
    pub paths: BTreeSet<Vec<String>>,
    /// What it gives on under another name: the name, and the path that this name means.
    reexports: BTreeMap<String, Vec<String>>,
}

/// All source files of the library, by the module that each is.
pub struct Sources(BTreeMap<Module, Source>);

impl Sources {
    /// Reads all files below `src`.
    pub fn read(src: &Path) -> Self {
        let mut sources = BTreeMap::new();
        let mut folders = vec![src.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let file = entry.unwrap().path();
                if file.is_dir() {
                    folders.push(file);
                    continue;
                }
                let path = file.strip_prefix(src).unwrap().to_string_lossy().replace('\\', "/");
                let Some(name) = path.strip_suffix(".rs") else { continue };
                // The binary, and the tests of the server, which have a folder.
                if name == "main" || path.contains("/tests/") {
                    continue;
                }
                let name = name.strip_suffix("/mod").unwrap_or(name);
                let module: Module = match name {
                    "lib" => Vec::new(),
                    name => name.split('/').map(str::to_owned).collect(),
                };
                let text = fs::read_to_string(&file).unwrap();
                sources.insert(module.clone(), Source::parse(path, text, module));
            }
        }
        Self(sources)
    }

    /// Each file with its module.
    pub fn files(&self) -> impl Iterator<Item = (&Module, &Source)> {
        self.0.iter()
    }

    /// The module that a path leads to: the longest one that it names, followed through re-exports.
    pub fn target(&self, path: &[String]) -> Option<Module> {
        let mut path = path.to_vec();
        // A chain of re-exports is short; a circle of them does not compile.
        for _ in 0..8 {
            let module = self.longest(&path)?;
            let next = path.get(module.len()).and_then(|name| self.0[&module].reexports.get(name));
            let Some(next) = next else { return Some(module) };
            path = [next.as_slice(), &path[module.len() + 1..]].concat();
        }
        None
    }

    /// The longest module that a path begins with.
    pub fn longest(&self, path: &[String]) -> Option<Module> {
        let lengths = (0..=path.len()).rev();
        lengths.map(|length| path[..length].to_vec()).find(|module| self.0.contains_key(module))
    }
}

impl Source {
    fn parse(path: String, text: String, module: Module) -> Self {
        let file = syn::parse_file(&text).unwrap();
        let mut children = BTreeSet::new();
        for item in &file.items {
            if let syn::Item::Mod(item) = item
                && item.content.is_none()
            {
                children.insert(item.ident.to_string());
            }
        }
        let mut named =
            Named { module, children, paths: BTreeSet::new(), reexports: BTreeMap::new() };
        named.visit_file(&file);
        Self { path, text, paths: named.paths, reexports: named.reexports }
    }
}

/// Collects the paths that a file names.
struct Named {
    module: Module,
    children: BTreeSet<String>,
    paths: BTreeSet<Vec<String>>,
    reexports: BTreeMap<String, Vec<String>>,
}

impl Named {
    /// A path as written, from the root of the crate; none if it leads to another crate.
    fn absolute(&self, written: &[String]) -> Option<Vec<String>> {
        let mut module = self.module.clone();
        let mut rest = written;
        match rest.first()?.as_str() {
            "crate" => (module, rest) = (Vec::new(), &rest[1..]),
            "self" => rest = &rest[1..],
            "super" => {}
            first if self.children.contains(first) => {}
            _ => return None,
        }
        while rest.first().is_some_and(|name| name == "super") {
            module.pop();
            rest = &rest[1..];
        }
        Some([module.as_slice(), rest].concat())
    }

    fn leaves(tree: &UseTree, before: &[String], leaves: &mut Vec<(Vec<String>, String)>) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => Self::leaves(&path.tree, &with(&path.ident), leaves),
            UseTree::Name(name) if name.ident == "self" => {
                leaves.push((before.to_vec(), before.last().cloned().unwrap_or_default()));
            }
            UseTree::Name(name) => leaves.push((with(&name.ident), name.ident.to_string())),
            UseTree::Rename(rename) => {
                leaves.push((with(&rename.ident), rename.rename.to_string()))
            }
            UseTree::Glob(_) => leaves.push((before.to_vec(), "*".to_owned())),
            UseTree::Group(group) => {
                for tree in &group.items {
                    Self::leaves(tree, before, leaves);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        // Tests may look at what they like.
        if item.content.is_some() {
            return;
        }
        visit::visit_item_mod(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        Self::leaves(&item.tree, &[], &mut leaves);
        for (path, name) in leaves {
            let Some(path) = self.absolute(&path) else { continue };
            if matches!(item.vis, Visibility::Inherited) {
                self.paths.insert(path);
            } else {
                self.reexports.insert(name, path);
            }
        }
    }

    fn visit_visibility(&mut self, _: &'ast Visibility) {
        // `pub(crate)` imports nothing.
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if written.len() > 1
            && let Some(path) = self.absolute(&written)
        {
            self.paths.insert(path);
        }
        visit::visit_path(self, path);
    }
}
