"""The one exception of this package."""

from __future__ import annotations


class Error(Exception):
    """An input that could not be read, or a question that could not be answered.

    Attributes:
        code: what kind of error it is, as docs/RECORD.md lists them ("empty_input", "too_large", "bad_archive", ...).
        message: one sentence for a person.
        input: the name of the article or file; may be empty.
        offset: the byte in the input where it went wrong, if known.
    """

    code: str
    message: str
    input: str
    offset: int | None

    def __init__(self, code: str, message: str, input: str = "", offset: int | None = None) -> None:
        super().__init__(code, message, input, offset)
        self.code = code
        self.message = message
        self.input = input
        self.offset = offset

    def __str__(self) -> str:
        place = f" (byte {self.offset})" if self.offset is not None else ""
        return (f"{self.input}: " if self.input else "") + self.message + place
