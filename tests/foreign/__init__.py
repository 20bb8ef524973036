"""Files as other systems leave them, and the means to see whether a page tells all of one."""
