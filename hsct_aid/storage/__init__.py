"""Keeps what the person said: safely on this computer, for their account alone, and nothing is ever written over."""
