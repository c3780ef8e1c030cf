//! The engine: requests in, progress and exactly one ending out.
//!
//! It holds caches only and may be thrown away at any time. It does no I/O: the dictionary is handed
//! to it, and its answers go to a function.

#[cfg(feature = "formats")]
mod file;

#[cfg(feature = "formats")]
pub use file::answer;

use crate::extract::{Lexicon, Phase, directives, extract, words};
use crate::project::Suggestions;
use crate::protocol::{Failure, LONGEST_TEXT, Request, RequestId, Response};
use crate::text::Source;

/// Reads a dictionary; the reason as a text where it cannot.
pub type ReadDictionary = fn(&[u8]) -> Result<Box<dyn Lexicon>, String>;

/// The engine behind the worker, the command line and the tests.
pub struct Engine {
    read: ReadDictionary,
    dictionary: Dictionary,
    /// What waits for the dictionary; the previews of extractions are out.
    waiting: Vec<(RequestId, Job)>,
}

enum Job {
    Extract(Source),
    Words(Source),
}

enum Dictionary {
    Coming,
    Ready(Box<dyn Lexicon>),
    Missing,
}

impl Engine {
    /// An engine that waits for its dictionary.
    pub fn new(read: ReadDictionary) -> Self {
        Self {
            read,
            dictionary: Dictionary::Coming,
            waiting: Vec::new(),
        }
    }

    /// An engine that has its dictionary already.
    pub fn with_lexicon(lexicon: Box<dyn Lexicon>) -> Self {
        let read: ReadDictionary = |_| Err("the dictionary is already there".to_owned());
        Self {
            dictionary: Dictionary::Ready(lexicon),
            ..Self::new(read)
        }
    }

    /// Takes the dictionary and finishes what waited for it.
    pub fn dictionary(&mut self, bytes: &[u8], reply: &mut dyn FnMut(Response)) {
        self.dictionary = match (self.read)(bytes) {
            Ok(lexicon) => {
                reply(Response::DictionaryReady);
                Dictionary::Ready(lexicon)
            }
            Err(reason) => {
                reply(Response::DictionaryFailed { reason });
                Dictionary::Missing
            }
        };
        self.finish(reply);
    }

    /// Answers one request.
    pub fn handle(&mut self, request: Request, reply: &mut dyn FnMut(Response)) {
        match request {
            Request::Extract { id, text } if text.len() > LONGEST_TEXT => {
                reply(Response::Failed {
                    id,
                    failure: Failure::TooLong,
                });
            }
            Request::Extract { id, text } => {
                let source = Source::new(text);
                if matches!(self.dictionary, Dictionary::Coming) {
                    let suggestions = suggest(id, &source, None, reply);
                    reply(Response::Preview { id, suggestions });
                }
                self.waiting.push((id, Job::Extract(source)));
                self.finish(reply);
            }
            Request::Words { id, text } => {
                let source = Source::new(if text.len() > LONGEST_TEXT { String::new() } else { text });
                self.waiting.push((id, Job::Words(source)));
                self.finish(reply);
            }
            Request::WithoutDictionary => {
                self.dictionary = Dictionary::Missing;
                self.finish(reply);
            }
        }
    }

    fn finish(&mut self, reply: &mut dyn FnMut(Response)) {
        let lexicon = match &self.dictionary {
            Dictionary::Coming => return,
            Dictionary::Ready(lexicon) => Some(&**lexicon),
            Dictionary::Missing => None,
        };
        for (id, job) in self.waiting.drain(..) {
            let answer = match job {
                Job::Extract(source) => Response::Done {
                    id,
                    suggestions: suggest(id, &source, lexicon, reply),
                    complete: lexicon.is_some(),
                },
                Job::Words(source) => Response::Words {
                    id,
                    lengths: lexicon.map(|lexicon| lengths(&source, lexicon)).unwrap_or_default(),
                    orders: directives(&source),
                },
            };
            reply(answer);
        }
    }
}

fn lengths(source: &Source, lexicon: &dyn Lexicon) -> Vec<u32> {
    let seams = words::seams(source, lexicon);
    seams.windows(2).map(|pair| pair[1].0 - pair[0].0).collect()
}

fn suggest(
    id: RequestId,
    source: &Source,
    lexicon: Option<&dyn Lexicon>,
    reply: &mut dyn FnMut(Response),
) -> Suggestions {
    let mut report = |phase: Phase| {
        reply(Response::Progress {
            id,
            done: phase as u8,
            total: Phase::Frames as u8 + 1,
        })
    };
    let extraction = extract(source, lexicon, &mut report);
    Suggestions::of(source, &extraction)
}
