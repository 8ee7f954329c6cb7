"use strict";
// Everything is readable without this script. It sorts and copies tables, keeps tooltips on the screen, and lists documents.

for (const table of document.querySelectorAll(".facts table")) {
  const head = [...table.tHead.rows[0].cells];
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  // Numbers stand before words: each among its own.
  const isNumber = (value) => value !== "" && isFinite(value);
  const compare = (a, b) => {
    if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
    return isNumber(a) ? a - b : a.localeCompare(b, document.documentElement.lang);
  };
  head.forEach((cell, column) => cell.querySelector("button").addEventListener("click", () => {
    const down = cell.getAttribute("aria-sort") === "ascending";
    head.forEach((other) => other.setAttribute("aria-sort", other === cell ? (down ? "descending" : "ascending") : "none"));
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => (down ? -1 : 1) * compare(value(a, column), value(b, column)));
    table.tBodies[0].append(...rows);
  }));
}

for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    const table = button.closest(".facts").querySelector("table");
    if (!table) return;
    const cell = (c) => c.textContent.trim().replace(/\s+/g, " ");
    const text = [...table.rows].map((row) => [...row.cells].map(cell).join("\t")).join("\n");
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      // Without the right to the clipboard the table is selected, to be copied by the keyboard.
      getSelection().selectAllChildren(table);
    }
    const said = button.textContent;
    button.textContent = done ? "Copied" : "Selected: copy with Ctrl+C";
    setTimeout(() => { button.textContent = said; }, 2500);
  });
}

// A tooltip that would reach beyond the window is moved into it; Escape shuts it.
function place(mark) {
  const tip = mark.querySelector(":scope > .tip");
  if (!tip) return;
  tip.style.translate = tip.style.top = tip.style.bottom = "";
  if (getComputedStyle(tip).position !== "absolute") return;
  const box = tip.getBoundingClientRect();
  const over = box.right - document.documentElement.clientWidth + 8;
  if (over > 0) tip.style.translate = `${-Math.min(over, box.left - 8)}px 0`;
  if (box.bottom > innerHeight && mark.getBoundingClientRect().top > box.height) {
    tip.style.top = "auto";
    tip.style.bottom = "100%";
  }
}
for (const event of ["mouseover", "focusin"]) {
  document.addEventListener(event, ({ target }) => {
    const mark = target.closest?.("mark");
    if (!mark) return;
    mark.classList.remove("shut");
    place(mark);
  });
}
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const mark of document.querySelectorAll("mark:hover, mark:focus")) mark.classList.add("shut");
});

const stories = [...document.querySelectorAll("article.story")];
const nav = document.querySelector("nav.documents");
if (nav && stories.length > 1) {
  const list = document.createElement("select");
  list.setAttribute("aria-label", "Go to a document");
  list.append(new Option(`${stories.length} documents`, ""));
  for (const story of stories) {
    const words = document.createElement("span");
    words.innerHTML = story.querySelector("h1").innerHTML;
    words.querySelectorAll(".tip, .beside").forEach((part) => part.remove());
    list.append(new Option(words.textContent.trim(), story.id));
  }
  list.addEventListener("change", () => { if (list.value) location.hash = list.value; });
  nav.append(list);
  nav.hidden = false;
}
