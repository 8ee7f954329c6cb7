//! A browser without a window, driven through WebDriver.

use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
};

/// Set where a browser must be there: in continuous integration.
const REQUIRED: &str = "NEWSFACTS_BROWSER";

const OPTIONS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

pub(crate) struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    /// What the driver says; kept open, for it says more.
    _said: Lines<BufReader<ChildStdout>>,
    /// Where the browser keeps what it keeps; goes with it.
    _folder: tempfile::TempDir,
}

impl Browser {
    /// Starts one. Without a driver on this machine it says so and gives none, and the test is skipped.
    pub(crate) fn start() -> Option<Self> {
        let driver =
            Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = match driver {
            Ok(driver) => driver,
            Err(error) => {
                assert!(std::env::var_os(REQUIRED).is_none(), "no chromedriver: {error}");
                eprintln!(
                    "skipped: there is no chromedriver here ({error}); Debian has it in chromium-driver"
                );
                return None;
            }
        };
        let mut said = BufReader::new(driver.stdout.take().expect("its output is piped")).lines();
        let port = said.by_ref().map_while(Result::ok).find_map(|line| {
            let port = line.split_once("started successfully on port ")?.1.trim_end_matches('.');
            port.parse::<u16>().ok()
        });
        let folder = tempfile::tempdir().expect("a folder for the browser");
        let base = format!("http://127.0.0.1:{}", port.expect("the driver tells its port"));
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent: ureq::Agent = config.build().into();
        let mut arguments: Vec<String> = OPTIONS.iter().map(|&o| o.to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", folder.path().display()));
        let wish = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": arguments}}}});
        let mut browser = Self { driver, session: base + "/session", agent, _said: said, _folder: folder };
        let answer = browser.post("", &wish);
        let id = answer["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {answer}")).to_owned();
        browser.session = format!("{}/{id}", browser.session);
        Some(browser)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let mut answer =
            self.agent.post(format!("{}{path}", self.session)).send_json(body).expect("the driver answers");
        let mut answer: Value = answer.body_mut().read_json().expect("the driver answers in JSON");
        answer["value"].take()
    }

    pub(crate) fn open(&self, address: &str) {
        self.post("/url", &json!({"url": address}));
    }

    /// What a script returns.
    pub(crate) fn ask(&self, script: &str) -> Value {
        let answer = self.post("/execute/sync", &json!({"script": script, "args": []}));
        assert!(answer.get("error").is_none(), "{script}: {}", answer["message"]);
        answer
    }

    /// What the DevTools protocol does.
    pub(crate) fn command(&self, name: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({"cmd": name, "params": parameters}))
    }

    /// The width of the window, the scheme of its colours, and whether it is paper.
    pub(crate) fn look(&self, width: u32, scheme: &str, media: &str) {
        let screen = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.command("Emulation.setDeviceMetricsOverride", &screen);
        let scheme = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            // What is clicked must not be on its way.
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.command("Emulation.setEmulatedMedia", &json!({"media": media, "features": scheme}));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post("/element", &json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element {selector}: {found}")).to_owned()
    }

    pub(crate) fn click(&self, selector: &str) {
        let id = self.element(selector);
        let answer = self.post(&format!("/element/{id}/click"), &json!({}));
        assert!(answer.is_null(), "{selector}: {answer}");
    }

    /// Types into an element; into one that takes a file, its path.
    pub(crate) fn write(&self, selector: &str, text: &str) {
        let id = self.element(selector);
        let answer = self.post(&format!("/element/{id}/value"), &json!({"text": text}));
        assert!(answer.is_null(), "{selector}: {answer}");
    }

    /// Waits until a script returns true.
    pub(crate) fn wait(&self, script: &str) {
        for _ in 0..100 {
            if self.ask(script) == true {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("never true: {script}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
