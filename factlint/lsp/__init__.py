"""The language server: what the command line finds, shown in an editor as somebody writes.

The protocol itself is pygls' (the extra ``factlint[lsp]``); only ``server`` and the modules that it imports know of it.
What a request needs of articles, rules and knowledge is asked of the use cases in ``app``.
"""
