"""Annotation as the annotation tool brat has it: its files, and what their labels mean here.

The labels are those of FRACAS (Richard, Alonzo Canul and Portet, 2024), an annotated corpus of
attribution in French news, and two more for what it has none for: *Document* and *Term*.
"""
