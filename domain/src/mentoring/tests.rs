//! What the acts do.
