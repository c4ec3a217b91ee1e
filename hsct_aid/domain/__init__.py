"""What things are: text, figures, the person's record, the way through, the summary. No files, no clock, no window."""
