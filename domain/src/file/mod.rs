//! The only gate for foreign bytes.
