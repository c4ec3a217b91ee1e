"""Draws the summary: PDF and pictures of its pages, one HTML file, plain text, JSON."""
