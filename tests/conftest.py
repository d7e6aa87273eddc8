"""Properties are judged by what they say, not by how busy the machine is, and on the same examples.

`pytest --hypothesis-profile=explore` looks at others, and at more of them.
"""

from hypothesis import settings

__all__: list[str] = []

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("explore", deadline=None, max_examples=300)
settings.load_profile("steady")
