"""The inverted index: which sections hold a term, how much that can be worth, and where it stands.

Two levels. Every term has its *entries*, one for each section that holds it in a sentence or a
title, with upper bounds of what the term can add there beside the sentence itself; every entry has
its *postings*, one byte for each passage of the section that holds the term. A search reads the
lists of all but common terms, which bounds every section, and scores exactly only the sections
whose bound reaches the best passages found so far.
"""
