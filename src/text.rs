//! Every sentence of the app, by typed key.
