"""The only package that contains SQL: migrations, reading and writing of rows."""
