#!/usr/bin/env python3
"""The explorer over a real OpenSSH server on loopback, as docs/serve.md says to offer it.

Needs OpenSSH's server and client; tmux and GNU screen are tried where they are. A server of its own
runs on a free port of 127.0.0.1, with keys that are thrown away. Usage: tests/ssh/run.py PROGRAM

Exit status: 0 all is well, 1 something is not, and with a plain word on it 0 where there is no server.
"""

import base64
import fcntl
import os
import pty
import pwd
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

PATIENCE = 20.0
passed = 0


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command, columns=80, rows=24, term="xterm-256color"):
        self.master, slave = os.openpty()
        self.size(columns, rows)
        self.before = termios.tcgetattr(slave)
        self.raw = b""
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            # Under nohup it would be ignored, by the client as well.
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for stream in range(3):
                os.dup2(slave, stream)
            os.closerange(3, 256)
            os.environ["TERM"] = term
            os.environ["LANG"] = "C.UTF-8"
            os.execvp(command[0], command)
        self.slave = slave
        self.status = None

    def size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())

    def read(self, patience):
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            piece = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.raw += piece
        return bool(piece)

    def expect(self, text, since=0):
        """Waits for text; words may come with moves and colours between them."""
        end = time.monotonic() + PATIENCE
        while text not in plain(self.raw[since:]):
            left = end - time.monotonic()
            if left <= 0 or (not self.read(min(left, 0.5)) and not self.alive()):
                self.read(0.1)
                if text in plain(self.raw[since:]):
                    return
                raise AssertionError(f"{text!r} was not written; the end was {plain(self.raw)[-600:]!r}")

    def until(self, pattern):
        """Waits for bytes."""
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.raw)):
            assert time.monotonic() < end, f"{pattern!r} was not written"
            self.read(0.2)
        return found

    def press(self, keys, text):
        """Presses keys, has the whole screen drawn, and waits for text on it."""
        mark = len(self.raw)
        self.send(keys + "\x0c")
        self.expect(text, mark)

    def alive(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is None

    def wait(self):
        end = time.monotonic() + PATIENCE
        while self.alive():
            assert time.monotonic() < end, f"it did not end; {plain(self.raw)[-300:]!r}"
            self.read(0.05)
        while self.read(0.1):
            pass
        return self.status

    def close(self):
        if self.alive():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.master)
        os.close(self.slave)


def plain(raw):
    """What was written, without sequences."""
    text = raw.decode("utf-8", "replace")
    text = re.sub(r"\x1b\][^\x07\x1b]*(\x07|\x1b\\)", "", text)
    text = re.sub(r"\x1b\[(\d*)C", lambda m: " " * int(m[1] or 1), text)
    return re.sub(r"\x1b\[[0-9;?>=]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[=>MP\\78]", "", text)


def check(name, holds=True, told=""):
    global passed
    assert holds, f"{name}: {told}"
    passed += 1
    print(f"test ssh::{name} ... ok", flush=True)


def gone(pattern):
    """Waits until no process has this in its command line; returns the seconds it took."""
    start = time.monotonic()
    while time.monotonic() - start < PATIENCE:
        if not processes(pattern):
            return time.monotonic() - start
        time.sleep(0.01)
    raise AssertionError(f"still running: {processes(pattern)}")


def processes(pattern):
    """Processes with this in their command line, with the time that each has used."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                command = file.read().replace(b"\0", b" ").decode("utf-8", "replace")
            if pattern in command and "run.py" not in command:
                found[int(pid)] = command
        except OSError:
            pass
    return found


class Server:
    """An OpenSSH server with what it needs in one folder."""

    def __init__(self, sshd, folder, program, extra=""):
        self.folder, self.program = folder, program
        for name in ("host", "user"):
            key = os.path.join(folder, name)
            if not os.path.exists(key):
                subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        shutil.copy(os.path.join(folder, "user.pub"), os.path.join(folder, "authorized"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.user = pwd.getpwuid(os.getuid()).pw_name
        self.config = os.path.join(folder, "sshd_config")
        with open(self.config, "w") as file:
            file.write(
                f"ListenAddress 127.0.0.1\nPort {self.port}\nHostKey {folder}/host\n"
                f"AuthorizedKeysFile {folder}/authorized\nPidFile {folder}/pid\nStrictModes no\n"
                "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
                "UsePAM no\nAcceptEnv LANG LC_*\nLogLevel ERROR\nPermitUserEnvironment no\n" + extra
            )
        os.makedirs("/run/sshd", exist_ok=True)
        self.log = open(os.path.join(folder, "log"), "ab")
        self.process = subprocess.Popen([sshd, "-D", "-e", "-f", self.config], stderr=self.log)
        end = time.monotonic() + PATIENCE
        while socket.socket().connect_ex(("127.0.0.1", self.port)) != 0:
            assert self.process.poll() is None and time.monotonic() < end, "sshd did not start"
            time.sleep(0.05)

    def ssh(self, *words):
        return [
            "ssh", "-F", "none", "-p", str(self.port), "-i", f"{self.folder}/user", "-o", "IdentitiesOnly=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
            "-o", "BatchMode=yes", "-o", "SendEnv=LANG", *words,
        ]

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def started(server, *command, **options):
    """The explorer through `ssh -tt`."""
    terminal = Terminal(server.ssh("-tt", f"{server.user}@127.0.0.1", *command), **options)
    terminal.expect("GRDP")
    return terminal


def given_back(terminal):
    raw = terminal.raw
    last = lambda on, off: raw.rfind(off) > raw.rfind(on) or on not in raw
    modes = [(b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?2004h", b"\x1b[?2004l")]
    modes += [(b"\x1b[?%dh" % mode, b"\x1b[?%dl" % mode) for mode in (1000, 1002, 1006, 2026)]
    return all(last(*mode) for mode in modes) and termios.tcgetattr(terminal.slave) == terminal.before


def use(server, program):
    """Keys, a resize, a copy, and the ends that the line may take."""
    terminal = started(server, program)
    terminal.press("/ho ngheo", "2 trong 24")
    terminal.send("\r")
    mark = len(terminal.raw)
    terminal.size(120, 36)
    os.kill(terminal.pid, signal.SIGWINCH)
    terminal.expect("Mục", mark)
    terminal.send("y")
    told = base64.b64decode(terminal.until(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x1b\\")[1]).decode()
    check("copies", "nghèo" in told, told)
    terminal.send("q")
    check("keys_resize_and_quit", terminal.wait() == 0 and given_back(terminal), plain(terminal.raw)[-200:])
    terminal.close()

    marker = f"{program} --lang vi --no-mouse"
    for name, end in [
        ("the_client_is_killed", lambda terminal: os.kill(terminal.pid, signal.SIGKILL)),
        ("the_client_is_hung_up", lambda terminal: os.kill(terminal.pid, signal.SIGHUP)),
        ("the_servers_process_is_killed", lambda _: kill_session(server)),
    ]:
        terminal = started(server, *marker.split())
        assert processes(marker), "the explorer runs"
        end(terminal)
        seconds = gone(marker)
        check(name, seconds < 5, f"{seconds:.2f} s")
        print(f"     ended {seconds * 1000:.0f} ms after", flush=True)
        terminal.close()


def kill_session(server):
    """Kills the server's side of the connection, not the server that listens."""
    listening = server.process.pid
    for pid in processes("sshd"):
        try:
            with open(f"/proc/{pid}/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == listening:
            os.kill(pid, signal.SIGKILL)


def terms(server, program):
    for term in ("xterm-256color", "screen", "tmux-256color", "linux", "vt100"):
        terminal = started(server, program, term=term)
        terminal.send("jgq")
        check(f"term_{term}", terminal.wait() == 0 and given_back(terminal), plain(terminal.raw)[-200:])
        terminal.close()
    terminal = started(server, program, term="dumb")
    check("term_dumb", terminal.wait() == 0 and b"\x1b" not in terminal.raw, terminal.raw[-200:])
    terminal.close()


def multiplexers(server, program, folder):
    tmux = shutil.which("tmux")
    if tmux:
        command = [tmux, "-L", f"chitieu-{os.getpid()}", "-f", "/dev/null", "new-session", program]
        multiplexer("tmux", command)
        remote = started(server, f"tmux -L chitieu-{os.getpid()}r -f /dev/null new-session {program}")
        remote.send("q")
        check("tmux_over_ssh", remote.wait() == 0)
        remote.close()
    else:
        print("ssh: tmux is not here; not tried inside it", flush=True)
    screen = shutil.which("screen")
    if screen:
        os.environ["SCREENDIR"] = os.path.join(folder, "screens")
        os.makedirs(os.environ["SCREENDIR"], mode=0o700, exist_ok=True)
        multiplexer("screen", [screen, "-U", "-c", "/dev/null", program])
    else:
        print("ssh: GNU screen is not here; not tried inside it", flush=True)


def multiplexer(name, command):
    terminal = Terminal(command)
    terminal.expect("GRDP")
    terminal.press("/ho ngheo", "2 trong 24")
    terminal.size(100, 30)
    os.kill(terminal.pid, signal.SIGWINCH)
    # Multiplexers hold an Esc back for a while, and do not always keep it when the window changes.
    terminal.press("", "2 trong 24")
    terminal.press("\x07", "thoát")
    terminal.send("q")
    check(f"inside_{name}", terminal.wait() == 0)
    terminal.close()


def recipe():
    """The sshd configuration of docs/serve.md, as written."""
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    with open(os.path.join(root, "docs", "serve.md"), encoding="utf-8") as file:
        text = file.read()
    return re.search(r"```sshdconfig\n(.*?)```", text, re.S)[1]


def restricted(sshd, folder, program):
    """The configuration of docs/serve.md as written, for a user and a program of this test's own."""
    given = recipe()
    assert "Match User chitieu" in given and "ForceCommand /usr/local/bin/chitieu --restricted" in given
    user = pwd.getpwuid(os.getuid()).pw_name
    config = given.replace("Match User chitieu", f"Match User {user}")
    config = config.replace("/usr/local/bin/chitieu", program)
    config = config.replace("PasswordAuthentication yes", "PasswordAuthentication no")
    config = config.replace("PermitEmptyPasswords yes", "PermitEmptyPasswords no")
    server = Server(sshd, folder, program, config)
    try:
        restricted_may(server, program)
    finally:
        server.stop()


def restricted_may(server, program):
    at = f"{server.user}@127.0.0.1"
    # Whatever is asked for, the explorer comes.
    terminal = started(server, "sh", "-c", "'echo broken out; cat /etc/passwd'")
    assert b"broken out" not in terminal.raw and b"root:" not in terminal.raw
    running = [pid for pid, command in processes(f"{program} --restricted").items() if "sh -c" not in command]
    assert running, "it runs restricted"
    for pid in running:
        limits = open(f"/proc/{pid}/limits").read()
        status = open(f"/proc/{pid}/status").read()
        assert re.search(r"Max open files +3 +3", limits), limits
        assert re.search(r"Max file size +0 +0", limits) and re.search(r"Max processes +0 +0", limits), limits
        assert re.search(r"NoNewPrivs:\s+1", status), status
    terminal.send("\x1a")
    terminal.send("!sh\r:sh\r\x1b")
    terminal.press("\x1b\x1b\x1bg", "thang 0–160")
    terminal.send("\x03")
    check("restricted_sees_only_the_explorer", terminal.wait() == 0 and given_back(terminal))
    terminal.close()

    listed = subprocess.run(server.ssh(at, "cat /etc/passwd"), capture_output=True, stdin=subprocess.DEVNULL)
    check("restricted_without_a_terminal_gets_the_list", b"GRDP" in listed.stdout and b"root:" not in listed.stdout)

    copied = subprocess.run(
        ["scp", *server.ssh()[1:3], "-P", str(server.port), *server.ssh()[5:], f"{at}:/etc/passwd", server.folder],
        capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    check("restricted_cannot_copy_files", copied.returncode != 0 and not os.path.exists(f"{server.folder}/passwd"))
    sftp = subprocess.run(server.ssh("-s", at, "sftp"), capture_output=True, input=b"\0\0\0\5\1\0\0\0\3", timeout=60)
    check("restricted_has_no_sftp", b"\0\0\0\3" not in sftp.stdout)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for name, words in [
        ("restricted_cannot_forward", ["-W", f"127.0.0.1:{server.port}"]),
        ("restricted_cannot_be_forwarded_to", ["-N", "-o", "ExitOnForwardFailure=yes", "-R", f"{port}:127.0.0.1:22"]),
        ("restricted_has_no_tunnel", ["-N", "-o", "ExitOnForwardFailure=yes", "-w", "any:any"]),
    ]:
        tried = subprocess.run(server.ssh(*words, at), capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
        check(name, tried.returncode != 0, tried.stdout + tried.stderr)


def main():
    program = os.path.abspath(sys.argv[1])
    sshd = shutil.which("sshd") or (os.path.exists("/usr/sbin/sshd") and "/usr/sbin/sshd")
    if not sshd or not shutil.which("ssh") or not shutil.which("ssh-keygen"):
        print("ssh: OpenSSH's server or client is not here (openssh-server, openssh-client): not tested")
        return 0
    with tempfile.TemporaryDirectory(prefix="chitieu-ssh-") as folder:
        server = Server(sshd, folder, program)
        try:
            use(server, program)
            terms(server, program)
            multiplexers(server, program, folder)
        finally:
            server.stop()
        restricted(sshd, folder, program)
    print(f"\ntest result: ok. {passed} passed; 0 failed; 0 ignored; 0 measured; 0 filtered out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
