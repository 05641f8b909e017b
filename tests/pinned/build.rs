//! Tells the tests which engine they are compiled for.

fn main() {
    println!("cargo::rustc-cfg=pinned");
    println!("cargo::rerun-if-changed=build.rs");
}
