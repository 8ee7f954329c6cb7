//! The Python package: extraction of single documents as dataclasses, and of Arrow data batch by batch.

mod arrow;
mod article;
mod document;
mod extractor;
mod fault;
mod value;

use pyo3::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::arrow::{
        ArrowColumn, ArrowSchema, ArrowStream, ArrowTable, fact_list_type, fact_schema, person_schema,
    };
    #[pymodule_export]
    use super::article::{Article, decode};
    #[pymodule_export]
    use super::extractor::Extractor;
    #[pymodule_export]
    use super::fault::{ColumnError, Error};
    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("SCHEMA_VERSION", newsfacts_arrow::SCHEMA_VERSION)?;
        let names = |all: Vec<&'static str>| pyo3::types::PyTuple::new(module.py(), all);
        module.add("KINDS", names(newsfacts::Kind::ALL.iter().map(|kind| kind.name()).collect())?)?;
        module.add("LANGUAGES", names(newsfacts::Language::ALL.iter().map(|l| l.code()).collect())?)
    }
}
