"""The sample articles, their correct annotations, and the demo project made from them."""
