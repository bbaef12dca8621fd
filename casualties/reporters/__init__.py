"""Reporters: one module a command and format, each with one ``render`` that returns a string."""
