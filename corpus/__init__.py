"""What is known: documents, their bytes and dates, their sentences and where they stand."""
