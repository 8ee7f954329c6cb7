//! Work on all cores with answers in order and bounded memory.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, mpsc},
    thread,
};

/// How many pieces of work may wait for each thread.
const WAITING: usize = 4;

/// Does pieces of work on some threads and hands the answers on in the order of the pieces, on the thread of the
/// caller. No more than a few pieces for each thread are held at a time. `take` says whether to go on.
///
/// With one thread nothing is started: each piece is done when its turn comes.
pub(crate) fn ordered<W, A>(
    jobs: NonZeroUsize,
    pieces: impl Iterator<Item = W> + Send,
    work: impl Fn(W) -> A + Sync,
    mut take: impl FnMut(A) -> bool,
) where
    W: Send,
    A: Send,
{
    if jobs.get() == 1 {
        for piece in pieces {
            if !take(work(piece)) {
                return;
            }
        }
        return;
    }
    // Each piece goes to a worker with a place for its answer, and the places go to the caller in order.
    let (give, given) = mpsc::sync_channel::<(W, mpsc::SyncSender<A>)>(WAITING * jobs.get());
    let (announce, announced) = mpsc::sync_channel::<mpsc::Receiver<A>>(WAITING * jobs.get());
    let given = Mutex::new(given);
    let (given, work) = (&given, &work);
    thread::scope(move |scope| {
        for _ in 0..jobs.get() {
            scope.spawn(move || {
                loop {
                    let next = given.lock().map(|queue| queue.recv());
                    let Ok(Ok((piece, answer))) = next else { return };
                    // The caller may have stopped listening.
                    let _ = answer.send(work(piece));
                }
            });
        }
        scope.spawn(move || {
            for piece in pieces {
                let (answer, place) = mpsc::sync_channel(1);
                if announce.send(place).is_err() || give.send((piece, answer)).is_err() {
                    return;
                }
            }
        });
        for place in announced {
            let Ok(answer) = place.recv() else { return };
            if !take(answer) {
                return;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_order_whatever_takes_longer() {
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let jobs = NonZeroUsize::new(jobs).unwrap();
            let slow = |n: u64| {
                thread::sleep(std::time::Duration::from_millis(n % 3));
                n * 2
            };
            ordered(jobs, 0..200, slow, |n| {
                taken.push(n);
                true
            });
            assert!(taken.iter().copied().eq((0..200).map(|n| n * 2)));
        }
    }

    #[test]
    fn it_stops_when_nobody_listens_though_work_has_no_end() {
        for jobs in [1, 3] {
            let mut taken = 0;
            ordered(
                NonZeroUsize::new(jobs).unwrap(),
                0_u64..,
                |n| n,
                |_| {
                    taken += 1;
                    taken < 50
                },
            );
            assert_eq!(taken, 50);
        }
    }
}
