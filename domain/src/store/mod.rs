//! The notebook as keys and values.
