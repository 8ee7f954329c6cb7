//! Values that a function's body is replaced by, from its return type: those that `cargo-mutants` tries.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, Ident, Path, PathArguments, ReturnType, Type, TypeImplTrait, TypeParamBound};

/// What a body can become.
pub enum Bodies {
    /// One of these values.
    Values(Vec<TokenStream>),
    /// An iterator over nothing, or over one of these items.
    Items(Vec<TokenStream>),
}

pub fn of(output: &ReturnType) -> Bodies {
    match output {
        ReturnType::Default => Bodies::Values(vec![quote!(())]),
        ReturnType::Type(_, of) => match &**of {
            Type::ImplTrait(some) => match item(some) {
                Some(item) => Bodies::Items(values(item)),
                None => Bodies::Values(Vec::new()),
            },
            other => Bodies::Values(values(other)),
        },
    }
}

fn values(of: &Type) -> Vec<TokenStream> {
    match of {
        Type::Path(path) => path_values(&path.path),
        Type::Array(array) => {
            let len = &array.len;
            values(&array.elem).into_iter().map(|v| quote!([#v; #len])).collect()
        }
        Type::Slice(slice) => slices(&slice.elem),
        Type::Reference(to) => match &*to.elem {
            Type::Path(path) if path.path.is_ident("str") && to.mutability.is_none() => {
                vec![quote!(""), quote!("xyzzy")]
            }
            Type::Slice(slice) => slices(&slice.elem),
            other => values(other).into_iter().map(|v| quote!(Box::leak(Box::new(#v)))).collect(),
        },
        Type::Tuple(tuple) => {
            let mut all = vec![Vec::new()];
            for of in &tuple.elems {
                let next = values(of);
                all = all
                    .iter()
                    .flat_map(|row| next.iter().map(|v| [row.as_slice(), &[v.clone()]].concat()))
                    .collect();
            }
            all.into_iter().map(|row| quote!((#(#row),*))).collect()
        }
        Type::ImplTrait(_) | Type::Never(_) => Vec::new(),
        _ => vec![quote!(Default::default())],
    }
}

fn slices(of: &Type) -> Vec<TokenStream> {
    let filled = values(of).into_iter().map(|v| quote!(Vec::leak(vec![#v])));
    [quote!(Vec::leak(Vec::new()))].into_iter().chain(filled).collect()
}

fn path_values(path: &Path) -> Vec<TokenStream> {
    let named = |names: &[&str]| names.iter().any(|n| path.is_ident(n));
    if named(&["bool"]) {
        return vec![quote!(true), quote!(false)];
    } else if named(&["String"]) {
        return vec![quote!(String::new()), quote!("xyzzy".into())];
    } else if named(&["u8", "u16", "u32", "u64", "u128", "usize"]) {
        return vec![quote!(0), quote!(1)];
    } else if named(&["i8", "i16", "i32", "i64", "i128", "isize"]) {
        return vec![quote!(0), quote!(1), quote!(-1)];
    } else if named(&["f32", "f64"]) {
        return vec![quote!(0.0), quote!(1.0), quote!(-1.0)];
    }
    let Some(last) = path.segments.last() else { return Vec::new() };
    let name = &last.ident;
    let inner = arguments(&last.arguments);
    let each =
        |of: &Type, f: &dyn Fn(TokenStream) -> TokenStream| values(of).into_iter().map(f).collect::<Vec<_>>();
    match (name.to_string().as_str(), inner.as_slice()) {
        ("Result", []) => vec![quote!(Ok(Default::default()))],
        ("Result", [of, ..]) => each(of, &|v| quote!(Ok(#v))),
        ("Option", [of, ..]) => [vec![quote!(None)], each(of, &|v| quote!(Some(#v)))].concat(),
        ("Vec", [of, ..]) => [vec![quote!(vec![])], each(of, &|v| quote!(vec![#v]))].concat(),
        ("Cow", [of, ..]) => values(of)
            .into_iter()
            .flat_map(|v| [quote!(Cow::Borrowed(#v)), quote!(Cow::Owned((#v).to_owned()))])
            .collect(),
        ("Box" | "Cell" | "RefCell" | "Arc" | "Rc" | "Mutex", [of]) => each(of, &|v| quote!(#name::new(#v))),
        ("BTreeMap" | "HashMap", [key, value]) => {
            let (keys, of) = (values(key), values(value));
            let filled =
                keys.iter().flat_map(|k| of.iter().map(move |v| quote!(#name::from_iter([(#k, #v)]))));
            [quote!(#name::new())].into_iter().chain(filled).collect()
        }
        (_, [of]) => holders(name, of),
        _ => vec![quote!(Default::default())],
    }
}

/// Something like `T<A>`, of which we don't know how it is made, only that it probably is made from an `A`.
fn holders(name: &Ident, of: &Type) -> Vec<TokenStream> {
    let filled = values(of)
        .into_iter()
        .flat_map(|v| [quote!(#name::from_iter([#v])), quote!(#name::new(#v)), quote!(#name::from(#v))]);
    [quote!(#name::new())].into_iter().chain(filled).collect()
}

fn arguments(of: &PathArguments) -> Vec<&Type> {
    let PathArguments::AngleBracketed(brackets) = of else { return Vec::new() };
    let types = brackets.args.iter().filter_map(|a| match a {
        GenericArgument::Type(of) => Some(of),
        _ => None,
    });
    types.collect()
}

/// The item of `impl Iterator<Item = T>`.
fn item(of: &TypeImplTrait) -> Option<&Type> {
    of.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(of) = bound else { return None };
        let last = of.path.segments.last().filter(|s| s.ident == "Iterator")?;
        let PathArguments::AngleBracketed(brackets) = &last.arguments else { return None };
        brackets.args.iter().find_map(|a| match a {
            GenericArgument::AssocType(of) if of.ident == "Item" => Some(&of.ty),
            _ => None,
        })
    })
}
