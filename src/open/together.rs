//! Files that belong together: brat keeps a text, its annotations and the names of its labels in files
//! side by side.

use std::collections::BTreeMap;

/// The files of brat's settings, which hold for all texts of their folder.
const SETTINGS: [&str; 2] = ["annotation.conf", "visual.conf"];

/// Which of the files that are opened at once belong together, by their paths: each group is opened as
/// one. The first of a group names it; a file that settles the labels of several texts stands in
/// several groups. The groups come in the order of their first files.
pub fn gather<Path: AsRef<str>>(paths: &[Path]) -> Vec<Vec<usize>> {
    let places: BTreeMap<&str, usize> = paths.iter().map(AsRef::as_ref).zip(0..).collect();
    let annotations = |text: &str| places.get(&*format!("{}.ann", text.strip_suffix(".txt")?)).copied();
    let settings = |path: &str| {
        let folder = path.rfind(['/', '\\']).map_or("", |at| &path[..=at]);
        SETTINGS.map(|name| places.get(&*format!("{folder}{name}")).copied())
    };
    let mut groups = Vec::new();
    let mut taken = vec![false; paths.len()];
    for (path, &text) in &places {
        if let Some(annotations) = annotations(path) {
            let group: Vec<usize> = [text, annotations]
                .into_iter()
                .chain(settings(path).into_iter().flatten())
                .collect();
            group.iter().for_each(|&place| taken[place] = true);
            groups.push(group);
        }
    }
    let alone = (0..paths.len()).filter(|&place| !taken[place]).map(|place| vec![place]);
    groups.extend(alone);
    groups.sort();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_their_annotations_belong_together() {
        let paths = [
            "annotation.conf",
            "乙.ann",
            "丙.txt",
            "乙.txt",
            "别处/乙.txt",
            "甲.txt",
            "甲.ann",
            "甲.txt.bak",
        ];
        assert_eq!(
            gather(&paths),
            [vec![2], vec![3, 1, 0], vec![4], vec![5, 6, 0], vec![7]]
        );
        assert_eq!(gather(&["甲.ann", "annotation.conf"]), [vec![0], vec![1]]);
        assert_eq!(gather(&["甲.txt", "甲.txt"]), [vec![0], vec![1]]);
        assert!(gather::<&str>(&[]).is_empty());
    }
}
