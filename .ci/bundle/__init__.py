"""Makes what a person can install: the list of what goes in, the notices, the bill of materials and the gate."""
