"""Working together through a shared folder: each device writes in its own area, all others read it.

`segment` is the content of a file in the folder, `transport` the access to the files, `checking`
the refusal of invalid ones, `exchange` one round of publishing and reading, `membership` the list
of members, `syncing` applies received work to the project. See docs/decisions/0024.
"""
