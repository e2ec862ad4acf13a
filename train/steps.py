"""The batches of all epochs, made by other processes while the model learns: a step is a batch of PolNeAR and one or two of
GUM or EWT, as arrays.

A step depends on the seed and its place alone. Parts of epochs pass through files, so that several trainings on one
machine can read what one made.
"""

import collections
import concurrent.futures
import multiprocessing
import os
import pathlib
import pickle
import random
import time

import polnear_batches
import ud_batches

PARTS = 8  # of an epoch
GUM_TIMES, EWT_TIMES = 2, 1  # in an epoch of PolNeAR

_corpora = None  # in a process that makes steps


def epoch_lists(corpora, seed: int):
    """Batches of PolNeAR, and (corpus, document numbers) of the others, each in a mixed order."""
    rng = random.Random(seed)
    attributions = polnear_batches.epoch_batches(corpora.polnear_train, rng)
    others = []
    for name, documents, times in (("gum", corpora.gum_train, GUM_TIMES), ("ewt", corpora.ewt_train, EWT_TIMES)):
        for _ in range(times):
            others += [(name, batch) for batch in ud_batches.epoch_batches(documents, rng)]
    rng.shuffle(others)
    return attributions, others


def make_part(corpora, seed: int, part: int) -> list[list[dict]]:
    attributions, others = epoch_lists(corpora, seed)
    rng = random.Random(seed * PARTS + part)
    steps = []
    for i in range(part, len(attributions), PARTS):
        step = [polnear_batches.prepare(attributions[i], rng)]
        for name, batch in others[i * len(others) // len(attributions) : (i + 1) * len(others) // len(attributions)]:
            documents = getattr(corpora, name + "_train")
            step.append(ud_batches.prepare([documents[n] for n in batch], rng))
        steps.append(step)
    return steps


def begin_work(pickled: pathlib.Path):
    global _corpora
    with open(pickled, "rb") as file:
        pickle.load(file)
        _corpora = pickle.load(file)


def write_part(seed: int, part: int, path: pathlib.Path):
    if not path.exists():
        with open(path.with_suffix(".new"), "wb") as file:
            pickle.dump(make_part(_corpora, seed, part), file, protocol=5)
        path.with_suffix(".new").replace(path)
    return path


class StepMaker:
    """Makes the parts of epochs ahead of time, in `workers` processes, into `folder`; a part is deleted when it was read
    unless `keep`."""

    def __init__(self, pickled: pathlib.Path, folder: pathlib.Path, workers: int, keep: bool):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.keep = folder, keep
        self.pool = concurrent.futures.ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), initializer=begin_work, initargs=(pickled,))

    def epochs(self, seeds: list[int], ahead: int):
        """For each epoch an iterator of steps; at most `ahead` parts wait for their reader."""
        wanted = [(seed, part) for seed in seeds for part in range(PARTS)]
        jobs = collections.deque()

        def submit():
            if wanted:
                seed, part = wanted.pop(0)
                path = self.folder / f"steps-{seed}-{part}.pickle"
                jobs.append(self.pool.submit(write_part, seed, part, path))

        for _ in range(ahead):
            submit()

        def epoch():
            for _ in range(PARTS):
                path = jobs.popleft().result()
                submit()
                yield from read_part(path)
                if not self.keep:
                    os.unlink(path)

        for _ in seeds:
            yield epoch()

    def close(self):
        self.pool.shutdown(wait=False, cancel_futures=True)


def read_part(path: pathlib.Path, seconds: float = 600):
    """Waits for a part that another process makes."""
    until = time.time() + seconds
    while not path.exists():
        if time.time() > until:
            raise SystemExit(f"{path}: not made in {seconds:.0f} seconds")
        time.sleep(0.05)
    with open(path, "rb") as file:
        yield from pickle.load(file)
