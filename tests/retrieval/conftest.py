"""Properties are judged by what they say, not by how busy the machine is."""

from hypothesis import settings

__all__: list[str] = []

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
