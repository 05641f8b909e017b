//! Return types that are boxes: `Box<dyn Coroutine<..>>`, `BoxCoroutine<..>`.

use super::{Written, filled, is_coroutine, read_bounds, unreadable};
use crate::messages;
use crate::syntax::types;
use crate::syntax::{Protocol, Shape};
use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

pub(super) fn read_box(path: &syn::TypePath, ty: &Type) -> syn::Result<Protocol> {
    let mut path = path.clone();
    let segment = path
        .path
        .segments
        .last_mut()
        .ok_or_else(|| unreadable(ty))?;
    let PathArguments::AngleBracketed(arguments) = &mut segment.arguments else {
        return Err(unreadable(ty));
    };
    if let Some(GenericArgument::Type(inner)) = arguments.args.first_mut() {
        *inner = types::ungrouped(inner).clone();
    }
    let object = match arguments.args.first_mut() {
        Some(GenericArgument::Type(Type::TraitObject(object))) => object,
        Some(GenericArgument::Type(Type::Path(path))) if is_coroutine(&path.path) => {
            return Err(syn::Error::new_spanned(path, messages::TRAIT_IN_A_BOX));
        }
        _ => return Err(unreadable(ty)),
    };
    let (bounds, mut protocol) = read_bounds(&object.bounds, ty, Shape::Boxed)?;
    object.bounds = bounds;
    protocol.output = path.to_token_stream();
    Ok(protocol)
}

pub(super) fn read_box_coroutine(segment: &syn::PathSegment, ty: &Type) -> syn::Result<Protocol> {
    let mut types = Vec::new();
    if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
        for argument in &arguments.args {
            match argument {
                GenericArgument::Type(ty) => types.push(ty.clone()),
                GenericArgument::Lifetime(_) => {}
                other => {
                    return Err(syn::Error::new_spanned(
                        other,
                        messages::UNKNOWN_TYPE_ARGUMENT,
                    ));
                }
            }
        }
    }
    let mut types = types.into_iter();
    let written = Written {
        resume: types.next(),
        yields: types.next(),
        returns: types.next(),
        throws: types.next(),
    };
    let mut protocol = filled(written, Shape::Boxed, segment.ident.span());
    protocol.output = ty.to_token_stream();
    Ok(protocol)
}
