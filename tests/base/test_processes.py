"""Work shared out among processes: the same results in the same order, whatever happens to one."""

import os

import pytest

from framing.base import processes
from framing.base.processes import shared_out

HERE = os.getpid()


@pytest.fixture(autouse=True, params=[1, 3])
def processors(request, monkeypatch):
    monkeypatch.setattr(processes, "_processors", lambda: request.param)
    return request.param


def test_results_stand_in_the_order_of_the_tasks():
    assert shared_out(lambda task: task * task, range(10)) == [task**2 for task in range(10)]
    assert shared_out(str, []) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be copied here")
def test_work_is_done_in_so_many_processes(processors):
    found = shared_out(lambda task: os.getpid(), range(9))
    assert len(set(found)) == processors
    assert found[0] == HERE


def test_what_a_copy_cannot_do_is_done_here():
    def work(task: int) -> int:
        if os.getpid() != HERE:
            os._exit(3)
        return task

    assert shared_out(work, range(5)) == [0, 1, 2, 3, 4]


def test_what_the_work_raises_is_raised_here():
    def work(task: int) -> int:
        if task == 4:
            raise KeyError(task)
        return task

    with pytest.raises(KeyError):
        shared_out(work, range(5))


def test_a_copy_that_stands_still_is_given_up(monkeypatch):
    monkeypatch.setattr(processes, "PATIENCE", 0.1)

    def work(task: int) -> int:
        while os.getpid() != HERE:
            pass
        return task

    assert shared_out(work, range(3)) == [0, 1, 2]


def test_progress_sees_the_tasks_that_are_done_here(processors):
    seen = []
    shared_out(str, range(6), lambda places: seen.extend(places) or places)
    assert seen == list(range(0, 6, processors))
