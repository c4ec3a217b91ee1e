"""Widgets named for what is seen. They carry names, roles and sizes; pages never do."""
