//! What is written on a page: its letters, each with its place.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String as Text};
use hayro_syntax::page::{Page, Resources};

use super::font::{Font, UNKNOWN};
use super::line::Glyph;
use super::marked::{Marked, Tag};
use super::matrix::Matrix;
use super::radical;
use super::unpacking;
use crate::export::Budget;
use crate::open::Problem;

/// Limits of what one page may hold: letters, kept settings, drawings in drawings.
const MOST_GLYPHS: usize = 400_000;
const MOST_SAVED: usize = 256;
const DEEPEST: usize = 12;

/// The letters of a page in the order in which they are drawn.
pub(super) fn glyphs(page: &Page<'_>, fonts: &mut Fonts, budget: &mut Budget) -> Result<(String, Vec<Glyph>), Problem> {
    let content = unpacking::page(page, budget)?;
    let mut writing = Writing {
        fonts,
        budget,
        text: String::new(),
        glyphs: Vec::new(),
        marked: Marked::default(),
    };
    writing.run(&content, page.resources(), State::default(), 0)?;
    writing.marked.end_all(&mut writing.text, &mut writing.glyphs);
    Ok((writing.text, writing.glyphs))
}

/// The fonts of a file, by their object.
pub(super) type Fonts = BTreeMap<ObjectIdentifier, Rc<Font>>;

/// The fonts that a content has asked for, by their names there.
type Named = BTreeMap<Vec<u8>, Option<Rc<Font>>>;

/// How letters are set.
#[derive(Clone, Default)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_spacing: f32,
    word_spacing: f32,
    /// The share by which letters are wider than the font has them, less one.
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// The writing of a page.
struct Writing<'a> {
    fonts: &'a mut Fonts,
    budget: &'a mut Budget,
    text: String,
    glyphs: Vec<Glyph>,
    marked: Marked,
}

/// Where the next letter and the next line begin.
#[derive(Clone, Copy, Default)]
struct Cursor {
    letter: Matrix,
    line: Matrix,
}

impl Writing<'_> {
    fn run(&mut self, content: &[u8], resources: &Resources<'_>, state: State, depth: usize) -> Result<(), Problem> {
        let mut operations = TypedIter::new(content);
        let (mut state, mut saved, mut cursor) = (state, Vec::new(), Cursor::default());
        let (mut unsaved, mut named) = (0_usize, Named::new());
        while let Some(operation) = operations.next() {
            match operation {
                Op::SaveState(_) if saved.len() < MOST_SAVED => saved.push(state.clone()),
                Op::SaveState(_) => unsaved += 1,
                Op::RestoreState(_) if unsaved > 0 => unsaved -= 1,
                Op::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Op::Transform(to) => state.page = matrix([to.0, to.1, to.2, to.3, to.4, to.5]).then(&state.page),
                Op::BeginText(_) => cursor = Cursor::default(),
                Op::TextFont(font) => {
                    state.font = self.font(resources, font.0, &mut named)?;
                    state.size = font.1.as_f32();
                }
                Op::CharacterSpacing(spacing) => state.letter_spacing = spacing.0.as_f32(),
                Op::WordSpacing(spacing) => state.word_spacing = spacing.0.as_f32(),
                Op::HorizontalScaling(scale) => state.stretch = scale.0.as_f32() / 100.0 - 1.0,
                Op::TextLeading(leading) => state.leading = leading.0.as_f32(),
                Op::TextRise(rise) => state.rise = rise.0.as_f32(),
                Op::NextLine(by) => cursor.go(by.0.as_f32(), by.1.as_f32()),
                Op::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f32();
                    cursor.go(by.0.as_f32(), by.1.as_f32());
                }
                Op::SetTextMatrix(to) => {
                    cursor.line = matrix([to.0, to.1, to.2, to.3, to.4, to.5]);
                    cursor.letter = cursor.line;
                }
                Op::NextLineUsingLeading(_) => cursor.go(0.0, -state.leading),
                Op::ShowText(text) => self.write(text.0.as_bytes(), &state, &mut cursor)?,
                Op::ShowTexts(texts) => self.show(texts.0, &state, &mut cursor)?,
                Op::NextLineAndShowText(text) => {
                    cursor.go(0.0, -state.leading);
                    self.write(text.0.as_bytes(), &state, &mut cursor)?;
                }
                Op::ShowTextWithParameters(text) => {
                    (state.word_spacing, state.letter_spacing) = (text.0.as_f32(), text.1.as_f32());
                    cursor.go(0.0, -state.leading);
                    self.write(text.2.as_bytes(), &state, &mut cursor)?;
                }
                Op::BeginMarkedContent(_) => self.marked.begin(Tag::Plain, self.glyphs.len()),
                Op::BeginMarkedContentWithProperties(part) => {
                    self.marked.begin(tag(part.0, part.1, resources), self.glyphs.len());
                }
                Op::EndMarkedContent(_) => self.marked.end(&mut self.text, &mut self.glyphs),
                Op::XObject(drawing) => self.draw(drawing.0, resources, &state, depth)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The font of a name.
    fn font(
        &mut self,
        resources: &Resources<'_>,
        name: &Name<'_>,
        named: &mut Named,
    ) -> Result<Option<Rc<Font>>, Problem> {
        if let Some(font) = named.get(name.as_ref()) {
            return Ok(font.clone());
        }
        let id = resources.fonts.get_ref(name).map(ObjectIdentifier::from);
        let mut font = id.and_then(|id| self.fonts.get(&id)).cloned();
        if font.is_none()
            && let Some(dict) = resources.get_font(name)
        {
            font = Some(Rc::new(Font::read(&dict, self.budget)?));
        }
        if let (Some(id), Some(font)) = (id, &font) {
            self.fonts.insert(id, Rc::clone(font));
        }
        named.insert(name.as_ref().to_vec(), font.clone());
        Ok(font)
    }

    /// Draws a drawing within the page; pictures are passed over.
    fn draw(&mut self, name: &Name<'_>, resources: &Resources<'_>, state: &State, depth: usize) -> Result<(), Problem> {
        let Some(drawing) = resources
            .get_x_object(name)
            .filter(|drawing| depth < DEEPEST && is_form(drawing))
        else {
            return Ok(());
        };
        let Some(content) = unpacking::content(&drawing, self.budget)? else {
            return Ok(());
        };
        let mut state = state.clone();
        if let Some(to) = drawing.dict().get::<Array<'_>>("Matrix") {
            let numbers: Vec<Number> = to.iter::<Number>().take(6).collect();
            if let Ok(numbers) = <[Number; 6]>::try_from(numbers) {
                state.page = matrix(numbers).then(&state.page);
            }
        }
        let own = drawing.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        self.run(&content, own.as_ref().unwrap_or(resources), state, depth + 1)
    }

    /// Writes texts with the distances between them.
    fn show(&mut self, parts: &Array<'_>, state: &State, cursor: &mut Cursor) -> Result<(), Problem> {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::Number(distance) => cursor.move_on(state, -distance.as_f32() / 1000.0 * state.size),
                Object::String(text) => self.write(text.as_bytes(), state, cursor)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], state: &State, cursor: &mut Cursor) -> Result<(), Problem> {
        let Some(font) = &state.font else {
            return Ok(());
        };
        let mut rest = bytes;
        while !rest.is_empty() {
            let code = font.code(rest);
            rest = &rest[code.length()..];
            let from = self.text.len();
            let mut text = String::new();
            font.write(&code, &mut text);
            self.text.extend(text.chars().map(radical::character));
            let place = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, state.rise])
                .then(&cursor.letter)
                .then(&state.page);
            let spacing = state.letter_spacing + if code.is_blank() { state.word_spacing } else { 0.0 };
            let advance = font.width(&code) * state.size;
            cursor.move_on(state, advance + spacing);
            if self.marked.is_unread() {
                self.text.truncate(from);
                continue;
            }
            let stretched = advance * (1.0 + state.stretch);
            self.glyphs.extend(Glyph::at(
                &place,
                stretched,
                state.size,
                font.is_vertical,
                from..self.text.len(),
            ));
            if self.glyphs.len() > MOST_GLYPHS {
                return Err(Problem::TooMuch);
            }
        }
        Ok(())
    }
}

impl Cursor {
    /// Goes to a place beside the beginning of the line.
    fn go(&mut self, x: f32, y: f32) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.letter = self.line;
    }

    /// Goes on along the line.
    fn move_on(&mut self, state: &State, distance: f32) {
        let is_vertical = state.font.as_ref().is_some_and(|font| font.is_vertical);
        let (x, y) = match is_vertical {
            true => (0.0, -distance),
            false => (distance * (1.0 + state.stretch), 0.0),
        };
        self.letter = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.letter);
    }
}

/// The text that a part is meant as: UTF-16 with its mark, or Latin letters.
fn meant(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, units @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(units).0,
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8_lossy(text),
        other => encoding_rs::WINDOWS_1252.decode_without_bom_handling(other).0,
    };
    text.chars()
        .filter(|char| !char.is_control())
        .map(radical::character)
        .collect()
}

/// Whether a drawing is one of letters and lines, not a picture.
fn is_form(drawing: &Stream<'_>) -> bool {
    drawing
        .dict()
        .get::<Name<'_>>("Subtype")
        .is_some_and(|kind| kind.as_ref() == b"Form")
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f32()))
}

/// What the beginning of a marked part says of it.
fn tag(name: &Name<'_>, properties: &Object<'_>, resources: &Resources<'_>) -> Tag {
    let properties = match properties {
        Object::Dict(properties) => Some(properties.clone()),
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
        _ => None,
    };
    let Some(properties) = properties else {
        return Tag::Plain;
    };
    let kind = properties.get::<Name<'_>>("Type");
    if name.as_ref() == b"Artifact" && kind.is_some_and(|kind| kind.as_ref() == b"Pagination") {
        return Tag::Unread;
    }
    properties
        .get::<Text<'_>>("ActualText")
        .map_or(Tag::Plain, |text| Tag::Meant(meant(text.as_bytes())))
}

/// Whether a text says too little of its characters.
pub(super) fn is_unreadable(text: &str) -> bool {
    let unknown = text.chars().filter(|char| *char == UNKNOWN).count();
    let known = text.chars().filter(|char| char.is_alphanumeric()).count();
    unknown > known
}
