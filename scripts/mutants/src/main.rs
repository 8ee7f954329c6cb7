//! Rewrites Rust files so that each holds all of its mutants, chosen by a number when the program runs.
//!
//! `mutants FIRST FILE…` rewrites the files in place and writes a line for each mutant to standard output: its number (from
//! `FIRST` on), file, line, and what it does. The crate that holds the files needs the module `mutant` beside this file.
//! What is mutated: comparisons, the second operand of `&&` and `||`, `!`, whole numbers (one more), and conditions of `if`.

use proc_macro2::Span;
use quote::ToTokens;
use std::{env, fs};
use syn::{
    Attribute, BinOp, Block, Expr, ExprIf, ImplItemFn, Item, ItemFn, Lit, Pat, Stmt, Type, UnOp, parse_quote,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
};

struct Mutator {
    next: u32,
    file: String,
}

impl Mutator {
    fn new_mutant(&mut self, span: Span, what: &str) -> u32 {
        let number = self.next;
        self.next += 1;
        println!("{number}\t{}\t{}\t{what}", self.file, span.start().line);
        number
    }
}

/// Whether a condition binds names, so that it must stay as it is.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(b) => binds(&b.left) || binds(&b.right),
        Expr::Paren(p) => binds(&p.expr),
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
    text.chars().take(90).collect()
}

impl VisitMut for Mutator {
    fn visit_item_mut(&mut self, item: &mut Item) {
        match item {
            // What is computed before the program runs cannot ask for the number.
            Item::Const(_) | Item::Static(_) | Item::Macro(_) | Item::Enum(_) => {}
            Item::Mod(m) if is_test(&m.attrs) => {}
            Item::Fn(f) if is_test(&f.attrs) => {}
            item => visit_mut::visit_item_mut(self, item),
        }
    }

    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        if function.sig.constness.is_none() {
            visit_mut::visit_item_fn_mut(self, function);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        if function.sig.constness.is_none() && !is_test(&function.attrs) {
            visit_mut::visit_impl_item_fn_mut(self, function);
        }
    }

    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_mut(&mut self, _: &mut Type) {}
    fn visit_generic_argument_mut(&mut self, _: &mut syn::GenericArgument) {}
    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}

    fn visit_block_mut(&mut self, block: &mut Block) {
        let fixed = |stmt: &Stmt| matches!(stmt, Stmt::Item(Item::Const(_) | Item::Static(_)));
        block.stmts.iter_mut().filter(|s| !fixed(s)).for_each(|s| self.visit_stmt_mut(s));
    }

    fn visit_expr_if_mut(&mut self, branch: &mut ExprIf) {
        let (span, text) = (branch.if_token.span, short(&branch.cond));
        visit_mut::visit_expr_if_mut(self, branch);
        if binds(&branch.cond) {
            return;
        }
        let cond = &branch.cond;
        branch.cond = if branch.else_branch.is_some() {
            let number = self.new_mutant(span, &format!("if !({text})"));
            parse_quote!((#cond) ^ crate::mutant::on(#number))
        } else {
            let number = self.new_mutant(span, &format!("if false /* {text} */"));
            parse_quote!((#cond) && !crate::mutant::on(#number))
        };
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Const(_) => return,
            Expr::Repeat(r) => return self.visit_expr_mut(&mut r.expr),
            _ => {}
        }
        let (span, text) = (expr.span(), short(expr));
        visit_mut::visit_expr_mut(self, expr);
        match expr {
            Expr::Binary(binary) => {
                let (left, right) = (&binary.left, &binary.right);
                let other: Option<BinOp> = match binary.op {
                    BinOp::Lt(_) => Some(parse_quote!(<=)),
                    BinOp::Le(_) => Some(parse_quote!(<)),
                    BinOp::Gt(_) => Some(parse_quote!(>=)),
                    BinOp::Ge(_) => Some(parse_quote!(>)),
                    BinOp::Eq(_) => Some(parse_quote!(!=)),
                    BinOp::Ne(_) => Some(parse_quote!(==)),
                    _ => None,
                };
                let op = &binary.op;
                if let Some(other) = other {
                    let number = self.new_mutant(
                        span,
                        &format!("{} for {}: {text}", other.to_token_stream(), op.to_token_stream()),
                    );
                    *expr = parse_quote!((if crate::mutant::on(#number) { #left #other #right } else { #left #op #right }));
                } else if matches!(op, BinOp::And(_)) && !binds(right) {
                    let number = self.new_mutant(span, &format!("without the second condition: {text}"));
                    binary.right = parse_quote!(((#right) || crate::mutant::on(#number)));
                } else if matches!(op, BinOp::Or(_)) {
                    let number = self.new_mutant(span, &format!("without the second case: {text}"));
                    binary.right = parse_quote!(((#right) && !crate::mutant::on(#number)));
                }
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let number = self.new_mutant(span, &format!("without the negation: {text}"));
                let of = &unary.expr;
                *expr = parse_quote!(crate::mutant::not(#number, #of));
            }
            Expr::Lit(literal) => {
                if let Lit::Int(int) = &literal.lit {
                    let number = self.new_mutant(span, &format!("{int} + 1"));
                    *expr = parse_quote!(crate::mutant::plus(#number, #int));
                }
            }
            _ => {}
        }
    }
}

fn main() {
    let mut arguments = env::args().skip(1);
    let next = arguments.next().and_then(|n| n.parse().ok()).expect("the first number");
    let mut mutator = Mutator { next, file: String::new() };
    for file in arguments {
        let source = fs::read_to_string(&file).expect("a file");
        let mut tree = syn::parse_file(&source).unwrap_or_else(|e| panic!("{file}: {e}"));
        mutator.file = file.clone();
        mutator.visit_file_mut(&mut tree);
        fs::write(&file, prettyplease::unparse(&tree)).expect("it can be written");
    }
}
