"""What Quoth must withstand, case by case: SECURITY.md names the case of each file here."""
