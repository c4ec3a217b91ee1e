"""HSCT Aid: a decision aid about stem cell transplantation for people with multiple sclerosis."""

__version__ = "0.1.0"
