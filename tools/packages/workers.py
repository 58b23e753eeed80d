"""Processes that do one thing after the other, and end when they take too long."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

SPAWN = multiprocessing.get_context("spawn")


def _serve(pipe):
    """Answers one job after the other."""
    while True:
        work, arguments = pipe.recv()
        pipe.send(work(*arguments))


class Worker:
    """A process, started when it is needed."""

    def __init__(self):
        self.process = self.pipe = None

    def do(self, work, *arguments, seconds=None):
        """What the work returns; None where the process takes longer, or dies."""
        if self.process is None:
            self.pipe, theirs = SPAWN.Pipe()
            self.process = SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
            self.process.start()
            theirs.close()
        self.pipe.send((work, arguments))
        try:
            if self.pipe.poll(seconds):
                return self.pipe.recv()
        except EOFError:
            pass
        self.end()
        return None

    def end(self):
        """End the process, whatever it does."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process = None


def each(work, jobs, seconds, processes):
    """(Job, what the work returns or None) in the order of the jobs."""
    idle = [Worker() for _ in range(processes)]
    workers = list(idle)

    def one(job):
        worker = idle.pop()
        try:
            return worker.do(work, *job, seconds=seconds)
        finally:
            idle.append(worker)

    try:
        with ThreadPoolExecutor(processes) as pool:
            yield from zip(jobs, pool.map(one, jobs))
    finally:
        for worker in workers:
            worker.end()
