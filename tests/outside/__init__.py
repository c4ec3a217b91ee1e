"""From outside the program: its process, its window through assistive technology, the scripts that set it up."""
