"""How functions are compiled that none but compiled ones call."""

from typing import Any

from numba import njit

__all__ = ["inner"]

# Ways in from Python and from C are left out: that saves a quarter of the time to compile.
WITHOUT: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}

inner = njit(**WITHOUT)
