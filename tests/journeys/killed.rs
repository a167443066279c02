//! The browser is killed in the middle of something. When it opens again, nothing is damaged, everything is there that was
//! written more than a second before or that the app called saved, and an import is there whole or not at all.

mod importing;
mod life;
mod packing;
mod parts;
mod typing;
mod written;

use life::Life;
