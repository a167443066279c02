//! What the app keeps in memory: the notebook, what is saved, how a person likes it.
