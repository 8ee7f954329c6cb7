//! The page for the browser: what stands in it, and what a browser shows of it.

#[path = "common/browser.rs"]
mod browser;
mod common;

use browser::Browser;
use common::{page, run};
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

fn html(files: &[&str]) -> String {
    let files: Vec<String> = files.iter().map(|name| page(name).display().to_string()).collect();
    let arguments: Vec<&str> =
        ["extract", "--format", "html"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let (out, code, _) = run(&arguments, "");
    assert_eq!(code, 0);
    out
}

/// Writes a page to a file and gives its address.
fn keep(folder: &Path, html: &str) -> String {
    let file = folder.join("page.html");
    std::fs::write(&file, html).unwrap();
    format!("file://{}", file.display())
}

#[test]
fn it_is_one_file_without_a_network_and_the_same_at_each_run() {
    let page = html(&["sv.html", "zh.html"]);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("default-src 'none'") && page.contains("name=\"viewport\""));
    for outside in ["src=\"", "<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<article").count(), 2);
    assert!(
        page.contains("<div class=\"text\" lang=\"sv\">")
            && page.contains("<div class=\"text\" lang=\"zh-CN\">")
    );
    assert_eq!(html(&["sv.html", "zh.html"]), page);
}

#[test]
fn nothing_of_a_text_is_markup() {
    let (out, code, _) =
        run(&["extract", "--format", "html", "--input", "text", "-"], "<script>x</script> & 5 euro");
    assert!(code == 0 && out.contains("&lt;script&gt;x&lt;/script&gt; &amp; "), "{out}");
    assert_eq!(out.matches("<script>").count(), 1, "only that of the page");
}

#[test]
fn tooltips_have_all_of_a_record() {
    let text = "Alma Ek (S), finansminister vid Rådet sedan 2022, svarar. Bron öppnades två veckor senare.";
    let (out, code, _) = run(&["extract", "--format", "html", "--also", "duration"], text);
    assert_eq!(code, 0);
    for (name, said) in [
        ("role", "minister, Q83307"),
        ("term", "since 2022"),
        ("party", "S, SE, Q105112"),
        ("lies", "after another event"),
        ("meant is", "its far end"),
    ] {
        let field = format!("<span class=\"name\">{name}</span> <span class=\"said\">{said}</span>");
        assert!(out.contains(&field), "{name}: {said}\n{out}");
    }
    assert!(out.contains("(since 2022)</td>"), "the table has no term");
}

#[test]
fn the_browser_shows_it() {
    let Some(browser) = Browser::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.look(1280, "light", "");
    browser.open(&keep(folder.path(), &html(&["sv.html"])));
    let beside = |words: &str| {
        browser.ask(&format!(
            "const m = [...document.querySelectorAll('mark')].find(m => m.querySelector('.words').textContent.replace(/\\s+/g, ' ') === '{words}');
             return m.querySelector('.beside')?.textContent?.replace(/\\u00a0/g, ' ') ?? null"
        ))
    };
    // The value stands beside the words only where it adds something.
    assert_eq!(beside("i måndags"), "15 Sep 2025");
    assert_eq!(beside("11,6 miljarder kronor"), "11 600 000 000 SEK?");
    assert_eq!(beside("1990-talet"), "1990–1999");
    assert_eq!(beside("I vintras"), "Dec 2024–Feb 2025");
    assert_eq!(beside("55 procent"), json!(null));
    assert_eq!(beside("november 2030"), json!(null));
    // Later mentions are told whose they are.
    assert_eq!(beside("Lindwall"), "Karin Lindwall");
    // Headings and lists are those of the page.
    assert_eq!(browser.ask("return document.querySelectorAll('.text h2').length > 2"), true);
    assert_eq!(browser.ask("return document.querySelectorAll('.text ul > li').length"), 4);
    // No anchor stands twice, each link leads somewhere, and every fact is in the table.
    assert_eq!(
        browser.ask(
            "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
             const links = [...document.querySelectorAll('a[href^=\"#\"]')];
             return [new Set(ids).size === ids.length, links.length > 50, links.every(a => ids.includes(a.hash.slice(1))),
                     document.querySelectorAll('.facts tbody tr').length === document.querySelectorAll('mark:not(.later)').length,
                     performance.getEntriesByType('resource').length]"
        ),
        json!([true, true, true, true, 0])
    );
    // The timeline is in order, with the reference date in its place.
    assert_eq!(
        browser.ask("const all = [...document.querySelectorAll('.timeline ol > li')].map(l => l.textContent);
                     return [all[0].includes('1990–1999'), all.findIndex(t => t.includes('reference date')) > 5, all.at(-1).includes('2030')]"),
        json!([true, true, true])
    );
}

#[test]
fn the_table_is_sorted_and_copied() {
    let Some(browser) = Browser::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.look(1280, "light", "");
    browser.open(&keep(folder.path(), &html(&["zh.html"])));
    browser.click("thead th:nth-child(2) button");
    let kinds = "return [...document.querySelectorAll('tbody tr td:nth-child(2)')].map(c => c.textContent)";
    let sorted = |value: &serde_json::Value| {
        value.as_array().unwrap().is_sorted_by_key(|k| k.as_str().unwrap().to_owned())
    };
    let up = browser.ask(kinds);
    assert!(sorted(&up) && up[0] == "amount", "{up}");
    assert_eq!(
        browser.ask("return [...document.querySelectorAll('th')].map(h => h.ariaSort)"),
        json!(["none", "ascending", "none", "none", "none"])
    );
    browser.click("thead th:nth-child(2) button");
    assert_eq!(browser.ask(kinds)[0], "percentage");
    // Amounts are sorted as numbers, not as words.
    browser.click("thead th:nth-child(4) button");
    let numbers = browser.ask(
        "return [...document.querySelectorAll('tbody tr')].filter(r => r.cells[1].textContent === 'amount').map(r => +r.cells[3].dataset.sort)",
    );
    assert!(numbers.as_array().unwrap().is_sorted_by(|a, b| a.as_f64() <= b.as_f64()), "{numbers}");
    browser.command(
        "Browser.grantPermissions",
        &json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}),
    );
    browser.click("button.copy");
    browser.wait("return /^(Copied|Selected)/.test(document.querySelector('button.copy').textContent)");
}

#[test]
fn tooltips_serve_the_keyboard_and_the_screen_reader() {
    let Some(browser) = Browser::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.open(&keep(folder.path(), &html(&["sv.html"])));
    for width in [1280, 800, 390] {
        browser.look(width, "light", "");
        let shown = browser.ask(
            "const out = [];
             for (const mark of document.querySelectorAll('mark')) {
               mark.focus();
               const tip = document.getElementById(mark.getAttribute('aria-describedby'));
               const box = tip.getBoundingClientRect();
               out.push(getComputedStyle(tip).display === 'block' && tip.getAttribute('role') === 'tooltip'
                 && box.left >= 0 && box.right <= document.documentElement.clientWidth);
             }
             return [out.length > 60, out.filter(ok => !ok).length, document.activeElement.querySelector('.tip').textContent.includes('TIMEX3')]",
        );
        assert_eq!(shown, json!([true, 0, true]), "at {width}");
    }
    browser.ask("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
    assert_eq!(
        browser.ask("return getComputedStyle(document.activeElement.querySelector('.tip')).display"),
        "none"
    );
    // What is filtered has neither mark nor value.
    browser.click("#show-money");
    assert_eq!(
        browser.ask("return getComputedStyle(document.querySelector('mark.money .beside')).display"),
        "none"
    );
    assert_eq!(
        browser.ask("return getComputedStyle(document.querySelector('mark.date .beside')).display"),
        "inline"
    );
}

/// How readable texts are: the least contrast of their colour with what lies behind it, by the formula of WCAG.
const CONTRAST: &str = "
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255]; };
  let least = 21, which = '';
  for (const e of document.querySelectorAll('p, li, h1, h2, h3, td, th button, dd, dt, .words, .beside, .key, .note, .said, .name, .kind, aside a')) {
    if (!e.textContent.trim()) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < least) { least = ratio; which = e.className + ' ' + e.tagName; }
  }
  return [least, which]";

#[test]
fn it_fits_any_window_light_dark_and_on_paper() {
    let Some(browser) = Browser::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.open(&keep(folder.path(), &html(&["sv.html", "zh.html", "zh-hant.html"])));
    let mut papers = Vec::new();
    for scheme in ["light", "dark"] {
        for width in [1280, 800, 390] {
            browser.look(width, scheme, "");
            let wide = browser.ask("return document.documentElement.scrollWidth");
            assert!(wide.as_u64().unwrap() <= u64::from(width), "{wide} at {width}");
        }
        let contrast = browser.ask(CONTRAST);
        assert!(contrast[0].as_f64().unwrap() >= 4.5, "{scheme}: {contrast}");
        papers.push(browser.ask("return getComputedStyle(document.body).backgroundColor"));
    }
    assert_ne!(papers[0], papers[1]);
    browser.look(800, "light", "print");
    assert_eq!(browser.ask("return getComputedStyle(document.querySelector('.tools')).display"), "none");
    assert_eq!(browser.ask("return document.querySelectorAll('nav.documents option').length"), 4);
}

/// The service, ended with the test.
struct Service(Child, String);

impl Service {
    fn start() -> Self {
        let program = assert_cmd::cargo::cargo_bin("newsfacts");
        let mut child =
            Command::new(program).args(["serve", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Self(child, address.trim().to_owned())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_service_shows_texts_and_refuses_other_sites() {
    let service = Service::start();
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let text = |mut response: ureq::http::Response<ureq::Body>| {
        (response.status().as_u16(), response.body_mut().read_to_string().unwrap())
    };
    let address = &service.1;
    let (status, ask) = text(agent.get(address).call().unwrap());
    assert!(status == 200 && ask.contains("<textarea"), "{ask}");
    let form =
        [("text", "Mötet är på fredag.\r\n\r\nDet kostar 5 euro."), ("date", "2025-08-13"), ("lang", "")];
    let (status, page) = text(agent.post(address).send_form(form).unwrap());
    assert!(status == 200 && page.contains("2025-08-15") && page.contains("EUR"), "{page}");
    let (status, page) = text(agent.post(address).send_form([("text", "x"), ("date", "soon")]).unwrap());
    assert!(status == 400 && page.contains("`soon` is not a date"), "{page}");
    // A page as its bytes, in its own encoding.
    let gbk =
        &b"<meta charset=gbk><p>\xcf\xc2\xd4\xc2\xbf\xaa\xb9\xa4\xa3\xac\xd4\xf6\xb3\xa45%\xa1\xa3</p>"[..];
    let (status, page) = text(agent.post(format!("{address}file?name=a.html")).send(gbk).unwrap());
    assert!(status == 200 && page.contains("下月"), "{page}");
    assert_eq!(text(agent.get(format!("{address}other")).call().unwrap()).0, 404);
    assert_eq!(text(agent.get(format!("{address}file")).call().unwrap()).0, 405);
    assert_eq!(text(agent.get(address).header("Host", "news.example").call().unwrap()).0, 403);
    let elsewhere = agent.post(address).header("Origin", "http://news.example").send_form([("text", "x")]);
    assert_eq!(text(elsewhere.unwrap()).0, 403);
}

#[test]
fn the_service_works_in_the_browser() {
    let Some(browser) = Browser::start() else { return };
    let service = Service::start();
    browser.look(1280, "light", "");
    browser.open(&service.1);
    browser.write("#text", "Det kostar 1,4 miljarder euro, sade finansminister Eva Lindholm.");
    browser.click("button[type=submit]");
    browser.wait("return document.querySelectorAll('mark').length === 2");
    browser.open(&service.1);
    browser.write("#file", &std::fs::canonicalize(page("zh.html")).unwrap().display().to_string());
    browser.wait("return document.querySelectorAll('mark').length > 50 && document.querySelector('th button') !== null");
    browser.click("thead th:nth-child(2) button");
    assert_eq!(browser.ask("return document.querySelectorAll('th')[1].ariaSort"), "ascending");
}
