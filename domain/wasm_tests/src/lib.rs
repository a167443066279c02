//! Runs the plain tests of a crate in wasm, where nothing of the standard library runs them: whoever takes in these macros
//! with `#[macro_use]` has its `#[test]` functions run by wasm-bindgen's runner.

pub use wasm_bindgen_test::wasm_bindgen_test as test;
