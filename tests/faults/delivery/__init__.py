"""The fault programme of delivery: no question is lost, whatever happens to the bot or to its way.

Each programme runs `quoth telegram` as it is installed, and beside it the stock library with the
same answers, against a Bot API server of its own; people ask by a seed, the bot is killed, or the
server, the disk or the database fails, and a checker goes through the record of the server: every
question answered once. It knows three sources: the process, the server's record of calls, and the
database file.

`python -m tests.faults.delivery` is the short form, `--long` the long one, `--brief` the one for
every check, `--only R1 R18` some of it, `--seed` the same again, `--at-once 1` one programme at a
time, `--keep FOLDER` keeps homes and logs. Each programme prints one line an arm; at the end there
is a table, and an exit code of 1 where Quoth broke a promise.
"""
