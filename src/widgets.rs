//! Buttons, fields, dialogs and lists. They know nothing of the notebook: sentences come in as props.
