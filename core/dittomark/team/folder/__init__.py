"""Working together through a shared folder: each device writes in its own area, all take in.

`segment` is what a file in the folder holds, `transport` where the files are, `checking` what is
refused, `exchange` one round of publishing and reading, `membership` who takes part, `syncing`
puts it to the project. See docs/decisions/0024.
"""
