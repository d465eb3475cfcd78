"""Keep i18n/*.ts in step with the plugin's texts, and make the .qm files that QGIS loads.

Texts are the first arguments of ``tr(...)``, and of ``ExportError(...)``, ``Message(...)`` and ``Step(...)``,
whose templates are translated when they are told to the user. A text may stand there itself, or as a name
that was given nothing but texts before.

Usage: scripts/translations.py [--check]

Without an option: writes the .ts files (new texts come in as unfinished, texts that are gone go) and compiles
them with Qt's lrelease (Debian: qttools5-dev-tools); scripts/example_model.py then writes the models anew.
With --check: prints what is missing, exit code 1.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "i18n"
NOT_SHIPPED = ("tests", "scripts", "demo", "docs", "dist")
LANGUAGES = ("de", "es", "fr", "pt")
CONTEXT = "TrainingDataExporter"
CALLS = {"tr", "ExportError", "Message", "Step"}
DEFINED_IN = ("chipping/errors.py", "chipping/messages.py")  # not texts, but the classes that hold them
MODEL_MAKER = "scripts/example_model.py"  # models are made in every language, as QGIS translates none
LRELEASE = ("lrelease", "/usr/lib/qt5/bin/lrelease", "lrelease-qt5")


class NotATextError(Exception):
    """A call whose text cannot be known from the source."""


def texts() -> dict[str, str]:
    """Return where each text of the plugin stands first: file and line by text.

    Raises:
        NotATextError: a text is put together, so that no translation can be found for it.
    """
    found: dict[str, str] = {}
    for path in modules():
        name = path.relative_to(CHECKOUT).as_posix()
        if name in DEFINED_IN:
            continue
        try:
            for text, line in _texts_of(ast.parse(path.read_text("utf-8"))):
                found.setdefault(text, f"{name}:{line}")
        except NotATextError as error:
            raise NotATextError(f"{name}, {error}") from error
    return found


def modules() -> list[Path]:
    """Return the plugin's modules, those of folders in folders too, and what makes a file that it ships."""
    top = [path for path in sorted(CHECKOUT.iterdir()) if (path / "__init__.py").exists()]
    rooms = [path for path in top if path.name not in NOT_SHIPPED]
    shipped = (path for room in rooms for path in sorted(room.rglob("*.py")))
    return [*sorted(CHECKOUT.glob("*.py")), *shipped, CHECKOUT / MODEL_MAKER]


def _texts_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    errors = {
        id(method)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "ExportError" in map(_name, node.bases)
        for method in node.body
    }
    for scope in [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))]:
        calls = CALLS | {"cls"} if id(scope) in errors else CALLS
        for node in _own_nodes(scope):
            if isinstance(node, ast.Call) and _name(node.func) in calls and node.args:
                yield from ((text, node.lineno) for text in _resolved(node.args[0], (scope, tree)))


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function or module without those of functions inside it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from _own_nodes(child)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _resolved(node: ast.expr, scopes: tuple[ast.AST, ...]) -> Iterator[str]:
    """Yield the texts that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _resolved(node.body, scopes)
        yield from _resolved(node.orelse, scopes)
    elif isinstance(node, ast.Name):
        given = list(_given(node.id, scopes))
        if not given:
            raise NotATextError(f"line {node.lineno}: {node.id} is given no text")
        for value in given:
            yield from _resolved(value, scopes)
    else:
        raise NotATextError(f"line {node.lineno}: a text has to stand there as it is")


def _given(name: str, scopes: tuple[ast.AST, ...]) -> Iterator[ast.expr]:
    """Yield what is assigned to a name in the nearest scope that assigns to it."""
    for scope in scopes:
        values = [
            node.value
            for node in _own_nodes(scope)
            if isinstance(node, ast.Assign) and any(_name(target) == name for target in node.targets)
        ]
        if values:
            yield from values
            return


def path_of(language: str) -> Path:
    """Return the .ts file of a language."""
    return FOLDER / f"training_data_exporter_{language}.ts"


def translations(language: str) -> dict[str, str]:
    """Return the finished translations of a language by text."""
    path = path_of(language)
    if not path.exists():
        return {}
    found = {}
    for message in etree.parse(str(path)).iter("message"):
        translation = message.find("translation")
        if translation.get("type") != "unfinished" and translation.text:
            found[message.findtext("source")] = translation.text
    return found


def write(language: str, places: dict[str, str], known: dict[str, str]) -> None:
    """Write the .ts file of a language.

    Args:
        language: two letters.
        places: file and line by text.
        known: translations by text.
    """
    root = etree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = etree.SubElement(root, "context")
    etree.SubElement(context, "name").text = CONTEXT
    for text, place in places.items():
        message = etree.SubElement(context, "message")
        # The file alone: line numbers would change with every edit of the code.
        etree.SubElement(message, "location", filename=f"../{place.partition(':')[0]}")
        etree.SubElement(message, "source").text = text
        translation = etree.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    etree.indent(root, space="    ")
    document = etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE TS>")
    path_of(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n', "utf-8")


def compile_all() -> None:
    """Make the .qm files.

    Raises:
        FileNotFoundError: lrelease is not installed.
        subprocess.CalledProcessError: it failed.
    """
    program = next(filter(None, map(shutil.which, LRELEASE)), None)
    if program is None:
        raise FileNotFoundError("lrelease: install qttools5-dev-tools")
    for language in LANGUAGES:
        source = path_of(language)
        subprocess.run([program, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)


def main(arguments: list[str]) -> int:
    """Update or check the translations; return the exit code."""
    places = texts()
    missing = 0
    for language in LANGUAGES:
        known = translations(language)
        lacking = [text for text in places if text not in known]
        missing += len(lacking)
        sys.stdout.write(f"{language}: {len(places) - len(lacking)} of {len(places)} texts\n")
        sys.stdout.write("".join(f"  {places[text]}: {text}\n" for text in lacking))
        if "--check" not in arguments:
            write(language, places, known)
    if "--check" not in arguments:
        compile_all()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
