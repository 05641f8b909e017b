//! What a return type was meant to be that cannot be read.
//!
//! In: a return type in which an error has been found. Out: the type that was probably meant. It stands in
//! the stub beside the error, so that rustc has nothing to add to it, neither at the type nor at the calls.

use super::signature::is_coroutine;
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Path, PathArguments, Type, TypeParamBound,
    parse_quote,
};

/// The type that was meant by `ty`.
pub(crate) fn meant(ty: &Type) -> Option<Type> {
    match ty {
        Type::Paren(inner) => meant(&inner.elem),
        Type::Reference(inner) => meant(&inner.elem),
        Type::ImplTrait(opaque) => {
            let mut opaque = opaque.clone();
            opaque.bounds.iter_mut().for_each(bound);
            Some(Type::ImplTrait(opaque))
        }
        Type::TraitObject(object) => {
            let mut bounds = object.bounds.clone();
            bounds.iter_mut().for_each(bound);
            Some(parse_quote!(impl #bounds))
        }
        Type::Path(path) if is_coroutine(&path.path) => {
            let path = with_names(&path.path);
            Some(parse_quote!(impl #path))
        }
        Type::Path(path) if path.path.segments.last()?.ident == "Box" => boxed(&path.path),
        _ => None,
    }
}

/// `Box<dyn ..>`
fn boxed(path: &Path) -> Option<Type> {
    let mut path = path.clone();
    let PathArguments::AngleBracketed(arguments) = &mut path.segments.last_mut()?.arguments else {
        return None;
    };
    match arguments.args.first_mut()? {
        GenericArgument::Type(Type::TraitObject(object)) => {
            object.bounds.iter_mut().for_each(bound);
        }
        GenericArgument::Type(inner) => match inner {
            Type::Path(named) if is_coroutine(&named.path) => {
                let named = with_names(&named.path);
                *inner = parse_quote!(dyn #named);
            }
            _ => return None,
        },
        _ => return None,
    }
    Some(parse_quote!(#path))
}

fn bound(bound: &mut TypeParamBound) {
    if let TypeParamBound::Trait(bound) = bound
        && is_coroutine(&bound.path)
    {
        bound.path = with_names(&bound.path);
    }
}

/// The types of one trait, by what they probably stand for.
#[derive(Default)]
struct Types {
    sent: Option<Type>,
    yields: Option<Type>,
    others: Vec<syn::AssocType>,
}

impl Types {
    fn add(&mut self, argument: GenericArgument, iterates: bool) {
        match argument {
            GenericArgument::Type(ty) if !iterates && self.sent.is_none() => self.sent = Some(ty),
            GenericArgument::Type(ty) => self.yields = self.yields.take().or(Some(ty)),
            GenericArgument::AssocType(assoc)
                if assoc.ident == "Item" || assoc.ident == "Yield" =>
            {
                self.yields = self.yields.take().or(Some(assoc.ty));
            }
            GenericArgument::AssocType(assoc) => {
                let known = ["Return", "Throw"].iter().any(|name| assoc.ident == name);
                let twice = self.others.iter().any(|other| other.ident == assoc.ident);
                if known && !iterates && !twice {
                    self.others.push(assoc);
                }
            }
            // `Yield: T`
            GenericArgument::Constraint(constraint) => {
                if let Some(TypeParamBound::Trait(bound)) = constraint.bounds.first() {
                    let (name, ty) = (&constraint.ident, &bound.path);
                    self.add(parse_quote!(#name = #ty), iterates);
                }
            }
            _ => {}
        }
    }
}

/// A trait with each type under its name.
fn with_names(path: &Path) -> Path {
    let mut path = path.clone();
    let Some(last) = path.segments.last_mut() else {
        return path;
    };
    let iterates = last.ident != "Coroutine";
    let mut types = Types::default();
    if let PathArguments::AngleBracketed(arguments) = &last.arguments {
        for argument in &arguments.args {
            types.add(argument.clone(), iterates);
        }
    }
    let sent = types.sent.into_iter().map(GenericArgument::Type);
    let name = quote::format_ident!("{}", if iterates { "Item" } else { "Yield" });
    let yields = types.yields.map(|ty| parse_quote!(#name = #ty));
    let others = types.others.into_iter().map(GenericArgument::AssocType);
    let arguments = sent.chain(yields).chain(others);
    let arguments: AngleBracketedGenericArguments = parse_quote!(<#(#arguments),*>);
    last.arguments = PathArguments::AngleBracketed(arguments);
    path
}
