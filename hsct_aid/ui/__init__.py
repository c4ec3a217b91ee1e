"""The window: what is seen, heard and pressed."""
