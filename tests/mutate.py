"""Enters: a build of the library and the quick tests that are linked with it, a seed, a number, and rooms. Leaves: for
so many small faults, put into the rooms one at a time, which of them no test finds. tests/mutate.sh calls it."""
import concurrent.futures
import os
import pathlib
import random
import re
import resource
import shlex
import signal
import subprocess
import sys
import time

TURNED = {"<": ["<=", ">"], "<=": ["<", ">="], ">": [">=", "<"], ">=": [">", "<="], "==": ["!="], "!=": ["=="],
          "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "+=": ["-="], "-=": ["+="],
          "TRUE": ["FALSE"], "FALSE": ["TRUE"]}

# What is no code, or only guards against a programmer's mistake, or asks for memory, or says that a string ends
# at its NUL.
NO_CODE = re.compile(r"""/\*.*?\*/ | //[^\n]* | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])+'
                         | ^[ \t]*\#(?:\\\n|[^\n])* | \bg_(?:return|assert)\w*\ ?\([^;]*; | \w\[\d+\](?=\s*[=;,])
                         | \bg_new0?\ \([^()]*\) | ,\ -1\)""",
                     re.X | re.S | re.M)

# Operators of two operands have a space on either side in the house style, which tells them from signs and pointers.
OPERATOR = re.compile(r"(?<= )(?:[<>=!]=|&&|\|\||[+-]=|[<>+*/-])(?= )|\b(?:TRUE|FALSE)\b")
NUMBER = re.compile(r"(?<![\w.])(?<!\de-)(\d+)(\.\d+)?(?![\w.])")
NOT = re.compile(r"!(?=[\w(])")
BRANCH = re.compile(r"\bif (?=\()")


class Fault:
    """instead of what stands from start to end in a file"""
    def __init__(self, path, text, start, end, instead):
        self.path, self.start, self.end, self.instead, self.whole = path, start, end, instead, text
        self.line = text.count("\n", 0, start) + 1

    def __str__(self):
        was = " ".join(self.whole[self.start:self.end].split())
        line = self.whole.split("\n")[self.line - 1].strip()
        return f"{self.path}:{self.line}: {was} → {self.instead or 'nothing'}\n    {line}"

    def source(self):
        return self.whole[:self.start] + self.instead + self.whole[self.end:]


def closing(code, at):
    """The place behind the bracket that closes the one at a place."""
    depth = 0
    for place in range(at, len(code)):
        depth += {"(": 1, ")": -1}.get(code[place], 0)
        if depth == 0:
            return place + 1
    return len(code)


def faults_of(code):
    """(start, end, instead): a comparison turned, a sign, a constant by one, a boolean negated, a branch dropped"""
    for match in OPERATOR.finditer(code):
        for instead in TURNED[match.group()]:
            yield match.start(), match.end(), instead
    for match in NUMBER.finditer(code):
        whole, rest = int(match.group(1)), match.group(2) or ""
        for number in [whole + 1] + ([whole - 1] if whole > 0 else []):
            yield match.start(), match.end(), f"{number}{rest}"
    for match in NOT.finditer(code):
        yield match.start(), match.end(), ""
    for match in BRANCH.finditer(code):
        yield match.end(), closing(code, match.end()), "(0)"


def all_faults(rooms):
    for room in rooms:
        for path in sorted(pathlib.Path("lib", room).glob("*.c")):
            if path.name != "dump.c":  # which is there for tests alone
                text = path.read_text(encoding="utf-8")
                code = NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
                for start, end, instead in faults_of(code):
                    yield Fault(path, text, start, end, instead)


class Build:
    """The build that has no fault, and its commands."""
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.compile = shlex.split((self.folder / "lib.flags").read_text().replace(" -MMD -MP", ""))
        link, objects = (self.folder / "link.flags").read_text().split(" : ")
        self.link = shlex.split(link)
        self.objects = [name for name in objects.split() if "/lib/" in name or name.endswith("/resources.o")]
        self.sound = {}  # a file's object without a fault

    def object_of(self, path, source, target):
        """Compiles; None if it does not compile."""
        command = self.compile + ["-I", str(path.parent), "-x", "c", "-c", "-o", str(target), "-"]
        done = subprocess.run(command, input=source.encode(), capture_output=True)
        return target.read_bytes() if done.returncode == 0 else None

    def differs(self, fault, target):
        """Whether it compiles, and to something else: what the compiler takes for the same is no fault."""
        made = self.object_of(fault.path, fault.source(), target)
        return made is not None and made != self.sound[fault.path]

    def link(self, fault, folder):
        """The library with the fault, whose object is there already."""
        own = str(self.folder / fault.path.with_suffix(".o"))
        objects = [str(folder / "fault.o") if os.path.abspath(name) == own else name for name in self.objects]
        subprocess.run(self.link[:1] + ["-shared", "-Wl,-soname,libprogramme.so.0", "-o", folder / "libprogramme.so.0"]
                       + objects + self.link[1:], check=True)


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))


def passes(test, folder, seconds):
    """Runs a test with the library in a folder."""
    environment = dict(os.environ, LD_LIBRARY_PATH=str(folder), TMPDIR=str(folder))
    process = subprocess.Popen([test], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, start_new_session=True, preexec_fn=limit)
    try:
        said, _ = process.communicate(timeout=seconds)
        return process.returncode == 0 and not re.search(rb"^\s*not ok", said, re.M)
    except subprocess.TimeoutExpired:
        return False
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def timed(tests, folder):
    """(seconds, test), the quickest first, of those that pass."""
    times = []
    for test in tests:
        start = time.monotonic()
        if passes(test, folder, 300):
            times.append((time.monotonic() - start, test))
        else:
            print(f"Without {test}, which fails without a fault", file=sys.stderr)
    return sorted(times)


def finder(build, fault, folder, times):
    """The test that finds the fault, or None."""
    build.link(fault, folder)
    for seconds, test in times:
        if not passes(test, folder, 10 + 10 * seconds):
            return test
    return None


def main():
    base, scratch, seed, number = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    rooms, tests = shlex.split(sys.argv[5]), sys.argv[6:]
    build = Build(base)
    found = list(all_faults(rooms))
    random.Random(seed).shuffle(found)
    times = timed(tests, build.folder)
    workers = concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", os.cpu_count() or 1)))

    def try_fault(index, fault):
        folder = scratch / str(index)
        folder.mkdir()
        try:
            if not build.differs(fault, folder / "fault.o"):
                return None
            by = finder(build, fault, folder, times)
            return by or ""
        finally:
            subprocess.run(["rm", "-rf", folder], check=True)

    for path in sorted({fault.path for fault in found}):
        text = path.read_text(encoding="utf-8")
        build.sound[path] = build.object_of(path, text, scratch / "sound.o")
    caught, tried, survivors, at = {}, 0, [], 0
    while tried < number and at < len(found):
        some = found[at:at + number - tried]
        for fault, by in zip(some, workers.map(try_fault, range(at, at + len(some)), some)):
            tried += by is not None
            if by:
                caught[by] = caught.get(by, 0) + 1
            elif by is not None:
                survivors.append(fault)
                print(fault, flush=True)
        at += len(some)
    n_caught = tried - len(survivors)
    print(f"{n_caught} of {tried} faults were caught, {100 * n_caught // max(tried, 1)} % "
          f"(seed {seed}, in {' '.join(rooms)})")
    if os.environ.get("V"):
        for test, n in sorted(caught.items(), key=lambda pair: -pair[1]):
            print(f"{n:4} by {pathlib.Path(test).name}")


if __name__ == "__main__":
    main()
