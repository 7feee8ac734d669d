#!/usr/bin/env python3
"""How a table of a million rows opens: chitieu beside its peers, in one run.

Usage: benches/loading/measure.py PROGRAM [ROWS=1000000] [RUNS=3] [TABLE=plans]

Makes a table, opens it with each program in a pseudo-terminal, and prints, as Markdown: when its first row was to be
seen, when all rows were counted, and the most memory that the program took till then (VmHWM). Then chitieu's commands.
Peers are visidata and csvlens, and polars, which reads all cells as texts (`pip install polars`), as far as they are
installed. Linux only. TABLE is one of:

plans: a plan and an actual a row, of one place in one year;
long:  one value a row, with its place, year and indicator: ROWS of them, such as 600000;
cells: 150 indicators in columns, a row for each of 20 years of ROWS places: 3321 of them are ten million cells.
"""

import fcntl
import os
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

import tables

COLUMNS, ROWS = 120, 36
LIMIT = 300

def opened(command, first, whole):
    """Seconds to the first row and to all rows, and the most MiB taken till then."""
    master, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    path = os.ttyname(slave)
    actions = [(os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
    environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8")
    start = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, environment, file_actions=actions, setsid=True)
    text, seen, sizes = "", None, [ROWS, ROWS - 1]
    while time.perf_counter() - start < LIMIT:
        # Another size has all of them show how far they are, the whole of it.
        if not select.select([master], [], [], 0.25)[0]:
            sizes.reverse()
            fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", sizes[0], COLUMNS, 0, 0))
            continue
        piece = os.read(master, 1 << 16)
        for question, answer in ((b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;c")):
            if question in piece:
                os.write(master, answer)
        text = (text + re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]", "", piece.decode(errors="replace")))[-20000:]
        if seen is None and first in text:
            seen = time.perf_counter() - start
        if re.search(whole, text):
            break
    else:
        raise SystemExit(f"{command[0]} has not shown all rows: {text[-500:]!r}")
    all_rows = time.perf_counter() - start
    with open(f"/proc/{pid}/status") as file:
        peak = next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(master)
    os.close(slave)
    return seen, all_rows, peak


# Reads each cell as a text, and prints the seconds that it took without the import, and the most KiB.
POLARS = """
import sys, time, polars
start = time.perf_counter()
frame = polars.read_csv(sys.argv[1], separator=";", skip_rows=int(sys.argv[3]), infer_schema=False)
seconds = time.perf_counter() - start
assert frame.height == int(sys.argv[2])
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(seconds, peak)
"""


def polars(path, rows, titles):
    """Seconds in which polars reads the table, and the most MiB taken; None if it is not installed."""
    run = subprocess.run([sys.executable, "-c", POLARS, path, str(rows), str(titles)], capture_output=True, text=True)
    if run.returncode:
        if "ModuleNotFoundError" in run.stderr:
            return None
        raise SystemExit(run.stderr)
    seconds, peak = run.stdout.split()
    return float(seconds), int(peak) / 1024


def command(arguments):
    """Seconds and MiB of a command."""
    code = ("import os,subprocess,sys,resource; status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode; "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, status)")
    start = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True).stdout
    return time.perf_counter() - start, int(told.split()[0]) / 1024


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    kind = sys.argv[4] if len(sys.argv) > 4 else "plans"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "table.csv")
        if kind == "plans":
            tables.plans_and_actuals(path, size)
            rows, titles, first, peer_first = size, 1, "của xã", "TÌNH"
            whole = rf"1/{rows}\b"
        elif kind == "long":
            tables.long(path, size)
            rows, titles, first, peer_first = size, 0, "Diện tích gieo trồng lúa", "Xã Phú"
            # One slice is listed: the header counts the places, of which the first rows have few.
            whole = rf"/{min(tables.COMMUNES, -(-size // len(tables.YEARS)))}\)"
        else:
            tables.cells(path, size)
            rows, titles, first, peer_first = size * len(tables.YEARS), 0, "Diện tích gieo trồng lúa", "Xã Phú"
            whole = rf"/{size}\)"
        size = os.path.getsize(path) / 1024 / 1024
        programs = {
            "chitieu": ([program, path], first, whole),
            "visidata": (["vd", "--csv-delimiter=;", path], "Chỉ", rf"\b{rows + titles} |\b{rows + titles + 1} "),
            "csvlens": (["csvlens", "-d", ";", path], peer_first, rf"\b{rows + titles}\b|\b{rows + titles + 1}\b"),
        }
        print(f"{rows} rows, {size:.0f} MiB\n\n| | first row, s | all rows, s | peak, MiB | of the file |\n| --- | ---: | ---: | ---: | ---: |")
        results = {name: [] for name in programs}
        frames = []
        for _ in range(runs):
            frames.append(polars(path, rows, titles))
            for name, (arguments, first, whole) in programs.items():
                if shutil.which(arguments[0]):
                    results[name].append(opened(arguments, first, whole))
        for name, taken in results.items():
            if not taken:
                print(f"| {name} | not installed: not measured | | | |")
                continue
            seen, all_rows, peak = (statistics.median(column) for column in zip(*taken))
            print(f"| {name} | {seen:.2f} | {all_rows:.2f} | {peak:.0f} | {peak / size:.2f} |", flush=True)
        if all(frames):
            seconds, peak = (statistics.median(column) for column in zip(*frames))
            print(f"| polars, all cells as texts | | {seconds:.2f} | {peak:.0f} | {peak / size:.2f} |", flush=True)
        else:
            print("| polars | not installed: not measured | | | |")
        print("\n| command | s | peak, MiB |\n| --- | ---: | ---: |")
        for arguments in (["search", "ho ngheo phu yen", "--data", path], ["list", path, "--format", "csv"], ["check", path]):
            seconds, peak = command([program, *arguments])
            print(f"| `chitieu {arguments[0]}` | {seconds:.2f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
