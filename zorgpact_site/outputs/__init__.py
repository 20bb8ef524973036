"""What a site gives besides its pages, made of the `Site` as pages are: what search may find."""
