"""Languages: every word can be translated, and a language that is longer or runs the other way finds its room."""
