"""Working together through a shared folder: each device writes in its own area, all others read it.

`segment` is the content of a file in the folder, `transport` the access to the files, `exchange` one
round of publishing and reading, `membership` the list of members; `syncing` applies received work to
the project, once `store.work_checks` has found it valid. See docs/decisions/0024.
"""
