"""What is said, and to whom: questions, answers, conversations, channels, settings."""

__all__ = ["__version__"]

__version__ = "0.1.0"
