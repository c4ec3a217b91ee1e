"""The page as a web page, looked over in a browser by a checker from outside; not part of the short run."""
