//! What can be opened, and its address.
