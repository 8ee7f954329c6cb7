"use strict";
// Sends a file as its bytes, for its encoding is known only to them.
document.querySelector("#file").addEventListener("change", async ({ target }) => {
  const file = target.files[0];
  if (!file) return;
  const form = new FormData(document.querySelector("form.ask"));
  const query = new URLSearchParams({ name: file.name, date: form.get("date"), lang: form.get("lang"), region: form.get("region") });
  const answer = await fetch(`/file?${query}`, { method: "POST", body: file });
  const page = await answer.text();
  document.open();
  document.write(page);
  document.close();
});
