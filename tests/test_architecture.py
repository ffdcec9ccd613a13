"""The house's own rules, which no linter knows."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "connecting_people"
PYTHON = [p for p in HOUSE.rglob("*.py") if "migrations" not in p.parts]
OURS = [p for p in PYTHON if "tests" not in p.parts]
TEMPLATES = [p for p in HOUSE.rglob("*.html") if {"jinja2", "templates"} & set(p.parts)]
SCRIPTS = list(HOUSE.rglob("static/**/*.js"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PYTHON, ids=_name)
def test_no_python_file_is_over_400_lines(path):
    assert len(path.read_text().splitlines()) <= 400


def test_the_median_file_is_under_80_lines():
    assert statistics.median(len(p.read_text().splitlines()) for p in OURS) < 80


@pytest.mark.parametrize("path", OURS, ids=_name)
def test_no_function_is_over_50_lines(path):
    for function in _functions(_tree(path)):
        assert (function.end_lineno or 0) - function.lineno < 50, function.name


def test_the_median_function_is_under_9_lines():
    lengths = [(f.end_lineno or 0) - f.lineno + 1 for path in OURS for f in _functions(_tree(path))]

    assert statistics.median(lengths) < 9


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_no_template_is_over_100_lines(path):
    assert len(path.read_text().splitlines()) <= 100


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_scripts_are_short_and_never_write_markup(path):
    text = path.read_text()

    assert len(text.splitlines()) <= 250
    assert not re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_templates_hold_no_script_or_style_of_their_own(path):
    text = path.read_text()

    assert not re.search(r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", text, re.I)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


def _is_atomic(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(d).startswith("transaction.atomic") for d in function.decorator_list)


def _actions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in OURS:
        if path.name == "actions.py" or path.parent.name == "actions":
            yield from ((path, f) for f in _tree(path).body if isinstance(f, ast.FunctionDef) and f.name[0] != "_")


# Parts of acts, inside the transaction of the act that uses them; and the job that acts for nobody.
NO_ACT = {"about", "audited", "became_outing", "fitting", "renew", "put_out", "send"}


def test_an_action_is_atomic_and_takes_by_and_at_by_name_only():
    actions = [(path, f) for path, f in _actions() if f.name not in NO_ACT]

    assert len(actions) > 30
    for path, action in actions:
        where = f"{_name(path)}: {action.name}"
        assert not action.args.args and not action.args.posonlyargs, f"{where} takes arguments by place"
        assert {"by", "at"} <= {a.arg for a in action.args.kwonlyargs}, f"{where} lacks by or at"
        assert _is_atomic(action), f"{where} is not atomic"


@pytest.mark.parametrize("path", [p for p in OURS if p.name == "views.py" or p.parent.name == "views"], ids=_name)
def test_views_reach_rows_through_their_root(path):
    text = path.read_text()

    assert ".objects" not in text
    assert "get_object_or_404" not in text


@pytest.mark.parametrize("path", OURS, ids=_name)
def test_there_are_no_signals_and_no_changed_saves(path):
    text = path.read_text()

    assert not re.search(r"django\.(db\.models\.signals|dispatch)|@receiver", text)
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ClassDef) and path.name == "models.py":
            assert not {f.name for f in _functions(node)} & {"save", "delete"}, node.name


def test_every_room_with_models_names_the_agency_on_each_row():
    from django.apps import apps

    # Users belong to several agencies; the others hold no row of a tenant's, or carry its bare id.
    free = {"people.User", "people.Agency", "core.Submission", "people.Draft"}
    # Where postcodes are is the same for all.
    free |= {"audit.SubjectKey", "community.Postcode"}
    for model in apps.get_models():
        if model.__module__.startswith("connecting_people") and model._meta.label not in free:
            names = {f.attname for f in model._meta.concrete_fields}
            assert "agency_id" in names, model._meta.label


def test_ids_are_random():
    from django.apps import apps

    # SQLite's text index knows a row by a number, and no page or feed does.
    keyed_by_another = {"audit.Chain", "audit.SubjectKey", "community.Postcode", "community.Indexed"}
    for model in apps.get_models():
        if model.__module__.startswith("connecting_people") and model._meta.label not in keyed_by_another:
            assert model._meta.pk.get_internal_type() == "UUIDField", model._meta.label


def test_rooms_hold_only_files_of_known_names():
    for folder in HOUSE.iterdir():
        if folder.is_dir():
            assert not {"utils.py", "helpers.py", "services.py", "managers.py"} & {p.name for p in folder.iterdir()}
