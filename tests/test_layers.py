"""Who may import whom. Stages know the records and never each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "casualties").rglob("*.py"))

MAY_IMPORT = {
    "ranges": set(),
    "kept": {"interrupts"},
    "records": {"kept"},
    "patterns": {"kept"},
    "paths": set(),
    "interrupts": set(),
    "processes": {"crew"},
    "crew": {"interrupts", "processes"},
    "model": {"ranges", "frames"},
    "rows": {"model"},
    "fingerprints": {"model"},
    "lexicon": {"kept", "ranges", "model"},
    "readers": {"patterns", "model", "lexicon"},
    "extractors": {"kept", "patterns", "ranges", "model", "lexicon"},
    "reconciler": {"kept", "patterns", "ranges", "model", "lexicon"},
    "explanations": {"model"},
    "suppressions": {"model", "explanations"},
    "unread": {"model"},
    "frames": {"model", "readers", "rows", "pipeline"},
    "pipeline": {"model", "readers", "extractors", "reconciler", "suppressions", "unread"},
    "config": {"paths", "ranges", "model", "lexicon", "readers", "explanations", "pipeline"},
    "ignore_files": {"paths"},
    "inputs": {"paths", "ignore_files", "readers", "config"},
    "baseline": {"paths", "model", "fingerprints"},
    "changes": {"paths", "model"},
    "gate": {"model", "explanations", "pipeline", "config", "baseline", "changes"},
    "reporters": {
        "casualties",
        "patterns",
        "ranges",
        "model",
        "rows",
        "fingerprints",
        "config",
        "frames",
    },
    "cli": {
        "casualties",
        "baseline",
        "changes",
        "config",
        "explanations",
        "gate",
        "inputs",
        "interrupts",
        "model",
        "paths",
        "pipeline",
        "processes",
        "readers",
        "reporters",
        "rows",
    },
    "__init__": {"ranges", "model", "readers", "pipeline", "frames"},
    "__main__": {"cli"},
}


def imported_layers(tree: ast.AST) -> Iterator[str]:
    """Of ``casualties.readers.text`` it is ``readers``, of the package itself ``casualties``."""
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for package, *rest in (name.split(".") for name in names):
            if package == "casualties":
                yield rest[0] if rest and rest[0] in MAY_IMPORT else package


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_lead_to_lower_layers_alone(path: Path) -> None:
    layer = path.relative_to(ROOT / "casualties").with_suffix("").parts[0]
    imported = set(imported_layers(ast.parse(path.read_bytes())))
    assert imported <= MAY_IMPORT[layer] | {layer, "records"}


def test_records_load_no_frames_until_asked() -> None:
    tree = ast.parse((ROOT / "casualties" / "model.py").read_bytes())
    at_import = (node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))
    assert "frames" not in {layer for node in at_import for layer in imported_layers(node)}
