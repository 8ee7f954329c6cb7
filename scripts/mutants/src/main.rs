//! Rewrites Rust files so that each holds all of its mutants, chosen by a number when the program runs.
//!
//! `mutants DROPPED UNASKED FILE…` rewrites the files in place and writes a line for each mutant to standard output: its number,
//! file, line, and what it does. The crate that holds the files needs the module `mutant` beside this file. Numbers are those of
//! the order in which mutants stand; of them those that the file `DROPPED` lists are not written, as they would not compile.
//!
//! Where the program can tell, it notes a mutant only where it would do something else: a comparison that comes out otherwise, a side
//! of `&&` or `||` that would. The latter asks a side that may not have been asked; where that would not compile (`UNASKED`),
//! the mutant is noted at its place.
//!
//! The operators are those of `cargo-mutants`:
//!
//! - a function's body becomes a value of its type (`values.rs`), not in `new`, `Default` and `Debug`;
//! - a binary operator becomes another: `==` and `!=`, `&&` and `||`, comparisons, arithmetic, bits, also where they assign;
//! - `!` and the unary `-` go;
//! - an arm of a `match` that has an arm `_` goes; a guard of an arm becomes `true` or `false`;
//! - a field of a structure that takes the rest from another (`..base`) goes.
//!
//! An operator is exchanged in the tree, not in the text, so that the binding of what stands around it stays. What is computed
//! before the program runs (constants, functions that they call) can't ask which mutant runs, and is passed over; so is what
//! stands in macros, as there.

mod values;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use std::{collections::HashSet, env, fs};
use syn::{
    Attribute, BinOp, Block, Expr, ExprMatch, ExprStruct, ImplItemFn, Item, ItemFn, ItemImpl, Pat, Signature,
    Stmt, TraitItemFn, Type, UnOp, parse_quote,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
};
use values::Bodies;

struct Mutator {
    next: u32,
    file: String,
    dropped: HashSet<u32>,
    unasked: HashSet<u32>,
    /// Functions that we are in.
    within: Vec<String>,
}

impl Mutator {
    /// The number of a new mutant, unless it is one of those that would not compile.
    fn new_mutant(&mut self, span: Span, what: &str) -> Option<u32> {
        let number = self.next;
        self.next += 1;
        if self.dropped.contains(&number) {
            return None;
        }
        let place = self.within.last().map_or("", String::as_str);
        println!("{number}\t{}\t{}\t{what} in {place}", self.file, span.start().line);
        Some(number)
    }

    /// `if` this mutant runs, then that; one for each that compiles.
    fn branches(&mut self, span: Span, kinds: &[(String, TokenStream)]) -> TokenStream {
        let of = |(what, then): &(String, TokenStream)| {
            self.new_mutant(span, what).map(|n| quote!(if crate::mutant::on(#n) { #then } else))
        };
        kinds.iter().filter_map(of).collect()
    }

    fn function(&mut self, signature: &Signature, block: &mut Block) {
        if block.stmts.is_empty() {
            return;
        }
        let span = block.stmts[0].span();
        self.within.push(signature.ident.to_string());
        let bodies = values::of(&signature.output);
        let list = match &bodies {
            Bodies::Values(values) => {
                values.iter().map(|v| (format!("the body is {v}"), v.clone())).collect()
            }
            Bodies::Items(items) => {
                let empty = [("the body is empty()".to_owned(), TokenStream::new())];
                let filled = items.iter().map(|v| (format!("the body is once({v})"), v.clone()));
                empty.into_iter().chain(filled).collect::<Vec<_>>()
            }
        };
        let whole = |v: &TokenStream| quote!({ #v }).to_string() == block.to_token_stream().to_string();
        let list: Vec<(String, TokenStream)> = list.into_iter().filter(|(_, v)| !whole(v)).collect();
        let numbers: Vec<Option<u32>> = list.iter().map(|(what, _)| self.new_mutant(span, what)).collect();
        self.visit_block_mut(block);
        self.within.pop();
        let kept = || numbers.iter().zip(&list).filter_map(|(n, (_, v))| Some((n.as_ref()?, v)));
        let statements = &block.stmts;
        *block = match bodies {
            Bodies::Values(_) => {
                let early = kept().map(|(n, v)| quote!(if crate::mutant::on(#n) { return #v; }));
                parse_quote!({ #(#early)* #(#statements)* })
            }
            Bodies::Items(_) if kept().next().is_none() => return,
            Bodies::Items(_) => {
                let all = kept().map(|(n, _)| n);
                let filled = kept().filter(|(_, v)| !v.is_empty());
                let mut body: Expr = parse_quote!(crate::mutant::none(&[#(#all),*], { #(#statements)* }));
                for (n, v) in filled {
                    body = parse_quote!(crate::mutant::one(#n, || #v, #body));
                }
                parse_quote!({ #body })
            }
        };
    }

    /// The parts of `a && b && c`, of which one may bind names.
    fn visit_chain(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Binary(b) if matches!(b.op, BinOp::And(_)) => {
                self.visit_chain(&mut b.left);
                self.visit_chain(&mut b.right);
            }
            Expr::Let(l) => self.visit_expr_mut(&mut l.expr),
            other => self.visit_expr_mut(other),
        }
    }

    /// `unchanged` is the right side as it stands in the file.
    fn binary(&mut self, expr: &mut Expr, text: &str, unchanged: Option<Expr>) {
        let Expr::Binary(binary) = expr else { return };
        let span = binary.op.span();
        let (left, op, right) = (&binary.left, &binary.op, &binary.right);
        let others = others(op);
        let kinds = |deref: TokenStream| {
            let kind = |o: &BinOp| {
                let what = format!("{} for {}: {text}", o.to_token_stream(), op.to_token_stream());
                (what, quote!(#deref __left #o #deref __right))
            };
            others.iter().map(kind).collect::<Vec<_>>()
        };
        match op {
            BinOp::And(_) | BinOp::Or(_) => {
                let Some((what, _)) = kinds(quote!()).pop() else { return };
                let Some(number) = self.new_mutant(span, &what) else { return };
                let (then, other) = if matches!(op, BinOp::And(_)) {
                    (quote!((#right)), quote!(__left))
                } else {
                    (quote!(__left), quote!((#right)))
                };
                let asked = unchanged.filter(|side| !leaves(side) && !self.unasked.contains(&number));
                let note = match asked {
                    Some(side) => quote!(crate::mutant::ask(#number, __left, || -> bool { #side });),
                    None => quote!(crate::mutant::note(#number);),
                };
                *expr = parse_quote!(({
                    let __left: bool = #left;
                    #note
                    if __left != crate::mutant::runs(#number) { #then } else { #other }
                }));
            }
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                let mut branches = TokenStream::new();
                for (what, then) in kinds(quote!(*)) {
                    if let Some(n) = self.new_mutant(span, &what) {
                        let differs =
                            quote!(crate::mutant::differs(#n, || (#then) != (*__left #op *__right)));
                        branches.extend(quote!(if #differs { #then } else));
                    }
                }
                if !branches.is_empty() {
                    *expr = parse_quote!((match (&(#left), &(#right)) { (__left, __right) => #branches { *__left #op *__right } }));
                }
            }
            _ if others.is_empty() => {}
            _ if is_assignment(op) => {
                let assigned = |o: &BinOp| {
                    let what = format!("{} for {}: {text}", o.to_token_stream(), op.to_token_stream());
                    (what, quote!(#left #o __right))
                };
                let kinds: Vec<_> = others.iter().map(assigned).collect();
                let branches = self.branches(span, &kinds);
                if !branches.is_empty() {
                    *expr = parse_quote!({ let __right = #right; #branches { #left #op __right } });
                }
            }
            _ => {
                let branches = self.branches(span, &kinds(quote!()));
                if !branches.is_empty() {
                    *expr = parse_quote!((match (#left, #right) { (__left, __right) => #branches { __left #op __right } }));
                }
            }
        }
    }

    fn arms(&mut self, of: &mut ExprMatch, guards: &[String]) {
        let wild = of.arms.iter().any(|a| matches!(a.pat, Pat::Wild(_)) && a.guard.is_none());
        for (arm, text) in of.arms.iter_mut().zip(guards) {
            let (span, pattern) = (arm.pat.span(), short(&arm.pat));
            if let Some((sign, guard)) = &mut arm.guard {
                if binds(guard) {
                    continue;
                }
                if let Some(number) = self.new_mutant(sign.span, &format!("the guard is true: {text}")) {
                    **guard = parse_quote!(((#guard) || crate::mutant::on(#number)));
                }
                if let Some(number) = self.new_mutant(sign.span, &format!("the guard is false: {text}")) {
                    **guard = parse_quote!(((#guard) && !crate::mutant::on(#number)));
                }
            } else if wild
                && !matches!(arm.pat, Pat::Wild(_))
                && let Some(number) = self.new_mutant(span, &format!("without the arm {pattern}"))
            {
                arm.guard = Some((Default::default(), parse_quote!(!crate::mutant::on(#number))));
            }
        }
    }

    fn fields(&mut self, of: &mut ExprStruct) -> Option<Expr> {
        let base = of.rest.clone()?;
        // What is made for this is made before it, once; what is there is taken from where it stands.
        let made = matches!(*base, Expr::Call(_) | Expr::MethodCall(_));
        let from: Expr = if made { parse_quote!(__base) } else { parse_quote!((#base)) };
        for field in &mut of.fields {
            let (span, name, value) = (field.span(), field.member.clone(), &field.expr);
            if let Some(number) =
                self.new_mutant(span, &format!("without the field {}", name.to_token_stream()))
            {
                field.expr = parse_quote!(if crate::mutant::on(#number) { #from.#name } else { #value });
                field.colon_token = Some(Default::default());
            }
        }
        if !made {
            return None;
        }
        let path = of.path.clone();
        of.rest = Some(from.into());
        Some(parse_quote!({ let __base: #path = #base; #of }))
    }
}

/// What `cargo-mutants` puts in the place of an operator.
fn others(op: &BinOp) -> Vec<BinOp> {
    match op {
        BinOp::Eq(_) => vec![parse_quote!(!=)],
        BinOp::Ne(_) => vec![parse_quote!(==)],
        BinOp::And(_) => vec![parse_quote!(||)],
        BinOp::Or(_) => vec![parse_quote!(&&)],
        BinOp::Lt(_) => vec![parse_quote!(==), parse_quote!(>), parse_quote!(<=)],
        BinOp::Gt(_) => vec![parse_quote!(==), parse_quote!(<), parse_quote!(>=)],
        BinOp::Le(_) => vec![parse_quote!(>)],
        BinOp::Ge(_) => vec![parse_quote!(<)],
        BinOp::Add(_) => vec![parse_quote!(-), parse_quote!(*)],
        BinOp::Sub(_) | BinOp::Mul(_) => vec![parse_quote!(+), parse_quote!(/)],
        BinOp::Div(_) => vec![parse_quote!(%), parse_quote!(*)],
        BinOp::Rem(_) => vec![parse_quote!(/), parse_quote!(+)],
        BinOp::Shl(_) => vec![parse_quote!(>>)],
        BinOp::Shr(_) => vec![parse_quote!(<<)],
        BinOp::BitAnd(_) => vec![parse_quote!(|), parse_quote!(^)],
        BinOp::BitOr(_) => vec![parse_quote!(&), parse_quote!(^)],
        BinOp::BitXor(_) => vec![parse_quote!(|), parse_quote!(&)],
        BinOp::AddAssign(_) => vec![parse_quote!(-=), parse_quote!(*=)],
        BinOp::SubAssign(_) | BinOp::MulAssign(_) => vec![parse_quote!(+=), parse_quote!(/=)],
        BinOp::DivAssign(_) => vec![parse_quote!(%=), parse_quote!(*=)],
        BinOp::RemAssign(_) => vec![parse_quote!(/=), parse_quote!(+=)],
        BinOp::ShlAssign(_) => vec![parse_quote!(>>=)],
        BinOp::ShrAssign(_) => vec![parse_quote!(<<=)],
        BinOp::BitAndAssign(_) => vec![parse_quote!(|=)],
        BinOp::BitOrAssign(_) => vec![parse_quote!(&=)],
        BinOp::BitXorAssign(_) => vec![parse_quote!(|=), parse_quote!(&=)],
        _ => Vec::new(),
    }
}

/// Whether an expression may leave the function or the loop that it stands in.
fn leaves(expr: &Expr) -> bool {
    let text = expr.to_token_stream().to_string();
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '?');
    words.any(|word| word.contains('?') || matches!(word, "return" | "break" | "continue"))
}

fn is_assignment(op: &BinOp) -> bool {
    op.to_token_stream().to_string().ends_with('=')
}

/// Whether a condition binds names, so that its `&&` must stay as they are.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(b) if matches!(b.op, BinOp::And(_)) => binds(&b.left) || binds(&b.right),
        _ => false,
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|a| {
        let text = a.to_token_stream().to_string();
        text.contains("cfg (test)") || text.contains("# [test]")
    })
}

fn short(expr: &impl ToTokens) -> String {
    let text = expr.to_token_stream().to_string().replace(['\n', '\t'], " ");
    text.chars().take(110).collect()
}

impl VisitMut for Mutator {
    fn visit_item_mut(&mut self, item: &mut Item) {
        match item {
            Item::Const(_) | Item::Static(_) | Item::Macro(_) | Item::Enum(_) => {}
            Item::Mod(m) if is_test(&m.attrs) => {}
            item => visit_mut::visit_item_mut(self, item),
        }
    }

    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        if function.sig.constness.is_none() && !is_test(&function.attrs) {
            self.function(&function.sig, &mut function.block);
        }
    }

    fn visit_item_impl_mut(&mut self, of: &mut ItemImpl) {
        let named = |name: &str| {
            of.trait_.as_ref().and_then(|(_, path, _)| path.segments.last()).is_some_and(|s| s.ident == name)
        };
        if !is_test(&of.attrs) && !named("Default") && !named("Debug") {
            visit_mut::visit_item_impl_mut(self, of);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        if function.sig.constness.is_none() && !is_test(&function.attrs) && function.sig.ident != "new" {
            self.function(&function.sig, &mut function.block);
        }
    }

    fn visit_trait_item_fn_mut(&mut self, function: &mut TraitItemFn) {
        if let Some(block) = &mut function.default {
            self.function(&function.sig, block);
        }
    }

    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_trait_item_const_mut(&mut self, _: &mut syn::TraitItemConst) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_mut(&mut self, _: &mut Type) {}
    fn visit_generic_argument_mut(&mut self, _: &mut syn::GenericArgument) {}
    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}

    fn visit_block_mut(&mut self, block: &mut Block) {
        let fixed = |stmt: &Stmt| matches!(stmt, Stmt::Item(Item::Const(_) | Item::Static(_)));
        block.stmts.iter_mut().filter(|s| !fixed(s)).for_each(|s| self.visit_stmt_mut(s));
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Const(_) => return,
            Expr::Repeat(r) => return self.visit_expr_mut(&mut r.expr),
            expr if binds(expr) => return self.visit_chain(expr),
            _ => {}
        }
        // As they stand in the file, before mutants are in them.
        let (span, text) = (expr.span(), short(expr));
        let guards: Vec<String> = match expr {
            Expr::Match(of) => {
                of.arms.iter().map(|a| a.guard.as_ref().map_or(String::new(), |(_, g)| short(g))).collect()
            }
            _ => Vec::new(),
        };
        let unchanged = match expr {
            Expr::Binary(binary) => Some((*binary.right).clone()),
            _ => None,
        };
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::Binary(_) => self.binary(expr, &text, unchanged),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_) | UnOp::Neg(_)) => {
                let sign = unary.op.to_token_stream();
                if let Some(number) = self.new_mutant(span, &format!("without {sign}: {text}")) {
                    let (op, of) = (&unary.op, &unary.expr);
                    *expr = parse_quote!((match #of { __of => if crate::mutant::on(#number) { __of } else { #op __of } }));
                }
            }
            Expr::Match(of) => self.arms(of, &guards),
            Expr::Struct(of) if of.rest.is_some() => {
                if let Some(other) = self.fields(of) {
                    *expr = other;
                }
            }
            _ => {}
        }
    }
}

fn main() {
    let mut arguments = env::args().skip(1);
    let mut numbers = || -> HashSet<u32> {
        let listed = fs::read_to_string(arguments.next().expect("a file of numbers")).unwrap_or_default();
        listed.split_whitespace().filter_map(|n| n.parse().ok()).collect()
    };
    let (dropped, unasked) = (numbers(), numbers());
    let mut mutator = Mutator { next: 1, file: String::new(), dropped, unasked, within: Vec::new() };
    for file in arguments {
        let source = fs::read_to_string(&file).expect("a file");
        let mut tree = syn::parse_file(&source).unwrap_or_else(|e| panic!("{file}: {e}"));
        mutator.file = file.clone();
        mutator.visit_file_mut(&mut tree);
        fs::write(&file, prettyplease::unparse(&tree)).expect("it can be written");
    }
}
