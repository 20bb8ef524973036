"""What a site gives besides its pages: files for programs as bytes, and what search may find."""
