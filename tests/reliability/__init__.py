"""The long campaign behind ``make reliability``: each promise about saved answers, and a design that breaks it."""
