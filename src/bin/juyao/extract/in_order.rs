//! Work spread over threads; what it makes comes in the order of the work.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// So many jobs wait for each thread, and so many results: memory stays bounded.
const WAITING: usize = 16;

/// Has each job done by a worker on one of some threads and takes what is made, in the order of the
/// jobs. Stops at the first mistake of `take`.
pub(super) fn in_order<Job, Made, Worker>(
    jobs: impl Iterator<Item = Job> + Send,
    threads: usize,
    worker: impl Fn() -> Worker + Sync,
    mut take: impl FnMut(Made) -> Result<(), String>,
) -> Result<(), String>
where
    Job: Send,
    Made: Send,
    Worker: FnMut(Job) -> Made,
{
    let worker = &worker;
    thread::scope(|scope| {
        // Job n goes to thread n modulo their number, and what it makes comes from there.
        let (inward, outward): (Vec<SyncSender<Job>>, Vec<Receiver<Made>>) = (0..threads.max(1))
            .map(|_| {
                let (to_worker, from_reader) = sync_channel::<Job>(WAITING);
                let (to_taker, from_worker) = sync_channel(WAITING);
                scope.spawn(move || {
                    let mut work = worker();
                    from_reader.into_iter().try_for_each(|job| to_taker.send(work(job)))
                });
                (to_worker, from_worker)
            })
            .unzip();
        scope.spawn(move || {
            for (job, worker) in jobs.zip(inward.iter().cycle()) {
                // Nobody takes what would be made.
                if worker.send(job).is_err() {
                    break;
                }
            }
        });
        for from_worker in outward.iter().cycle() {
            match from_worker.recv() {
                Ok(made) => take(made)?,
                // All jobs before this one are done, and there is none after it.
                Err(_) => break,
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_comes_in_the_order_of_the_work() {
        for threads in [0, 1, 2, 3, 7] {
            let mut made = Vec::new();
            let uneven = || {
                |job: u64| {
                    thread::sleep(std::time::Duration::from_micros(job * 7919 % 97));
                    job * 2
                }
            };
            let take = |one| {
                made.push(one);
                Ok(())
            };
            in_order(0..200, threads, uneven, take).unwrap();
            assert_eq!(made, (0..200).map(|job| job * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_mistake_ends_the_work() {
        let mut taken = 0;
        let ended = in_order(
            0..,
            2,
            || |job| job,
            |job: u32| {
                taken += 1;
                if job < 3 { Ok(()) } else { Err("enough".to_owned()) }
            },
        );
        assert_eq!((ended, taken), (Err("enough".to_owned()), 4));
    }
}
