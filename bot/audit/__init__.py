"""The audit log: who was let in, who was not, and when the bot ran, in a chain of digests."""
