"""Reads, checks and compiles the content that ships with the aid."""
