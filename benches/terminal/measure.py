#!/usr/bin/env python3
"""What a terminal program restores, and what it costs: chitieu next to its peers, in one run.

Usage: benches/terminal/measure.py PROGRAM [PEER…]

Prints, as Markdown, the endings and what was restored at each; bytes a key and wake-ups while idle;
the processor time of a key in a small and a large window; the time to the first paint. Peers are less, htop, vim, fzf, visidata and csvlens, as far as they are
installed; those that are missing are reported. Linux only: the figures come from pseudo-terminals and from /proc.
"""

import fcntl
import os
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 80, 24
IDLE = 10.0
RUNS = 15
ROUNDS = 15

DOWN = "\x1b[B"


def peers(folder):
    """Name -> (command, key that moves, keys that quit)."""
    table, text = os.path.join(folder, "table.csv"), os.path.join(folder, "lines.txt")
    with open(table, "w") as file:
        file.write("name,unit,actual\n")
        file.writelines(f"Tỷ lệ chỉ tiêu {n},%,{n * 7919 % 1000}\n" for n in range(300))
    with open(text, "w") as file:
        file.writelines(f"Tỷ lệ chỉ tiêu {n} {n * 7919 % 1000}\n" for n in range(300))
    vim = ["vim", "--clean", "-R", "-n", text]
    return {
        "less": (["less", text], "j", "q"),
        "htop": (["htop"], DOWN, "q"),
        "vim": (vim, "j", ":q!\r"),
        "fzf": (["sh", "-c", f"fzf < {text}"], "\x0b", "\x1b"),
        "visidata": (["vd", table], "j", "q"),
        "csvlens": (["csvlens", table], "j", "q"),
    }


class Program:
    """A program in a pseudo-terminal."""

    def __init__(self, command, columns=COLUMNS, rows=ROWS):
        self.master, self.slave = os.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.raw, self.status = b"", None
        environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8")
        path = os.ttyname(self.slave)
        # Opened first by a leader of a session, the terminal becomes its own.
        actions = [(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        self.start = time.perf_counter()
        self.pid = os.posix_spawnp(command[0], command, environment, file_actions=actions, setsid=True)

    def read(self, quiet, limit=5.0):
        """Reads until nothing comes for a while; returns how much came, and when it last did."""
        count, last, end = 0, None, time.perf_counter() + limit
        while time.perf_counter() < end and select.select([self.master], [], [], quiet)[0]:
            try:
                piece = os.read(self.master, 1 << 16)
            except OSError:
                break
            last = time.perf_counter()
            # As a terminal answers.
            for question, answer in ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;c")):
                if question in piece:
                    os.write(self.master, answer)
            self.raw += piece
            count += len(piece)
        return count, last

    def alive(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is None

    def switches(self):
        total = 0
        for process in [self.pid, *children(self.pid)]:
            for task in os.listdir(f"/proc/{process}/task"):
                with open(f"/proc/{process}/task/{task}/status") as file:
                    total += sum(int(line.split()[1]) for line in file if line.startswith("voluntary"))
        return total

    def processor_time(self):
        """The processor time of all threads, in seconds."""
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e9

    def close(self):
        if self.alive():
            for process in [*children(self.pid), self.pid]:
                os.kill(process, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        for stream in (self.master, self.slave):
            try:
                os.close(stream)
            except OSError:
                pass


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def started(command, columns=COLUMNS, rows=ROWS):
    program = Program(command, columns, rows)
    select.select([program.master], [], [], 30)
    program.read(1.0, 30)
    assert b"\x1b[" in program.raw, f"{command[0]} has drawn nothing"
    return program


def restored(program):
    """What was restored, and what was not."""
    raw = program.raw
    off = lambda mode: raw.rfind(b"\x1b[?%sl" % mode) >= raw.rfind(b"\x1b[?%sh" % mode)
    answers = {
        "screen": off(b"1049") and off(b"47"),
        "cursor": raw.rfind(b"\x1b[?25l") <= max(raw.rfind(b"\x1b[?25h"), raw.rfind(b"\x1b[?12l"), raw.rfind(b"\x1b[34h")),
        "modes": all(off(mode) for mode in (b"1000", b"1002", b"1003", b"1006", b"2004", b"2026")),
        "line": termios.tcgetattr(program.slave) == program.before,
    }
    missing = [name for name, holds in answers.items() if not holds]
    return "all" if not missing else "not " + ", ".join(missing)


def ended(status):
    if status is None:
        return "still runs"
    return f"exit {status}" if status >= 0 else signal.Signals(-status).name


def endings(programs):
    print(f"\n### Endings, and what was restored\n\n| | {' | '.join(programs)} |\n| --- |{' --- |' * len(programs)}")
    for name in ("quit", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
        cells = []
        for command, _, leave in programs.values():
            program = started(command)
            if name == "quit":
                os.write(program.master, leave.encode())
            else:
                group = os.tcgetpgrp(program.master) if command[0] == "sh" else None
                os.killpg(group, signal.Signals[name]) if group else os.kill(program.pid, signal.Signals[name])
            end = time.time() + 3
            while program.alive() and time.time() < end:
                program.read(0.02, 0.1)
            program.read(0.1, 0.5)
            cells.append(f"{ended(program.status)}: {restored(program)}")
            program.close()
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    cells = []
    for command, _, _ in programs.values():
        program = started(command)
        os.close(program.slave)
        os.close(program.master)
        start = time.perf_counter()
        while program.alive() and time.perf_counter() - start < 3:
            time.sleep(0.002)
        seconds = time.perf_counter() - start
        cells.append("still runs after 3 s" if program.alive() else f"{seconds * 1000:.0f} ms")
        program.close()
    print(f"| the line drops: ended after | {' | '.join(cells)} |", flush=True)


def costs(programs):
    print("\n### Bytes and wake-ups\n\n| | bytes a step down: median, most | wake-ups in 10 s idle | bytes in 10 s idle |\n| --- | ---: | ---: | ---: |")
    for name, (command, key, _) in programs.items():
        program = started(command)
        steps = []
        for _ in range(22):
            os.write(program.master, key.encode())
            steps.append(program.read(0.08, 1)[0])
        program.read(1.0, 3)
        before, idle = program.switches(), 0
        end = time.perf_counter() + IDLE
        while (left := end - time.perf_counter()) > 0:
            idle += program.read(left, left)[0]
        woken = program.switches() - before
        print(f"| {name} | {statistics.median(steps):.0f}, {max(steps)} | {woken} | {idle} |", flush=True)
        program.close()


def views(command):
    print("\n### chitieu: bytes a change of view\n\n| key | bytes |\n| --- | ---: |")
    program = started(command)
    print(f"| (first frame) | {len(program.raw)} |")
    keys = [("g", "overview"), ("j", "step in the overview"), ("\x1b", "back"), ("?", "help"), ("\x1b", "back"), ("/", "search"),
            ("g", "a letter of a query"), ("\x1b", "back"), ("\t", "next pane"), ("s", "sort picker"), ("\x1b", "back"),
            ("t", "theme"), ("L", "language")]
    for key, name in keys:
        os.write(program.master, key.encode())
        print(f"| {name} | {program.read(0.15, 1)[0]} |")
    program.close()


def processor(command):
    print("\n### chitieu: processor time a key\n\n| window | a step down the list, ms | a step in the overview, ms |\n| --- | ---: | ---: |")
    for columns, rows in ((80, 24), (400, 130)):
        cells = []
        for view in ("", "g"):
            program = started(command, columns, rows)
            os.write(program.master, view.encode())
            program.read(0.3, 3)
            costs = []
            for _ in range(ROUNDS):
                before, steps = program.processor_time(), "jjjjjjjjjjkkkkkkkkkk"
                for key in steps:
                    os.write(program.master, key.encode())
                    select.select([program.master], [], [], 2)
                    program.read(0.005, 1)
                costs.append((program.processor_time() - before) * 1000 / len(steps))
            program.close()
            cells.append(f"{statistics.median(costs):.2f} ({min(costs):.2f} … {max(costs):.2f})")
        print(f"| {columns}x{rows} | {' | '.join(cells)} |", flush=True)


def paint(programs):
    times = {name: [] for name in programs}
    # One after the other, again and again, so that the machine treats all alike.
    for _ in range(RUNS):
        for name, (command, _, _) in programs.items():
            program = Program(command)
            select.select([program.master], [], [], 10)
            first = time.perf_counter() - program.start
            _, last = program.read(0.15, 5)
            times[name].append((first * 1000, (last - program.start) * 1000))
            program.close()
    print("\n### First paint, ms after the start\n\n| | first byte: least, median | whole: least, median |\n| --- | ---: | ---: |")
    for name, pairs in times.items():
        cells = [f"{min(column):.1f}, {statistics.median(column):.1f}" for column in zip(*pairs)]
        print(f"| {name} | {' | '.join(cells)} |")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        programs = {"chitieu": ([os.path.abspath(sys.argv[1])], "j", "q")}
        known = peers(folder)
        for name in sys.argv[2:] or known:
            if shutil.which(known[name][0][0] if name != "fzf" else "fzf"):
                programs[name] = known[name]
            else:
                print(f"{name} is not here: not measured")
        paint(programs)
        costs(programs)
        views(programs["chitieu"][0])
        processor(programs["chitieu"][0])
        endings(programs)


if __name__ == "__main__":
    main()
