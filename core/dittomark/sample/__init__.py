"""The sample articles, what is true of them, and the demo project that is made of them."""
