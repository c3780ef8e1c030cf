//! The engine from outside: requests in, progress and exactly one ending out.

use juyao::engine::Engine;
use juyao::extract::jieba::JiebaLexicon;
use juyao::extract::{Lexicon, directives};
use juyao::protocol::{Failure, LONGEST_TEXT, Request, RequestId, Response, decode, encode};
use juyao::text::Source;

const TEXT: &str = "在全县项目推进会上的讲话\n同志们：\n一、抓项目。由县发改局牵头，6月底前开工项目20个。\n";

fn read(bytes: &[u8]) -> Result<Box<dyn Lexicon>, String> {
    if bytes.starts_with(b"\xff") {
        return Err("not a dictionary".to_owned());
    }
    Ok(Box::new(JiebaLexicon::new(bytes)?))
}

fn extract(id: u32, text: &str) -> Request {
    Request::Extract {
        id: RequestId(id),
        text: text.to_owned(),
    }
}

/// The answers as one word each.
fn names(responses: &[Response]) -> Vec<&'static str> {
    responses
        .iter()
        .map(|response| match response {
            Response::Hello { .. } => "hello",
            Response::DictionaryReady => "ready",
            Response::DictionaryFailed { .. } => "no dictionary",
            Response::Progress { .. } => "progress",
            Response::Preview { .. } => "preview",
            Response::Words { .. } => "words",
            Response::Done { complete: true, .. } => "done",
            Response::Done { complete: false, .. } => "done without",
            Response::Failed { .. } => "failed",
        })
        .collect()
}

/// The answers to a call, without the progress.
fn answers(call: impl FnOnce(&mut dyn FnMut(Response))) -> Vec<Response> {
    let mut responses = Vec::new();
    call(&mut |response| {
        // Every message survives the way through bytes.
        assert_eq!(decode::<Response>(&encode(&response)), Ok(response.clone()));
        if !matches!(response, Response::Progress { .. }) {
            responses.push(response);
        }
    });
    responses
}

#[test]
fn a_request_waits_for_the_dictionary_and_has_one_ending() {
    let mut engine = Engine::new(read);
    assert_eq!(
        names(&answers(|reply| engine.handle(extract(1, TEXT), reply))),
        ["preview"]
    );
    assert_eq!(
        names(&answers(|reply| engine.handle(extract(2, ""), reply))),
        ["preview"]
    );
    let late = answers(|reply| engine.dictionary("项目 100 n\n".as_bytes(), reply));
    assert_eq!(names(&late), ["ready", "done", "done"]);
    assert_eq!(
        names(&answers(|reply| engine.handle(extract(3, TEXT), reply))),
        ["done"]
    );
}

#[test]
fn words_wait_for_the_dictionary_and_cover_the_text() {
    let ask = || Request::Words {
        id: RequestId(5),
        text: "要开工项目。".to_owned(),
    };
    let words = |lengths: Vec<u32>| Response::Words {
        id: RequestId(5),
        lengths,
        orders: directives(&Source::new("要开工项目。")),
    };
    assert_eq!(directives(&Source::new("要开工项目。")).len(), 1);
    let mut engine = Engine::new(read);
    assert_eq!(answers(|reply| engine.handle(ask(), reply)), []);
    let late = answers(|reply| engine.dictionary("开工 100 v\n项目 100 n\n".as_bytes(), reply));
    assert_eq!(late, [Response::DictionaryReady, words(vec![3, 6, 6, 3])]);
    let mut without = Engine::new(read);
    answers(|reply| without.handle(Request::WithoutDictionary, reply));
    assert_eq!(answers(|reply| without.handle(ask(), reply)), [words(Vec::new())]);
}

#[test]
fn a_broken_dictionary_is_told_and_done_without() {
    let mut engine = Engine::new(read);
    answers(|reply| engine.handle(extract(1, TEXT), reply));
    assert_eq!(
        names(&answers(|reply| engine.dictionary(b"\xff", reply))),
        ["no dictionary", "done without"]
    );
    let mut engine = Engine::new(read);
    answers(|reply| engine.handle(extract(1, TEXT), reply));
    assert_eq!(
        names(&answers(|reply| engine.handle(Request::WithoutDictionary, reply))),
        ["done without"]
    );
}

#[test]
fn a_text_that_is_too_long_fails_at_once() {
    let mut engine = Engine::new(read);
    let ending = answers(|reply| engine.handle(extract(7, &" ".repeat(LONGEST_TEXT + 1)), reply));
    assert_eq!(
        ending,
        [Response::Failed {
            id: RequestId(7),
            failure: Failure::TooLong
        }]
    );
}

#[test]
fn broken_bytes_are_not_a_message() {
    assert!(decode::<Request>(b"").is_err());
    assert!(decode::<Request>(&[0xff; 12]).is_err());
    let mut cut = encode(&extract(1, TEXT));
    cut.truncate(20);
    assert!(decode::<Request>(&cut).is_err());
}
