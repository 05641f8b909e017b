//! Self-check of the graph.
