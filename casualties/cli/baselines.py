"""The baselines of a run: the one that is named, or those that the settings of files name."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casualties.cli.output import begun, say
from casualties.paths import absolute
from casualties.records import dataclass
from casualties.reporters.wording import count

if TYPE_CHECKING:
    from casualties.baseline import Baseline
    from casualties.config import Settings

__all__ = ["Baselines"]


@dataclass(slots=True)
class Baselines:
    """Known findings: of the file ``named``, of one to be written ``anew``, or as is set."""

    named: str | None = None
    anew: str | None = None
    _known: dict[Path, Baseline] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the one that is named, so that a slip in it is told first.

        Raises:
            click.UsageError: if it cannot be used, or both are named.
        """
        if self.named is not None and self.anew is not None:
            raise click.UsageError("--write-baseline renews a baseline: leave out --baseline.")
        if self.anew == "-":
            raise click.UsageError("--write-baseline -: name a file.")
        path = self.named or self.anew
        if path is not None:
            self._read(Path(path), is_new=self.anew is not None and not Path(path).is_file())

    def of(self, settings: Settings) -> Baseline | None:
        """What is known of a file with these settings.

        Raises:
            click.UsageError: if the baseline that they name cannot be used.
        """
        path = self.named or self.anew or settings.baseline
        return None if path is None else self._read(Path(path), is_new=False)

    def tell(self) -> None:
        """Write the one that is to be written, or say what of the others is mended."""
        if self.anew is not None:
            (known,) = self._known.values()
            with ExitStack() as stack:
                begun(self.anew, stack).write(known.text())
            say(f"{self.anew} has {count(known.size(), 'finding')}.")
            return
        mended = [entry for known in self._known.values() for entry in known.mended()]
        for entry in mended:
            times = f" ({entry.count} times)" if entry.count > 1 else ""
            say(f"{entry.path}: {entry.code} is mended{times}: {entry.words}")
        if mended:
            say("--write-baseline takes what is mended out of the baseline.")

    def _read(self, path: Path, *, is_new: bool) -> Baseline:
        from casualties.baseline import (  # noqa: PLC0415 - most runs have none
            Baseline,
            BaselineError,
            read_baseline,
        )

        key = absolute(path)
        if key not in self._known:
            try:
                self._known[key] = Baseline(key.parent) if is_new else read_baseline(path)
            except BaselineError as error:
                raise click.UsageError(str(error)) from error
        return self._known[key]
