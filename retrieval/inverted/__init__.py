"""The inverted index: which sections hold a term, how much that can be worth, and where it stands.

Two levels. Every term has its *entries*, one for each section that holds it in a sentence or a
title, with an upper bound of what the term can add to any passage there; every entry has its
*postings*, one byte for each passage of the section that holds the term. A search adds the bounds
up, and scores exactly only the sections whose bound reaches the best passages found so far.
"""
