//! Bodies that catch, raise and delegate: by either engine they must do the same, whatever is sent, thrown and closed.
//!
//! A plain function cannot be thrown into, so there is none beside these. Some rows say what they have to do instead, worked out by hand from
//! PEP 342 and PEP 380 ([`told`]).

pub(crate) mod delegates;
pub(crate) mod driver;

mod caught;
mod delegated;
mod left;
mod operands;
mod told;
