"""The table of parameters: what one is called, what it takes, and which option it becomes.

A row feeds the dialog and its help, the checks, the reading, what an unfinished
export knows its call by, the help page, and the table in the README.
"""
