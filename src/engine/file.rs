//! The part of the engine that opens and writes files: a job in, its answer out.

use crate::export::{Format, Options, export, json};
use crate::open::open_together;
use crate::protocol::{ExportJob, FileAnswer, FileJob, OpenJob, OpenedDocument};

/// Does a job.
pub fn answer(job: FileJob) -> FileAnswer {
    match job {
        FileJob::Open(job) => opened(&job),
        FileJob::Export(job) => exported(&job).unwrap_or_else(|reason| FileAnswer::Failed { reason }),
    }
}

fn opened(job: &OpenJob) -> FileAnswer {
    let own = std::iter::once((&*job.name, &*job.bytes));
    let beside = job.beside.iter().map(|(name, bytes)| (&**name, &**bytes));
    let files: Vec<(&str, &[u8])> = own.chain(beside).collect();
    let opened = open_together(&files, job.encoding.as_deref());
    let document = |document: crate::open::Document| {
        if document.is_annotated {
            OpenedDocument::Annotated(json::encode_line(&document.project))
        } else {
            OpenedDocument::Text(document.project.source.text().to_owned())
        }
    };
    FileAnswer::Opened {
        documents: opened.documents.into_iter().map(document).collect(),
        problems: opened.problems,
    }
}

fn exported(job: &ExportJob) -> Result<FileAnswer, String> {
    let format = Format::from_id(&job.format).ok_or_else(|| format!("no format {}", job.format))?;
    let projects = job
        .documents
        .iter()
        .map(|line| json::decode(line))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| error.to_string())?;
    let options = Options {
        suggestions: job.suggestions,
    };
    let file = export(format, options, &projects, &job.together).map_err(|error| error.to_string())?;
    Ok(FileAnswer::Exported {
        name: file.name,
        media_type: file.media_type,
        bytes: file.bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;
    use crate::protocol::{decode, encode};
    use crate::text::Source;

    #[test]
    fn jobs_and_answers_survive_the_way() {
        let project = Project::new(Source::new("要修渠。"));
        let jobs = [
            FileJob::Open(OpenJob {
                name: "一.txt".to_owned(),
                bytes: "要修渠。".into(),
                beside: Vec::new(),
                encoding: None,
            }),
            FileJob::Export(ExportJob {
                format: "tei".to_owned(),
                suggestions: true,
                documents: vec![json::encode_line(&project)],
                together: String::new(),
            }),
            FileJob::Export(ExportJob {
                format: "nonsense".to_owned(),
                suggestions: true,
                documents: Vec::new(),
                together: String::new(),
            }),
        ];
        let answers = jobs.map(|job| {
            let job: FileJob = decode(&encode(&job)).unwrap();
            decode::<FileAnswer>(&encode(&answer(job))).unwrap()
        });
        assert_eq!(
            answers[0],
            FileAnswer::Opened {
                documents: vec![OpenedDocument::Text("要修渠。".to_owned())],
                problems: Vec::new(),
            }
        );
        assert!(matches!(&answers[1], FileAnswer::Exported { name, .. } if name == "要修渠。.xml"));
        assert!(matches!(&answers[2], FileAnswer::Failed { .. }));
    }
}
