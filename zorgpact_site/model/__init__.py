"""The nouns of the domain, frozen; each phase of a build has types of its own."""
