"""What can go wrong in the bot, as classes that a caller would catch apart.

```
QuothError
├── BadInput          a file given to a command that is not what the command reads
├── DatabaseUnusable  the database cannot be opened, is damaged or too new
└── SettingsError     a setting that cannot be used: which variable, what is wrong, what to do
```
"""

from pathlib import Path

__all__ = ["BadInput", "DatabaseUnusable", "QuothError", "SettingsError"]


class QuothError(Exception):
    """The base of every error that the bot explains in one line and ends on."""


class BadInput(QuothError):
    """A file given to a command that is not what the command reads.

    Attributes:
        problem: what is wrong, in one clause.
        remedy: what to do about it, in one clause.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """One line, `problem: remedy`."""
        return f"{self.problem}: {self.remedy}"


class DatabaseUnusable(QuothError):
    """The database cannot be used.

    Attributes:
        file: the database file.
        problem: what is wrong, in one clause.
        remedy: what to do about it, in one clause.
    """

    def __init__(
        self,
        file: Path,
        problem: str,
        remedy: str = "check its permissions or restore it from a backup",
    ) -> None:
        super().__init__(file, problem, remedy)
        self.file = file
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """One line with the remedy."""
        return f"{self.file}: {self.problem}: {self.remedy}"


class SettingsError(QuothError):
    """A setting that cannot be used.

    The line never holds a secret: `problem` and `remedy` describe the value, they do not repeat it.

    Attributes:
        variable: name of the environment variable.
        problem: what is wrong, in one clause.
        remedy: what to do about it, in one clause.
    """

    def __init__(self, variable: str, problem: str, remedy: str) -> None:
        super().__init__(variable, problem, remedy)
        self.variable = variable
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """One line, `VARIABLE: problem: remedy`."""
        return f"{self.variable}: {self.problem}: {self.remedy}"
