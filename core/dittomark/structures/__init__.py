"""Array types and data structures that do not depend on articles."""
