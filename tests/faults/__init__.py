"""The fault programme of the index: what it survives, tried out on the product as it is installed.

Each programme drives `python -m bot index`, `batch` and `doctor` in processes of their own on homes
of invented documents, does the harm, and asks the home the same questions again. Four editions of
the documents answer every question differently, so that an answer tells which edition it is of, and
a mixture of two is seen. The expected answers and the expected bytes are those of homes that were
indexed once, undisturbed.

`python -m tests.faults.killing`
    kills builds at moments spread over their whole length: whole old or whole new answers, and
    nothing left over after the next build.
`python -m tests.faults.damaging`
    does single damages to the files of the index: noticed, and a whole generation answers.
`python -m tests.faults.failing`
    makes the Nth call that changes the disk fail, once or from then on, or kills at it: one clear
    line or success, old or new answers, and a clean next build.
`python -m tests.faults.filling`
    builds on disks of every size from too small to large enough: old answers, nothing half
    written, and a line that says what to do.
`python -m tests.faults.repeating`
    builds in other orders, processes, places and histories: the same bytes.

Each prints its seed where it has one, how far it is, and one summary line. It exits
with 1 when a promise was broken, and names each breach. `--help` tells the options; the tests run
short forms.
"""
