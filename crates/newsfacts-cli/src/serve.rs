//! Shows the facts of pasted texts and of pages in the browser, on this machine only.

use crate::{
    args::{Context, Form, Serve, day},
    lexicon, page,
    story::Story,
};
use maud::{DOCTYPE, Markup, html};
use newsfacts::{Extractor, Language, Region};
use std::{
    borrow::Cow,
    collections::HashMap,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr},
    str::FromStr,
    sync::Arc,
    thread,
};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// Most bytes that are taken.
const LARGEST: u64 = 16 * 1024 * 1024;
/// How many questions are answered at once.
const THREADS: usize = 4;

pub(crate) fn command(command: &Serve) -> Result<(), crate::Failure> {
    let extractor = lexicon::extractor(&command.reading)?;
    let server = Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, command.port)))
        .map_err(|error| format!("port {}: {error}", command.port))?;
    let port = server.server_addr().to_ip().map_or(command.port, |address| address.port());
    println!("http://127.0.0.1:{port}/");
    std::io::stdout().flush()?;
    let server = Arc::new(server);
    let service = Arc::new(Service { extractor, port });
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, service) = (Arc::clone(&server), Arc::clone(&service));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    service.answer(request);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| "a thread of the service ended")?;
    }
    Ok(())
}

struct Service {
    extractor: Extractor,
    port: u16,
}

/// What is wrong with a question.
type Wrong = (u16, String);

impl Service {
    fn answer(&self, mut request: Request) {
        let (status, page) = match self.page(&mut request) {
            Ok(page) => (200, page),
            Err((status, problem)) => (status, ask(Some(&problem))),
        };
        let mut response = Response::from_string(page).with_status_code(StatusCode(status));
        for (name, value) in [
            ("Content-Type", "text/html; charset=utf-8"),
            ("X-Content-Type-Options", "nosniff"),
            // Without a referrer a browser would not say which page asks.
            ("Referrer-Policy", "same-origin"),
            ("Cache-Control", "no-store"),
        ] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // The browser may have gone.
        let _ = request.respond(response);
    }

    fn page(&self, request: &mut Request) -> Result<String, Wrong> {
        self.check(request)?;
        let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
        let (path, query) = (path.to_owned(), query.to_owned());
        match (request.method(), path.as_str()) {
            (Method::Get | Method::Head, "/") => Ok(ask(None)),
            (Method::Post, "/") => {
                let body = body(request)?;
                let fields = fields(&body);
                let text = fields.get("text").map_or("", |t| t).replace("\r\n", "\n");
                self.show("pasted text", text.as_bytes(), &fields)
            }
            // A file, as its bytes.
            (Method::Post, "/file") => {
                let body = body(request)?;
                let fields = fields(query.as_bytes());
                let name = fields.get("name").filter(|name| !name.is_empty()).map_or("page", |name| name);
                self.show(name, &body, &fields)
            }
            (_, "/" | "/file") => Err((405, "this address takes other questions".to_owned())),
            _ => Err((404, "there is no such page here".to_owned())),
        }
    }

    /// Only browsers of this machine are answered, and only for pages of this address: no other site can ask through
    /// them.
    fn check(&self, request: &Request) -> Result<(), Wrong> {
        let header = |name: &'static str| {
            let found = request.headers().iter().find(|h| h.field.equiv(name));
            found.map(|h| h.value.as_str())
        };
        let own = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        if !header("Host").is_some_and(|host| own.iter().any(|o| o == host)) {
            return Err((403, "this is no address of the service".to_owned()));
        }
        match header("Origin") {
            Some(origin) if !own.iter().any(|o| origin == format!("http://{o}")) => {
                Err((403, "other sites may not ask".to_owned()))
            }
            _ => Ok(()),
        }
    }

    fn show(&self, name: &str, bytes: &[u8], fields: &HashMap<String, String>) -> Result<String, Wrong> {
        let context = Context {
            lang: field::<Language>(fields, "lang")?,
            region: field::<Region>(fields, "region")?,
            date: match fields.get("date").map(|d| d.trim()).filter(|d| !d.is_empty()) {
                Some(date) => Some(day(date).map_err(|problem| (400, problem))?),
                None => None,
            },
        };
        let form = match fields.get("form").map(String::as_str) {
            Some("text") => Some(Form::Text),
            Some("html") => Some(Form::Html),
            _ => None,
        };
        let unpacked = crate::story::read_all(bytes).map_err(|error| (400, error.to_string()))?;
        let story = Story::read(name, &unpacked, form, context).map_err(|fault| (400, fault.to_string()))?;
        Ok([page::head(), page::document(&story, &self.extractor).0, page::foot()].concat())
    }
}

fn body(request: &mut Request) -> Result<Vec<u8>, Wrong> {
    let mut body = Vec::new();
    let read = request.as_reader().take(LARGEST + 1).read_to_end(&mut body);
    read.map_err(|error| (400, error.to_string()))?;
    if body.len() as u64 > LARGEST {
        return Err((413, format!("more than {LARGEST} bytes")));
    }
    Ok(body)
}

/// The fields of a form.
fn fields(body: &[u8]) -> HashMap<String, String> {
    form_urlencoded::parse(body)
        .map(|(k, v): (Cow<'_, str>, Cow<'_, str>)| (k.into_owned(), v.into_owned()))
        .collect()
}

/// A value of a field that may be left empty.
fn field<T: FromStr>(fields: &HashMap<String, String>, name: &str) -> Result<Option<T>, Wrong>
where
    T::Err: ToString,
{
    let value = fields.get(name).map(|v| v.trim()).filter(|v| !v.is_empty());
    value.map(|v| v.parse().map_err(|error: T::Err| (400, error.to_string()))).transpose()
}

/// The page that asks for a text.
fn ask(problem: Option<&str>) -> String {
    let choice = |name: &str, any: &str, values: &[(&str, &str)]| -> Markup {
        html! { select name=(name) { option value="" { (any) } @for (value, words) in values { option value=(value) { (words) } } } }
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            (page::meta("newsfacts"))
            body {
                main id="main" {
                    form.ask method="post" action="/" {
                        h1 { "What does a text say?" }
                        @if let Some(problem) = problem { p.fault role="alert" { (problem) } }
                        label for="text" { "A text or the source of a page, in Chinese or Swedish" }
                        textarea id="text" name="text" autofocus {}
                        div.row {
                            label { "Published " input name="date" type="date"; }
                            label { "Language " (choice("lang", "by its script", &[("zh", "Chinese"), ("sv", "Swedish")])) }
                            label { "Region " (choice("region", "not known", &[("CN", "mainland China"), ("TW", "Taiwan"), ("HK", "Hong Kong"), ("MO", "Macau")])) }
                        }
                        div.row {
                            button type="submit" { "Show" }
                            label { "or a file: " input id="file" type="file" accept=".html,.htm,.xhtml,.txt,.gz"; }
                        }
                        p.note { "Nothing leaves this machine." }
                    }
                }
                script { (maud::PreEscaped(include_str!("page/file.js"))) }
            }
        }
    }
    .0
}
