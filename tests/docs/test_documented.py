"""What can be typed, set, imported, raised or stored is described on the page that answers for it."""

import ast
import re
import textwrap
from pathlib import Path

import pytest
import typer

import bordercast
from bordercast.cli.exits import Exit
from bordercast.cli.main import app
from bordercast.cli.settings import Settings
from bordercast.store.tables import SCHEMA_VERSION, metadata
from bordercast.vocabulary import Basis, Decision, Hedge, Kind, Measure, Modality, Ruling, SourceType, errors

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")]
    if page.is_file()
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


CLI = page("docs/reference/cli.md")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def section(text: str, title: str) -> str:
    """The text from a heading to the next of its level."""
    _, _, after = text.partition(f"\n## {title}\n")
    return after.partition("\n## ")[0]


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    found = set()
    for heading in re.findall(r"^#+ (.+)$", BLOCK.sub("", text), re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").strip().lower()
        found.add(re.sub(r"[^\w\- ]", "", plain).replace(" ", "-"))
    return found


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_its_options_are_described(command):
    """Each command has a section that names each of its options."""
    told = section(CLI, command)
    assert told, f"docs/reference/cli.md has no section '## {command}'"
    for parameter in COMMANDS[command].params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("-"):
                assert f"`{option}" in told or option in told.split("\n\n", 1)[0], f"{command} {option}"


def test_every_common_option_is_described():
    """Options before the command, and shared ones, stand in the tables at the top."""
    told = section(CLI, "For every command")
    root = typer.main.get_command(app)
    for parameter in root.params:  # type: ignore[attr-defined]
        for option in parameter.opts:
            assert f"`{option}`" in told, option
    for command in COMMANDS.values():
        for parameter in command.params:
            assert not parameter.opts[0].startswith("--") or parameter.opts[0] in CLI


def test_no_command_or_option_is_made_up():
    """The page names no section and no option that does not exist."""
    sections = set(re.findall(r"^## ([a-z]+)$", CLI, re.MULTILINE))
    assert sections == set(COMMANDS)
    real = {"--help", "--install-completion", "--show-completion"}
    for command in (typer.main.get_command(app), *COMMANDS.values()):
        for parameter in command.params:  # type: ignore[attr-defined]
            real |= {*parameter.opts, *parameter.secondary_opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", CLI)) <= real


@pytest.mark.parametrize("status", list(Exit))
def test_every_exit_status_is_described(status):
    """Each exit status has its row, with its name."""
    assert f"| {int(status)} | `{status.name}` |" in CLI


def test_every_setting_is_described():
    """Each setting has its row with its variable and default, and no row is made up."""
    told = page("docs/reference/settings.md")
    rows = set(re.findall(r"^\| `(\w+)` \| `BORDERCAST_", told, re.MULTILINE))
    assert rows == set(Settings.model_fields)
    for name, field in Settings.model_fields.items():
        row = next(line for line in told.splitlines() if line.startswith(f"| `{name}`"))
        assert f"`BORDERCAST_{name.upper()}`" in row
        assert str(field.default).lower() in row


@pytest.mark.parametrize("name", bordercast.__all__)
def test_every_public_name_is_described(name):
    """Each name of the package stands on the page of Python names."""
    assert re.search(rf"`{name}[`(]", page("docs/reference/python.md"))


def test_every_error_is_described():
    """Each error class has its row."""
    told = page("docs/reference/errors.md")
    classes = [n for n, v in vars(errors).items() if isinstance(v, type) and issubclass(v, Exception)]
    assert len(classes) >= 5
    for name in classes:
        assert f"| `{name}` |" in told


@pytest.mark.parametrize("words", [Kind, Hedge, Measure, Modality, SourceType, Basis])
def test_every_word_of_a_claim_is_described(words):
    """Each member of a claim's enumerations stands on the page of claims and in the glossary."""
    for name in ("docs/reference/claims.md", "docs/glossary.md"):
        told = page(name)
        for member in words:
            assert f"`{member.value}`" in told, f"{name}: {member!r}"


def test_every_decision_and_ruling_is_described():
    """The words of the ledger and of verdicts stand on the page of the store."""
    told = page("docs/reference/store.md")
    for member in (*Decision, *Ruling):
        assert f"`{member.value}`" in told


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_and_column_of_the_store_is_described(table):
    """Each table has a section that names its columns."""
    told = section(page("docs/reference/store.md"), table.name)
    assert told, table.name
    for column in table.columns:
        assert f"`{column.name}`" in told, f"{table.name}.{column.name}"


def test_the_schema_version_is_the_one_described():
    """The page of the store is about the schema the code writes."""
    assert f"`schema_version` is {SCHEMA_VERSION}." in page("docs/reference/store.md")


@pytest.mark.parametrize("found", PAGES, ids=lambda found: str(found.relative_to(ROOT)))
def test_every_link_leads_somewhere(found):
    """A relative link points to a file that is there, and its anchor to a heading."""
    text = found.read_text("utf-8")
    for target in LINK.findall(BLOCK.sub("", text)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (found.parent / path).resolve() if path else found
        assert there.exists(), f"{found.name}: {target}"
        if anchor:
            assert anchor in anchors(there.read_text("utf-8")), f"{found.name}: {target}"


@pytest.mark.parametrize("found", PAGES, ids=lambda found: str(found.relative_to(ROOT)))
def test_python_in_the_docs_is_python(found):
    """Every block of Python parses."""
    for language, code in BLOCK.findall(found.read_text("utf-8")):
        if language == "python":
            ast.parse(textwrap.dedent(code))


def test_python_in_the_docs_uses_public_names_only():
    """Blocks of Python ask the package for nothing that is not public."""
    for found in PAGES:
        for language, code in BLOCK.findall(found.read_text("utf-8")):
            if language == "python":
                assert set(re.findall(r"\bbordercast\.([A-Za-z]\w*)\(", code)) <= set(bordercast.__all__), (
                    found
                )


def test_the_readme_shows_five_lines():
    """The example of the README is five lines, and keyword arguments in it exist."""
    code = next(code for language, code in BLOCK.findall(page("README.md")) if language == "python")
    assert len([line for line in code.splitlines() if line.strip()]) == 5
    assert {"into", "as_of", "out"} <= set(bordercast.run.__kwdefaults__ or {}) | {"into"}


def test_versions_agree():
    """The changelog's top version, the citation and the package say the same version."""
    top = re.search(r"^## (\d+\.\d+\.\d+)", page("CHANGELOG.md"), re.MULTILINE)
    cited = re.search(r"^version: (\S+)$", page("CITATION.cff"), re.MULTILINE)
    assert top
    assert cited
    assert top[1] == cited[1] == bordercast.__version__


def test_numbers_come_first_in_every_version():
    """Each version of the changelog begins with what moved the numbers."""
    for version in page("CHANGELOG.md").split("\n## ")[1:]:
        assert re.search(r"^### (.+)$", version, re.MULTILINE)[1] == "Numbers"  # type: ignore[index]


def test_every_decision_is_listed_and_has_its_parts():
    """Decisions are numbered without gaps, listed, and say setting, choice and price."""
    listed = page("docs/decisions/README.md")
    found = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(f.name[:4]) for f in found] == list(range(1, len(found) + 1))
    for decision in found:
        assert f"({decision.name})" in listed
        text = decision.read_text("utf-8").lower()
        for part in ("setting", "choice", "price"):
            assert f"**{part}.**" in text or f"*{part}*" in text, f"{decision.name}: {part}"


def test_every_page_is_reached_from_the_index():
    """Each page of the docs is linked from the index, or from the list of decisions."""
    index = ROOT / "docs" / "README.md"
    reached = {
        (index.parent / target.partition("#")[0]).resolve() for target in LINK.findall(index.read_text())
    }
    for found in (ROOT / "docs").glob("**/*.md"):
        if found != index and not re.match(r"\d{4}-", found.name):
            assert found.resolve() in reached, found.relative_to(ROOT)
