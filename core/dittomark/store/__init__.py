"""The only code that speaks SQL: migrations, rows in and out."""
