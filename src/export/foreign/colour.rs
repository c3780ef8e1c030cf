//! Colours of labels in other programs, which know no tints.

use crate::annotate::TagSet;

/// Colours that stay apart on white and carry black text.
const COLOURS: [&str; 16] = [
    "#c9c5bd", "#b5b0a6", "#9fc2f5", "#f5d565", "#8fdcc2", "#f2a98c", "#c3a9bd", "#8ea4ec", "#f0b070", "#7ccdb2",
    "#b9cc6a", "#7cc4d8", "#c79cf0", "#ec94bd", "#cfa98a", "#aab2bd",
];

/// The same for the spare tones of the page, each near its tone.
const SPARE: [&str; 9] = [
    "#f09ac4", "#7cc4d8", "#f0b860", "#b8a5f2", "#97d187", "#f5a294", "#9dbcf2", "#d89fe3", "#d3cd74",
];

/// The colour of a label: that of the spare tone which it has, else one by its place in the palette.
pub(super) fn of(tagset: &TagSet, label: &str) -> &'static str {
    let tone = tagset.label(label).map(|_| tagset.tone(label));
    let spare = TagSet::SPARE_TONES.iter().position(|spare| Some(*spare) == tone);
    spare.map_or_else(|| COLOURS[tagset.rank(label) % COLOURS.len()], |place| SPARE[place])
}

/// The spare tone that is nearest to a colour (`#f80`, `#ff8800`) in hue; none for a grey.
pub(super) fn tone(colour: &str) -> Option<&'static str> {
    let wanted = hue(colour)?;
    let distance = |spare: &str| {
        let apart = hue(spare).unwrap_or(0).abs_diff(wanted);
        apart.min(360 - apart)
    };
    let nearest = (0..SPARE.len()).min_by_key(|place| distance(SPARE[*place]))?;
    Some(TagSet::SPARE_TONES[nearest])
}

/// The hue of a colour in degrees.
fn hue(colour: &str) -> Option<u32> {
    let digits: Vec<i32> = colour
        .trim()
        .strip_prefix('#')?
        .chars()
        .map(|char| char.to_digit(16).and_then(|digit| i32::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let [red, green, blue] = match *digits {
        [red, green, blue] => [red * 17, green * 17, blue * 17],
        [a, b, c, d, e, f] => [a * 16 + b, c * 16 + d, e * 16 + f],
        _ => return None,
    };
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let spread = most - least;
    if spread < 24 {
        return None;
    }
    let sixth = match most {
        _ if most == red => (green - blue) * 60 / spread,
        _ if most == green => (blue - red) * 60 / spread + 120,
        _ => (red - green) * 60 / spread + 240,
    };
    u32::try_from(sixth.rem_euclid(360)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_keep_their_hue() {
        for (colour, wanted) in [
            ("#ff0000", Some("spare-6")),
            ("#0A0", Some("spare-5")),
            ("#2060d0", Some("spare-7")),
            ("#7f007f", Some("spare-8")),
            ("#808080", None),
            ("red", None),
            ("#12345", None),
            ("#é1", None),
        ] {
            assert_eq!(tone(colour), wanted, "{colour}");
        }
        for (spare, name) in SPARE.iter().zip(TagSet::SPARE_TONES) {
            assert_eq!(tone(spare), Some(name), "what is written comes back");
        }
    }
}
