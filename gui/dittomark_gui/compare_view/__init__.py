"""The compare view: articles side by side, painted and joined."""
