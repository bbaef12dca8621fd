"""Documents to figures: a cascade of small steps over sentences, numbers, chunks and claims."""

from casualties.extractors.figures import find_figures

__all__ = ["find_figures"]
