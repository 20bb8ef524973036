"""Changes to the texts of a site that an editor asks for: making a new one."""
