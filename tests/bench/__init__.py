"""How fast the aid is, always beside what the same thing costs without it, in the same run."""
